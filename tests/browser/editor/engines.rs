//! The editor in Firefox and WebKitGTK: it opens, is edited, says what is wrong, shows the page, and prepares an archive.

use serde_json::json;

use super::publishing::wait_for_archive;
use super::{follow_finding, host, open_editor, set_value, wait_for_errors, wait_for_preview, word};
use crate::support::engine::Engine;
use crate::support::webkit::RECORD_ERRORS;
use crate::support::{Firefox, WebKit};

/// Selects what a field has and types in its place. `\u{e003}` is the key Backspace of WebDriver.
#[track_caller]
fn retype(engine: &dyn Engine, id: &str, text: &str) {
    engine.click(&format!("#{id}"));
    engine.wait_until(&format!("document.activeElement.id === '{id}'"), "the focus");
    engine.value(&format!("document.getElementById('{id}').select()"));
    engine.type_text(if text.is_empty() { "\u{e003}" } else { text });
    engine.wait_until(&format!("document.getElementById('{id}').value === {}", json!(text)), "what was typed");
}

/// Clicks the button with this text, which stands in a part of the page.
#[track_caller]
fn click_button(engine: &dyn Engine, within: &str, name: &str) {
    let marked = format!(
        "(() => {{ const button = [...document.querySelectorAll('{within} button')].find(e => e.innerText === {0}); button?.setAttribute('data-name', {0}); return button }})()",
        json!(name)
    );
    engine.wait_until(&marked, name);
    // The driver of WebKitGTK scrolls as little as it can, and leaves a button below the bar.
    let selector = format!("[data-name={}]", json!(name));
    engine.value(&format!("document.querySelector({}).scrollIntoView({{ block: 'center' }})", json!(selector)));
    engine.click(&selector);
}

#[track_caller]
fn assert_editor_works(engine: &dyn Engine) {
    let host = host();
    open_editor(engine, &host.url("editor/"));
    // WebKitGTK reports no errors by itself.
    engine.value(&format!("(() => {{ {RECORD_ERRORS} }})()"));
    wait_for_errors(engine, 0);
    engine.click("#contents a[href='#step/forgot-email']");
    let id = "guide-step-1-title";
    engine.wait_until(&format!("document.getElementById('{id}')"), "the form");
    retype(engine, id, "");
    wait_for_errors(engine, 1);
    follow_finding(engine, id);
    retype(engine, id, "Забыли почту");
    wait_for_errors(engine, 0);

    // A narrow window shows one area at a time.
    if engine.value("!document.querySelector('#view').getClientRects().length") == true {
        click_button(engine, "header", word("areas", "view"));
    }
    wait_for_preview(engine, "#forgot-email", "Забыли почту");
    engine.click("header a[href='#publish']");
    engine.wait_until(
        "document.querySelector('#form ol li')?.textContent.includes('Забыли почту')",
        "the change in words",
    );
    retype(engine, "publish-why", "Короче.");
    set_value(engine, "publish-date", "2026-11-30");
    click_button(engine, "#form", word("publish", "prepare"));
    wait_for_archive(engine);
    engine.wait_until("document.activeElement.id === 'publish-save'", "the focus on the button that saves");
    assert_eq!(engine.errors(), [""; 0]);
}

#[test]
fn the_editor_works_in_firefox() {
    assert_editor_works(&Firefox::with_preferences(&[]));
}

#[test]
fn the_editor_works_in_webkit() {
    assert_editor_works(&WebKit::start(&[], &[]));
}
