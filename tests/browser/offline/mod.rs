//! Offline: after one visit the whole site is on the phone, and a new version replaces it completely or not at all.

mod cache_repair;
mod deployment;
mod editor_worker;
mod first_visit;
pub mod update_notice;
mod updates;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use guide_core::pages::Page as SitePage;
use serde_json::json;

use crate::guide::wait_for_islands;
use crate::support::page::DEADLINE;
use crate::support::{Fault, Host, Page};

/// Another version of the site, as different from the first as possible.
const OTHER_SITE: &str = "tests/data/small.toml";
/// A third version.
const THIRD_SITE: &str = "tests/data/large.toml";
/// Delayed until the faults are cleared, or longer than any wait of the page.
const DELAYED: Fault = Fault::Slow(Duration::from_secs(240));

/// No network until the faults are cleared.
const NO_NETWORK: Fault = Fault::Dropped;

/// Waits until a promise resolves to something true, evaluating it again each time.
#[track_caller]
fn wait_for_promise(page: &Page, promise: &str, what: &str) {
    let deadline = Instant::now() + DEADLINE;
    while page.try_eval(&format!("({promise}).then(Boolean)")) != Ok(json!(true)) {
        assert!(Instant::now() < deadline, "{what} did not come: {promise}; caches: {:?}", caches(page));
        page.pump_events(Duration::from_millis(30));
    }
}

/// Waits until a worker is active and none is being installed.
#[track_caller]
pub fn wait_for_worker(page: &Page) {
    wait_for_promise(
        page,
        "navigator.serviceWorker.getRegistration().then(r => r?.active?.state === 'activated' && !r.installing && !r.waiting)",
        "a worker",
    );
}

/// Waits until the host was asked for a file so many times.
#[track_caller]
fn wait_for_requests(page: &Page, host: &Host, file: &str, times: usize) {
    let deadline = Instant::now() + DEADLINE;
    while request_count(host, file) < times {
        assert!(Instant::now() < deadline, "nobody asks for {file} {times} times: {:?}", host.requested_paths());
        page.pump_events(Duration::from_millis(30));
    }
}

fn request_count(host: &Host, file: &str) -> usize {
    host.requested_paths().iter().filter(|path| path.ends_with(file)).count()
}

/// The names of the caches.
#[track_caller]
fn caches(page: &Page) -> Vec<String> {
    serde_json::from_value(page.eval("caches.keys()")).expect("names")
}

/// The value of a constant in a site's worker script.
fn worker_constant<'s>(script: &'s str, name: &str) -> &'s str {
    let start = format!("const {name} = ");
    script.lines().find_map(|line| line.strip_prefix(&start)?.split(';').next()).expect("the worker's constant")
}

fn worker_script(site: &Path) -> String {
    fs::read_to_string(site.join("sw.js")).expect("the worker")
}

/// The version in a site's worker script.
fn version(site: &Path) -> String {
    worker_constant(&worker_script(site), "VERSION").trim_matches('"').to_owned()
}

/// The addresses that a site's worker caches, relative to the site.
fn cached_addresses(site: &Path) -> Vec<String> {
    let files: BTreeMap<String, String> =
        serde_json::from_str(worker_constant(&worker_script(site), "FILES")).expect("a list");
    assert!(files.len() > 10, "{files:?}");
    let address = |file: String| match file.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder.to_owned(),
        _ => file,
    };
    files.into_keys().map(address).collect()
}

/// The title of a page, which tells versions apart.
fn title(site: &Path, page: SitePage) -> String {
    let text = fs::read_to_string(site.join(page.file())).expect("a page");
    let title = text.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>")).expect("a title").0;
    title.to_owned()
}

/// Opens an address in a new document.
#[track_caller]
fn visit(page: &Page, url: &str) {
    page.open("about:blank");
    page.open(url);
}

/// Makes the first visit and waits until a worker with the whole site is installed.
#[track_caller]
fn visit_and_install(page: &Page, host: &Host) {
    page.open(&host.url(""));
    wait_for_worker(page);
}

/// Asserts that the guide is shown in this version, with assets of this version only.
#[track_caller]
fn assert_guide_version(page: &Page, url: &str, site: &Path) {
    visit(page, url);
    assert_eq!(page.eval("document.title"), title(site, SitePage::Guide));
    wait_for_islands(page);
    let used = page.eval(
        "performance.getEntriesByType('resource').map(e => e.name).filter(name => /assets\\/guide-/.test(name)).map(u => u.slice(u.indexOf('assets/')))",
    );
    for asset in used.as_array().expect("assets") {
        assert!(site.join(asset.as_str().expect("a name")).is_file(), "{asset} is of another version");
    }
}

/// Waits until every file of this version is cached.
#[track_caller]
fn assert_cached_completely(page: &Page, url: &str, site: &Path) {
    let expected: Vec<String> = cached_addresses(site).iter().map(|path| format!("{url}{path}")).collect();
    let cached = format!(
        "caches.keys().then(names => names.find(name => name.endsWith({}))).then(cacheName => cacheName && Promise.all({}.map(url => caches.match(url, {{ cacheName }})))).then(all => all && all.every(Boolean))",
        json!(version(site)),
        json!(expected)
    );
    wait_for_promise(page, &cached, "the whole version");
}

/// Asserts that this version is shown completely with the server and without it, and that at most two caches are left.
#[track_caller]
fn assert_version_online_and_offline(page: &Page, host: Host, site: &Path) {
    assert_guide_version(page, &host.url(""), site);
    wait_for_worker(page);
    assert_cached_completely(page, &host.url(""), site);
    wait_for_promise(page, "caches.keys().then(names => names.length <= 2)", "the end of older versions");
    let url = host.url("");
    drop(host);
    assert_guide_version(page, &url, site);
    for each in SitePage::ALL {
        visit(page, &format!("{url}{}", each.address()));
        assert_eq!(page.eval("document.title"), title(site, each), "{} without a network", each.file());
    }
    assert!(caches(page).len() <= 2, "{:?}", caches(page));
}
