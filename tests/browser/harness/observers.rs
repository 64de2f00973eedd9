//! Tests of the harness: errors, requests and layout shifts of a bad page are reported, and none of a good one.

use super::{document, serve_changed, serve_files, serve_page};
use crate::support::{Fault, Page, Setup};

/// Opens a body on its own server, waits until it is idle, and returns the errors.
#[track_caller]
fn errors(body: &str) -> Vec<String> {
    let test_site = serve_page(body);
    let page = Page::new();
    page.open(&test_site.host.url(""));
    page.settle();
    page.console()
}

#[track_caller]
fn assert_reported(body: &str, of: &str) {
    let lines = errors(body);
    assert!(lines.iter().any(|line| line.contains(of)), "nothing of {of:?} in {lines:#?}");
}

#[test]
fn every_kind_of_error_is_reported() {
    assert_reported("<script>console.error('bad', 7, { a: 1 })</script>", "console.error: bad 7 Object");
    assert_reported("<script>console.warn('careful')</script>", "console.warning: careful");
    assert_reported("<script>throw new Error('thrown')</script>", "Error: thrown");
    assert_reported("<script>Promise.reject('rejected')</script>", "rejected");
    assert_reported("<script>setTimeout(() => { throw 5 })</script>", "Uncaught: 5");
    assert_reported("<img src='missing.png' alt=x>", "404");
    assert_reported(
        "<script>fetch('http://elsewhere.invalid/').catch(() => {})</script>",
        "request failed: http://elsewhere.invalid/",
    );
    let policy = "<meta http-equiv=Content-Security-Policy content=\"style-src 'none'\"><p style='color:red'>x</p>";
    assert_reported(policy, "Content Security Policy");
}

#[test]
fn a_page_without_errors_reports_none() {
    assert_eq!(
        errors(
            "<p>good</p><script>console.log('fine'); console.info('fine'); Promise.reject(1).catch(() => {})</script>"
        ),
        [""; 0]
    );
}

#[test]
fn requests_are_listed_with_their_results() {
    let index = document("<script src='app.js'></script><img src='gone.png' alt=x>");
    let test_site = serve_changed(
        &[
            ("index.html", &index),
            ("app.js", "fetch('cut.json').then(r => r.text()).catch(() => {})"),
            ("cut.json", "[1, 2, 3, 4]"),
        ],
        |host| host.fault("cut.json", Fault::Interrupted),
    );
    let page = Page::new();
    page.open(&test_site.host.url(""));
    page.wait_until("performance.getEntriesByName(location.href + 'cut.json').length", "the fetch");
    page.settle();
    let requests = page.requests();
    let request = |end: &str| {
        requests
            .iter()
            .find(|request| request.url.ends_with(end))
            .unwrap_or_else(|| panic!("no {end} in {requests:#?}"))
    };
    assert_eq!((request("/").kind.as_str(), request("/").status), ("Document", Some(200)));
    assert_eq!((request("app.js").kind.as_str(), request("app.js").status), ("Script", Some(200)));
    assert_eq!(request("gone.png").status, Some(404));
    assert!(
        request("cut.json").error.as_deref().is_some_and(|error| error.contains("CONTENT_LENGTH_MISMATCH")),
        "{requests:#?}"
    );
    assert!(requests.iter().all(|request| request.finished), "{requests:#?}");
}

/// A paragraph that is pushed down late, by a script or a style animation.
fn shifting(script: bool) -> super::TestSite {
    if script {
        serve_page(
            "<h1>still</h1><div id=top></div><p class='low end'>pushed down</p><script>requestAnimationFrame(() => setTimeout(() => document.getElementById('top').style.height = '200px', 50))</script>",
        )
    } else {
        // The animation stands for anything that moves the page without a script.
        let style = "<style>@keyframes push { 0%, 50% { height: 0 } 51%, 100% { height: 200px } } #top { animation: push .4s step-end both }</style>";
        serve_files(&[(
            "index.html",
            &document(&format!("{style}<h1>still</h1><div id=top></div><p class='low end'>pushed down</p>")),
        )])
    }
}

#[test]
fn a_layout_shift_is_reported_with_the_element_that_moved() {
    for script in [true, false] {
        let test_site = shifting(script);
        let page = Setup::default().script(script).page();
        page.open(&test_site.host.url(""));
        page.wait_until("document.getElementById('top').offsetHeight === 200", "the push");
        page.settle();
        let shifts = page.layout_shifts();
        assert!(
            shifts.iter().any(|line| line.contains("<p class=\"low end\"> «pushed down» from ")),
            "script {script}: {shifts:?}"
        );
    }
}

#[test]
fn a_still_page_and_a_change_after_a_tap_count_as_no_shift() {
    let test_site =
        serve_page("<button id=b onclick=\"b.style.marginTop = '200px'\">Press</button><p>pushed down by a finger</p>");
    let page = Page::new();
    page.open(&test_site.host.url(""));
    page.settle();
    assert_eq!(page.layout_shifts(), [""; 0]);
    page.tap("#b");
    page.wait_until("b.style.marginTop", "the tap's answer");
    page.settle();
    assert_eq!(page.layout_shifts(), [""; 0]);
}
