//! What a copy says of its age: that there is a newer version, or of what day it is. Nothing where there is nothing to say.

use std::time::Duration;

use navigator_guide::site::pages::Page as SitePage;
use serde_json::json;

use super::deployment::Deployment;
use super::{NONE, OTHER, assert_right, first_visit, title, visit, wait_for};
use crate::guide::{is_shown, plain, wait_for_islands, wait_for_step, word};
use crate::keyboard::tab_to;
use crate::printing::print;
use crate::support::built_site::{site, site_from};
use crate::support::engine::Engine;
use crate::support::{Firefox, Host, Page, Setup, WebKit};

/// The page counts what the worker has told it.
const COUNTED: &str =
    "self.answers = 0; self.navigator.serviceWorker?.addEventListener('message', () => self.answers++);";
const LINE: &str = "body > .update[role=status] p";

fn visitor() -> Setup {
    Setup::default().service_worker().init_script(COUNTED)
}

/// The copy was last known to be the newest so many days ago; answers that day, as people write it.
#[track_caller]
fn confirmed_days_ago(page: &Page, host: &Host, days: u32) -> String {
    // A page that asks nothing itself. Once the worker answers it, what the page before has asked is done.
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
fn wait_for_line(page: &Page, said: &str) {
    let lines = format!(
        "[...document.querySelectorAll({})].map(e => e.innerText.replace(/\\s+/g, ' ')).join('|')",
        json!(LINE)
    );
    page.wait_until(&format!("{lines} === {}", json!(plain(said))), said);
}

/// Waits until the page knows what it needs to know, and sees that it has nothing to say.
#[track_caller]
fn assert_silent(page: &Page) {
    page.wait_until("self.answers > 0", "the worker's answer");
    page.settle();
    assert_eq!(page.eval("document.querySelectorAll('.update').length"), 0, "{:?}", page.texts(".update"));
}

fn newer() -> String {
    format!("{} {}", word("update", "newer"), word("update", "reload"))
}

/// A copy that is kept for three weeks without a network, and says so; answers what it says.
#[track_caller]
pub fn outdated(page: &Page, host: Host) -> (Host, String) {
    first_visit(page, &host);
    let day = confirmed_days_ago(page, &host, 21);
    let host = host.fault("", NONE);
    visit(page, &host.url("#hotline"));
    let said = word("update", "old").replace("{date}", &day);
    wait_for_line(page, &said);
    wait_for_islands(page);
    (host, said)
}

#[test]
fn a_newer_version_is_announced_and_waits_for_a_tap() {
    let deployment = Deployment::of(site());
    let host = Host::serve(deployment.folder());
    let page = visitor().page();
    first_visit(&page, &host);
    // A tab that nobody touches is told, too; and so is the one of the first visit.
    let other = page.new_tab(&visitor());
    other.open(&host.url("#municipality"));
    wait_for_islands(&other);
    deployment.replace(site_from(OTHER));
    let reader = page.new_tab(&visitor());
    reader.open(&host.url("#hotline"));
    for (tab, step) in [(&reader, "hotline"), (&other, "municipality"), (&page, "start")] {
        wait_for_line(tab, &newer());
        wait_for_step(tab, step);
        tab.draw();
        assert_eq!(tab.layout_shifts(), [""; 0]);
        assert_eq!(tab.console(), [""; 0]);
    }
    // The link keeps its promise without a network, and leads back to what was read.
    let host = host.fault("", NONE);
    reader.tap(".update a");
    reader.wait_until(
        &format!("document.title.endsWith({})", json!(title(site_from(OTHER), SitePage::Guide))),
        "the new version",
    );
    wait_for_step(&reader, "hotline");
    assert_silent(&reader);
    host.clear_faults();
    assert_right(&page, host, site_from(OTHER));
}

#[test]
fn the_newest_copy_shows_no_notice() {
    let host = Host::serve(site());
    let page = visitor().page();
    first_visit(&page, &host);
    assert_silent(&page);
    visit(&page, &host.url(""));
    assert_silent(&page);
    // Two weeks without a network are no reason to worry anybody.
    confirmed_days_ago(&page, &host, 13);
    let host = host.fault("", NONE);
    visit(&page, &host.url(""));
    assert_silent(&page);
}

#[test]
fn an_old_copy_shows_its_date_until_the_host_answers() {
    let page = visitor().page();
    let (host, _) = outdated(&page, Host::serve(site()));
    page.draw();
    assert_eq!(page.layout_shifts(), [""; 0]);
    host.clear_faults();
    page.eval("dispatchEvent(new Event('online'))");
    page.wait_until("!document.querySelector('.update')", "the end of the line");
    wait_for(
        &page,
        "caches.match('?confirmed').then(found => found.text()).then(time => Date.now() - time < 6e5)",
        "a new date",
    );
    let host = host.fault("", NONE);
    visit(&page, &host.url(""));
    assert_silent(&page);
}

#[test]
fn an_old_copy_shows_its_date_when_a_newer_version_fails_to_load() {
    let deployment = Deployment::of(site());
    let host = Host::serve(deployment.folder());
    let page = visitor().page();
    first_visit(&page, &host);
    let day = confirmed_days_ago(&page, &host, 15);
    deployment.replace_half(site_from(OTHER));
    visit(&page, &host.url(""));
    wait_for_line(&page, &word("update", "old").replace("{date}", &day));
}

#[test]
fn a_tab_that_wakes_checks_for_updates() {
    let deployment = Deployment::of(site());
    let host = Host::serve(deployment.folder());
    let page = visitor().clock_at("2026-11-24T14:20:00+03:00").page();
    first_visit(&page, &host);
    assert_silent(&page);
    deployment.replace(site_from(OTHER));
    page.sleep(Duration::from_secs(2 * 3600));
    wait_for_line(&page, &newer());
}

#[test]
fn a_newer_version_is_announced_without_webassembly_and_with_data_saver() {
    for setup in [visitor().init_script("delete self.WebAssembly"), visitor().save_data()] {
        let deployment = Deployment::of(site());
        let host = Host::serve(deployment.folder());
        let page = visitor().page();
        first_visit(&page, &host);
        deployment.replace(site_from(OTHER));
        let other = page.new_tab(&setup);
        other.open(&host.url("#hotline"));
        wait_for_line(&other, &newer());
        assert_eq!(other.layout_shifts(), [""; 0]);
    }
}

#[test]
fn firefox_announces_a_newer_version() {
    told_by(&Firefox::with_preferences(&[]));
}

#[test]
fn webkit_announces_a_newer_version() {
    told_by(&WebKit::start(&[], &[]));
}

#[track_caller]
fn told_by(engine: &dyn Engine) {
    let deployment = Deployment::of(site());
    let host = Host::serve(deployment.folder());
    engine.open(&host.url(""));
    engine.wait_until("navigator.serviceWorker.controller", "the worker's control");
    deployment.replace(site_from(OTHER));
    engine.open("about:blank");
    engine.open(&host.url("#hotline"));
    engine.wait_until("document.querySelector('body > .update[role=status] a')", "the line");
    engine.click(".update a");
    engine.wait_until(&format!("document.title.endsWith({})", json!(title(site_from(OTHER), SitePage::Guide))), "it");
    engine.wait_until(&is_shown("hotline"), "the step that was read");
}

#[test]
fn the_notice_covers_no_focused_element() {
    let page = Setup::default().service_worker().desktop(360, 640).page();
    outdated(&page, Host::serve(site()));
    tab_to(&page, "footer a[href='accessibility/']");
    assert!(page.visible(".update"));
}

/// The pages beside the guide are in the copy as well.
#[test]
fn the_other_pages_show_the_notice() {
    let deployment = Deployment::of(site());
    let page = visitor().page();
    let (host, said) = outdated(&page, Host::serve(deployment.folder()));
    let beside = SitePage::ALL.into_iter().filter(|page| !matches!(page, SitePage::Guide | SitePage::NotFound));
    for each in beside.clone() {
        visit(&page, &host.url(each.address()));
        wait_for_line(&page, &said);
        page.draw();
        assert_eq!(page.layout_shifts(), [""; 0], "{}", each.file());
    }
    // Paper says it, too, where it has room.
    visit(&page, &host.url(SitePage::Print.address()));
    wait_for_line(&page, &said);
    let sheets = print(&page, "an old copy");
    sheets.says(&said);
    assert_eq!(sheets.pages(), 2);

    deployment.replace(site_from(OTHER));
    host.clear_faults();
    for each in beside {
        let tab = page.new_tab(&visitor());
        tab.open(&host.url(each.address()));
        // Whoever comes first sees the old one and is told; the others have the new one.
        tab.wait_until(
            &format!(
                "document.querySelector('.update a') || document.title === {}",
                json!(title(site_from(OTHER), each))
            ),
            "the newer version",
        );
    }
    visit(&page, &host.url(SitePage::Print.address()));
    assert_silent(&page);
    assert_eq!(page.eval("document.title"), title(site_from(OTHER), SitePage::Print));
}

/// A first visit to one of them loads no copy of the whole site, and asks for none.
#[test]
fn a_first_visit_to_another_page_makes_no_copy() {
    let host = Host::serve(site());
    let page = visitor().page();
    page.open(&host.url("print/"));
    page.settle();
    assert!(host.requested_paths().iter().any(|path| path == "update.js"));
    assert!(!host.requested_paths().iter().any(|path| path == "sw.js"), "{:?}", host.requested_paths());
}
