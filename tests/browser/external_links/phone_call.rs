//! Calls: `tel:` reaches the phone from every frame, whatever the host's policy says of it.

use super::{advised, chromium, goes_on, open, strict, wait_for_opened};
use crate::guide::host;
use crate::support::{Embedder, Firefox, System, WebKit};

const CALL: &str = "#hotline a[href^='tel:']";

#[track_caller]
fn calls(browser: &dyn Embedder, system: &System) {
    let guide = host();
    for framing in advised(&guide).into_iter().chain(strict(&guide)) {
        let school = framing.school(&guide, "#hotline");
        open(browser, &school, "hotline", true);
        // What worked once works again.
        for _ in 0..2 {
            browser.click_in_frame(CALL);
            wait_for_opened(browser, system, "tel:+74932482808");
        }
        goes_on(browser, &school, "hotline");
    }
}

#[test]
fn chromium_calls() {
    let system = System::new();
    let (page, _chromium) = chromium(&system);
    calls(&page, &system);
}

#[test]
fn firefox_calls() {
    let system = System::new();
    calls(&Firefox::on(&system), &system);
}

#[test]
fn webkit_stays() {
    let (webkit, guide) = (WebKit::with(&[], &[]), host());
    let webkit: &dyn Embedder = &webkit;
    for framing in advised(&guide).into_iter().chain(strict(&guide)) {
        let school = framing.school(&guide, "#hotline");
        open(webkit, &school, "hotline", true);
        webkit.click_in_frame(CALL);
        webkit.wait_in_frame("document.querySelector('iframe[name=outlet]')", "the frame for calls");
        goes_on(webkit, &school, "hotline");
    }
}
