//! Calm: entered anywhere, in either colour scheme, the page complains of nothing and nothing on it moves.

use std::time::Duration;

use crate::guide::{host, steps, wait_for_islands, wait_for_step};
use crate::support::{Fault, Page, Setup};

/// Enters at the first page and at every step. The islands come after the first paint, as on a phone: what moved before it nobody saw.
#[track_caller]
fn calm(setup: Setup, islands: bool, fault: Option<(&str, Fault)>) {
    let mut host = host().fault(".wasm", Fault::Slow(Duration::from_millis(400)));
    if let Some((file, fault)) = fault {
        host = host.fault(file, fault);
    }
    let page = setup.page();
    let mut wrongs = Vec::new();
    let fragments = steps().into_iter().map(|step| (format!("#{step}"), step));
    for (fragment, step) in [(String::new(), "start")].into_iter().chain(fragments) {
        page.open("about:blank");
        let before = (page.console().len(), page.layout_shifts().len());
        page.start_loading(&host.url(&fragment));
        page.wait_until("document.querySelector('main h1')", "a heading");
        // A frame before the islands, so that there is something that they could move.
        page.draw();
        wait_for_step(&page, step);
        if islands {
            wait_for_islands(&page);
        }
        page.settle();
        let lines = page.console().split_off(before.0).into_iter().chain(page.layout_shifts().split_off(before.1));
        wrongs.extend(lines.map(|line| format!("{fragment}: {line}")));
    }
    assert_eq!(wrongs, [""; 0]);
}

#[test]
fn pages_do_not_shift_in_the_light_scheme() {
    calm(Setup::default(), true, None);
}

#[test]
fn pages_do_not_shift_in_the_dark_scheme() {
    calm(Setup::default().dark(), true, None);
}

#[test]
fn pages_do_not_shift_without_script() {
    calm(Setup::default().script_off(), false, None);
}

#[test]
fn pages_do_not_shift_on_the_narrowest_phone() {
    calm(Setup::default().size(320, 568), true, None);
}

#[test]
fn pages_do_not_shift_on_a_desktop() {
    calm(Setup::default().desktop(1280, 800), true, None);
}

#[test]
fn pages_do_not_shift_when_the_document_stalls() {
    calm(Setup::default(), true, Some(("index.html", Fault::Stalled(Duration::from_secs(1)))));
}

#[test]
fn each_file_is_requested_once() {
    let host = host();
    let page = Page::new();
    page.open(&host.url(""));
    wait_for_islands(&page);
    page.settle();
    let asked = host.requested_paths();
    let program: Vec<_> = asked.iter().filter(|path| path.ends_with(".wasm")).collect();
    assert_eq!(program.len(), 1, "{asked:?}");
    assert!(!asked.iter().any(|path| path.ends_with(".wasm.js") || path.ends_with(".bin.js")), "{asked:?}");
    let once: std::collections::BTreeSet<_> = asked.iter().collect();
    assert_eq!(once.len(), asked.len(), "{asked:?}");
}
