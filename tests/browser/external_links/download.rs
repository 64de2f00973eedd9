//! Downloads: the hotline's calendar and the reminder are saved from every frame.

use super::{Framing, advised_framings, assert_guide_still_works, open_framed, start_chromium, strict_framings};
use crate::guide::{host, ui_string};
use crate::support::built_site::site;
use crate::support::{Embedder, ExternalApps, Firefox, Host, WebKit};

const HOURS: &str = "#hotline a[href$='hotline.ics']";
const REMINDER: &str = "#hotline .remind a";

/// Clicks a link and waits for its calendar file; returns name and text.
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
fn assert_downloads(browser: &dyn Embedder, apps: &ExternalApps, guide: &Host, framing: &Framing) {
    let embedding_site = framing.embedding_site(guide, "#hotline");
    open_framed(browser, &embedding_site, "hotline", true);
    let (name, text) = download(browser, apps, HOURS);
    assert_eq!(name, "hotline.ics");
    assert_eq!(text, std::fs::read_to_string(site().join("hotline.ics")).expect("the file of the site"));
    let (name, text) = download(browser, apps, REMINDER);
    assert!(name.starts_with(ui_string("remind", "file").trim_end_matches(".ics")), "{name}");
    assert!(text.contains("TRIGGER:-PT10M"), "{text}");
    assert_guide_still_works(browser, &embedding_site, "hotline");
}

#[test]
fn chromium_saves_the_calendar_files() {
    let (apps, guide) = (ExternalApps::new(), host());
    let (page, _chromium) = start_chromium(&apps);
    for framing in advised_framings(&guide).into_iter().chain(strict_framings(&guide)) {
        assert_downloads(&page, &apps, &guide, &framing);
    }
}

// Firefox and WebKit treat the reminder, a `data:` link, as a document of the frame: the advised policy allows `data:`.

#[test]
fn firefox_saves_the_calendar_files() {
    let (apps, guide) = (ExternalApps::new(), host());
    let firefox = Firefox::with_external_apps(&apps);
    for framing in advised_framings(&guide) {
        assert_downloads(&firefox, &apps, &guide, &framing);
    }
}

#[test]
fn webkit_saves_the_calendar_files() {
    let (apps, guide) = (ExternalApps::new(), host());
    let home = apps.downloads();
    for framing in advised_framings(&guide) {
        // MiniBrowser lists downloads below the page, and with each there is less of the page to click on.
        let webkit = WebKit::start(&[], &[("HOME", home.to_str().expect("a path of ASCII"))]);
        assert_downloads(&webkit, &apps, &guide, &framing);
    }
}
