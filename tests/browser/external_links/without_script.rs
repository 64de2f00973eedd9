//! A frame without script has the plain page, and its links do what they can under the advised policy.

use super::{Framing, chromium, goes_on, open, wait_for_opened};
use crate::embed_advice::{policy, sandbox};
use crate::guide::host;
use crate::support::{Embedder, ExternalApps, Firefox, Host, WebKit};

const CALL: &str = "#hotline a[href^='tel:']";

/// The advised sandbox without leave to run scripts, under the advised policy.
#[track_caller]
fn without_script(guide: &Host) -> Framing {
    let allowed = sandbox(guide).replace("allow-scripts", "");
    Framing { policy: Some(policy(guide)), sandbox: Some(allowed) }
}

#[track_caller]
fn leaves(browser: &dyn Embedder, apps: &ExternalApps) {
    let guide = host();
    let embedding_site = without_script(&guide).embedding_site(&guide, "#hotline");
    open(browser, &embedding_site, "hotline", false);
    browser.click_in_frame(CALL);
    wait_for_opened(browser, apps, "tel:+74932482808");
    goes_on(browser, &embedding_site, "hotline");

    browser.click_in_frame("#hotline a[href$='hotline.ics']");
    browser.wait_while(|| apps.take_calendars().is_empty(), || "the hotline's hours did not come".into());
    goes_on(browser, &embedding_site, "hotline");

    browser.click_in_frame("#hotline a[href^='https://vk.com/']");
    browser.wait_while(|| browser.other_windows().is_empty(), || "no window was opened".into());
    browser.close_other_windows();
    goes_on(browser, &embedding_site, "hotline");
}

#[test]
fn chromium_follows_external_links_without_script() {
    let apps = ExternalApps::new();
    let (page, _chromium) = chromium(&apps);
    leaves(&page, &apps);
}

#[test]
fn firefox_follows_external_links_without_script() {
    let apps = ExternalApps::new();
    leaves(&Firefox::with_external_apps(&apps), &apps);
}

#[test]
fn webkit_stays_on_the_step_without_script() {
    let (webkit, guide) = (WebKit::start(&[], &[]), host());
    // Without an origin the guide is plain there: to WebKit `'self'` then means nothing, and it runs none of its scripts.
    let without_origin = Framing { policy: None, sandbox: Some(sandbox(&guide).replace("allow-same-origin", "")) };
    for framing in [without_origin, without_script(&guide)] {
        let embedding_site = framing.embedding_site(&guide, "#hotline");
        open(&webkit, &embedding_site, "hotline", false);
        webkit.click_in_frame(CALL);
        goes_on(&webkit, &embedding_site, "hotline");
    }
}
