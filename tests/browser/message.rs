//! The message to the institution: filled in on the page, kept in memory alone, passed on exactly as shown.

use serde_json::{Value, json};

use crate::guide::{content_text, host, normalize_spaces, ui_string, wait_for_islands, wait_for_step};
use crate::support::{Host, Page, Setup};

const NAME: &str = "Иванова Маша & «Ко»";

/// A clipboard that only records; the real one is shared by every page of the browser.
const CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText(text) { window.copied = text; return Promise.resolve(); } } });";
const NO_CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });";
const CLIPBOARD_REFUSES: &str = "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) } });";
const WEB_SHARE: &str = "navigator.share = data => { window.shared = data; return Promise.reject(new DOMException('closed', 'AbortError')); };";

/// The selector of a part of a step's message.
fn part_selector(step: &str, part: &str) -> String {
    format!("#{step} [data-island=message] {part}")
}

/// Opens a step and unfolds its message.
#[track_caller]
fn open_with_message(page: &Page, host: &Host, step: &str) {
    page.open(&host.url(&format!("#{step}")));
    wait_for_islands(page);
    unfold_message(page, step);
}

#[track_caller]
fn unfold_message(page: &Page, step: &str) {
    wait_for_step(page, step);
    page.tap(&format!("#{step} details:has([data-island=message]) summary"));
    page.wait_until(
        &format!("document.querySelector({}).checkVisibility()", json!(part_selector(step, "blockquote"))),
        "the message",
    );
    page.wait_until(&format!("document.querySelector({})", json!(part_selector(step, "button"))), "its form");
}

#[track_caller]
fn message_text(page: &Page, step: &str) -> String {
    page.eval(&format!("document.querySelector({}).textContent", json!(part_selector(step, "blockquote"))))
        .as_str()
        .expect("text")
        .to_owned()
}

#[track_caller]
fn type_name(page: &Page, step: &str) {
    page.tap(&part_selector(step, "input"));
    page.type_text(NAME);
}

