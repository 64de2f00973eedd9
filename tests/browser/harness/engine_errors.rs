//! Each engine is shown a page with faults and must tell of them, or a page without any would prove nothing.

use super::{failure, stage};
use crate::support::engine::Engine;
use crate::support::page::DEADLINE;
use crate::support::programs::tool;
use crate::support::webkit::LISTEN;
use crate::support::{Firefox, Setup, WebKit};

/// An exception that nobody catches, what the page's own console says, and a broken policy.
const FAULTY: &str = "<meta http-equiv=Content-Security-Policy content=\"img-src 'none'\"><h1>Faulty</h1>\
    <script>console.error('said aloud'); Promise.reject(new Error('a broken promise'))</script>\
    <script>throw new Error('thrown on purpose')</script><img src=x.png alt=x><input><button onclick='document.title = \"pressed\"'>Press</button>";

#[track_caller]
fn tells(engine: &dyn Engine) {
    let clean = stage("<h1>Clean</h1>");
    engine.open(&clean.host.url(""));
    engine.wait_until("document.querySelector('h1').innerText === 'Clean'", "the clean page");
    assert_eq!(engine.complaints(), [""; 0]);
    let faulty = stage(&format!("<script>{LISTEN}</script>{FAULTY}"));
    engine.open(&faulty.host.url(""));
    for fault in ["said aloud", "a broken promise", "thrown on purpose", "img-src"] {
        let deadline = std::time::Instant::now() + DEADLINE;
        while !engine.complaints().iter().any(|said| said.contains(fault)) {
            assert!(std::time::Instant::now() < deadline, "{fault} is not in {:#?}", engine.complaints());
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
fn chromium_tells() {
    tells(&Setup::default().page());
}

#[test]
fn firefox_tells() {
    tells(&Firefox::with(&[]));
}

#[test]
fn webkit_tells() {
    tells(&WebKit::with(&[], &[]));
}

#[test]
fn a_missing_program_is_a_failure_that_says_what_to_install() {
    let said = failure(|| drop(tool("no-such-browser", "the-package-of-it")));
    assert!(said.contains("no-such-browser") && said.contains("apt-get install the-package-of-it"), "{said}");
}
