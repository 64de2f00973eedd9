//! The frame without the script, for sites that allow no scripts: lower than its content, it scrolls and shows that there
//! is more.

use serde_json::json;

use crate::framed::{self, answer, wait_for_islands};
use crate::guide::{host, path_by_options};
use crate::support::{EmbeddingSite, Frame, Host, Page, Setup};

use super::{open_host_page, snippet, wait_until_fits};

/// A page with a frame of this height, in pixels.
fn site_with_frame(guide: &Host, height: u32) -> EmbeddingSite {
    EmbeddingSite::new(&format!(
        "<iframe title=guide src='{}' style='display:block;border:0;width:100%;height:{height}px'></iframe><p style='height:900px'>Ниже",
        guide.url("?embed")
    ))
}

/// Waits until the shade is fully visible, or not at all.
#[track_caller]
fn wait_for_shade(frame: &Frame, visible: bool) {
    let opacity = "getComputedStyle(document.documentElement, '::after').opacity";
    frame
        .wait_until(&format!("{opacity} === '{}'", if visible { "0.45" } else { "0" }), &format!("a shade: {visible}"));
}

#[test]
fn a_shade_shows_that_there_is_more_below() {
    let (guide, page) = (host(), Page::new());
    let embedding_site = site_with_frame(&guide, 500);
    page.open(&embedding_site.host.url(""));
    let frame = page.frame(0);
    wait_for_islands(&frame);
    wait_for_shade(&frame, true);
    // The shade receives no tap, and disappears at the end.
    assert_eq!(frame.eval("document.elementFromPoint(innerWidth / 2, innerHeight - 5).localName === 'html'"), false);
    frame.eval("scrollTo(0, 99999)");
    wait_for_shade(&frame, false);
    frame.eval("scrollTo(0, 0)");
    wait_for_shade(&frame, true);
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn a_frame_of_the_right_height_has_no_shade() {
    let (guide, page) = (host(), Page::new());
    let _school = open_host_page(&page, &snippet(&guide, ""));
    wait_until_fits(&page, 0);
    wait_for_shade(&page.frame(0), false);
    page.frame(0).wait_until("!document.documentElement.classList.contains('more')", "no more");
}

#[test]
fn each_step_begins_at_the_top_of_the_frame() {
    let (guide, page) = (host(), Page::new());
    let embedding_site = site_with_frame(&guide, 500);
    page.open(&embedding_site.host.url(""));
    let frame = page.frame(0);
    wait_for_islands(&frame);
    for edge in path_by_options(&["teen-14", "no", "not-helped"]) {
        frame.eval(&format!(
            "document.querySelector({}).scrollIntoView({{ block: 'center' }})",
            json!(crate::guide::choice_selector(edge))
        ));
        answer(&frame, edge);
        frame.wait_until("scrollY === 0", &format!("the top of {}", edge.to));
    }
    page.back();
    framed::wait_for_step(&frame, "teen-own-account");
    assert_eq!(page.console(), [""; 0]);
}

/// Every element that gets the focus by keyboard is in view and not below the shade.
#[test]
fn the_focused_element_is_in_view() {
    let (guide, page) = (host(), Setup::default().desktop(480, 640).page());
    let embedding_site = site_with_frame(&guide, 400);
    page.open(&embedding_site.host.url(""));
    let frame = page.frame(0);
    wait_for_islands(&frame);
    frame.tap("h1");
    let mut count = 0;
    for _ in 0..40 {
        page.key("Tab");
        if page.eval("document.activeElement.localName !== 'iframe'") == true {
            break;
        }
        let position_js = "(({ top, bottom }) => [top, bottom, innerHeight, document.documentElement.classList.contains('more')])(document.activeElement.getBoundingClientRect())";
        let position = frame.eval(position_js);
        let value = |at: usize| position[at].as_f64().expect("px");
        let shade_height = if position[3] == true { 48.0 } else { 0.0 };
        assert!(
            value(0) >= -0.5 && value(1) <= value(2) - shade_height + 0.5,
            "{position}: {}",
            frame.eval("document.activeElement.outerHTML")
        );
        count += 1;
    }
    assert!(count > 9, "{count} things");
}
