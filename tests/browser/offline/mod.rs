//! Without a network: after one visit the whole site is on the phone, and a new version replaces it whole or not at all.

mod cache_repair;
mod deployment;
mod first_visit;
pub mod update_notice;
mod updates;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use navigator_guide::site::pages::Page as SitePage;
use serde_json::json;

use crate::guide::wait_for_islands;
use crate::support::page::DEADLINE;
use crate::support::{Fault, Host, Page};

/// Another version of the site: as different from the first as can be.
const OTHER: &str = "tests/data/small.toml";
/// And one more.
const THIRD: &str = "tests/data/large.toml";
/// Until the host is mended, or a page has waited for it longer than for anything.
const SLOW: Fault = Fault::Slow(Duration::from_secs(240));

/// No network, until the host is mended.
const NONE: Fault = Fault::Dropped;

/// Waits until a promise is kept with something true, asked for anew each time.
#[track_caller]
fn wait_for(page: &Page, promise: &str, what: &str) {
    let deadline = Instant::now() + DEADLINE;
    while page.try_eval(&format!("({promise}).then(Boolean)")) != Ok(json!(true)) {
        assert!(Instant::now() < deadline, "{what} did not come: {promise}; caches: {:?}", caches(page));
        page.pump_events(Duration::from_millis(30));
    }
}

/// Waits until a worker has taken over and nothing is being installed.
#[track_caller]
fn wait_for_worker(page: &Page) {
    wait_for(
        page,
        "navigator.serviceWorker.getRegistration().then(r => r?.active?.state === 'activated' && !r.installing && !r.waiting)",
        "a worker",
    );
}

/// Waits until the host has been asked for a file so often.
#[track_caller]
fn wait_until_asked_times(page: &Page, host: &Host, file: &str, times: usize) {
    let deadline = Instant::now() + DEADLINE;
    while asked_times(host, file) < times {
        assert!(Instant::now() < deadline, "nobody asks for {file} {times} times: {:?}", host.requested_paths());
        page.pump_events(Duration::from_millis(30));
    }
}

fn asked_times(host: &Host, file: &str) -> usize {
    host.requested_paths().iter().filter(|path| path.ends_with(file)).count()
}

/// The names of the caches.
#[track_caller]
fn caches(page: &Page) -> Vec<String> {
    serde_json::from_value(page.eval("caches.keys()")).expect("names")
}

/// A constant of a site's worker.
fn constant<'s>(script: &'s str, name: &str) -> &'s str {
    let start = format!("const {name} = ");
    script.lines().find_map(|line| line.strip_prefix(&start)?.split(';').next()).expect("the worker's constant")
}

fn worker(site: &Path) -> String {
    fs::read_to_string(site.join("sw.js")).expect("the worker")
}

/// The version that a site's worker tells.
fn version(site: &Path) -> String {
    constant(&worker(site), "VERSION").trim_matches('"').to_owned()
}

/// The addresses of all that a site's worker is to keep, below the site's own.
fn kept(site: &Path) -> Vec<String> {
    let files: BTreeMap<String, String> = serde_json::from_str(constant(&worker(site), "FILES")).expect("a list");
    assert!(files.len() > 10, "{files:?}");
    let address = |file: String| match file.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder.to_owned(),
        _ => file,
    };
    files.into_keys().map(address).collect()
}

/// The title of a page of a site, which tells versions apart.
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

/// The first visit: a worker is there afterwards, with all of the site.
#[track_caller]
fn first_visit(page: &Page, host: &Host) {
    page.open(&host.url(""));
    wait_for_worker(page);
}

/// Sees that the guide comes in this version, whole, whoever it comes from.
#[track_caller]
fn assert_guide(page: &Page, url: &str, site: &Path) {
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

/// Waits until all of this version is cached.
#[track_caller]
fn assert_whole(page: &Page, url: &str, site: &Path) {
    let wanted: Vec<String> = kept(site).iter().map(|path| format!("{url}{path}")).collect();
    let cached = format!(
        "caches.keys().then(names => names.find(name => name.endsWith({}))).then(cacheName => cacheName && Promise.all({}.map(url => caches.match(url, {{ cacheName }})))).then(all => all && all.every(Boolean))",
        json!(version(site)),
        json!(wanted)
    );
    wait_for(page, &cached, "the whole version");
}

/// What must be true whatever has happened: with the host and without it comes this version, whole, and at most two caches
/// are left.
#[track_caller]
fn assert_right(page: &Page, host: Host, site: &Path) {
    assert_guide(page, &host.url(""), site);
    wait_for_worker(page);
    assert_whole(page, &host.url(""), site);
    wait_for(page, "caches.keys().then(names => names.length <= 2)", "the end of older versions");
    let url = host.url("");
    drop(host);
    assert_guide(page, &url, site);
    for each in SitePage::ALL {
        visit(page, &format!("{url}{}", each.address()));
        assert_eq!(page.eval("document.title"), title(site, each), "{} without a network", each.file());
    }
    assert!(caches(page).len() <= 2, "{:?}", caches(page));
}
