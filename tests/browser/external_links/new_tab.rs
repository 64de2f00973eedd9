//! The community's page: an outside link opens a tab of its own from every frame.

use super::{advised, chromium, goes_on, open, strict};
use crate::guide::host;
use crate::support::{Embedder, ExternalApps, Firefox, WebKit};

const COMMUNITY: &str = "#hotline a[href^='https://vk.com/']";

#[track_caller]
fn opens(browser: &dyn Embedder) {
    let guide = host();
    for framing in advised(&guide).into_iter().chain(strict(&guide)) {
        let embedding_site = framing.embedding_site(&guide, "#hotline");
        open(browser, &embedding_site, "hotline", true);
        browser.click_in_frame(COMMUNITY);
        browser.wait_while(|| browser.other_windows().is_empty(), || "no window was opened".into());
        assert_eq!(browser.other_windows().len(), 1);
        browser.close_other_windows();
        goes_on(browser, &embedding_site, "hotline");
    }
}

#[test]
fn chromium_opens_the_community_in_a_new_tab() {
    let (page, _chromium) = chromium(&ExternalApps::new());
    opens(&page);
}

#[test]
fn firefox_opens_the_community_in_a_new_tab() {
    opens(&Firefox::with_external_apps(&ExternalApps::new()));
}

#[test]
fn webkit_opens_the_community_in_a_new_tab() {
    opens(&WebKit::start(&[], &[]));
}
