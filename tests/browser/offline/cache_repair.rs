//! A browser may evict cached files: the worker fetches them again, in its own version, and uses a substitute until then.

use guide_core::pages::Page as SitePage;
use serde_json::json;

use super::deployment::Deployment;
use super::{
    NO_NETWORK, OTHER_SITE, assert_cached_completely, assert_guide_version, assert_version_online_and_offline, caches,
    title, version, visit, visit_and_install, wait_for_promise,
};
use crate::support::built_site::{site, site_from};
use crate::support::{Fault, Host, Page, Setup};

/// Deletes every cached file whose address ends like this.
#[track_caller]
pub fn delete_from_caches(page: &Page, end: &str) {
    let deleted = page.eval(&format!(
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
    assert_ne!(deleted, 0, "nothing ends in {end}");
}

#[test]
fn a_lost_file_is_fetched_again() {
    for file in [".wasm", "map/", "404.html"] {
        let host = Host::serve(site());
        let page = Setup::default().service_worker().page();
        visit_and_install(&page, &host);
        delete_from_caches(&page, file);
        visit(&page, &host.url(""));
        assert_version_online_and_offline(&page, host, site());
    }
}

#[test]
fn a_lost_cache_is_fetched_again() {
    let host = Host::serve(site());
    let page = Setup::default().service_worker().page();
    visit_and_install(&page, &host);
    page.eval("caches.keys().then(names => Promise.all(names.map(name => caches.delete(name))))");
    visit(&page, &host.url("map/"));
    assert_version_online_and_offline(&page, host, site());
}

#[test]
fn a_lost_file_is_not_replaced_by_another_version() {
    let deployment = Deployment::new(site());
    let host = Host::serve(deployment.folder());
    let page = Setup::default().service_worker().page();
    visit_and_install(&page, &host);
    delete_from_caches(&page, "map/");
    delete_from_caches(&page, "print/");
    // The other version cannot load completely, so this one stays; what it lacks comes from the server.
    deployment.replace(site_from(OTHER_SITE));
    let host = host.fault("print.js", Fault::NotFound);
    for _ in 0..2 {
        visit(&page, &host.url("map/"));
        assert_eq!(page.eval("document.title"), title(site_from(OTHER_SITE), SitePage::Map));
        page.settle();
    }
    assert_guide_version(&page, &host.url(""), site());
    let cached = page.eval("caches.match('map/').then(found => !found)");
    assert_eq!(cached, true, "a page of another version is cached");
    deployment.replace(site());
    host.clear_faults();
    assert_version_online_and_offline(&page, host, site());
}

#[test]
fn without_a_network_the_previous_version_is_used() {
    let deployment = Deployment::new(site());
    let host = Host::serve(deployment.folder());
    let page = Setup::default().service_worker().page();
    visit_and_install(&page, &host);
    deployment.replace(site_from(OTHER_SITE));
    visit(&page, &host.url(""));
    wait_for_promise(&page, "caches.keys().then(names => names.length === 2)", "the new version");
    page.wait_until("document.querySelector('.update a')", "the line");
    let deleted =
        caches(&page).into_iter().find(|name| name.ends_with(&version(site_from(OTHER_SITE)))).expect("the new one");
    assert_eq!(page.eval(&format!("caches.delete({})", json!(deleted))), true);
    let host = host.fault("", NO_NETWORK);
    assert_guide_version(&page, &host.url(""), site());
    host.clear_faults();
    visit(&page, &host.url(""));
    assert_cached_completely(&page, &host.url(""), site_from(OTHER_SITE));
    assert_version_online_and_offline(&page, host, site_from(OTHER_SITE));
}
