//! A pasted notice of cancellation: its account is shown as text, and the way goes on from there.

use serde_json::json;

use crate::guide::{host, plain, wait_for_islands, wait_for_step, word};
use crate::support::Page;

const ANSWER: &str = ".find p";
const LINKS: &str = ".find li a";

/// The notice as the content quotes it, with another account.
fn notice(account: &str) -> String {
    let content: toml::Table = include_str!("../../content/ivanovo.toml").parse().expect("the content is TOML");
    let steps = content["step"].as_array().expect("the content has steps");
    let quote = steps.iter().find_map(|step| step.get("quote")?.as_str()).expect("a step quotes the notice");
    assert!(quote.contains("xxxxxx"));
    quote.replace("xxxxxx", account)
}

#[track_caller]
fn pasted(page: &Page, text: &str) -> String {
    page.tap("#find");
    page.eval("document.querySelector('#find').select()");
    page.key("Backspace");
    page.call("Input.insertText", json!({ "text": text }));
    page.wait_until(&format!("document.querySelector('{LINKS}')"), "an answer");
    plain(&page.text(ANSWER))
}

#[test]
fn a_pasted_notice_is_recognised_and_links_to_its_step() {
    let host = host();
    let page = Page::new();
    page.open(&host.url(""));
    wait_for_islands(&page);
    let said = pasted(&page, &notice("mama.ivanova@mail.ru"));
    assert!(said.contains(&word("find", "notice")), "{said}");
    assert!(said.contains(&word("find", "account").replace("{account}", "mama.ivanova@mail.ru")), "{said}");
    assert_eq!(
        page.texts(LINKS),
        [page.eval("document.querySelector('#duplicate-account h1').textContent").as_str().expect("text")]
    );
    page.tap(LINKS);
    wait_for_step(&page, "duplicate-account");
    let kept = page.eval(
        "JSON.stringify([location.href, history.state, { ...localStorage }, { ...sessionStorage }, document.cookie])",
    );
    assert!(!kept.to_string().contains("mama"), "{kept}");
    assert!(!page.requests().iter().any(|request| request.url.contains("mama")));
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn the_account_in_a_notice_is_shown_as_text() {
    let host = host();
    let page = Page::new();
    page.open(&host.url(""));
    wait_for_islands(&page);
    let counted = "document.querySelectorAll('b, img, script').length";
    let before = page.eval(counted);
    for (account, shown) in [
        ("<b>x</b>@mail.ru", "x</b>@mail.ru"),
        ("<img/src=x/onerror=window.broken=1>", "img/src=x/onerror=window.broken=1"),
        ("&lt;b&gt;@mail.ru", "lt;b&gt;@mail.ru"),
        ("+7(900)123-45-67", "7(900)123-45-67"),
        ("\u{202e}ur.liam@amam", "ur.liam@amam"),
    ] {
        let said = pasted(&page, &notice(account));
        assert!(said.contains(shown), "{account}: {said}");
        assert_eq!(page.eval(counted), before, "{account}");
        assert_eq!(page.eval("typeof window.broken"), "undefined");
    }
    // However long, it makes the page no wider.
    let said = pasted(&page, &notice(&"x".repeat(3000)));
    assert!(said.contains("xxx"), "{said}");
    assert_eq!(page.eval("document.documentElement.scrollWidth"), 360);
    assert_eq!(page.console(), [""; 0]);
}
