//! A pasted notice of cancellation: its account is shown as text, and the search links to the next step.

use serde_json::json;

use crate::guide::{host, normalize_spaces, ui_string, wait_for_islands, wait_for_step};
use crate::support::Page;

const SENTENCE: &str = ".find p";
const RESULT_LINKS: &str = ".find li a";

/// The notice as the content quotes it, with another account.
fn notice(account: &str) -> String {
    let content: toml::Table = include_str!("../../content/ivanovo.toml").parse().expect("the content is TOML");
    let steps = content["step"].as_array().expect("the content has steps");
    let quote = steps.iter().find_map(|step| step.get("quote")?.as_str()).expect("a step quotes the notice");
    assert!(quote.contains("xxxxxx"));
    quote.replace("xxxxxx", account)
}

#[track_caller]
fn paste(page: &Page, text: &str) -> String {
    page.tap("#find");
    page.eval("document.querySelector('#find').select()");
    page.key("Backspace");
    page.call("Input.insertText", json!({ "text": text }));
    page.wait_until(&format!("document.querySelector('{RESULT_LINKS}')"), "an answer");
    normalize_spaces(&page.text(SENTENCE))
}

#[test]
fn a_pasted_notice_is_recognised_and_links_to_its_step() {
    let host = host();
    let page = Page::new();
    page.open(&host.url(""));
    wait_for_islands(&page);
    let sentence = paste(&page, &notice("mama.ivanova@mail.ru"));
    assert!(sentence.contains(&ui_string("find", "notice")), "{sentence}");
    assert!(
        sentence.contains(&ui_string("find", "account").replace("{account}", "mama.ivanova@mail.ru")),
        "{sentence}"
    );
    assert_eq!(
        page.texts(RESULT_LINKS),
        [page.eval("document.querySelector('#duplicate-account h1').textContent").as_str().expect("text")]
    );
    page.tap(RESULT_LINKS);
    wait_for_step(&page, "duplicate-account");
    let stored = page.eval(
        "JSON.stringify([location.href, history.state, { ...localStorage }, { ...sessionStorage }, document.cookie])",
    );
    assert!(!stored.to_string().contains("mama"), "{stored}");
    assert!(!page.requests().iter().any(|request| request.url.contains("mama")));
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn the_account_in_a_notice_is_shown_as_text() {
    let host = host();
    let page = Page::new();
    page.open(&host.url(""));
    wait_for_islands(&page);
    let element_count = "document.querySelectorAll('b, img, script').length";
    let before = page.eval(element_count);
    for (account, shown) in [
        ("<b>x</b>@mail.ru", "x</b>@mail.ru"),
        ("<img/src=x/onerror=window.broken=1>", "img/src=x/onerror=window.broken=1"),
        ("&lt;b&gt;@mail.ru", "lt;b&gt;@mail.ru"),
        ("+7(900)123-45-67", "7(900)123-45-67"),
        ("\u{202e}ur.liam@amam", "ur.liam@amam"),
    ] {
        let sentence = paste(&page, &notice(account));
        assert!(sentence.contains(shown), "{account}: {sentence}");
        assert_eq!(page.eval(element_count), before, "{account}");
        assert_eq!(page.eval("typeof window.broken"), "undefined");
    }
    // However long, it does not make the page wider.
    let sentence = paste(&page, &notice(&"x".repeat(3000)));
    assert!(sentence.contains("xxx"), "{sentence}");
    assert_eq!(page.eval("document.documentElement.scrollWidth"), 360);
    assert_eq!(page.console(), [""; 0]);
}
