//! An update, and what may cross it. After each: online right, offline right, at most two caches left.

use std::path::Path;

use serde_json::json;
use tempfile::TempDir;

use super::cache_repair::lose;
use super::deployment::Deployment;
use super::{
    NONE, OTHER, SLOW, THIRD, asked_times, assert_guide, assert_right, assert_whole, caches, first_visit, version,
    visit, wait_for, wait_for_worker, wait_until_asked_times,
};
use crate::guide::{wait_for_islands, wait_for_step};
use crate::support::built_site::{site, site_from};
use crate::support::{Chromium, Fault, Host, Page, Setup};

/// The browser looks for a new worker now; answers whatever comes of it.
const UPDATE: &str = "navigator.serviceWorker.getRegistration().then(r => r.update()).catch(() => 0)";
/// Files of the page's own version that it has loaded, by their addresses.
const LOADED: &str =
    "performance.getEntriesByType('resource').map(e => e.name).filter(name => /assets\\/guide-/.test(name))";

fn visitor() -> Setup {
    Setup::default().service_worker()
}

/// Lets the new version's files begin to come, and holds one of them up.
#[track_caller]
fn begin_update(page: &Page, host: Host) -> Host {
    let file = "404.html";
    let before = asked_times(&host, file);
    let host = host.fault(file, SLOW);
    page.reload();
    page.eval(UPDATE);
    wait_until_asked_times(page, &host, file, before + 1);
    host
}

/// Visits until a version has come and taken over.
#[track_caller]
fn update(page: &Page, host: &Host, site: &Path) {
    visit(page, &host.url(""));
    page.eval(UPDATE);
    wait_for_version(page, site);
}

#[track_caller]
fn wait_for_version(page: &Page, site: &Path) {
    wait_for(page, &confirmed(site), "the new version");
    wait_for_worker(page);
}

/// The promise that a version is cached whole.
fn confirmed(site: &Path) -> String {
    let name = json!(version(site));
    format!(
        "caches.keys().then(names => names.find(name => name.endsWith({name}))).then(cacheName => cacheName && caches.match('?confirmed', {{ cacheName }}))"
    )
}

#[test]
fn an_update_is_complete_at_the_next_visit() {
    let deployment = Deployment::of(site());
    let host = Host::serve(deployment.folder());
    let page = visitor().page();
    first_visit(&page, &host);
    assert_eq!(caches(&page).len(), 1);
    deployment.replace(site_from(OTHER));
    // This visit shows what is cached, all of it of one version, while the new one comes.
    assert_guide(&page, &host.url(""), site());
    wait_for_version(&page, site_from(OTHER));
    // The page that is open has what it needs of its own version, though the host has it no more.
    assert_eq!(page.eval(&format!("Promise.all({LOADED}.map(u => fetch(u).then(r => r.status)))")), json!([200, 200]));
    assert_eq!(page.console(), [""; 0]);
    assert_right(&page, host, site_from(OTHER));
}

#[test]
fn an_update_survives_a_visit() {
    let deployment = Deployment::of(site());
    let host = Host::serve(deployment.folder());
    let page = visitor().page();
    first_visit(&page, &host);
    deployment.replace(site_from(OTHER));
    let host = begin_update(&page, host);
    for step in ["forgot-email", "start"] {
        visit(&page, &host.url(&format!("#{step}")));
        wait_for_step(&page, step);
        page.settle();
    }
    host.clear_faults();
    wait_for_version(&page, site_from(OTHER));
    assert_right(&page, host, site_from(OTHER));
}

#[test]
fn an_update_survives_two_other_tabs() {
    let deployment = Deployment::of(site());
    let host = Host::serve(deployment.folder());
    let page = visitor().page();
    first_visit(&page, &host);
    let others = [page.new_tab(&visitor()), page.new_tab(&visitor())];
    for other in &others {
        other.open(&host.url("#forgot-email"));
        wait_for_islands(other);
    }
    deployment.replace(site_from(OTHER));
    let host = begin_update(&page, host);
    visit(&others[0], &host.url("#municipality"));
    wait_for_step(&others[0], "municipality");
    host.clear_faults();
    wait_for_version(&page, site_from(OTHER));
    // Who reads goes on reading, and has all of the version that is open.
    for (other, step) in others.iter().zip(["municipality", "forgot-email"]) {
        wait_for_step(other, step);
        other.eval("location.hash = ''");
        other.tap("#find");
        other.type_text("не помню почту");
        other.wait_until("document.querySelector('.find ul a[href=\"#forgot-email\"]')", "an answer");
        assert_eq!(other.console(), [""; 0]);
    }
    assert_guide(&others[1], &host.url(""), site_from(OTHER));
    assert_right(&page, host, site_from(OTHER));
    assert_guide(&others[0], &others[1].url(), site_from(OTHER));
}

#[test]
fn an_update_survives_a_crash_of_the_browser() {
    let deployment = Deployment::of(site());
    let profile = TempDir::new().expect("a profile");
    let start = || Chromium::with_profile(profile.path()).unwrap_or_else(|why| panic!("{why}"));
    let browser = start();
    let page = Page::in_profile(&browser, &visitor());
    let host = Host::serve(deployment.folder());
    first_visit(&page, &host);
    deployment.replace(site_from(OTHER));
    let host = begin_update(&page, host);
    browser.crash();
    drop(page);
    // At first there is no network.
    let host = host.fault("", NONE);
    let browser = start();
    let page = Page::in_profile(&browser, &visitor());
    assert_guide(&page, &host.url(""), site());
    host.clear_faults();
    update(&page, &host, site_from(OTHER));
    assert_right(&page, host, site_from(OTHER));
}

