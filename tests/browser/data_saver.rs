//! Where data are dear, the page serves alone; the program comes when something is touched that needs it.

use crate::guide::{answer, host, path_by, wait_for_islands, wait_for_step, wait_until_asked};
use crate::support::{Fault, Host, Page, Setup};

/// A phone on a network of the second generation, as far as pages can tell.
const SLOW: &str =
    "Object.defineProperty(navigator, 'connection', { value: { effectiveType: '2g', saveData: false } });";

fn asked_for_program(host: &Host) -> bool {
    host.requested_paths().iter().any(|path| path.ends_with(".wasm"))
}

/// The guide on such a phone, walked there and back by its links alone.
#[track_caller]
fn walked(host: &Host, setup: Setup) -> Page {
    let page = setup.page();
    page.open(&host.url(""));
    page.settle();
    for turn in path_by(&["application-cancelled", "no", "not-helped"]) {
        answer(&page, turn);
    }
    page.eval("location.hash = ''");
    wait_for_step(&page, "start");
    page.settle();
    assert!(!asked_for_program(host), "{:?}", host.requested_paths());
    page
}

#[test]
fn with_data_saver_the_program_is_not_loaded() {
    for setup in [Setup::default().save_data(), Setup::default().init_script(SLOW)] {
        let host = host();
        let page = walked(&host, setup);
        assert_eq!(page.layout_shifts(), [""; 0]);
        assert_eq!(page.console(), [""; 0]);
    }
}

#[test]
fn the_search_loads_at_first_use_and_keeps_what_was_typed() {
    use std::time::Duration;
    for setup in [Setup::default().save_data(), Setup::default().init_script(SLOW)] {
        let host = host().fault(".wasm", Fault::Slow(Duration::from_secs(120)));
        let page = walked(&host, setup);
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
    assert!(!asked_for_program(&host));
    page.tap("#forgot-email summary");
    page.wait_until("document.querySelector('#forgot-email .inside input')", "the message's fields");
}

#[test]
fn a_failed_program_is_loaded_again_at_the_next_use() {
    const FIELD: &str = "[data-island=find] input";
    for fault in [Fault::NotFound, Fault::Corrupt, Fault::Interrupted] {
        let host = host().fault(".wasm", fault);
        let page = walked(&host, Setup::default().save_data());
        page.tap(FIELD);
        wait_until_asked(&page, &host, ".wasm");
        page.type_text("не помню");
        page.settle();
        let tried = host.requested_paths().iter().filter(|path| path.ends_with(".wasm")).count();
        page.type_text(" почту");
        page.settle();
        assert_eq!(
            host.requested_paths().iter().filter(|path| path.ends_with(".wasm")).count(),
            tried,
            "not at each key"
        );
        host.clear_faults();
        page.tap(FIELD);
        page.wait_until("document.querySelector('.find li a[href=\"#forgot-email\"]')", "an answer");
        assert_eq!(page.eval("document.getElementById('find').value"), "не помню почту");
        wait_for_islands(&page);
    }
}
