//! The message to the institution: filled in on the page, kept in its memory alone, passed on as it is shown.

use serde_json::{Value, json};

use crate::guide::{host, plain, wait_for_islands, wait_for_step, word};
use crate::support::{Host, Page, Setup};

const NAME: &str = "Иванова Маша & «Ко»";

/// A clipboard that only notes; the real one is shared by every page of the browser.
const CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText(text) { window.copied = text; return Promise.resolve(); } } });";
const NO_CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });";
const REFUSED: &str = "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) } });";
const SHEET: &str = "navigator.share = data => { window.shared = data; return Promise.reject(new DOMException('closed', 'AbortError')); };";

/// A part of a step's message.
fn of(step: &str, part: &str) -> String {
    format!("#{step} [data-island=message] {part}")
}

/// A step with its message open.
#[track_caller]
fn opened(page: &Page, host: &Host, step: &str) {
    page.open(&host.url(&format!("#{step}")));
    wait_for_islands(page);
    unfold(page, step);
}

#[track_caller]
fn unfold(page: &Page, step: &str) {
    wait_for_step(page, step);
    page.tap(&format!("#{step} details:has([data-island=message]) summary"));
    page.wait_until(
        &format!("document.querySelector({}).checkVisibility()", json!(of(step, "blockquote"))),
        "the message",
    );
    page.wait_until(&format!("document.querySelector({})", json!(of(step, "button"))), "its form");
}

#[track_caller]
fn shown(page: &Page, step: &str) -> String {
    page.eval(&format!("document.querySelector({}).textContent", json!(of(step, "blockquote"))))
        .as_str()
        .expect("text")
        .to_owned()
}

#[track_caller]
fn type_name(page: &Page, step: &str) {
    page.tap(&of(step, "input"));
    page.type_text(NAME);
}

