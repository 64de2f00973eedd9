//! The column of text: at every width the header, the headings and the footer stand above one another.

use crate::framed::{self, embedding_site};
use crate::guide::host;
use crate::support::Setup;

/// The pages that have a header above a column of their own.
const PAGES: [&str; 4] = ["", "map/", "embed/", "accessibility/"];
/// From the smallest phone to a wide screen; one step beside the edges where a column stops to grow.
const WIDTHS: [u32; 9] = [320, 360, 600, 684, 700, 792, 1024, 1440, 2560];

/// The left sides of what is shown of these.
const LEFT: &str = "['.top a', 'main h1', 'footer p, .share'].flatMap(sel => [...document.querySelectorAll(sel)])
    .filter(e => e.getClientRects().length).map(e => e.getBoundingClientRect().left)";

#[test]
fn header_headings_and_footer_are_aligned_at_every_width() {
    let host = host();
    for address in PAGES {
        let page = Setup::default().desktop(1280, 800).page();
        page.open(&host.url(address));
        for width in WIDTHS {
            page.resize(width, 800);
            let lefts: Vec<f64> = serde_json::from_value(page.eval(LEFT)).expect("numbers");
            assert!(lefts.len() > 1, "/{address}: {lefts:?}");
            let first = lefts[0];
            assert!(lefts.iter().all(|left| (left - first).abs() < 0.6), "/{address}, {width} px: {lefts:?}");
            // Never at the window's edge, and in the middle of what is left of the window.
            assert!(first >= 16.0, "/{address}, {width} px: {first}");
            let column = "(({ left, right }) => [left, document.documentElement.clientWidth - right])(document.querySelector('main').getBoundingClientRect())";
            let sides: Vec<f64> = serde_json::from_value(page.eval(column)).expect("two numbers");
            assert!((sides[0] - sides[1]).abs() < 0.6, "/{address}, {width} px: {sides:?}");
            assert_eq!(
                page.eval("document.scrollingElement.scrollWidth > innerWidth"),
                false,
                "/{address}, {width} px"
            );
        }
    }
}

/// In a frame the link in the header's place ends where the column ends.
#[test]
fn the_link_out_of_a_frame_ends_at_the_columns_edge() {
    let host = host();
    let embedding_site = embedding_site(&host.url("?embed"), None);
    for width in [320, 1280] {
        let page = Setup::default().desktop(width, 800).page();
        page.open(&embedding_site.host.url(""));
        let frame = page.frame(0);
        framed::wait_for_step(&frame, "start");
        let ends = "[document.querySelector('.apart'), document.querySelector('.first > .choices')].map(e => e.getBoundingClientRect().right)";
        let ends: Vec<f64> = serde_json::from_value(frame.eval(ends)).expect("two numbers");
        assert!((ends[0] - ends[1]).abs() < 0.6, "{width} px: {ends:?}");
    }
}
