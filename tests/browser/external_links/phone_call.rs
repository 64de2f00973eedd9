//! Phone calls: `tel:` links reach the phone app from every frame, whatever the host's policy.

use super::{
    advised_framings, assert_guide_still_works, open_framed, start_chromium, strict_framings, wait_for_opened,
};
use crate::guide::host;
use crate::support::{Embedder, ExternalApps, Firefox, WebKit};

const CALL: &str = "#hotline a[href^='tel:']";

#[track_caller]
fn assert_calls(browser: &dyn Embedder, apps: &ExternalApps) {
    let guide = host();
    for framing in advised_framings(&guide).into_iter().chain(strict_framings(&guide)) {
        let embedding_site = framing.embedding_site(&guide, "#hotline");
        open_framed(browser, &embedding_site, "hotline", true);
        // It works a second time.
        for _ in 0..2 {
            browser.click_in_frame(CALL);
            wait_for_opened(browser, apps, "tel:+74932482808");
        }
        assert_guide_still_works(browser, &embedding_site, "hotline");
    }
}

#[test]
fn chromium_opens_the_phone_app_from_every_frame() {
    let apps = ExternalApps::new();
    let (page, _chromium) = start_chromium(&apps);
    assert_calls(&page, &apps);
}

#[test]
fn firefox_opens_the_phone_app_from_every_frame() {
    let apps = ExternalApps::new();
    assert_calls(&Firefox::with_external_apps(&apps), &apps);
}

#[test]
fn webkit_stays_on_the_step_after_a_call() {
    let (webkit, guide) = (WebKit::start(&[], &[]), host());
    let webkit: &dyn Embedder = &webkit;
    for framing in advised_framings(&guide).into_iter().chain(strict_framings(&guide)) {
        let embedding_site = framing.embedding_site(&guide, "#hotline");
        open_framed(webkit, &embedding_site, "hotline", true);
        webkit.click_in_frame(CALL);
        webkit.wait_in_frame("document.querySelector('iframe[name=outlet]')", "the frame for calls");
        assert_guide_still_works(webkit, &embedding_site, "hotline");
    }
}
