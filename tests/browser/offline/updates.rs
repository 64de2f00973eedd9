//! Updates, and what may interrupt them. After each the right version works online and offline, and at most two caches are
//! left.

use std::path::Path;

use serde_json::json;
use tempfile::TempDir;

use super::cache_repair::delete_from_caches;
use super::deployment::Deployment;
use super::{
    DELAYED, NO_NETWORK, OTHER_SITE, THIRD_SITE, assert_cached_completely, assert_guide_version,
    assert_version_online_and_offline, caches, request_count, version, visit, visit_and_install, wait_for_promise,
    wait_for_requests, wait_for_worker,
};
use crate::guide::{wait_for_islands, wait_for_step};
use crate::support::built_site::{site, site_from};
use crate::support::{Chromium, Fault, Host, Page, Setup};

/// Makes the browser look for a new worker now.
const UPDATE: &str = "navigator.serviceWorker.getRegistration().then(r => r.update()).catch(() => 0)";
/// The addresses of the hashed assets that the page has loaded.
const LOADED_ASSETS: &str =
    "performance.getEntriesByType('resource').map(e => e.name).filter(name => /assets\\/guide-/.test(name))";

fn visitor() -> Setup {
    Setup::default().service_worker()
}

/// Lets an update begin, with one file delayed.
#[track_caller]
fn begin_slow_update(page: &Page, host: Host) -> Host {
    let file = "404.html";
    let before = request_count(&host, file);
    let host = host.fault(file, DELAYED);
    page.reload();
    page.eval(UPDATE);
    wait_for_requests(page, &host, file, before + 1);
    host
}

/// Visits the site and waits until this version is installed.
#[track_caller]
fn update(page: &Page, host: &Host, site: &Path) {
    visit(page, &host.url(""));
    page.eval(UPDATE);
    wait_for_version(page, site);
}

#[track_caller]
fn wait_for_version(page: &Page, site: &Path) {
    wait_for_promise(page, &is_confirmed(site), "the new version");
    wait_for_worker(page);
}

/// The promise that a version is cached completely.
fn is_confirmed(site: &Path) -> String {
    let name = json!(version(site));
    format!(
        "caches.keys().then(names => names.find(name => name.endsWith({name}))).then(cacheName => cacheName && caches.match('?confirmed', {{ cacheName }}))"
    )
}

#[test]
fn an_update_is_complete_at_the_next_visit() {
    let deployment = Deployment::new(site());
    let host = Host::serve(deployment.folder());
    let page = visitor().page();
    visit_and_install(&page, &host);
    assert_eq!(caches(&page).len(), 1);
    deployment.replace(site_from(OTHER_SITE));
    // This visit shows the cached version only, while the new one is loaded.
    assert_guide_version(&page, &host.url(""), site());
    wait_for_version(&page, site_from(OTHER_SITE));
    // The open page has its assets, although the server no longer has them.
    assert_eq!(
        page.eval(&format!("Promise.all({LOADED_ASSETS}.map(u => fetch(u).then(r => r.status)))")),
        json!([200, 200])
    );
    assert_eq!(page.console(), [""; 0]);
    assert_version_online_and_offline(&page, host, site_from(OTHER_SITE));
}

#[test]
fn an_update_survives_a_visit() {
    let deployment = Deployment::new(site());
    let host = Host::serve(deployment.folder());
    let page = visitor().page();
    visit_and_install(&page, &host);
    deployment.replace(site_from(OTHER_SITE));
    let host = begin_slow_update(&page, host);
    for step in ["forgot-email", "start"] {
        visit(&page, &host.url(&format!("#{step}")));
        wait_for_step(&page, step);
        page.settle();
    }
    host.clear_faults();
    wait_for_version(&page, site_from(OTHER_SITE));
    assert_version_online_and_offline(&page, host, site_from(OTHER_SITE));
}