#[test]
fn fields_fill_every_message_until_the_page_is_reloaded() {
    let host = host();
    let page = Page::new();
    open_with_message(&page, &host, "forgot-email");
    let labels: Vec<_> =
        page.texts(&part_selector("forgot-email", "label")).iter().map(|label| normalize_spaces(label)).collect();
    assert_eq!(labels, [content_text("field", Some("child"), "label"), content_text("field", Some("born"), "label")]);
    assert!(normalize_spaces(&message_text(&page, "forgot-email")).contains(&content_text(
        "field",
        Some("child"),
        "placeholder"
    )));
    page.tap(&part_selector("forgot-email", "input"));
    let mut typed = String::new();
    for mail_link in NAME.chars() {
        page.type_text(&mail_link.to_string());
        typed.push(mail_link);
        let text = message_text(&page, "forgot-email");
        assert!(text.contains(typed.trim()), "{text}");
        assert!(!normalize_spaces(&text).contains(&content_text("field", Some("child"), "placeholder")), "{text}");
    }
    assert!(
        normalize_spaces(&message_text(&page, "forgot-email")).contains(&content_text(
            "field",
            Some("born"),
            "placeholder"
        )),
        "what is left out keeps its place"
    );

    page.eval("location.hash = '#duplicate-with-access'");
    unfold_message(&page, "duplicate-with-access");
    assert!(message_text(&page, "duplicate-with-access").contains(NAME));
    assert_eq!(page.texts(&part_selector("duplicate-with-access", "label")).len(), 3, "this one names a programme");
    let stored = page.eval("JSON.stringify([location.href, history.state, { ...localStorage }, { ...sessionStorage }, document.cookie, document.title])");
    assert!(!stored.to_string().contains("Иванова"), "{stored}");

    page.reload();
    wait_for_islands(&page);
    assert!(!message_text(&page, "duplicate-with-access").contains("Иванова"));
    assert_eq!(
        page.eval("[...document.querySelectorAll('[data-island=message] input')].map(e => e.value).join('')"),
        ""
    );
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn markup_in_a_field_is_text() {
    let host = host();
    let page = Page::new();
    open_with_message(&page, &host, "forgot-email");
    page.tap(&part_selector("forgot-email", "input"));
    page.call(
        "Input.insertText",
        json!({ "text": "<img src=x onerror=window.broken=1>{born}".to_owned() + &"ж".repeat(500) }),
    );
    assert!(message_text(&page, "forgot-email").contains("<img src=x onerror=window.broken=1>{born}ж"));
    assert_eq!(
        page.eval(&format!("document.querySelectorAll({}).length", json!(part_selector("forgot-email", "img")))),
        0
    );
    assert_eq!(page.eval("document.documentElement.scrollWidth"), 360);
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn copying_gives_exactly_the_shown_text() {
    let host = host();
    let page = Setup::default().init_script(CLIPBOARD).page();
    open_with_message(&page, &host, "forgot-email");
    type_name(&page, "forgot-email");
    page.tap(&part_selector("forgot-email", "button.call"));
    page.wait_until("window.copied", "the text in the clipboard");
    assert_eq!(page.eval("copied"), message_text(&page, "forgot-email"));
    wait_for_copy_status(&page, "copied");
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn without_a_clipboard_the_page_says_what_to_do() {
    let host = host();
    for script in [NO_CLIPBOARD, CLIPBOARD_REFUSES] {
        let page = Setup::default().init_script(script).page();
        open_with_message(&page, &host, "forgot-email");
        page.tap(&part_selector("forgot-email", "button.call"));
        wait_for_copy_status(&page, "not_copied");
        assert_eq!(page.console(), [""; 0]);
    }
}

/// The expression for the status text of a copy.
fn copy_status() -> String {
    format!("document.querySelector({}).textContent", json!(part_selector("forgot-email", ".said")))
}

/// Waits until the status text of a copy is this string.
#[track_caller]
fn wait_for_copy_status(page: &Page, key: &str) {
    let copy_status = copy_status();
    page.wait_until(&copy_status, "a word about the copy");
    assert_eq!(normalize_spaces(page.eval(&copy_status).as_str().expect("text")), ui_string("message", key));
}

#[test]
fn the_message_is_shared_where_the_browser_can_share() {
    let host = host();
    let without = Page::new();
    open_with_message(&without, &host, "forgot-email");
    assert_eq!(without.eval("typeof navigator.share"), "undefined", "this browser has no sheet of its own");
    let buttons = |page: &Page| {
        page.texts(&part_selector("forgot-email", "button"))
            .iter()
            .map(|text| normalize_spaces(text))
            .collect::<Vec<_>>()
    };
    assert_eq!(buttons(&without), [ui_string("message", "copy")]);

    let with = Setup::default().init_script(CLIPBOARD).init_script(WEB_SHARE).page();
    open_with_message(&with, &host, "forgot-email");
    assert_eq!(buttons(&with), [ui_string("message", "copy"), ui_string("message", "share")]);
    type_name(&with, "forgot-email");
    with.tap(&part_selector("forgot-email", "button:not(.call)"));
    with.wait_until("window.shared", "the sheet");
    assert_eq!(with.eval("shared"), json!({ "text": message_text(&with, "forgot-email") }));
    // The share was cancelled: no error is shown, and nothing is copied instead.
    with.draw();
    assert_eq!(with.eval(&copy_status()), "");
    assert_eq!(with.eval("typeof copied"), "undefined");
    assert_eq!(with.console(), [""; 0]);
}

/// Web Share implementations that fail: one rejects, one throws.
pub const FAILING_WEB_SHARES: [&str; 2] = [
    "navigator.share = () => Promise.reject(new DOMException('no', 'NotAllowedError'));",
    "navigator.share = () => { throw new TypeError('no'); };",
];

#[test]
fn a_message_that_cannot_be_shared_is_copied() {
    let host = host();
    for (web_share, (clipboard, key)) in FAILING_WEB_SHARES.into_iter().flat_map(|web_share| {
        [(CLIPBOARD, "copied"), (NO_CLIPBOARD, "not_copied")].map(|clipboard| (web_share, clipboard))
    }) {
        let page = Setup::default().init_script(clipboard).init_script(web_share).page();
        open_with_message(&page, &host, "forgot-email");
        type_name(&page, "forgot-email");
        page.tap(&part_selector("forgot-email", "button:not(.call)"));
        wait_for_copy_status(&page, key);
        if key == "copied" {
            assert_eq!(page.eval("copied"), message_text(&page, "forgot-email"));
        }
        assert_eq!(page.console(), [""; 0]);
    }
}

#[test]
fn the_mail_link_contains_the_whole_text() {
    let host = host();
    let page = Page::new();
    open_with_message(&page, &host, "forgot-email");
    type_name(&page, "forgot-email");
    let mail_link = page.eval(&format!(
        "(url => [url.protocol, url.pathname, url.hash, [...url.search.slice(1).split('&')].map(part => part.split('=').map(decodeURIComponent))])(new URL(document.querySelector({}).href))",
        json!(part_selector("forgot-email", "a[href^='mailto:']"))
    ));
    let text = message_text(&page, "forgot-email");
    assert_eq!(
        mail_link,
        json!(["mailto:", "", "", [["subject", content_text("site", None, "topic")], ["body", text]]])
    );
}

#[test]
fn without_script_the_text_can_be_selected() {
    let host = host();
    let page = Setup::default().script_off().page();
    page.open(&host.url("#forgot-email"));
    page.tap("#forgot-email details:has([data-island=message]) summary");
    page.draw();
    let text = normalize_spaces(&page.text(&part_selector("forgot-email", "blockquote")));
    assert!(
        text.contains(&content_text("field", Some("child"), "placeholder"))
            && text.contains(&content_text("field", Some("born"), "placeholder")),
        "{text}"
    );
    assert!(normalize_spaces(&page.texts("#forgot-email").concat()).contains(&ui_string("message", "warning")));
    assert!(
        !page.visible(&part_selector("forgot-email", "input"))
            && !page.visible(&part_selector("forgot-email", "button"))
    );
    let selected = page.eval(&format!(
        "(e => {{ getSelection().selectAllChildren(e); return getSelection().toString(); }})(document.querySelector({}))",
        json!(part_selector("forgot-email", "blockquote"))
    ));
    assert_ne!(selected, Value::Null);
    assert_eq!(normalize_spaces(selected.as_str().expect("text")).trim(), text);
}
