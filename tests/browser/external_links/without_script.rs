//! A frame without script has the plain page, and its links do what they can under the advised policy.

use super::{Framing, chromium, goes_on, open, wait_for_opened};
use crate::embed_advice::{policy, sandbox};
use crate::guide::host;
use crate::support::{Embedder, Firefox, Host, System, WebKit};

const CALL: &str = "#hotline a[href^='tel:']";

/// The advised sandbox without leave to run scripts, under the advised policy.
#[track_caller]
fn without_script(guide: &Host) -> Framing {
    let allowed = sandbox(guide).replace("allow-scripts", "");
    Framing { policy: Some(policy(guide)), sandbox: Some(allowed) }
}

#[track_caller]
fn leaves(browser: &dyn Embedder, system: &System) {
    let guide = host();
    let school = without_script(&guide).school(&guide, "#hotline");
    open(browser, &school, "hotline", false);
    browser.click_in_frame(CALL);
    wait_for_opened(browser, system, "tel:+74932482808");
    goes_on(browser, &school, "hotline");

    browser.click_in_frame("#hotline a[href$='hotline.ics']");
    browser.wait_while(|| system.take_calendars().is_empty(), || "the hotline's hours did not come".into());
    goes_on(browser, &school, "hotline");

    browser.click_in_frame("#hotline a[href^='https://vk.com/']");
    browser.wait_while(|| browser.other_windows().is_empty(), || "no window was opened".into());
    browser.close_other_windows();
    goes_on(browser, &school, "hotline");
}

#[test]
fn chromium_leaves() {
    let system = System::new();
    let (page, _chromium) = chromium(&system);
    leaves(&page, &system);
}

#[test]
fn firefox_leaves() {
    let system = System::new();
    leaves(&Firefox::on(&system), &system);
}

#[test]
fn webkit_stays() {
    let (webkit, guide) = (WebKit::with(&[], &[]), host());
    // Without an origin the guide is plain there: to WebKit `'self'` then means nothing, and it runs none of its scripts.
    let without_origin = Framing { policy: None, sandbox: Some(sandbox(&guide).replace("allow-same-origin", "")) };
    for framing in [without_origin, without_script(&guide)] {
        let school = framing.school(&guide, "#hotline");
        open(&webkit, &school, "hotline", false);
        webkit.click_in_frame(CALL);
        goes_on(&webkit, &school, "hotline");
    }
}
