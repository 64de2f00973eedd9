//! A browser may lose what was cached: the worker fetches it again, of its own version, and helps itself until then.

use navigator_guide::site::pages::Page as SitePage;
use serde_json::json;

use super::deployment::Deployment;
use super::{
    NONE, OTHER, assert_guide, assert_right, assert_whole, caches, first_visit, title, version, visit, wait_for,
};
use crate::support::built_site::{site, site_from};
use crate::support::{Fault, Host, Page, Setup};

/// Takes what ends like this out of every cache.
#[track_caller]
pub fn lose(page: &Page, end: &str) {
    let lost = page.eval(&format!(
        "(async () => {{
            let lost = 0;
            for (const name of await caches.keys()) {{
                const cache = await caches.open(name);
                for (const request of await cache.keys()) if (request.url.endsWith({})) lost += await cache.delete(request);
            }}
            return lost;
        }})()",
        json!(end)
    ));
    assert_ne!(lost, 0, "nothing ends in {end}");
}

#[test]
fn a_lost_file_is_fetched_again() {
    for file in [".wasm", "map/", "404.html"] {
        let host = Host::serve(site());
        let page = Setup::default().service_worker().page();
        first_visit(&page, &host);
        lose(&page, file);
        visit(&page, &host.url(""));
        assert_right(&page, host, site());
    }
}

#[test]
fn a_lost_cache_is_fetched_again() {
    let host = Host::serve(site());
    let page = Setup::default().service_worker().page();
    first_visit(&page, &host);
    page.eval("caches.keys().then(names => Promise.all(names.map(name => caches.delete(name))))");
    visit(&page, &host.url("map/"));
    assert_right(&page, host, site());
}

#[test]
fn a_lost_file_is_not_replaced_by_another_version() {
    let deployment = Deployment::of(site());
    let host = Host::serve(deployment.folder());
    let page = Setup::default().service_worker().page();
    first_visit(&page, &host);
    lose(&page, "map/");
    lose(&page, "print/");
    // The other version can't come whole, so this one stays as it is; what it lacks comes from the host.
    deployment.replace(site_from(OTHER));
    let host = host.fault("print.js", Fault::NotFound);
    for _ in 0..2 {
        visit(&page, &host.url("map/"));
        assert_eq!(page.eval("document.title"), title(site_from(OTHER), SitePage::Map));
        page.settle();
    }
    assert_guide(&page, &host.url(""), site());
    let cached = page.eval("caches.match('map/').then(found => !found)");
    assert_eq!(cached, true, "a page of another version is cached");
    deployment.replace(site());
    host.clear_faults();
    assert_right(&page, host, site());
}

#[test]
fn without_a_network_the_previous_version_is_used() {
    let deployment = Deployment::of(site());
    let host = Host::serve(deployment.folder());
    let page = Setup::default().service_worker().page();
    first_visit(&page, &host);
    deployment.replace(site_from(OTHER));
    visit(&page, &host.url(""));
    wait_for(&page, "caches.keys().then(names => names.length === 2)", "the new version");
    page.wait_until("document.querySelector('.update a')", "the line");
    let lost = caches(&page).into_iter().find(|name| name.ends_with(&version(site_from(OTHER)))).expect("the new one");
    assert_eq!(page.eval(&format!("caches.delete({})", json!(lost))), true);
    let host = host.fault("", NONE);
    assert_guide(&page, &host.url(""), site());
    host.clear_faults();
    visit(&page, &host.url(""));
    assert_whole(&page, &host.url(""), site_from(OTHER));
    assert_right(&page, host, site_from(OTHER));
}
