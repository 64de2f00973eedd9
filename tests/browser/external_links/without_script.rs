//! A frame without scripts shows the plain page, whose links work as far as the advised policy allows.

use super::{Framing, assert_guide_still_works, open_framed, start_chromium, wait_for_opened};
use crate::embed_advice::{policy, sandbox};
use crate::guide::host;
use crate::support::{Embedder, ExternalApps, Firefox, Host, WebKit};

const CALL: &str = "#hotline a[href^='tel:']";

/// The advised sandbox without permission to run scripts, under the advised policy.
#[track_caller]
fn framing_without_script(guide: &Host) -> Framing {
    let allowed = sandbox(guide).replace("allow-scripts", "");
    Framing { policy: Some(policy(guide)), sandbox: Some(allowed) }
}

#[track_caller]
fn assert_links_work(browser: &dyn Embedder, apps: &ExternalApps) {
    let guide = host();
    let embedding_site = framing_without_script(&guide).embedding_site(&guide, "#hotline");
    open_framed(browser, &embedding_site, "hotline", false);
    browser.click_in_frame(CALL);
    wait_for_opened(browser, apps, "tel:+74932482808");
    assert_guide_still_works(browser, &embedding_site, "hotline");

    browser.click_in_frame("#hotline a[href$='hotline.ics']");
    browser.wait_while(|| apps.take_calendars().is_empty(), || "the hotline's hours did not come".into());
    assert_guide_still_works(browser, &embedding_site, "hotline");

    browser.click_in_frame("#hotline a[href^='https://vk.com/']");
    browser.wait_while(|| browser.other_windows().is_empty(), || "no window was opened".into());
    browser.close_other_windows();
    assert_guide_still_works(browser, &embedding_site, "hotline");
}

#[test]
fn chromium_follows_external_links_without_script() {
    let apps = ExternalApps::new();
    let (page, _chromium) = start_chromium(&apps);
    assert_links_work(&page, &apps);
}

#[test]
fn firefox_follows_external_links_without_script() {
    let apps = ExternalApps::new();
    assert_links_work(&Firefox::with_external_apps(&apps), &apps);
}

#[test]
fn webkit_stays_on_the_step_without_script() {
    let (webkit, guide) = (WebKit::start(&[], &[]), host());
    // In WebKit `'self'` matches nothing without an origin, so none of the guide's scripts run and the page is plain.
    let without_origin = Framing { policy: None, sandbox: Some(sandbox(&guide).replace("allow-same-origin", "")) };
    for framing in [without_origin, framing_without_script(&guide)] {
        let embedding_site = framing.embedding_site(&guide, "#hotline");
        open_framed(&webkit, &embedding_site, "hotline", false);
        webkit.click_in_frame(CALL);
        assert_guide_still_works(&webkit, &embedding_site, "hotline");
    }
}
