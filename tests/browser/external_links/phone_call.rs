//! Calls: `tel:` reaches the phone from every frame, whatever the host's policy says of it.

use super::{advised, chromium, goes_on, open, strict, wait_for_opened};
use crate::guide::host;
use crate::support::{Embedder, ExternalApps, Firefox, WebKit};

const CALL: &str = "#hotline a[href^='tel:']";

#[track_caller]
fn calls(browser: &dyn Embedder, apps: &ExternalApps) {
    let guide = host();
    for framing in advised(&guide).into_iter().chain(strict(&guide)) {
        let embedding_site = framing.embedding_site(&guide, "#hotline");
        open(browser, &embedding_site, "hotline", true);
        // What worked once works again.
        for _ in 0..2 {
            browser.click_in_frame(CALL);
            wait_for_opened(browser, apps, "tel:+74932482808");
        }
        goes_on(browser, &embedding_site, "hotline");
    }
}

#[test]
fn chromium_opens_the_phone_app_from_every_frame() {
    let apps = ExternalApps::new();
    let (page, _chromium) = chromium(&apps);
    calls(&page, &apps);
}

#[test]
fn firefox_opens_the_phone_app_from_every_frame() {
    let apps = ExternalApps::new();
    calls(&Firefox::with_external_apps(&apps), &apps);
}

#[test]
fn webkit_stays_on_the_step_after_a_call() {
    let (webkit, guide) = (WebKit::start(&[], &[]), host());
    let webkit: &dyn Embedder = &webkit;
    for framing in advised(&guide).into_iter().chain(strict(&guide)) {
        let embedding_site = framing.embedding_site(&guide, "#hotline");
        open(webkit, &embedding_site, "hotline", true);
        webkit.click_in_frame(CALL);
        webkit.wait_in_frame("document.querySelector('iframe[name=outlet]')", "the frame for calls");
        goes_on(webkit, &embedding_site, "hotline");
    }
}
