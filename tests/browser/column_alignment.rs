//! The text column: at every width header, headings and footer have the same left edge.

use crate::framed::{self, embedding_site};
use crate::guide::host;
use crate::support::Setup;

/// Pages with a header above a column of their own.
const PAGES: [&str; 4] = ["", "map/", "embed/", "accessibility/"];
/// From the smallest phone to a wide screen, with widths just beside those at which a column stops growing.
const WIDTHS: [u32; 9] = [320, 360, 600, 684, 700, 792, 1024, 1440, 2560];

/// The left edges of the visible ones.
const LEFT_EDGES: &str = "['.top a', 'main h1', 'footer p, .share'].flatMap(sel => [...document.querySelectorAll(sel)])
    .filter(e => e.getClientRects().length).map(e => e.getBoundingClientRect().left)";

#[test]
fn header_headings_and_footer_are_aligned_at_every_width() {
    let host = host();
    for address in PAGES {
        let page = Setup::default().desktop(1280, 800).page();
        page.open(&host.url(address));
        for width in WIDTHS {
            page.resize(width, 800);
            let left_edges: Vec<f64> = serde_json::from_value(page.eval(LEFT_EDGES)).expect("numbers");
            assert!(left_edges.len() > 1, "/{address}: {left_edges:?}");
            let first = left_edges[0];
            assert!(left_edges.iter().all(|left| (left - first).abs() < 0.6), "/{address}, {width} px: {left_edges:?}");
            // The column has a margin and is centred in the window.
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

/// In a frame a link replaces the header; it ends where the column ends.
#[test]
fn the_link_out_of_a_frame_ends_at_the_columns_edge() {
    let host = host();
    let embedding_site = embedding_site(&host.url("?embed"), None);
    for width in [320, 1280] {
        let page = Setup::default().desktop(width, 800).page();
        page.open(&embedding_site.host.url(""));
        let frame = page.frame(0);
        framed::wait_for_step(&frame, "start");
        let right_edges = "[document.querySelector('.apart'), document.querySelector('.first > .choices')].map(e => e.getBoundingClientRect().right)";
        let right_edges: Vec<f64> = serde_json::from_value(frame.eval(right_edges)).expect("two numbers");
        assert!((right_edges[0] - right_edges[1]).abs() < 0.6, "{width} px: {right_edges:?}");
    }
}
