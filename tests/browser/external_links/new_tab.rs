//! New tabs: the community's link opens a tab from every frame.

use super::{advised_framings, assert_guide_still_works, open_framed, start_chromium, strict_framings};
use crate::guide::host;
use crate::support::{Embedder, ExternalApps, Firefox, WebKit};

const COMMUNITY: &str = "#hotline a[href^='https://vk.com/']";

#[track_caller]
fn assert_opens_tab(browser: &dyn Embedder) {
    let guide = host();
    for framing in advised_framings(&guide).into_iter().chain(strict_framings(&guide)) {
        let embedding_site = framing.embedding_site(&guide, "#hotline");
        open_framed(browser, &embedding_site, "hotline", true);
        browser.click_in_frame(COMMUNITY);
        browser.wait_while(|| browser.other_windows().is_empty(), || "no window was opened".into());
        assert_eq!(browser.other_windows().len(), 1);
        browser.close_other_windows();
        assert_guide_still_works(browser, &embedding_site, "hotline");
    }
}

#[test]
fn chromium_opens_the_community_in_a_new_tab() {
    let (page, _chromium) = start_chromium(&ExternalApps::new());
    assert_opens_tab(&page);
}

#[test]
fn firefox_opens_the_community_in_a_new_tab() {
    assert_opens_tab(&Firefox::with_external_apps(&ExternalApps::new()));
}

#[test]
fn webkit_opens_the_community_in_a_new_tab() {
    assert_opens_tab(&WebKit::start(&[], &[]));
}
