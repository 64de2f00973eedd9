//! The site in any folder of real web servers, in the browser: nginx, Apache and Caddy with the shipped settings, and Python's server.

use std::time::{Duration, Instant};

use serde_json::json;

use crate::guide::{
    answer, answered_steps, path_by_options, ui_string, wait_for_islands, wait_for_step, wait_for_trail,
};
use crate::support::built_site::site;
use crate::support::page::DEADLINE;
use crate::support::{Host, Server, Setup};

pub const BASES: [&str; 3] = ["/", "/guide/", "/школа/навигатор/"];

/// Visits the site, walks a path, and does the same again when the server is gone.
#[track_caller]
fn assert_works_and_survives_offline<S>(server: S, url: impl Fn(&S, &str) -> String) {
    let path = path_by_options(&["application-cancelled", "no", "not-helped"]);
    let page = Setup::default().service_worker().clock_at("2026-11-24T14:20:00+03:00").page();
    let urls = ["", "#forgot-email", "map/", "embed/"].map(|path| url(&server, path));
    for url in urls.iter().rev() {
        page.open("about:blank");
        page.open(url);
        page.settle();
    }
    wait_for_islands(&page);
    for edge in path {
        answer(&page, edge);
    }
    wait_for_trail(&page, &answered_steps(path));
    let active = "navigator.serviceWorker.getRegistration().then(r => r?.active?.state === 'activated')";
    let deadline = Instant::now() + DEADLINE;
    while page.try_eval(active) != Ok(json!(true)) {
        assert!(Instant::now() < deadline, "no worker of {}", urls[0]);
        page.pump_events(Duration::from_millis(30));
    }
    assert_eq!(page.eval("navigator.serviceWorker.getRegistration().then(r => r.scope)"), json!(urls[0]));
    drop(server);

    page.open("about:blank");
    page.open(&urls[0]);
    wait_for_islands(&page);
    for edge in path {
        answer(&page, edge);
    }
    assert!(page.text("[data-island=status]").contains(&ui_string("status", "open")));
    page.open("about:blank");
    page.open(&urls[1]);
    wait_for_step(&page, "forgot-email");
    assert_eq!(page.console(), [""; 0], "{}", urls[0]);
}

#[test]
fn the_site_works_on_nginx() {
    for base in BASES {
        assert_works_and_survives_offline(Server::nginx(site(), base), Server::url);
    }
}

#[test]
fn the_site_works_on_apache() {
    for base in BASES {
        assert_works_and_survives_offline(Server::apache(site(), base), Server::url);
    }
}

/// No module that the site's settings name is there.
#[test]
fn the_site_works_on_an_apache_without_modules() {
    assert_works_and_survives_offline(Server::bare_apache(site(), "/guide/"), Server::url);
}

#[test]
fn the_site_works_on_caddy() {
    for base in BASES {
        assert_works_and_survives_offline(Server::caddy(site(), base), Server::url);
    }
}

#[test]
fn the_site_works_on_pythons_server() {
    for base in BASES {
        assert_works_and_survives_offline(Server::python(site(), base), Server::url);
    }
}

/// Cloudflare Pages sends the headers of `_headers`, and pages without their suffix. The service worker requests pages by
/// name and must cope with that.
#[test]
fn the_site_works_on_cloudflare_pages() {
    let rules = std::fs::read_to_string(site().join("_headers")).expect("_headers");
    let all = rules.split("/*\n").nth(1).and_then(|rest| rest.split("\n/").next()).expect("a rule for all");
    let headers: Vec<_> = all.lines().filter_map(|line| line.trim().split_once(": ")).collect();
    assert!(headers.iter().any(|(name, _)| *name == "Content-Security-Policy"), "{headers:?}");
    assert_works_and_survives_offline(Host::serve_at(site(), "", &headers).clean_urls(), Host::url);
}

/// The host's page for a wrong address is a whole guide, however deep the address.
#[test]
fn a_wrong_address_shows_a_usable_guide() {
    let path = path_by_options(&["application-cancelled", "no", "not-helped"]);
    for (start, base) in [Server::nginx, Server::apache, Server::caddy].into_iter().zip(BASES.into_iter().rev()) {
        let server = start(site(), base);
        for wrong_path in ["nowhere", "map/no/such/page", "assets/"] {
            let page = Setup::default().page();
            page.open(&server.url(wrong_path));
            assert!(page.text("body").contains(&ui_string("not_found", "title")), "{}", server.url(wrong_path));
            for edge in path {
                answer(&page, edge);
            }
            let other_messages: Vec<_> =
                page.console().into_iter().filter(|line| !line.contains("404 (Not Found)")).collect();
            assert_eq!(other_messages, [""; 0], "{}", server.url(wrong_path));
        }
    }
}
