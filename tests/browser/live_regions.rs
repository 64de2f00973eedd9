//! What is announced by itself: the outcome of a search once the keys have rested, each copy anew, and no more.

use std::time::Duration;

use navigator_guide::site::pages::Page as SitePage;
use serde_json::json;

use crate::accessibility_tree::{LIVE, Tree, name, wait_in_tree};
use crate::guide::{host, plain, wait_for_islands, wait_for_step, word};
use crate::search::{KNOWLEDGE, LINKS, paste, wait_for_first};
use crate::support::{Fault, Page, Setup};

const CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: () => Promise.resolve() } });";
const NO_CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });";
/// Notes whatever a live region is given to say, in `heard`.
const LISTENER: &str = "window.heard = [];
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
    for (typed, step, key) in [("забыл почту", "forgot-email", "found"), ("погода в воскресенье", "none", "nothing")]
    {
        paste(&page, typed);
        wait_for_first(&page, step);
        let count = page.eval(&format!("document.querySelectorAll('{LINKS}').length"));
        let said = word("find", key).replace("{n}", &count.to_string());
        // The sentence alone: links are walked, not heard at each key.
        wait_in_tree(&page, &said, |tree| tree.announced() == [said.clone()]);
        // The focus stays where one types.
        let tree = Tree::of(&page);
        assert_eq!(tree.focused().map(name), Some(word("find", "label")));
    }
    let host = crate::guide::host().fault(KNOWLEDGE, Fault::NotFound);
    page.open(&host.url(""));
    wait_for_islands(&page);
    page.tap("#find");
    let failed = word("find", "failed");
    wait_in_tree(&page, &failed, |tree| tree.announced() == [failed.clone()]);
}

/// Who types fast hears no half of it: each key would cut it off.
#[test]
fn the_result_is_announced_once_after_a_pause_in_typing() {
    let host = host();
    let page = Setup::default().clock_at("2026-11-24T16:20:10+03:00").init_script(LISTENER).page();
    page.open(&host.url(""));
    wait_for_islands(&page);
    page.tap("#find");
    page.settle();
    // All within one task, by the page's clock: no machine is too slow for it.
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
    wait_for_first(&page, "forgot-email");
    let found = |page: &Page| {
        let count = page.eval(&format!("document.querySelectorAll('{LINKS}').length"));
        word("find", "found").replace("{n}", &count.to_string())
    };
    assert_eq!(heard(&page), [found(&page)]);
    // Nothing is left to stumble upon; it is said no second time.
    page.advance(Duration::from_secs(60));
    assert_eq!(page.eval(&format!("document.querySelectorAll({LIVE:?}).length")), 0);
    assert_eq!(heard(&page), [found(&page)]);
    // Typed slowly, only what is new is said: «за» and «забыл» find something, the last letters nothing else.
    let slowly: Vec<String> = serde_json::from_value(typing("забыл почту", 800)).expect("texts");
    assert!((2..9).contains(&slowly.len()), "{slowly:?}");
    // Who has gone on hears nothing of the step before.
    typing("почта", 0);
    page.eval("heard.length = 0; location.hash = '#hotline'");
    wait_for_step(&page, "hotline");
    page.advance(Duration::from_secs(60));
    assert_eq!(heard(&page), [""; 0]);
}

/// What live regions were given to say.
#[track_caller]
fn heard(page: &Page) -> Vec<String> {
    let heard: Vec<String> = serde_json::from_value(page.eval("heard")).expect("texts");
    heard.iter().map(|text| plain(text)).collect()
}

/// An empty live region is a stop on the way down that says «строка состояния» and no more.
#[test]
fn there_is_no_empty_live_region() {
    let host = host();
    let page = Page::new();
    let none = |page: &Page, place: &str| {
        assert_eq!(page.eval(&format!("document.querySelectorAll({LIVE:?}).length")), 0, "{place}");
        assert_eq!(Tree::of(page).with_role("status").len(), 0, "{place}");
    };
    for site in SitePage::ALL {
        page.open(&host.url(site.address()));
        if site == SitePage::Guide {
            wait_for_islands(&page);
        }
        page.settle();
        none(&page, site.file());
    }
    page.open(&host.url("#forgot-email"));
    wait_for_islands(&page);
    page.tap("#forgot-email summary");
    page.wait_until("document.querySelector('#forgot-email .inside button')", "the message's form");
    none(&page, "an open message");
}

#[test]
fn every_copy_is_announced_again() {
    let host = host();
    for (clipboard, key) in [(CLIPBOARD, "copied"), (NO_CLIPBOARD, "not_copied")] {
        let page = Setup::default().init_script(clipboard).init_script(LISTENER).page();
        page.open(&host.url("#forgot-email"));
        wait_for_islands(&page);
        page.tap("#forgot-email summary");
        page.wait_until("document.querySelector('#forgot-email .inside button')", "the message's form");
        for (button, group) in [("#forgot-email .inside button.call", "message"), (".share button", "share")] {
            copied_thrice(&page, button, &word(group, key));
        }
        page.open(&host.url("embed/"));
        page.wait_until("!document.querySelector('#frame button').hidden", "the buttons");
        page.tap("#builder summary");
        copied_thrice(&page, "#frame button", &word("embed", key));
    }
}

/// Taps a button three times, the last after a field was filled, and hears the same words each time. A screen reader
/// drops a text that is the same as the one before to the letter.
#[track_caller]
fn copied_thrice(page: &Page, button: &str, said: &str) {
    page.eval("heard.length = 0");
    assert!(!Tree::of(page).announced().iter().any(|text| text == said), "«{said}» before anybody copied");
    for time in 1..=3 {
        if time == 3 && page.visible(".inside input") {
            page.tap(".inside input");
            page.type_text("Маша");
        }
        page.tap(button);
        page.wait_until(&format!("heard.length === {time}"), &format!("«{said}», {time}"));
        wait_in_tree(page, said, |tree| tree.announced().iter().any(|text| text == said));
    }
    assert_eq!(heard(page), [said; 3]);
    assert_eq!(page.eval("heard.some((text, at) => text === heard[at - 1])"), false);
}
