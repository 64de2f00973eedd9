//! The update notice of an offline copy: a newer version is there, or the date of an old copy. Nothing is shown where
//! neither applies.

use std::time::Duration;

use guide_core::pages::Page as SitePage;
use serde_json::json;

use super::deployment::Deployment;
use super::{
    NO_NETWORK, OTHER_SITE, assert_version_online_and_offline, title, visit, visit_and_install, wait_for_promise,
};
use crate::guide::{normalize_spaces, step_is_shown, ui_string, wait_for_islands, wait_for_step};
use crate::keyboard::tab_to;
use crate::printing::print;
use crate::support::built_site::{site, site_from};
use crate::support::engine::Engine;
use crate::support::{Firefox, Host, Page, Setup, WebKit};

/// Counts the messages of the service worker.
const COUNT_ANSWERS: &str =
    "self.answers = 0; self.navigator.serviceWorker?.addEventListener('message', () => self.answers++);";
const NOTICE: &str = "body > .update[role=status] p";

fn visitor() -> Setup {
    Setup::default().service_worker().init_script(COUNT_ANSWERS)
}

/// Makes the copy one that was last confirmed as the newest so many days ago, and returns that date as people write it.
#[track_caller]
fn set_confirmed_days_ago(page: &Page, host: &Host, days: u32) -> String {
    // This page sends no query itself. Once the worker answers it, the query of the page before is done.
    visit(page, &host.url("404.html"));
    page.eval(
        "new Promise(answered => {
            navigator.serviceWorker.onmessage = () => answered();
            navigator.serviceWorker.ready.then(({ active }) => active.postMessage(false));
        })",
    );
    let day = page.eval(&format!(
        "(async () => {{
            const time = new Date(Date.now() - {days} * 864e5);
            for (const name of await caches.keys()) await (await caches.open(name)).put('./?confirmed', new Response(+time));
            const two = number => String(number).padStart(2, '0');
            return [two(time.getDate()), two(time.getMonth() + 1), time.getFullYear()].join('.');
        }})()"
    ));
    day.as_str().expect("a day").to_owned()
}

#[track_caller]
fn wait_for_notice(page: &Page, text: &str) {
    let lines = format!(
        "[...document.querySelectorAll({})].map(e => e.innerText.replace(/\\s+/g, ' ')).join('|')",
        json!(NOTICE)
    );
    page.wait_until(&format!("{lines} === {}", json!(normalize_spaces(text))), text);
}

/// Waits until the worker has answered, and asserts that there is no notice.
#[track_caller]
fn assert_silent(page: &Page) {
    page.wait_until("self.answers > 0", "the worker's answer");
    page.settle();
    assert_eq!(page.eval("document.querySelectorAll('.update').length"), 0, "{:?}", page.texts(".update"));
}

fn newer_version_text() -> String {
    format!("{} {}", ui_string("update", "newer"), ui_string("update", "reload"))
}

/// Opens a copy that was confirmed three weeks ago, without a network, and returns the text of its notice.
#[track_caller]
pub fn open_outdated_copy(page: &Page, host: Host) -> (Host, String) {
    visit_and_install(page, &host);
    let day = set_confirmed_days_ago(page, &host, 21);
    let host = host.fault("", NO_NETWORK);
    visit(page, &host.url("#hotline"));
    let text = ui_string("update", "old").replace("{date}", &day);
    wait_for_notice(page, &text);
    wait_for_islands(page);
    (host, text)
}

#[test]
fn a_newer_version_is_announced_and_waits_for_a_tap() {
    let deployment = Deployment::new(site());
    let host = Host::serve(deployment.folder());
    let page = visitor().page();
    visit_and_install(&page, &host);
    // A tab that nobody uses gets the notice too, and so does the tab of the first visit.
    let other = page.new_tab(&visitor());
    other.open(&host.url("#municipality"));
    wait_for_islands(&other);
    deployment.replace(site_from(OTHER_SITE));
    let reader = page.new_tab(&visitor());
    reader.open(&host.url("#hotline"));
    for (tab, step) in [(&reader, "hotline"), (&other, "municipality"), (&page, "start")] {
        wait_for_notice(tab, &newer_version_text());
        wait_for_step(tab, step);
        tab.draw();
        assert_eq!(tab.layout_shifts(), [""; 0]);
        assert_eq!(tab.console(), [""; 0]);
    }
    // The link works without a network and leads back to the same step.
    let host = host.fault("", NO_NETWORK);
    reader.tap(".update a");
    reader.wait_until(
        &format!("document.title.endsWith({})", json!(title(site_from(OTHER_SITE), SitePage::Guide))),
        "the new version",
    );
    wait_for_step(&reader, "hotline");
    assert_silent(&reader);
    host.clear_faults();
    assert_version_online_and_offline(&page, host, site_from(OTHER_SITE));
}

#[test]
fn the_newest_copy_shows_no_notice() {
    let host = Host::serve(site());
    let page = visitor().page();
    visit_and_install(&page, &host);
    assert_silent(&page);
    visit(&page, &host.url(""));
    assert_silent(&page);
    // Less than two weeks without a network need no notice.
    set_confirmed_days_ago(&page, &host, 13);
    let host = host.fault("", NO_NETWORK);
    visit(&page, &host.url(""));
    assert_silent(&page);
}

