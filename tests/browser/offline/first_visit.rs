//! One visit puts the whole site on the phone.

use std::fs;
use std::time::Duration;

use serde_json::json;
use tempfile::TempDir;

use super::deployment::copy;
use super::{OTHER, caches, first_visit, wait_for, wait_for_worker};
use crate::guide::{
    answer, answered, path_by, wait_for_islands, wait_for_step, wait_for_trail, wait_until_asked, word,
};
use crate::support::built_site::{site, site_from};
use crate::support::{EmbeddingSite, Fault, Host, Setup};

#[test]
fn after_one_visit_every_page_works_offline() {
    let host = Host::serve(site());
    let page = Setup::default().service_worker().clock_at("2026-11-24T14:20:00+03:00").page();
    page.open(&host.url(""));
    wait_for_worker(&page);
    let url = |path: &str| host.url(path);
    let (start, deep, pages) = (
        url(""),
        url("#forgot-email"),
        navigator_guide::site::pages::Page::ALL.map(|page| (page.file(), url(page.address()))),
    );
    let wrong = url("no/such/page");
    drop(host);

    page.open(&start);
    wait_for_islands(&page);
    let path = path_by(&["application-cancelled", "no", "not-helped"]);
    for turn in path {
        answer(&page, turn);
    }
    wait_for_trail(&page, &answered(path));
    assert!(page.text("[data-island=status]").contains(&word("status", "open")));
    // The search's knowledge is fetched when its field is first used.
    page.open("about:blank");
    page.open(&start);
    wait_for_islands(&page);
    page.tap("#find");
    page.type_text("не помню почту");
    page.wait_until("document.querySelector('.find ul a[href=\"#forgot-email\"]')", "an answer");
    page.open("about:blank");
    page.open(&deep);
    wait_for_step(&page, "forgot-email");
    page.reload();
    wait_for_step(&page, "forgot-email");
    page.open(&format!("{start}?institution=x"));
    wait_for_step(&page, "start");
    for (file, url) in pages {
        page.open("about:blank");
        page.open(&url);
        assert!(page.eval("document.querySelector('h1').textContent.length").as_i64() > Some(3), "{file}");
        // The pictures for chats are for site keepers with a network: no phone keeps them, and none is asked for unseen.
        let broken = page.eval("[...document.images].filter(i => i.complete && !i.naturalWidth).map(i => i.src)");
        assert_eq!(broken, json!([]), "{file}");
    }
    page.open(&wrong);
    assert!(page.text("body").contains(&word("not_found", "title")));
}

#[test]
fn the_first_visit_continues_without_a_network() {
    let host = Host::serve(site());
    let page = Setup::default().service_worker().page();
    first_visit(&page, &host);
    wait_for_islands(&page);
    page.wait_until("navigator.serviceWorker.controller", "the worker's control");
    drop(host);
    // What the search has learned is asked for on its first use.
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
    // Asked for by the worker alone: nobody has used the search.
    wait_until_asked(&page, &host, ".bin");
    wait_for(&page, "navigator.serviceWorker.getRegistration().then(r => !r)", "the end of the try");
    assert_eq!(caches(&page), [""; 0]);
    answer(&page, &path_by(&["municipality", "not-helped"])[0]);
}

#[test]
fn two_sites_on_one_host_keep_separate_caches() {
    let upload = TempDir::new().expect("a folder");
    for (name, site) in [("one", site()), ("two", site_from(OTHER))] {
        fs::create_dir(upload.path().join(name)).expect("a folder");
        copy(site, &upload.path().join(name));
    }
    let host = Host::serve(upload.path());
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
        assert!(page.eval("document.title").as_str().is_some_and(|told| told.starts_with(title)), "{url}");
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
