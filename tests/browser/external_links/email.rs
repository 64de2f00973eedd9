//! Letters: `mailto:` reaches the mail program from every frame, from a school's card and from a message that an island fills.

use super::{advised, chromium, goes_on, open, strict, wait_for_opened};
use crate::support::built_site::site_of;
use crate::support::{Embedder, Firefox, Host, System, WebKit};

const ADDRESS: &str = "?institution=school-5#lost";
const CARD: &str = "#lost .institution a[href^='mailto:']";
const MESSAGE: &str = "#lost [data-island=message] a[href^='mailto:']";

#[track_caller]
fn guide() -> Host {
    Host::serve(site_of("tests/data/small.toml"))
}

#[track_caller]
fn writes(browser: &dyn Embedder, system: &System) {
    let guide = guide();
    for framing in advised(&guide).into_iter().chain(strict(&guide)) {
        let school = framing.school(&guide, ADDRESS);
        open(browser, &school, "lost", true);
        browser.click_in_frame(CARD);
        wait_for_opened(browser, system, "mailto:school5@example.ru");
        goes_on(browser, &school, "lost");
        // The message's letter comes with its island, when the message is opened.
        browser.click_in_frame("#lost summary");
        browser.wait_in_frame(&format!("document.querySelector(\"{MESSAGE}\")"), "the letter");
        let letter = browser.eval_in_frame(&format!("document.querySelector(\"{MESSAGE}\").href"));
        let letter = letter.unwrap_or_else(|why| panic!("{why}"));
        browser.click_in_frame(MESSAGE);
        wait_for_opened(browser, system, letter.as_str().expect("an address"));
        goes_on(browser, &school, "lost");
    }
}

#[test]
fn chromium_writes() {
    let system = System::new();
    let (page, _chromium) = chromium(&system);
    writes(&page, &system);
}

#[test]
fn firefox_writes() {
    let system = System::new();
    writes(&Firefox::on(&system), &system);
}

#[test]
fn webkit_stays() {
    let (webkit, guide) = (WebKit::with(&[], &[]), guide());
    let webkit: &dyn Embedder = &webkit;
    for framing in advised(&guide).into_iter().chain(strict(&guide)) {
        let school = framing.school(&guide, ADDRESS);
        open(webkit, &school, "lost", true);
        webkit.click_in_frame(CARD);
        webkit.wait_in_frame("document.querySelector('iframe[name=outlet]')", "the frame for letters");
        goes_on(webkit, &school, "lost");
    }
}