#[test]
fn an_update_survives_two_other_tabs() {
    let deployment = Deployment::new(site());
    let host = Host::serve(deployment.folder());
    let page = visitor().page();
    visit_and_install(&page, &host);
    let others = [page.new_tab(&visitor()), page.new_tab(&visitor())];
    for other in &others {
        other.open(&host.url("#forgot-email"));
        wait_for_islands(other);
    }
    deployment.replace(site_from(OTHER_SITE));
    let host = begin_slow_update(&page, host);
    visit(&others[0], &host.url("#municipality"));
    wait_for_step(&others[0], "municipality");
    host.clear_faults();
    wait_for_version(&page, site_from(OTHER_SITE));
    // The other tabs stay on their steps and have all assets of their version.
    for (other, step) in others.iter().zip(["municipality", "forgot-email"]) {
        wait_for_step(other, step);
        other.eval("location.hash = ''");
        other.tap("#find");
        other.type_text("не помню почту");
        other.wait_until("document.querySelector('.find ul a[href=\"#forgot-email\"]')", "an answer");
        assert_eq!(other.console(), [""; 0]);
    }
    assert_guide_version(&others[1], &host.url(""), site_from(OTHER_SITE));
    assert_version_online_and_offline(&page, host, site_from(OTHER_SITE));
    assert_guide_version(&others[0], &others[1].url(), site_from(OTHER_SITE));
}

#[test]
fn an_update_survives_a_crash_of_the_browser() {
    let deployment = Deployment::new(site());
    let profile = TempDir::new().expect("a profile");
    let start_browser = || Chromium::with_profile(profile.path()).unwrap_or_else(|why| panic!("{why}"));
    let browser = start_browser();
    let page = Page::in_profile(&browser, &visitor());
    let host = Host::serve(deployment.folder());
    visit_and_install(&page, &host);
    deployment.replace(site_from(OTHER_SITE));
    let host = begin_slow_update(&page, host);
    browser.crash();
    drop(page);
    // First there is no network.
    let host = host.fault("", NO_NETWORK);
    let browser = start_browser();
    let page = Page::in_profile(&browser, &visitor());
    assert_guide_version(&page, &host.url(""), site());
    host.clear_faults();
    update(&page, &host, site_from(OTHER_SITE));
    assert_version_online_and_offline(&page, host, site_from(OTHER_SITE));
}

#[test]
fn a_host_with_half_of_the_new_files_changes_nothing() {
    let deployment = Deployment::new(site());
    let host = Host::serve(deployment.folder());
    let page = visitor().page();
    visit_and_install(&page, &host);
    deployment.replace_partially(site_from(OTHER_SITE));
    assert_update_fails(&page, &host, site());
    // The update succeeds when it can be loaded completely.
    deployment.replace(site_from(OTHER_SITE));
    update(&page, &host, site_from(OTHER_SITE));
    assert_version_online_and_offline(&page, host, site_from(OTHER_SITE));
}

#[test]
fn a_faulty_file_changes_nothing() {
    let faults = [
        (".wasm", Fault::NotFound),
        (".wasm", Fault::Truncated),
        ("manifest.json", Fault::Corrupt),
        ("index.html", Fault::edited(|page| page.replace("<p", "<p class=injected"))),
        ("404.html", Fault::Interrupted),
    ];
    for (file, fault) in faults {
        let deployment = Deployment::new(site());
        let host = Host::serve(deployment.folder());
        let page = visitor().page();
        visit_and_install(&page, &host);
        let host = host.fault(file, fault);
        deployment.replace(site_from(OTHER_SITE));
        assert_update_fails(&page, &host, site());
        let url = host.url("");
        drop(host);
        assert_guide_version(&page, &url, site());
        assert_eq!(page.eval("document.querySelectorAll('.injected').length"), 0);
    }
}

/// A worker of the same version, as older tools made where only its script had changed.
#[test]
fn a_failed_install_keeps_the_live_cache() {
    let deployment = Deployment::new(site());
    let host = Host::serve(deployment.folder());
    let page = visitor().page();
    visit_and_install(&page, &host);
    // A file is missing, so that the next worker of the same version has something to fetch.
    delete_from_caches(&page, "map/");
    deployment.edit("sw.js", |script| script + "// Another script.\n");
    let host = host.fault("map/index.html", Fault::NotFound);
    let before = request_count(&host, "map/");
    page.eval(UPDATE);
    wait_for_requests(&page, &host, "map/", before + 1);
    wait_for_worker(&page);
    assert_eq!(caches(&page).len(), 1, "the live cache");
    host.clear_faults();
    assert_version_online_and_offline(&page, host, site());
}

