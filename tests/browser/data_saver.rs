//! With data saver or on a slow network the page works without the program, which is loaded when something is used that
//! needs it.

use crate::guide::{answer, host, path_by_options, wait_for_islands, wait_for_request, wait_for_step};
use crate::support::{Fault, Host, Page, Setup};

/// A 2G network, as far as a page can tell.
const SLOW_NETWORK: &str =
    "Object.defineProperty(navigator, 'connection', { value: { effectiveType: '2g', saveData: false } });";

fn program_requested(host: &Host) -> bool {
    host.requested_paths().iter().any(|path| path.ends_with(".wasm"))
}

/// Walks through the guide and back by its links alone.
#[track_caller]
fn walk_by_links(host: &Host, setup: Setup) -> Page {
    let page = setup.page();
    page.open(&host.url(""));
    page.settle();
    for edge in path_by_options(&["application-cancelled", "no", "not-helped"]) {
        answer(&page, edge);
    }
    page.eval("location.hash = ''");
    wait_for_step(&page, "start");
    page.settle();
    assert!(!program_requested(host), "{:?}", host.requested_paths());
    page
}

#[test]
fn with_data_saver_the_program_is_not_loaded() {
    for setup in [Setup::default().save_data(), Setup::default().init_script(SLOW_NETWORK)] {
        let host = host();
        let page = walk_by_links(&host, setup);
        assert_eq!(page.layout_shifts(), [""; 0]);
        assert_eq!(page.console(), [""; 0]);
    }
}

#[test]
fn the_search_loads_at_first_use_and_keeps_what_was_typed() {
    use std::time::Duration;
    for setup in [Setup::default().save_data(), Setup::default().init_script(SLOW_NETWORK)] {
        let host = host().fault(".wasm", Fault::Slow(Duration::from_secs(120)));
        let page = walk_by_links(&host, setup);
        page.tap("[data-island=find] input");
        page.type_text("не помню");
        assert!(!page.visible("#find"), "the program came before it was sent");
        host.clear_faults();
        page.wait_until("document.activeElement?.id === 'find'", "the live field");
        page.type_text(" почту");
        assert_eq!(page.eval("document.getElementById('find').value"), "не помню почту");
        page.wait_until("document.querySelector('.find li a[href=\"#forgot-email\"]')", "an answer");
        wait_for_islands(&page);
        assert_eq!(page.console(), [""; 0]);
    }
}

#[test]
fn the_message_form_loads_when_it_is_opened() {
    let host = host();
    let page = Setup::default().save_data().page();
    page.open(&host.url("#forgot-email"));
    page.settle();
    assert!(!program_requested(&host));
    page.tap("#forgot-email summary");
    page.wait_until("document.querySelector('#forgot-email .inside input')", "the message's fields");
}

#[test]
fn a_failed_program_is_loaded_again_at_the_next_use() {
    const FIELD: &str = "[data-island=find] input";
    for fault in [Fault::NotFound, Fault::Corrupt, Fault::Interrupted] {
        let host = host().fault(".wasm", fault);
        let page = walk_by_links(&host, Setup::default().save_data());
        page.tap(FIELD);
        wait_for_request(&page, &host, ".wasm");
        page.type_text("не помню");
        page.settle();
        let tries = host.requested_paths().iter().filter(|path| path.ends_with(".wasm")).count();
        page.type_text(" почту");
        page.settle();
        assert_eq!(
            host.requested_paths().iter().filter(|path| path.ends_with(".wasm")).count(),
            tries,
            "not at each key"
        );
        host.clear_faults();
        page.tap(FIELD);
        page.wait_until("document.querySelector('.find li a[href=\"#forgot-email\"]')", "an answer");
        assert_eq!(page.eval("document.getElementById('find').value"), "не помню почту");
        wait_for_islands(&page);
    }
}
