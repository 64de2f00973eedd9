//! Complaints, requests and layout shifts: a page that does wrong is caught, one that does not is let go.

use super::{document, faulty, files, stage};
use crate::support::{Fault, Page, Setup};

/// Opens a body on its own host, lets it settle, and gives what the browser complained of.
#[track_caller]
fn complaints(body: &str) -> Vec<String> {
    let stage = stage(body);
    let page = Page::new();
    page.open(&stage.host.url(""));
    page.settle();
    page.console()
}

#[track_caller]
fn complains(body: &str, of: &str) {
    let lines = complaints(body);
    assert!(lines.iter().any(|line| line.contains(of)), "nothing of {of:?} in {lines:#?}");
}

#[test]
fn wrongs_are_complained_of() {
    complains("<script>console.error('bad', 7, { a: 1 })</script>", "console.error: bad 7 Object");
    complains("<script>console.warn('careful')</script>", "console.warning: careful");
    complains("<script>throw new Error('thrown')</script>", "Error: thrown");
    complains("<script>Promise.reject('rejected')</script>", "rejected");
    complains("<script>setTimeout(() => { throw 5 })</script>", "Uncaught: 5");
    complains("<img src='missing.png' alt=x>", "404");
    complains(
        "<script>fetch('http://elsewhere.invalid/').catch(() => {})</script>",
        "request failed: http://elsewhere.invalid/",
    );
    let policy = "<meta http-equiv=Content-Security-Policy content=\"style-src 'none'\"><p style='color:red'>x</p>";
    complains(policy, "Content Security Policy");
}

#[test]
fn a_good_page_is_not() {
    assert_eq!(
        complaints(
            "<p>good</p><script>console.log('fine'); console.info('fine'); Promise.reject(1).catch(() => {})</script>"
        ),
        [""; 0]
    );
}

#[test]
fn requests_are_known_with_what_became_of_them() {
    let index = document("<script src='app.js'></script><img src='gone.png' alt=x>");
    let stage = faulty(
        &[
            ("index.html", &index),
            ("app.js", "fetch('cut.json').then(r => r.text()).catch(() => {})"),
            ("cut.json", "[1, 2, 3, 4]"),
        ],
        |host| host.fault("cut.json", Fault::Cut),
    );
    let page = Page::new();
    page.open(&stage.host.url(""));
    page.wait_until("performance.getEntriesByName(location.href + 'cut.json').length", "the fetch");
    page.settle();
    let requests = page.requests();
    let find = |end: &str| {
        requests
            .iter()
            .find(|request| request.url.ends_with(end))
            .unwrap_or_else(|| panic!("no {end} in {requests:#?}"))
    };
    assert_eq!((find("/").kind.as_str(), find("/").status), ("Document", Some(200)));
    assert_eq!((find("app.js").kind.as_str(), find("app.js").status), ("Script", Some(200)));
    assert_eq!(find("gone.png").status, Some(404));
    assert!(
        find("cut.json").error.as_deref().is_some_and(|error| error.contains("CONTENT_LENGTH_MISMATCH")),
        "{requests:#?}"
    );
    assert!(requests.iter().all(|request| request.finished), "{requests:#?}");
}

/// A paragraph that a late stylesheet or script pushes down.
fn shifting(script: bool) -> super::Stage {
    if script {
        stage(
            "<h1>still</h1><div id=top></div><p class='low end'>pushed down</p><script>requestAnimationFrame(() => setTimeout(() => document.getElementById('top').style.height = '200px', 50))</script>",
        )
    } else {
        // The animation's step plays the part of anything that moves the page without a script.
        let style = "<style>@keyframes push { 0%, 50% { height: 0 } 51%, 100% { height: 200px } } #top { animation: push .4s step-end both }</style>";
        files(&[(
            "index.html",
            &document(&format!("{style}<h1>still</h1><div id=top></div><p class='low end'>pushed down</p>")),
        )])
    }
}

#[test]
fn a_shift_is_seen_and_says_what_moved() {
    for script in [true, false] {
        let stage = shifting(script);
        let page = Setup::default().script(script).page();
        page.open(&stage.host.url(""));
        page.wait_until("document.getElementById('top').offsetHeight === 200", "the push");
        page.settle();
        let shifts = page.shifts();
        assert!(
            shifts.iter().any(|line| line.contains("<p class=\"low end\"> «pushed down» from ")),
            "script {script}: {shifts:?}"
        );
    }
}

#[test]
fn a_still_page_and_a_tapped_change_shift_nothing() {
    let stage =
        stage("<button id=b onclick=\"b.style.marginTop = '200px'\">Press</button><p>pushed down by a finger</p>");
    let page = Page::new();
    page.open(&stage.host.url(""));
    page.settle();
    assert_eq!(page.shifts(), [""; 0]);
    page.tap("#b");
    page.wait_until("b.style.marginTop", "the tap's answer");
    page.settle();
    assert_eq!(page.shifts(), [""; 0]);
}