/// Starts an update that fails, and asserts that this version is still there alone and complete.
#[track_caller]
fn assert_update_fails(page: &Page, host: &Host, site: &Path) {
    page.reload();
    page.eval(UPDATE);
    wait_for_worker(page);
    // The page itself asks for an update too, perhaps only now: a cache that is being filled in vain goes with it.
    wait_for_promise(page, "caches.keys().then(names => names.length === 1)", "one cache alone");
    assert_cached_completely(page, &host.url(""), site);
    visit(page, &host.url("#hotline"));
    wait_for_step(page, "hotline");
}

#[test]
fn a_full_disk_changes_nothing() {
    let deployment = Deployment::new(site());
    let host = Host::serve(deployment.folder());
    let page = visitor().page();
    visit_and_install(&page, &host);
    let origin = host.url("").trim_end_matches('/').to_owned();
    page.call("Storage.overrideQuotaForOrigin", json!({ "origin": origin, "quotaSize": storage_usage(&page) + 1000 }));
    deployment.replace(site_from(OTHER_SITE));
    assert_update_fails(&page, &host, site());
    assert_version_online_and_offline(&page, host, site());
}

#[test]
fn a_quota_for_two_versions_is_enough() {
    let deployment = Deployment::new(site());
    let host = Host::serve(deployment.folder());
    let page = visitor().page();
    visit_and_install(&page, &host);
    let size_of_one = storage_usage(&page);
    deployment.replace(site_from(OTHER_SITE));
    update(&page, &host, site_from(OTHER_SITE));
    let origin = host.url("").trim_end_matches('/').to_owned();
    page.call(
        "Storage.overrideQuotaForOrigin",
        json!({ "origin": origin, "quotaSize": storage_usage(&page) + size_of_one / 4 }),
    );
    deployment.replace(site_from(THIRD_SITE));
    update(&page, &host, site_from(THIRD_SITE));
    assert_version_online_and_offline(&page, host, site_from(THIRD_SITE));
}

/// The storage used by the origin, in bytes.
#[track_caller]
fn storage_usage(page: &Page) -> u64 {
    page.eval("navigator.storage.estimate().then(told => told.usage)").as_u64().expect("a size")
}

#[test]
fn a_rollback_is_an_update() {
    let deployment = Deployment::new(site());
    let host = Host::serve(deployment.folder());
    let page = visitor().page();
    visit_and_install(&page, &host);
    deployment.replace(site_from(OTHER_SITE));
    update(&page, &host, site_from(OTHER_SITE));
    let before = request_count(&host, ".wasm");
    deployment.replace(site());
    visit(&page, &host.url(""));
    page.wait_until("document.querySelector('.update a')", "the line");
    assert_guide_version(&page, &host.url(""), site());
    assert_eq!(request_count(&host, ".wasm"), before, "the version before was still there");
    // A version that is in use counts as recent: the previous one stays for the pages that are open.
    deployment.replace(site_from(THIRD_SITE));
    update(&page, &host, site_from(THIRD_SITE));
    let names = caches(&page);
    assert!(names.len() == 2 && names.iter().any(|name| name.ends_with(&version(site()))), "{names:?}");
    assert_version_online_and_offline(&page, host, site_from(THIRD_SITE));
}

#[test]
fn a_rollback_in_the_middle_of_an_update_changes_nothing() {
    let deployment = Deployment::new(site());
    let host = Host::serve(deployment.folder());
    let page = visitor().page();
    visit_and_install(&page, &host);
    deployment.replace(site_from(OTHER_SITE));
    let host = begin_slow_update(&page, host);
    deployment.replace(site());
    host.clear_faults();
    assert_update_fails(&page, &host, site());
    assert_version_online_and_offline(&page, host, site());
}
