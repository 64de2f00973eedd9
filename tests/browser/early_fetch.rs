//! The page itself requests the program, while the script that starts it is still on its way.

use std::time::Duration;

use crate::framed::{self, embedding_site};
use crate::guide::{host, wait_for_islands, wait_for_request};
use crate::support::{Fault, Host, Page};

/// Longer than any test lasts.
const NEVER: Duration = Duration::from_secs(120);

fn programs_requested(host: &Host) -> usize {
    host.requested_paths().iter().filter(|path| path.ends_with(".wasm")).count()
}

#[test]
fn the_program_does_not_wait_for_its_script_and_is_requested_once() {
    let host = host().fault(".js", Fault::Slow(NEVER));
    let page = Page::new();
    page.start_loading(&host.url(""));
    wait_for_request(&page, &host, ".wasm");
    assert_ne!(page.eval("document.readyState"), "complete", "the script has come");
    host.clear_faults();
    wait_for_islands(&page);
    assert_eq!(programs_requested(&host), 1);
    assert_eq!(page.console(), [""; 0]);
}

/// As on a host that still sends the policy of an earlier version.
#[test]
fn where_the_hosts_policy_forbids_it_the_script_requests_the_program() {
    let served = crate::support::built_site::site();
    let policy = "script-src 'self' 'wasm-unsafe-eval'";
    let host = Host::serve_at(served, "/", &[("Content-Security-Policy", policy)]);
    let page = Page::new();
    page.open(&host.url(""));
    wait_for_islands(&page);
    assert_eq!(programs_requested(&host), 1);
}

#[test]
fn a_frame_without_an_origin_does_not_ask_for_what_it_may_not_read() {
    let host = host();
    let embedding_site = embedding_site(&host.url(""), Some("allow-scripts"));
    let page = Page::new();
    page.open(&embedding_site.host.url(""));
    framed::wait_for_islands(&page.frame(0));
    assert_eq!(programs_requested(&host), 0, "{:?}", host.requested_paths());
    assert_eq!(page.console(), [""; 0]);
}
