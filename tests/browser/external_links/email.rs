//! Email: `mailto:` links reach the mail app from every frame, from an institution's card and from the message that an
//! island fills.

use super::{
    advised_framings, assert_guide_still_works, open_framed, start_chromium, strict_framings, wait_for_opened,
};
use crate::support::built_site::site_from;
use crate::support::{Embedder, ExternalApps, Firefox, Host, WebKit};

const ADDRESS: &str = "?institution=school-5#lost";
const CARD: &str = "#lost .institution a[href^='mailto:']";
const MESSAGE: &str = "#lost [data-island=message] a[href^='mailto:']";

#[track_caller]
fn small_guide() -> Host {
    Host::serve(site_from("tests/data/small.toml"))
}

#[track_caller]
fn assert_opens_mail(browser: &dyn Embedder, apps: &ExternalApps) {
    let guide = small_guide();
    for framing in advised_framings(&guide).into_iter().chain(strict_framings(&guide)) {
        let embedding_site = framing.embedding_site(&guide, ADDRESS);
        open_framed(browser, &embedding_site, "lost", true);
        browser.click_in_frame(CARD);
        wait_for_opened(browser, apps, "mailto:school5@example.ru");
        assert_guide_still_works(browser, &embedding_site, "lost");
        // The message's mail link appears with its island, when the message is opened.
        browser.click_in_frame("#lost summary");
        browser.wait_in_frame(&format!("document.querySelector(\"{MESSAGE}\")"), "the letter");
        let mail_url = browser.eval_in_frame(&format!("document.querySelector(\"{MESSAGE}\").href"));
        let mail_url = mail_url.unwrap_or_else(|why| panic!("{why}"));
        browser.click_in_frame(MESSAGE);
        wait_for_opened(browser, apps, mail_url.as_str().expect("an address"));
        assert_guide_still_works(browser, &embedding_site, "lost");
    }
}

#[test]
fn chromium_opens_the_mail_app_from_every_frame() {
    let apps = ExternalApps::new();
    let (page, _chromium) = start_chromium(&apps);
    assert_opens_mail(&page, &apps);
}

#[test]
fn firefox_opens_the_mail_app_from_every_frame() {
    let apps = ExternalApps::new();
    assert_opens_mail(&Firefox::with_external_apps(&apps), &apps);
}

#[test]
fn webkit_stays_on_the_step_after_an_email_link() {
    let (webkit, guide) = (WebKit::start(&[], &[]), small_guide());
    let webkit: &dyn Embedder = &webkit;
    for framing in advised_framings(&guide).into_iter().chain(strict_framings(&guide)) {
        let embedding_site = framing.embedding_site(&guide, ADDRESS);
        open_framed(webkit, &embedding_site, "lost", true);
        webkit.click_in_frame(CARD);
        webkit.wait_in_frame("document.querySelector('iframe[name=outlet]')", "the frame for letters");
        assert_guide_still_works(webkit, &embedding_site, "lost");
    }
}
