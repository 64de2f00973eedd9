//! Files: the hotline's hours and the reminder come into the folder of downloads from every frame.

use super::{Framing, advised, chromium, goes_on, open, strict};
use crate::guide::{host, word};
use crate::support::built_site::site;
use crate::support::{Embedder, ExternalApps, Firefox, Host, WebKit};

const HOURS: &str = "#hotline a[href$='hotline.ics']";
const REMINDER: &str = "#hotline .remind a";

/// Clicks a link and waits for its calendar, by name and text.
#[track_caller]
fn download(browser: &dyn Embedder, apps: &ExternalApps, link: &str) -> (String, String) {
    let mut files = Vec::new();
    browser.click_in_frame(link);
    browser.wait_while(
        || {
            files = apps.take_calendars();
            files.is_empty()
        },
        || format!("nothing came of {link}"),
    );
    assert_eq!(files.len(), 1, "{files:?}");
    files.remove(0)
}

#[track_caller]
fn downloads(browser: &dyn Embedder, apps: &ExternalApps, guide: &Host, framing: &Framing) {
    let embedding_site = framing.embedding_site(guide, "#hotline");
    open(browser, &embedding_site, "hotline", true);
    let (name, text) = download(browser, apps, HOURS);
    assert_eq!(name, "hotline.ics");
    assert_eq!(text, std::fs::read_to_string(site().join("hotline.ics")).expect("the file of the site"));
    let (name, text) = download(browser, apps, REMINDER);
    assert!(name.starts_with(word("remind", "file").trim_end_matches(".ics")), "{name}");
    assert!(text.contains("TRIGGER:-PT10M"), "{text}");
    goes_on(browser, &embedding_site, "hotline");
}

#[test]
fn chromium_saves_the_calendar_files() {
    let (apps, guide) = (ExternalApps::new(), host());
    let (page, _chromium) = chromium(&apps);
    for framing in advised(&guide).into_iter().chain(strict(&guide)) {
        downloads(&page, &apps, &guide, &framing);
    }
}

// Firefox and WebKit take the reminder, a link that is the file itself, for a document of the frame's: the advice allows `data:`.

#[test]
fn firefox_saves_the_calendar_files() {
    let (apps, guide) = (ExternalApps::new(), host());
    let firefox = Firefox::with_external_apps(&apps);
    for framing in advised(&guide) {
        downloads(&firefox, &apps, &guide, &framing);
    }
}

#[test]
fn webkit_saves_the_calendar_files() {
    let (apps, guide) = (ExternalApps::new(), host());
    let home = apps.downloads();
    for framing in advised(&guide) {
        // Its small browser lists downloads below the page, and with each there is less of the page to click on.
        let webkit = WebKit::start(&[], &[("HOME", home.to_str().expect("a path of ASCII"))]);
        downloads(&webkit, &apps, &guide, &framing);
    }
}
