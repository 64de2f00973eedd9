//! Tests of the harness: each engine reports the errors of a page, or an error-free report would prove nothing.

use super::{failure, serve_page};
use crate::support::engine::Engine;
use crate::support::page::DEADLINE;
use crate::support::programs::find_program;
use crate::support::webkit::RECORD_ERRORS;
use crate::support::{Firefox, Setup, WebKit};

/// A page with an uncaught exception, an unhandled rejection, a console error and a policy violation.
const FAULTY: &str = "<meta http-equiv=Content-Security-Policy content=\"img-src 'none'\"><h1>Faulty</h1>\
    <script>console.error('said aloud'); Promise.reject(new Error('a broken promise'))</script>\
    <script>throw new Error('thrown on purpose')</script><img src=x.png alt=x><input><button onclick='document.title = \"pressed\"'>Press</button>";

#[track_caller]
fn reports_errors(engine: &dyn Engine) {
    let clean = serve_page("<h1>Clean</h1>");
    engine.open(&clean.host.url(""));
    engine.wait_until("document.querySelector('h1').innerText === 'Clean'", "the clean page");
    assert_eq!(engine.errors(), [""; 0]);
    let faulty = serve_page(&format!("<script>{RECORD_ERRORS}</script>{FAULTY}"));
    engine.open(&faulty.host.url(""));
    for fault in ["said aloud", "a broken promise", "thrown on purpose", "img-src"] {
        let deadline = std::time::Instant::now() + DEADLINE;
        while !engine.errors().iter().any(|message| message.contains(fault)) {
            assert!(std::time::Instant::now() < deadline, "{fault} is not in {:#?}", engine.errors());
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
    }
    engine.click("button");
    engine.wait_until("document.title === 'pressed'", "the press");
    engine.click("input");
    engine.type_text("Ёж 1");
    engine.wait_until("document.querySelector('input').value === 'Ёж 1'", "the text");
    engine.back();
    engine.wait_until("document.querySelector('h1').innerText === 'Clean'", "the page before");
}

#[test]
fn chromium_reports_errors() {
    reports_errors(&Setup::default().page());
}

#[test]
fn firefox_reports_errors() {
    reports_errors(&Firefox::with_preferences(&[]));
}

#[test]
fn webkit_reports_errors() {
    reports_errors(&WebKit::start(&[], &[]));
}

#[test]
fn a_missing_program_fails_with_what_to_install() {
    let message = failure(|| drop(find_program("no-such-browser", "the-package-of-it")));
    assert!(message.contains("no-such-browser") && message.contains("apt-get install the-package-of-it"), "{message}");
}
