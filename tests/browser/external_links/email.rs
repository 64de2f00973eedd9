//! Letters: `mailto:` reaches the mail program from every frame, from a school's card and from a message that an island fills.

use super::{advised, chromium, goes_on, open, strict, wait_for_opened};
use crate::support::built_site::site_from;
use crate::support::{Embedder, ExternalApps, Firefox, Host, WebKit};

const ADDRESS: &str = "?institution=school-5#lost";
const CARD: &str = "#lost .institution a[href^='mailto:']";
const MESSAGE: &str = "#lost [data-island=message] a[href^='mailto:']";

#[track_caller]
fn guide() -> Host {
    Host::serve(site_from("tests/data/small.toml"))
}

#[track_caller]
fn writes(browser: &dyn Embedder, apps: &ExternalApps) {
    let guide = guide();
    for framing in advised(&guide).into_iter().chain(strict(&guide)) {
        let embedding_site = framing.embedding_site(&guide, ADDRESS);
        open(browser, &embedding_site, "lost", true);
        browser.click_in_frame(CARD);
        wait_for_opened(browser, apps, "mailto:school5@example.ru");
        goes_on(browser, &embedding_site, "lost");
        // The message's letter comes with its island, when the message is opened.
        browser.click_in_frame("#lost summary");
        browser.wait_in_frame(&format!("document.querySelector(\"{MESSAGE}\")"), "the letter");
        let letter = browser.eval_in_frame(&format!("document.querySelector(\"{MESSAGE}\").href"));
        let letter = letter.unwrap_or_else(|why| panic!("{why}"));
        browser.click_in_frame(MESSAGE);
        wait_for_opened(browser, apps, letter.as_str().expect("an address"));
        goes_on(browser, &embedding_site, "lost");
    }
}

#[test]
fn chromium_opens_the_mail_app_from_every_frame() {
    let apps = ExternalApps::new();
    let (page, _chromium) = chromium(&apps);
    writes(&page, &apps);
}

#[test]
fn firefox_opens_the_mail_app_from_every_frame() {
    let apps = ExternalApps::new();
    writes(&Firefox::with_external_apps(&apps), &apps);
}

#[test]
fn webkit_stays_on_the_step_after_an_email_link() {
    let (webkit, guide) = (WebKit::start(&[], &[]), guide());
    let webkit: &dyn Embedder = &webkit;
    for framing in advised(&guide).into_iter().chain(strict(&guide)) {
        let embedding_site = framing.embedding_site(&guide, ADDRESS);
        open(webkit, &embedding_site, "lost", true);
        webkit.click_in_frame(CARD);
        webkit.wait_in_frame("document.querySelector('iframe[name=outlet]')", "the frame for letters");
        goes_on(webkit, &embedding_site, "lost");
    }
}
