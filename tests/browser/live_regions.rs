//! What live regions announce: the result of a search after a pause in typing, each copy again, and nothing else.

use std::time::Duration;

use guide_core::pages::Page as SitePage;
use serde_json::json;

use crate::accessibility_tree::{LIVE_REGIONS, Tree, name, wait_in_tree};
use crate::guide::{host, normalize_spaces, ui_string, wait_for_islands, wait_for_step};
use crate::search::{RESULT_LINKS, SEARCH_MODEL, replace_by_pasting, wait_for_first_result};
use crate::support::{Fault, Page, Setup};

const CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: () => Promise.resolve() } });";
const NO_CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });";
/// Records the texts that live regions are given, in `heard`.
const LIVE_REGION_RECORDER: &str = "window.heard = [];
    new MutationObserver(changes => {
        for (const { target } of changes) {
            const region = target.closest?.('[role=status]');
            if (region?.textContent) heard.push(region.textContent);
        }
    }).observe(document, { subtree: true, childList: true });";

#[test]
fn the_result_of_a_search_is_announced() {
    let host = host();
    let page = Page::new();
    page.open(&host.url(""));
    wait_for_islands(&page);
    for (query, step, key) in [("забыл почту", "forgot-email", "found"), ("погода в воскресенье", "none", "nothing")]
    {
        replace_by_pasting(&page, query);
        wait_for_first_result(&page, step);
        let count = page.eval(&format!("document.querySelectorAll('{RESULT_LINKS}').length"));
        let expected = ui_string("find", key).replace("{n}", &count.to_string());
        // Only the sentence is announced; the links are reached by navigation.
        wait_in_tree(&page, &expected, |tree| tree.announced() == [expected.clone()]);
        // The focus stays in the field.
        let tree = Tree::of(&page);
        assert_eq!(tree.focused().map(name), Some(ui_string("find", "label")));
    }
    let host = crate::guide::host().fault(SEARCH_MODEL, Fault::NotFound);
    page.open(&host.url(""));
    wait_for_islands(&page);
    page.tap("#find");
    let failed = ui_string("find", "failed");
    wait_in_tree(&page, &failed, |tree| tree.announced() == [failed.clone()]);
}

/// While somebody types fast nothing is announced: each key would cut the announcement off.
#[test]
fn the_result_is_announced_once_after_a_pause_in_typing() {
    let host = host();
    let page = Setup::default().clock_at("2026-11-24T16:20:10+03:00").init_script(LIVE_REGION_RECORDER).page();
    page.open(&host.url(""));
    wait_for_islands(&page);
    page.tap("#find");
    page.settle();
    // All within one task, by the page's fake clock, so that a slow machine changes nothing.
    let typing = |text: &str, pause: u32| {
        page.eval(&format!(
            "(async () => {{
                const [field, text] = [document.querySelector('#find'), {}];
                heard.length = 0;
                for (let end = 1; end <= text.length; end++) {{
                    field.value = text.slice(0, end);
                    field.dispatchEvent(new Event('input', {{ bubbles: true }}));
                    __testClock.advance({pause});
                    for (let turn = 0; turn < 9; turn++) await null;
                }}
                return heard;
            }})()",
            json!(text)
        ))
    };
    assert_eq!(typing("забыл почту", 600), json!([]), "it talks into the typing");
    page.wait_until("heard.length", "the outcome");
    wait_for_first_result(&page, "forgot-email");
    let found = |page: &Page| {
        let count = page.eval(&format!("document.querySelectorAll('{RESULT_LINKS}').length"));
        ui_string("find", "found").replace("{n}", &count.to_string())
    };
    assert_eq!(announcements(&page), [found(&page)]);
    // The live region is removed, and nothing is announced a second time.
    page.advance(Duration::from_secs(60));
    assert_eq!(page.eval(&format!("document.querySelectorAll({LIVE_REGIONS:?}).length")), 0);
    assert_eq!(announcements(&page), [found(&page)]);
    // Typed slowly, only new results are announced: «за» and «забыл» find something, the last letters change nothing.
    let slow_announcements: Vec<String> = serde_json::from_value(typing("забыл почту", 800)).expect("texts");
    assert!((2..9).contains(&slow_announcements.len()), "{slow_announcements:?}");
    // After leaving the step its result is not announced.
    typing("почта", 0);
    page.eval("heard.length = 0; location.hash = '#hotline'");
    wait_for_step(&page, "hotline");
    page.advance(Duration::from_secs(60));
    assert_eq!(announcements(&page), [""; 0]);
}

/// The texts that live regions were given.
#[track_caller]
fn announcements(page: &Page) -> Vec<String> {
    let announcements: Vec<String> = serde_json::from_value(page.eval("heard")).expect("texts");
    announcements.iter().map(|text| normalize_spaces(text)).collect()
}

/// An empty live region is a stop of the screen reader that says only «строка состояния».
#[test]
fn there_is_no_empty_live_region() {
    let host = host();
    let page = Page::new();
    let assert_no_live_region = |page: &Page, place: &str| {
        assert_eq!(page.eval(&format!("document.querySelectorAll({LIVE_REGIONS:?}).length")), 0, "{place}");
        assert_eq!(Tree::of(page).with_role("status").len(), 0, "{place}");
    };
    for site in SitePage::ALL {
        page.open(&host.url(site.address()));
        if site == SitePage::Guide {
            wait_for_islands(&page);
        }
        page.settle();
        assert_no_live_region(&page, site.file());
    }
    page.open(&host.url("#forgot-email"));
    wait_for_islands(&page);
    page.tap("#forgot-email summary");
    page.wait_until("document.querySelector('#forgot-email .inside button')", "the message's form");
    assert_no_live_region(&page, "an open message");
}

#[test]
fn every_copy_is_announced_again() {
    let host = host();
    for (clipboard, key) in [(CLIPBOARD, "copied"), (NO_CLIPBOARD, "not_copied")] {
        let page = Setup::default().init_script(clipboard).init_script(LIVE_REGION_RECORDER).page();
        page.open(&host.url("#forgot-email"));
        wait_for_islands(&page);
        page.tap("#forgot-email summary");
        page.wait_until("document.querySelector('#forgot-email .inside button')", "the message's form");
        for (button, group) in [("#forgot-email .inside button.call", "message"), (".share button", "share")] {
            assert_announced_three_times(&page, button, &ui_string(group, key));
        }
        page.open(&host.url("embed/"));
        page.wait_until("!document.querySelector('#frame button').hidden", "the buttons");
        page.tap("#builder summary");
        assert_announced_three_times(&page, "#frame button", &ui_string("embed", key));
    }
}

/// Taps a button three times, the last time after a field was filled, and asserts that each tap is announced. A screen
/// reader drops a text that is identical to the one before.
#[track_caller]
fn assert_announced_three_times(page: &Page, button: &str, expected: &str) {
    page.eval("heard.length = 0");
    assert!(!Tree::of(page).announced().iter().any(|text| text == expected), "«{expected}» before anybody copied");
    for time in 1..=3 {
        if time == 3 && page.visible(".inside input") {
            page.tap(".inside input");
            page.type_text("Маша");
        }
        page.tap(button);
        page.wait_until(&format!("heard.length === {time}"), &format!("«{expected}», {time}"));
        wait_in_tree(page, expected, |tree| tree.announced().iter().any(|text| text == expected));
    }
    assert_eq!(announcements(page), [expected; 3]);
    assert_eq!(page.eval("heard.some((text, at) => text === heard[at - 1])"), false);
}