#[test]
fn a_host_with_half_of_the_new_files_changes_nothing() {
    let deployment = Deployment::of(site());
    let host = Host::serve(deployment.folder());
    let page = visitor().page();
    first_visit(&page, &host);
    deployment.replace_half(site_from(OTHER));
    fails_to_update(&page, &host, site());
    // Once it can come whole, it comes.
    deployment.replace(site_from(OTHER));
    update(&page, &host, site_from(OTHER));
    assert_right(&page, host, site_from(OTHER));
}

#[test]
fn a_faulty_file_changes_nothing() {
    let wrongs = [
        (".wasm", Fault::NotFound),
        (".wasm", Fault::Truncated),
        ("manifest.json", Fault::Corrupt),
        ("index.html", Fault::edited(|page| page.replace("<p", "<p class=injected"))),
        ("404.html", Fault::Interrupted),
    ];
    for (file, fault) in wrongs {
        let deployment = Deployment::of(site());
        let host = Host::serve(deployment.folder());
        let page = visitor().page();
        first_visit(&page, &host);
        let host = host.fault(file, fault);
        deployment.replace(site_from(OTHER));
        fails_to_update(&page, &host, site());
        let url = host.url("");
        drop(host);
        assert_guide(&page, &url, site());
        assert_eq!(page.eval("document.querySelectorAll('.injected').length"), 0);
    }
}

/// A worker of the same version, as earlier tools made where only its script had changed.
#[test]
fn a_failed_install_keeps_the_live_cache() {
    let deployment = Deployment::of(site());
    let host = Host::serve(deployment.folder());
    let page = visitor().page();
    first_visit(&page, &host);
    // It lacks something, so that the next worker of its name has something to fetch.
    lose(&page, "map/");
    deployment.edit("sw.js", |script| script + "// Another script.\n");
    let host = host.fault("map/index.html", Fault::NotFound);
    let before = asked_times(&host, "map/");
    page.eval(UPDATE);
    wait_until_asked_times(&page, &host, "map/", before + 1);
    wait_for_worker(&page);
    assert_eq!(caches(&page).len(), 1, "the live cache");
    host.clear_faults();
    assert_right(&page, host, site());
}

/// Asks for an update that does not come, and sees that this version is still there, alone and whole.
#[track_caller]
fn fails_to_update(page: &Page, host: &Host, site: &Path) {
    page.reload();
    page.eval(UPDATE);
    wait_for_worker(page);
    assert_eq!(caches(page).len(), 1, "{:?}", caches(page));
    assert_whole(page, &host.url(""), site);
    visit(page, &host.url("#hotline"));
    wait_for_step(page, "hotline");
}

#[test]
fn a_full_disk_changes_nothing() {
    let deployment = Deployment::of(site());
    let host = Host::serve(deployment.folder());
    let page = visitor().page();
    first_visit(&page, &host);
    let origin = host.url("").trim_end_matches('/').to_owned();
    page.call("Storage.overrideQuotaForOrigin", json!({ "origin": origin, "quotaSize": usage(&page) + 1000 }));
    deployment.replace(site_from(OTHER));
    fails_to_update(&page, &host, site());
    assert_right(&page, host, site());
}

#[test]
fn a_quota_for_two_versions_is_enough() {
    let deployment = Deployment::of(site());
    let host = Host::serve(deployment.folder());
    let page = visitor().page();
    first_visit(&page, &host);
    let one = usage(&page);
    deployment.replace(site_from(OTHER));
    update(&page, &host, site_from(OTHER));
    let origin = host.url("").trim_end_matches('/').to_owned();
    page.call("Storage.overrideQuotaForOrigin", json!({ "origin": origin, "quotaSize": usage(&page) + one / 4 }));
    deployment.replace(site_from(THIRD));
    update(&page, &host, site_from(THIRD));
    assert_right(&page, host, site_from(THIRD));
}

/// How much the origin keeps, in bytes.
#[track_caller]
fn usage(page: &Page) -> u64 {
    page.eval("navigator.storage.estimate().then(told => told.usage)").as_u64().expect("a size")
}

#[test]
fn a_rollback_is_an_update() {
    let deployment = Deployment::of(site());
    let host = Host::serve(deployment.folder());
    let page = visitor().page();
    first_visit(&page, &host);
    deployment.replace(site_from(OTHER));
    update(&page, &host, site_from(OTHER));
    let before = asked_times(&host, ".wasm");
    deployment.replace(site());
    visit(&page, &host.url(""));
    page.wait_until("document.querySelector('.update a')", "the line");
    assert_guide(&page, &host.url(""), site());
    assert_eq!(asked_times(&host, ".wasm"), before, "the version before was still there");
    // What is used is not what comes longest ago: the one before this one stays for the pages that are open.
    deployment.replace(site_from(THIRD));
    update(&page, &host, site_from(THIRD));
    let names = caches(&page);
    assert!(names.len() == 2 && names.iter().any(|name| name.ends_with(&version(site()))), "{names:?}");
    assert_right(&page, host, site_from(THIRD));
}

#[test]
fn a_rollback_in_the_middle_of_an_update_changes_nothing() {
    let deployment = Deployment::of(site());
    let host = Host::serve(deployment.folder());
    let page = visitor().page();
    first_visit(&page, &host);
    deployment.replace(site_from(OTHER));
    let host = begin_update(&page, host);
    deployment.replace(site());
    host.clear_faults();
    fails_to_update(&page, &host, site());
    assert_right(&page, host, site());
}
