//! The frame alone, where scripts are not taken: lower than its content it scrolls well and says that there is more.

use serde_json::json;

use crate::framed::{answer, wait_for_islands};
use crate::guide::{host, path_by};
use crate::legacy_embed_script::shows;
use crate::support::{EmbeddingSite, Frame, Host, Page, Setup};

use super::{code, fits, visit};

/// A page with a frame of this height, in px.
fn embedding_site(guide: &Host, height: u32) -> EmbeddingSite {
    EmbeddingSite::new(&format!(
        "<iframe title=guide src='{}' style='display:block;border:0;width:100%;height:{height}px'></iframe><p style='height:900px'>Ниже",
        guide.url("?embed")
    ))
}

/// Waits until the shade is seen whole, or not at all.
#[track_caller]
fn shade(frame: &Frame, seen: bool) {
    let opacity = "getComputedStyle(document.documentElement, '::after').opacity";
    frame.wait_until(&format!("{opacity} === '{}'", if seen { "0.45" } else { "0" }), &format!("a shade: {seen}"));
}

#[test]
fn a_shade_shows_that_there_is_more_below() {
    let (guide, page) = (host(), Page::new());
    let embedding_site = embedding_site(&guide, 500);
    page.open(&embedding_site.host.url(""));
    let frame = page.frame(0);
    wait_for_islands(&frame);
    shade(&frame, true);
    // The shade takes no tap, and is gone at the end.
    assert_eq!(frame.eval("document.elementFromPoint(innerWidth / 2, innerHeight - 5).localName === 'html'"), false);
    frame.eval("scrollTo(0, 99999)");
    shade(&frame, false);
    frame.eval("scrollTo(0, 0)");
    shade(&frame, true);
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn a_frame_of_the_right_height_has_no_shade() {
    let (guide, page) = (host(), Page::new());
    let _school = visit(&page, &code(&guide, ""));
    fits(&page, 0);
    shade(&page.frame(0), false);
    page.frame(0).wait_until("!document.documentElement.classList.contains('more')", "no more");
}

#[test]
fn each_step_begins_at_the_top_of_the_frame() {
    let (guide, page) = (host(), Page::new());
    let embedding_site = embedding_site(&guide, 500);
    page.open(&embedding_site.host.url(""));
    let frame = page.frame(0);
    wait_for_islands(&frame);
    for turn in path_by(&["teen-14", "no", "not-helped"]) {
        frame.eval(&format!(
            "document.querySelector({}).scrollIntoView({{ block: 'center' }})",
            json!(crate::guide::choice(turn))
        ));
        answer(&frame, turn);
        frame.wait_until("scrollY === 0", &format!("the top of {}", turn.to));
    }
    page.back();
    shows(&frame, "teen-own-account");
    assert_eq!(page.console(), [""; 0]);
}

/// With the keyboard everything in it comes into view, clear of the shade.
#[test]
fn the_focused_element_is_in_view() {
    let (guide, page) = (host(), Setup::default().desktop(480, 640).page());
    let embedding_site = embedding_site(&guide, 400);
    page.open(&embedding_site.host.url(""));
    let frame = page.frame(0);
    wait_for_islands(&frame);
    frame.tap("h1");
    let mut seen = 0;
    for _ in 0..40 {
        page.key("Tab");
        if page.eval("document.activeElement.localName !== 'iframe'") == true {
            break;
        }
        let place = "(({ top, bottom }) => [top, bottom, innerHeight, document.documentElement.classList.contains('more')])(document.activeElement.getBoundingClientRect())";
        let place = frame.eval(place);
        let px = |at: usize| place[at].as_f64().expect("px");
        let foot = if place[3] == true { 48.0 } else { 0.0 };
        assert!(
            px(0) >= -0.5 && px(1) <= px(2) - foot + 0.5,
            "{place}: {}",
            frame.eval("document.activeElement.outerHTML")
        );
        seen += 1;
    }
    assert!(seen > 9, "{seen} things");
}
