//! Calm: entered anywhere, in either colour scheme, the page complains of nothing and nothing on it moves.

use std::time::Duration;

use crate::guide::{host, steps, wait_for_islands, wait_for_step};
use crate::support::{Fault, Page, Setup};

/// Enters at the first page and at every step. The islands come after the first paint, as on a phone: what moved before it nobody saw.
#[track_caller]
fn calm(page: &Page, islands: bool) {
    let host = host().fault(".wasm", Fault::Slow(Duration::from_millis(400)));
    let fragments = steps().into_iter().map(|step| (format!("#{step}"), step));
    for (fragment, step) in [(String::new(), "start")].into_iter().chain(fragments) {
        page.open("about:blank");
        page.open(&host.url(&fragment));
        wait_for_step(page, step);
        // A frame before the islands, so that there is something that they could move.
        page.draw();
        if islands {
            wait_for_islands(page);
        }
        page.settle();
        assert_eq!(page.console(), [""; 0], "entered at {fragment:?}");
        assert_eq!(page.shifts(), [""; 0], "entered at {fragment:?}");
    }
}

#[test]
fn in_light() {
    calm(&Page::new(), true);
}

#[test]
fn in_dark() {
    calm(&Setup::default().dark().page(), true);
}

#[test]
fn without_script() {
    calm(&Setup::default().script_off().page(), false);
}

#[test]
fn on_the_narrowest_phone() {
    calm(&Setup::default().size(320, 568).page(), true);
}

#[test]
fn on_a_desktop() {
    calm(&Setup::default().desktop(1280, 800).page(), true);
}
