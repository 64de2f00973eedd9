//! One visit puts the whole site on the phone.

use std::fs;
use std::time::Duration;

use serde_json::json;
use tempfile::TempDir;

use super::{OTHER_SITE, caches, visit_and_install, wait_for_promise, wait_for_worker};
use crate::guide::{
    answer, answered_steps, path_by_options, ui_string, wait_for_islands, wait_for_request, wait_for_step,
    wait_for_trail,
};
use crate::support::built_site::{site, site_from};
use crate::support::files::copy;
use crate::support::{EmbeddingSite, Fault, Host, Setup};

#[test]
fn after_one_visit_every_page_works_offline() {
    let host = Host::serve(site());
    let page = Setup::default().service_worker().clock_at("2026-11-24T14:20:00+03:00").page();
    page.open(&host.url(""));
    wait_for_worker(&page);
    let url = |path: &str| host.url(path);
    let (start, deep_link, pages) =
        (url(""), url("#forgot-email"), guide_core::pages::Page::ALL.map(|page| (page.file(), url(page.address()))));
    let wrong_address = url("no/such/page");
    drop(host);

    page.open(&start);
    wait_for_islands(&page);
    let path = path_by_options(&["application-cancelled", "no", "not-helped"]);
    for edge in path {
        answer(&page, edge);
    }
    wait_for_trail(&page, &answered_steps(path));
    assert!(page.text("[data-island=status]").contains(&ui_string("status", "open")));
    // The search model is fetched when the field is first used.
    page.open("about:blank");
    page.open(&start);
    wait_for_islands(&page);
    page.tap("#find");
    page.type_text("не помню почту");
    page.wait_until("document.querySelector('.find ul a[href=\"#forgot-email\"]')", "an answer");
    page.open("about:blank");
    page.open(&deep_link);
    wait_for_step(&page, "forgot-email");
    page.reload();
    wait_for_step(&page, "forgot-email");
    page.open(&format!("{start}?institution=x"));
    wait_for_step(&page, "start");
    for (file, url) in pages {
        page.open("about:blank");
        page.open(&url);
        assert!(page.eval("document.querySelector('h1').textContent.length").as_i64() > Some(3), "{file}");
        // The link preview pictures are for site keepers, who have a network: no phone caches them, and none is requested
        // while it is out of view.
        let broken = page.eval("[...document.images].filter(i => i.complete && !i.naturalWidth).map(i => i.src)");
        assert_eq!(broken, json!([]), "{file}");
    }
    page.open(&wrong_address);
    assert!(page.text("body").contains(&ui_string("not_found", "title")));
}

#[test]
fn the_first_visit_continues_without_a_network() {
    let host = Host::serve(site());
    let page = Setup::default().service_worker().page();
    visit_and_install(&page, &host);
    wait_for_islands(&page);
    page.wait_until("navigator.serviceWorker.controller", "the worker's control");
    drop(host);
    // The search model is requested at its first use.
    page.tap("#find");
    page.type_text("не помню почту");
    page.wait_until("document.querySelector('.find ul a[href=\"#forgot-email\"]')", "an answer");
}

#[test]
fn a_failed_first_install_leaves_no_worker_and_no_cache() {
    let host = Host::serve(site()).fault(".bin", Fault::Truncated);
    let page = Setup::default().service_worker().page();
    page.open(&host.url(""));
    wait_for_islands(&page);
    // Requested by the worker alone, as nobody has used the search.
    wait_for_request(&page, &host, ".bin");
    wait_for_promise(&page, "navigator.serviceWorker.getRegistration().then(r => !r)", "the end of the try");
    assert_eq!(caches(&page), [""; 0]);
    answer(&page, &path_by_options(&["municipality", "not-helped"])[0]);
}

#[test]
fn two_sites_on_one_host_keep_separate_caches() {
    let folder = TempDir::new().expect("a folder");
    for (name, site) in [("one", site()), ("two", site_from(OTHER_SITE))] {
        fs::create_dir(folder.path().join(name)).expect("a folder");
        copy(site, &folder.path().join(name));
    }
    let host = Host::serve(folder.path());
    let page = Setup::default().service_worker().page();
    for name in ["one/", "two/", "one/", "two/"] {
        page.open("about:blank");
        page.open(&host.url(name));
        wait_for_worker(&page);
    }
    let names = caches(&page);
    assert_eq!(names.len(), 2, "{names:?}");
    let (one, two) = (host.url("one/"), host.url("two/"));
    drop(host);
    for (url, title) in [(one, "Навигатор"), (two, "Справочник")] {
        page.open("about:blank");
        page.open(&url);
        assert!(page.eval("document.title").as_str().is_some_and(|found| found.starts_with(title)), "{url}");
    }
}

#[test]
fn there_is_no_worker_in_a_frame_or_with_data_saver() {
    let host = Host::serve(site());
    let embedding_site = EmbeddingSite::new(&format!("<iframe title=guide src='{}'></iframe>", host.url("")));
    let page = Setup::default().service_worker().page();
    page.open(&embedding_site.host.url(""));
    let frame = page.frame(0);
    frame.wait_until("document.querySelector('.remind a')", "the islands");
    page.settle();
    assert!(!host.requested_paths().iter().any(|path| path == "sw.js"), "a worker in a frame");

    let host = Host::serve(site());
    let page = Setup::default().service_worker().save_data().page();
    page.open(&host.url(""));
    page.settle();
    page.pump_events(Duration::from_millis(500));
    assert!(!host.requested_paths().iter().any(|path| path == "sw.js"), "a worker where data are dear");
}
