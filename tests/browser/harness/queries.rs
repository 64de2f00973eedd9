//! Tests of the harness: opening pages, evaluating, texts, waiting, history, contexts, scripts off.

use std::panic::AssertUnwindSafe;
use std::time::Duration;

use serde_json::json;

use super::{document, failure, serve_files, serve_page};
use crate::support::chromium::find_binary;
use crate::support::{Page, Setup};

#[test]
fn eval_returns_values_and_fails_with_exceptions() {
    let test_site = serve_page("<p>one</p>");
    let page = Page::new();
    page.open(&test_site.host.url(""));
    assert_eq!(page.eval("({ a: [1, null, 'x'] })"), json!({ "a": [1, null, "x"] }));
    assert_eq!(page.eval("new Promise(done => setTimeout(done, 10, 7))"), 7);
    let why = failure(AssertUnwindSafe(|| drop(page.eval("nothing.here"))));
    assert!(why.contains("nothing is not defined") && why.contains("nothing.here"), "{why}");
}

#[test]
fn only_visible_elements_have_text() {
    let test_site = serve_page(
        "<p class=a hidden>no</p><div style='visibility:hidden'><p class=a>nor this</p></div><p class=a> yes  <b>it is</b></p><p class=b hidden>b</p>",
    );
    let page = Page::new();
    page.open(&test_site.host.url(""));
    assert_eq!(page.text(".a"), "yes it is");
    assert_eq!(page.texts("p"), ["yes it is"]);
    assert!(page.visible(".a") && !page.visible(".b"));
    let why = failure(AssertUnwindSafe(|| drop(page.text(".b"))));
    assert!(why.contains("nothing shown matches .b"), "{why}");
}

#[test]
fn waiting_succeeds_when_the_condition_holds_and_fails_with_a_description() {
    let test_site = serve_page("<p id=late></p><script>setTimeout(() => late.textContent = 'here', 300)</script>");
    let page = Page::new();
    page.open(&test_site.host.url(""));
    page.wait_until("late.textContent === 'here'", "the late word");
    let wait = || page.wait_for(Duration::from_millis(100), "late.textContent === 'gone'", "the other word");
    let why = failure(AssertUnwindSafe(wait));
    assert!(why.contains("the other word did not come in 100ms") && why.contains("on the page: here"), "{why}");
}

#[test]
fn with_scripts_off_the_page_runs_none_and_can_still_be_evaluated() {
    let body = document(
        "<p id=p>plain</p><script>p.textContent = 'script'</script><noscript><p id=n>no script</p></noscript>",
    );
    let test_site = serve_files(&[("index.html", &body)]);
    for (script, shown) in [(true, ["script"].as_slice()), (false, ["plain", "no script"].as_slice())] {
        let page = Setup::default().script(script).page();
        page.open(&test_site.host.url(""));
        assert_eq!(page.texts("p"), shown);
        page.reload();
        assert_eq!(page.texts("p"), shown, "reloaded");
    }
}

#[test]
fn history_goes_back_and_forward_across_documents() {
    let test_site = serve_files(&[
        ("index.html", &document("<a id=to href='#there'>to</a><p id=there>there</p>")),
        ("other.html", &document("<p>other</p>")),
    ]);
    for setup in [Setup::default(), Setup::default().script_off()] {
        let page = setup.page();
        page.open(&test_site.host.url(""));
        page.tap("#to");
        page.wait_until("location.hash === '#there'", "the fragment");
        page.open(&test_site.host.url("other.html"));
        page.back();
        assert_eq!(page.url(), test_site.host.url("#there"));
        page.back();
        assert_eq!(page.url(), test_site.host.url(""));
        page.forward();
        page.forward();
        assert_eq!(page.text("p"), "other");
        let why = failure(AssertUnwindSafe(|| page.forward()));
        assert!(why.contains("the history has nothing +1 from here"), "{why}");
    }
}

#[test]
fn pages_share_no_storage_and_remove_their_context() {
    let test_site = serve_page("<p>one</p>");
    let (first, second) = (Page::new(), Page::new());
    for page in [&first, &second] {
        page.open(&test_site.host.url(""));
    }
    first.eval("localStorage.setItem('mine', 1)");
    assert_eq!(first.eval("localStorage.getItem('mine')"), "1");
    assert_eq!(second.eval("localStorage.getItem('mine')"), json!(null));
    let context = first.call("Target.getTargetInfo", json!({}))["targetInfo"]["browserContextId"]
        .as_str()
        .expect("text")
        .to_owned();
    drop(first);
    let context_exists = || second.call("Target.getTargets", json!({})).to_string().contains(&context);
    for _ in 0..100 {
        if !context_exists() {
            return;
        }
        second.pump_events(Duration::from_millis(20));
    }
    panic!("a dropped page's context is still there");
}

#[test]
fn a_missing_chromium_fails_with_how_to_install_it() {
    let why = find_binary(None, Some("/nowhere".into())).unwrap_err();
    assert!(why.contains("need Chromium") && why.contains("apt-get install chromium"), "{why}");
    let why = find_binary(Some("/nowhere/chromium".into()), None).unwrap_err();
    assert!(why.contains("CHROMIUM names /nowhere/chromium"), "{why}");
}