#[test]
fn fields_fill_every_message_until_the_page_is_reloaded() {
    let host = host();
    let page = Page::new();
    opened(&page, &host, "forgot-email");
    let labels: Vec<_> = page.texts(&of("forgot-email", "label")).iter().map(|label| plain(label)).collect();
    assert_eq!(labels, [word("message", "child"), word("message", "born")]);
    assert!(plain(&shown(&page, "forgot-email")).contains(&word("blank", "child")));
    page.tap(&of("forgot-email", "input"));
    let mut typed = String::new();
    for letter in NAME.chars() {
        page.type_text(&letter.to_string());
        typed.push(letter);
        let text = shown(&page, "forgot-email");
        assert!(text.contains(typed.trim()), "{text}");
        assert!(!plain(&text).contains(&word("blank", "child")), "{text}");
    }
    assert!(plain(&shown(&page, "forgot-email")).contains(&word("blank", "born")), "what is left out keeps its place");

    page.eval("location.hash = '#duplicate-with-access'");
    unfold(&page, "duplicate-with-access");
    assert!(shown(&page, "duplicate-with-access").contains(NAME));
    assert_eq!(page.texts(&of("duplicate-with-access", "label")).len(), 3, "this one names a programme");
    let kept = page.eval("JSON.stringify([location.href, history.state, { ...localStorage }, { ...sessionStorage }, document.cookie, document.title])");
    assert!(!kept.to_string().contains("Иванова"), "{kept}");

    page.reload();
    wait_for_islands(&page);
    assert!(!shown(&page, "duplicate-with-access").contains("Иванова"));
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
    opened(&page, &host, "forgot-email");
    page.tap(&of("forgot-email", "input"));
    page.call(
        "Input.insertText",
        json!({ "text": "<img src=x onerror=window.broken=1>{born}".to_owned() + &"ж".repeat(500) }),
    );
    assert!(shown(&page, "forgot-email").contains("<img src=x onerror=window.broken=1>{born}ж"));
    assert_eq!(page.eval(&format!("document.querySelectorAll({}).length", json!(of("forgot-email", "img")))), 0);
    assert_eq!(page.eval("document.documentElement.scrollWidth"), 360);
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn copying_gives_exactly_the_shown_text() {
    let host = host();
    let page = Setup::default().init_script(CLIPBOARD).page();
    opened(&page, &host, "forgot-email");
    type_name(&page, "forgot-email");
    page.tap(&of("forgot-email", "button.call"));
    page.wait_until("window.copied", "the text in the clipboard");
    assert_eq!(page.eval("copied"), shown(&page, "forgot-email"));
    wait_for_word(&page, "copied");
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn without_a_clipboard_the_page_says_what_to_do() {
    let host = host();
    for script in [NO_CLIPBOARD, REFUSED] {
        let page = Setup::default().init_script(script).page();
        opened(&page, &host, "forgot-email");
        page.tap(&of("forgot-email", "button.call"));
        wait_for_word(&page, "not_copied");
        assert_eq!(page.console(), [""; 0]);
    }
}

/// The expression for what the message says of a copy.
fn said() -> String {
    format!("document.querySelector({}).textContent", json!(of("forgot-email", ".said")))
}

/// Waits until the message says a word of its own.
#[track_caller]
fn wait_for_word(page: &Page, key: &str) {
    let said = said();
    page.wait_until(&said, "a word about the copy");
    assert_eq!(plain(page.eval(&said).as_str().expect("text")), word("message", key));
}

#[test]
fn the_message_is_shared_where_the_browser_can_share() {
    let host = host();
    let without = Page::new();
    opened(&without, &host, "forgot-email");
    assert_eq!(without.eval("typeof navigator.share"), "undefined", "this browser has no sheet of its own");
    let buttons =
        |page: &Page| page.texts(&of("forgot-email", "button")).iter().map(|text| plain(text)).collect::<Vec<_>>();
    assert_eq!(buttons(&without), [word("message", "copy")]);

    let with = Setup::default().init_script(CLIPBOARD).init_script(SHEET).page();
    opened(&with, &host, "forgot-email");
    assert_eq!(buttons(&with), [word("message", "copy"), word("message", "share")]);
    type_name(&with, "forgot-email");
    with.tap(&of("forgot-email", "button:not(.call)"));
    with.wait_until("window.shared", "the sheet");
    assert_eq!(with.eval("shared"), json!({ "text": shown(&with, "forgot-email") }));
    // The sheet was closed: nobody complains, and nothing is copied instead.
    with.draw();
    assert_eq!(with.eval(&said()), "");
    assert_eq!(with.eval("typeof copied"), "undefined");
    assert_eq!(with.console(), [""; 0]);
}

/// Sheets that are there and do not open: one that says so, one that breaks.
pub const REFUSED_SHEETS: [&str; 2] = [
    "navigator.share = () => Promise.reject(new DOMException('no', 'NotAllowedError'));",
    "navigator.share = () => { throw new TypeError('no'); };",
];

#[test]
fn a_message_that_cannot_be_shared_is_copied() {
    let host = host();
    for (sheet, (clipboard, key)) in REFUSED_SHEETS
        .into_iter()
        .flat_map(|sheet| [(CLIPBOARD, "copied"), (NO_CLIPBOARD, "not_copied")].map(|clipboard| (sheet, clipboard)))
    {
        let page = Setup::default().init_script(clipboard).init_script(sheet).page();
        opened(&page, &host, "forgot-email");
        type_name(&page, "forgot-email");
        page.tap(&of("forgot-email", "button:not(.call)"));
        wait_for_word(&page, key);
        if key == "copied" {
            assert_eq!(page.eval("copied"), shown(&page, "forgot-email"));
        }
        assert_eq!(page.console(), [""; 0]);
    }
}

#[test]
fn the_mail_link_contains_the_whole_text() {
    let host = host();
    let page = Page::new();
    opened(&page, &host, "forgot-email");
    type_name(&page, "forgot-email");
    let letter = page.eval(&format!(
        "(url => [url.protocol, url.pathname, url.hash, [...url.search.slice(1).split('&')].map(part => part.split('=').map(decodeURIComponent))])(new URL(document.querySelector({}).href))",
        json!(of("forgot-email", "a[href^='mailto:']"))
    ));
    let text = shown(&page, "forgot-email");
    assert_eq!(letter, json!(["mailto:", "", "", [["subject", word("message", "subject")], ["body", text]]]));
}

#[test]
fn without_script_the_text_can_be_selected() {
    let host = host();
    let page = Setup::default().script_off().page();
    page.open(&host.url("#forgot-email"));
    page.tap("#forgot-email details:has([data-island=message]) summary");
    page.draw();
    let text = plain(&page.text(&of("forgot-email", "blockquote")));
    assert!(text.contains(&word("blank", "child")) && text.contains(&word("blank", "born")), "{text}");
    assert!(plain(&page.texts("#forgot-email").concat()).contains(&word("message", "warning")));
    assert!(!page.visible(&of("forgot-email", "input")) && !page.visible(&of("forgot-email", "button")));
    let selected = page.eval(&format!(
        "(e => {{ getSelection().selectAllChildren(e); return getSelection().toString(); }})(document.querySelector({}))",
        json!(of("forgot-email", "blockquote"))
    ));
    assert_ne!(selected, Value::Null);
    assert_eq!(plain(selected.as_str().expect("text")).trim(), text);
}
