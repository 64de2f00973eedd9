//! Entered at any step and in either colour scheme, a page reports no error and no layout shift.

use std::time::Duration;

use crate::guide::{host, steps, wait_for_islands, wait_for_step};
use crate::support::{Fault, Page, Setup};

/// Enters at the first page and at every step. The program is delayed until after the first paint, as on a phone: nobody
/// sees what moves before it.
#[track_caller]
fn assert_no_shift(setup: Setup, islands: bool, fault: Option<(&str, Fault)>) {
    let mut host = host().fault(".wasm", Fault::Slow(Duration::from_millis(400)));
    if let Some((file, fault)) = fault {
        host = host.fault(file, fault);
    }
    let page = setup.page();
    let mut problems = Vec::new();
    let fragments = steps().into_iter().map(|step| (format!("#{step}"), step));
    for (fragment, step) in [(String::new(), "start")].into_iter().chain(fragments) {
        page.open("about:blank");
        let before = (page.console().len(), page.layout_shifts().len());
        page.start_loading(&host.url(&fragment));
        page.wait_until("document.querySelector('main h1')", "a heading");
        // Renders a frame before the islands, so that there is something that they could move.
        page.draw();
        wait_for_step(&page, step);
        if islands {
            wait_for_islands(&page);
        }
        page.settle();
        let lines = page.console().split_off(before.0).into_iter().chain(page.layout_shifts().split_off(before.1));
        problems.extend(lines.map(|line| format!("{fragment}: {line}")));
    }
    assert_eq!(problems, [""; 0]);
}

#[test]
fn pages_do_not_shift_in_the_light_scheme() {
    assert_no_shift(Setup::default(), true, None);
}

#[test]
fn pages_do_not_shift_in_the_dark_scheme() {
    assert_no_shift(Setup::default().dark(), true, None);
}

#[test]
fn pages_do_not_shift_without_script() {
    assert_no_shift(Setup::default().script_off(), false, None);
}

#[test]
fn pages_do_not_shift_on_the_narrowest_phone() {
    assert_no_shift(Setup::default().size(320, 568), true, None);
}

#[test]
fn pages_do_not_shift_on_a_desktop() {
    assert_no_shift(Setup::default().desktop(1280, 800), true, None);
}

#[test]
fn pages_do_not_shift_when_the_document_stalls() {
    assert_no_shift(Setup::default(), true, Some(("index.html", Fault::Stalled(Duration::from_secs(1)))));
}

#[test]
fn each_file_is_requested_once() {
    let host = host();
    let page = Page::new();
    page.open(&host.url(""));
    wait_for_islands(&page);
    page.settle();
    let paths = host.requested_paths();
    let program: Vec<_> = paths.iter().filter(|path| path.ends_with(".wasm")).collect();
    assert_eq!(program.len(), 1, "{paths:?}");
    assert!(!paths.iter().any(|path| path.ends_with(".wasm.js") || path.ends_with(".bin.js")), "{paths:?}");
    let unique: std::collections::BTreeSet<_> = paths.iter().collect();
    assert_eq!(unique.len(), paths.len(), "{paths:?}");
}
