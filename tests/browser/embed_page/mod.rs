//! The page `embed/` for site keepers: it guides through embedding, and its snippets work.

mod copy_buttons;
mod embed_page_engines;
mod frame_height;
mod previews;
mod snippets;

use serde_json::json;

use crate::guide::host;
use crate::keyboard::tab_to;
use crate::support::{Host, Page, Setup};

/// The ways to embed, by id.
const WAYS: [&str; 5] = ["own-site", "wordpress", "classic", "builder", "platform"];

/// Opens the page and waits for its choices.
#[track_caller]
fn open(setup: Setup, guide: &Host) -> Page {
    let page = setup.page();
    page.open(&guide.url("embed/"));
    page.wait_until("!document.querySelector('.choose').hidden", "the choices");
    page
}

/// Opens a way by its title.
#[track_caller]
fn choose_way(page: &Page, way: &str) {
    page.tap(&format!("#{way} summary"));
    page.wait_until(&format!("document.querySelector('#{way}').open"), way);
}

/// Selects a value as a person does.
#[track_caller]
fn choose(page: &Page, name: &str, value: &str) {
    page.eval(&format!(
        "(s => {{ s.value = {}; s.dispatchEvent(new Event('change', {{ bubbles: true }})) }})(document.querySelector({}))",
        json!(value),
        json!(format!("[name={name}]"))
    ));
}

#[test]
fn the_first_screen_lists_the_ways_to_embed() {
    let guide = host();
    for (width, height, ways) in [(360, 640, 3), (1280, 800, 5)] {
        let page = open(Setup::default().desktop(width, height), &guide);
        let tops = "[...document.querySelectorAll('.way summary')].filter(e => e.getBoundingClientRect().bottom < innerHeight)";
        let visible_ways = page.eval(&format!("{tops}.length")).as_u64().unwrap_or_default();
        assert!(visible_ways >= ways, "{width}×{height}: {visible_ways} ways in sight");
    }
}

/// Whatever is open, the page is not wider than the smallest phone.
#[test]
fn the_embed_page_never_scrolls_sideways() {
    let guide = host();
    let page = open(Setup::default().size(320, 640), &guide);
    for way in WAYS {
        choose_way(&page, way);
        for button in 0..page.texts(&format!("#{way} .show")).len() {
            let preview = format!("document.querySelectorAll('#{way} .sample .show')[{button}]");
            page.eval(&format!("{preview}.click()"));
            page.wait_until(&format!("{preview}.closest('.sample').querySelector('.preview iframe')"), "the preview");
        }
        page.settle();
        assert_eq!(page.eval("document.scrollingElement.scrollWidth"), 320, "{way}");
        let open = "[...document.querySelectorAll('.way')].filter(e => e.open).map(e => e.id)";
        assert_eq!(page.eval(open), json!([way]), "one way at a time");
    }
}

#[test]
fn a_way_is_chosen_and_its_snippet_copied_by_keyboard() {
    let guide = host();
    for script in [true, false] {
        let page = Setup::default().desktop(1000, 700).script(script).page();
        page.open(&guide.url("embed/"));
        tab_to(&page, "#wordpress summary");
        page.key("Enter");
        page.wait_until("document.querySelector('#wordpress').open", "the way");
        if script {
            tab_to(&page, "#wordpress .copy");
            page.key("Enter");
            page.wait_until("document.querySelector('#wordpress .said').textContent", "a word about the copy");
            tab_to(&page, "#wordpress .choice a");
            page.key("Enter");
            page.wait_until("location.hash === '#choices'", "the choices");
            tab_to(&page, "[name=start]");
        }
        tab_to(&page, if script { "[name=width]" } else { "#classic summary" });
        assert_eq!(page.console(), [""; 0]);
    }
}

#[test]
fn the_embed_page_causes_no_layout_shift() {
    let guide = host();
    for setup in [Setup::default(), Setup::default().desktop(1280, 800)] {
        let page = open(setup, &guide);
        page.settle();
        assert_eq!(page.layout_shifts(), [""; 0]);
        // Space is reserved for what is measured later.
        choose_way(&page, "builder");
        page.wait_until(frame_height::MEASURED, "the height");
        page.settle();
        assert_eq!(page.layout_shifts(), [""; 0]);
        assert_eq!(page.console(), [""; 0]);
    }
}