#[test]
fn an_old_copy_shows_its_date_until_the_host_answers() {
    let page = visitor().page();
    let (host, _) = open_outdated_copy(&page, Host::serve(site()));
    page.draw();
    assert_eq!(page.layout_shifts(), [""; 0]);
    host.clear_faults();
    page.eval("dispatchEvent(new Event('online'))");
    page.wait_until("!document.querySelector('.update')", "the end of the line");
    wait_for_promise(
        &page,
        "caches.match('?confirmed').then(found => found.text()).then(time => Date.now() - time < 6e5)",
        "a new date",
    );
    let host = host.fault("", NO_NETWORK);
    visit(&page, &host.url(""));
    assert_silent(&page);
}

#[test]
fn an_old_copy_shows_its_date_when_a_newer_version_fails_to_load() {
    let deployment = Deployment::new(site());
    let host = Host::serve(deployment.folder());
    let page = visitor().page();
    visit_and_install(&page, &host);
    let day = set_confirmed_days_ago(&page, &host, 15);
    deployment.replace_partially(site_from(OTHER_SITE));
    visit(&page, &host.url(""));
    wait_for_notice(&page, &ui_string("update", "old").replace("{date}", &day));
}

#[test]
fn a_tab_that_wakes_checks_for_updates() {
    let deployment = Deployment::new(site());
    let host = Host::serve(deployment.folder());
    let page = visitor().clock_at("2026-11-24T14:20:00+03:00").page();
    visit_and_install(&page, &host);
    assert_silent(&page);
    deployment.replace(site_from(OTHER_SITE));
    page.sleep(Duration::from_secs(2 * 3600));
    wait_for_notice(&page, &newer_version_text());
}

#[test]
fn a_newer_version_is_announced_without_webassembly_and_with_data_saver() {
    for setup in [visitor().init_script("delete self.WebAssembly"), visitor().save_data()] {
        let deployment = Deployment::new(site());
        let host = Host::serve(deployment.folder());
        let page = visitor().page();
        visit_and_install(&page, &host);
        deployment.replace(site_from(OTHER_SITE));
        let other = page.new_tab(&setup);
        other.open(&host.url("#hotline"));
        wait_for_notice(&other, &newer_version_text());
        assert_eq!(other.layout_shifts(), [""; 0]);
    }
}

#[test]
fn firefox_announces_a_newer_version() {
    assert_engine_announces(&Firefox::with_preferences(&[]));
}

#[test]
fn webkit_announces_a_newer_version() {
    assert_engine_announces(&WebKit::start(&[], &[]));
}

#[track_caller]
fn assert_engine_announces(engine: &dyn Engine) {
    let deployment = Deployment::new(site());
    let host = Host::serve(deployment.folder());
    engine.open(&host.url(""));
    engine.wait_until("navigator.serviceWorker.controller", "the worker's control");
    deployment.replace(site_from(OTHER_SITE));
    engine.open("about:blank");
    engine.open(&host.url("#hotline"));
    engine.wait_until("document.querySelector('body > .update[role=status] a')", "the line");
    engine.click(".update a");
    engine.wait_until(
        &format!("document.title.endsWith({})", json!(title(site_from(OTHER_SITE), SitePage::Guide))),
        "it",
    );
    engine.wait_until(&step_is_shown("hotline"), "the step that was read");
}

#[test]
fn the_notice_covers_no_focused_element() {
    let page = Setup::default().service_worker().desktop(360, 640).page();
    open_outdated_copy(&page, Host::serve(site()));
    tab_to(&page, "footer a[href='accessibility/']");
    assert!(page.visible(".update"));
}

/// The other pages are in the copy as well.
#[test]
fn the_other_pages_show_the_notice() {
    let deployment = Deployment::new(site());
    let page = visitor().page();
    let (host, text) = open_outdated_copy(&page, Host::serve(deployment.folder()));
    let other_pages = SitePage::ALL.into_iter().filter(|page| !matches!(page, SitePage::Guide | SitePage::NotFound));
    for each in other_pages.clone() {
        visit(&page, &host.url(each.address()));
        wait_for_notice(&page, &text);
        page.draw();
        assert_eq!(page.layout_shifts(), [""; 0], "{}", each.file());
    }
    // The notice is printed too, where there is room.
    visit(&page, &host.url(SitePage::Print.address()));
    wait_for_notice(&page, &text);
    let sheets = print(&page, "an old copy");
    sheets.assert_contains(&text);
    assert_eq!(sheets.pages(), 2);

    deployment.replace(site_from(OTHER_SITE));
    host.clear_faults();
    for each in other_pages {
        let tab = page.new_tab(&visitor());
        tab.open(&host.url(each.address()));
        // The page that is opened first is old and shows the notice; the others are new.
        tab.wait_until(
            &format!(
                "document.querySelector('.update a') || document.title === {}",
                json!(title(site_from(OTHER_SITE), each))
            ),
            "the newer version",
        );
    }
    visit(&page, &host.url(SitePage::Print.address()));
    assert_silent(&page);
    assert_eq!(page.eval("document.title"), title(site_from(OTHER_SITE), SitePage::Print));
}

/// A first visit to another page installs no service worker.
#[test]
fn a_first_visit_to_another_page_makes_no_copy() {
    let host = Host::serve(site());
    let page = visitor().page();
    page.open(&host.url("print/"));
    page.settle();
    assert!(host.requested_paths().iter().any(|path| path == "update.js"));
    assert!(!host.requested_paths().iter().any(|path| path == "sw.js"), "{:?}", host.requested_paths());
}
