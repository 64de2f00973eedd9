//! Sharing a step: its link and nothing else, by Web Share, by the clipboard, by VK.

use serde_json::json;

use crate::guide::{answer, host, normalize_spaces, path_by_options, ui_string, wait_for_islands, wait_for_step};
use crate::message::FAILING_WEB_SHARES;
use crate::support::{Host, Page, Setup};

const CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText(text) { window.copied = text; return Promise.resolve(); } } });";
const NO_CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });";
const WEB_SHARE: &str = "navigator.share = data => { window.shared = data; return Promise.resolve(); };";
const BUTTON: &str = ".share button";
const COPY_STATUS: &str = "document.querySelector('.share .said').textContent";

/// Opens the step «teen-own-account» by its answers, with something typed into the search on the way.
#[track_caller]
fn open_shared_step(page: &Page, host: &Host) -> String {
    page.open(&host.url(""));
    wait_for_islands(page);
    page.tap("#find");
    page.type_text("qwzx");
    let path = path_by_options(&["teen-14", "no", "not-helped"]);
    for edge in &path[..2] {
        answer(page, edge);
    }
    page.wait_until("document.activeElement.id === 'teen-own-account'", "the step");
    host.url("#teen-own-account")
}

#[test]
fn without_web_share_the_link_is_copied() {
    let host = host();
    let page = Setup::default().init_script(CLIPBOARD).page();
    let url = open_shared_step(&page, &host);
    assert_eq!(normalize_spaces(&page.text(BUTTON)), ui_string("share", "button"));
    page.tap(BUTTON);
    page.wait_until(COPY_STATUS, "a word about the copy");
    assert_eq!(page.eval("copied"), url);
    assert_eq!(normalize_spaces(page.eval(COPY_STATUS).as_str().expect("text")), ui_string("share", "copied"));
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn without_web_share_and_clipboard_the_page_says_where_the_link_is() {
    let host = host();
    let page = Setup::default().init_script(NO_CLIPBOARD).page();
    open_shared_step(&page, &host);
    page.tap(BUTTON);
    page.wait_until(COPY_STATUS, "a word about the link");
    assert_eq!(normalize_spaces(page.eval(COPY_STATUS).as_str().expect("text")), ui_string("share", "not_copied"));
    assert_eq!(page.console(), [""; 0]);
}

/// A question says nothing to whom it is sent; the answer that led to it does.
#[test]
fn a_situation_is_shared_by_its_answer() {
    let host = host();
    let page = Setup::default().init_script(CLIPBOARD).init_script(WEB_SHARE).page();
    page.open(&host.url("#application-cancelled"));
    wait_for_islands(&page);
    page.tap(BUTTON);
    page.wait_until("window.shared", "the sheet");
    let title = page.eval("shared.title");
    assert!(title.as_str().is_some_and(|title| title.starts_with("Заявку отменили — ")), "{title}");
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn web_share_gets_the_title_and_link_of_the_step() {
    let host = host();
    let page = Setup::default().init_script(CLIPBOARD).init_script(WEB_SHARE).page();
    let url = open_shared_step(&page, &host);
    page.tap(BUTTON);
    page.wait_until("window.shared", "the sheet");
    let heading = page.text("h1[data-step]");
    let shared = page.eval("shared");
    assert_eq!(shared["url"], url);
    assert!(
        shared["title"].as_str().is_some_and(|title| normalize_spaces(title).starts_with(&normalize_spaces(&heading))),
        "{shared}"
    );
    assert_eq!(shared.as_object().map(|shared| shared.len()), Some(2), "{shared}");
    assert_eq!(page.eval("typeof copied"), "undefined");
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn a_link_that_cannot_be_shared_is_copied() {
    let host = host();
    for web_share in FAILING_WEB_SHARES {
        let page = Setup::default().init_script(CLIPBOARD).init_script(web_share).page();
        let url = open_shared_step(&page, &host);
        page.tap(BUTTON);
        page.wait_until(COPY_STATUS, "a word about the copy");
        assert_eq!(page.eval("copied"), url);
        assert_eq!(normalize_spaces(page.eval(COPY_STATUS).as_str().expect("text")), ui_string("share", "copied"));
        assert_eq!(page.console(), [""; 0]);
    }
}

#[test]
fn a_cancelled_share_is_no_failure() {
    let host = host();
    let cancelled = "navigator.share = () => { window.shared = true; return Promise.reject(new DOMException('closed', 'AbortError')); };";
    let page = Setup::default().init_script(CLIPBOARD).init_script(cancelled).page();
    open_shared_step(&page, &host);
    page.tap(BUTTON);
    page.wait_until("window.shared", "the sheet");
    page.draw();
    assert_eq!(page.eval(COPY_STATUS), "");
    assert_eq!(page.eval("typeof copied"), "undefined");
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn the_vk_link_shares_the_shown_step() {
    let host = host();
    let page = Page::new();
    open_shared_step(&page, &host);
    let link = "document.querySelector(\".share a[href^='https://vk.com/']\").href";
    let expected = |page: &Page| page.eval("'https://vk.com/share.php?url=' + encodeURIComponent(location.href)");
    page.wait_until(&format!("{link}.endsWith('%23teen-own-account')"), "the step's link");
    assert_eq!(page.eval(link), expected(&page));
    page.back();
    wait_for_step(&page, "teen-14");
    page.wait_until(&format!("{link} === {}", json!(expected(&page))), "the other step's link");
    assert_eq!(page.requests().iter().filter(|request| request.url.contains("vk.com")).count(), 0);
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn share_causes_no_layout_shift() {
    let host = host();
    let (live, plain) = (Page::new(), Setup::default().script_off().page());
    for page in [&live, &plain] {
        page.open(&host.url("#teen-14"));
    }
    wait_for_islands(&live);
    for width in (320..=840).step_by(20) {
        let heights = [&live, &plain].map(|page| {
            page.resize(width, 640);
            page.eval("document.querySelector('.share').offsetHeight")
        });
        assert_eq!(heights[0], heights[1], "{width} px wide");
    }
}
