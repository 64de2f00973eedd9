//! Whatever is typed or pasted into a text field is text: nothing of it runs, and it can be undone.

use serde_json::json;

use super::{
    PREVIEW, desktop, go_to, host, open_editor, wait_for_preview, wait_until_changed, wait_until_unchanged, word,
};
use crate::support::Page;

/// Markup that would run in a page which takes it for markup.
const MARKUP: &str =
    "<img src=x onerror=\"top.ran = 1\"><script>top.ran = 1</script></textarea></style><svg onload=top.ran=1>";

/// A field of each kind that takes text, with the panel that it stands on.
const FIELDS: [(&str, &str); 17] = [
    ("general", "guide-site-name"),
    ("general", "guide-site-url"),
    ("general", "guide-lang"),
    ("general", "guide-time_zone"),
    ("step/forgot-email", "guide-step-1-title"),
    ("step/forgot-email", "guide-step-1-do"),
    ("step/forgot-email", "guide-step-1-message"),
    ("step/forgot-email", "guide-step-1-option-0-label"),
    ("contact/hotline", "guide-contact-0-name"),
    ("contact/hotline", "guide-contact-0-hours-text"),
    ("rules", "guide-rule-0-text"),
    ("not-covered", "guide-not_covered-0-topic"),
    ("ladder", "guide-rung-0-label"),
    ("fields", "guide-field-0-placeholder"),
    ("notice", "guide-notice-mark"),
    ("phrases/forgot-email", "phrases-forgot-email-phrases"),
    ("words/page", "words-page-source"),
];

/// Records every message of the editor.
const RECORD_MESSAGES: &str = "void (() => {
    const line = document.querySelector('#editor > .message');
    self.messages = [];
    new MutationObserver(() => self.messages.push(line.innerText)).observe(line, { childList: true, characterData: true, subtree: true });
})()";

/// Puts a text into a field at once, as pasting does, leaves the field.
#[track_caller]
fn put(page: &Page, id: &str, text: &str) {
    page.wait_until(&format!("document.getElementById('{id}')"), id);
    page.eval(&format!(
        "(field => {{
            const typed = field.matches('input, textarea') ? field : field.querySelector('input[type=text], textarea');
            typed.value = {text};
            typed.dispatchEvent(new Event('input', {{ bubbles: true }}));
            typed.dispatchEvent(new Event('change', {{ bubbles: true }}));
            typed.dispatchEvent(new Event('blur'));
        }})(document.getElementById('{id}'))"
    ));
}

#[test]
fn what_is_typed_is_text_in_every_kind_of_field() {
    let host = host();
    let page = desktop().page();
    open_editor(&page, &host.url("editor/"));
    page.eval(RECORD_MESSAGES);
    let long = "слово ".repeat(833) + "конец";
    assert!((5_000..5_010).contains(&long.chars().count()));
    let texts = [json!(MARKUP).to_string(), json!(long).to_string(), "'\\ud800 и \\udc00\\ud83d'".to_owned()];
    for (panel, id) in FIELDS {
        go_to(&page, panel);
        for text in &texts {
            put(&page, id, text);
            wait_until_changed(&page);
        }
        // Undo comes after all of it, and gives back what was there before.
        for _ in &texts {
            page.key("Control+z");
        }
        wait_until_unchanged(&page);
    }
    let messages = page.eval("self.messages").to_string();
    for bad in ["stopped", "lost"] {
        assert!(!messages.contains(word("worker", bad)), "{messages}");
    }
    assert!(messages.contains(word("top", "undone").trim_end_matches("{name}")), "{messages}");

    // Where the preview and the list of changes show it, it is text.
    go_to(&page, "rules");
    put(&page, "guide-rule-0-text", &texts[0]);
    go_to(&page, "step/forgot-email");
    for id in ["guide-step-1-title", "guide-step-1-do", "guide-step-1-message", "guide-step-1-option-0-label"] {
        put(&page, id, &texts[0]);
    }
    for sel in ["#forgot-email h1, #forgot-email h2", "#forgot-email [data-choice=not-helped]"] {
        wait_for_preview(&page, sel, "<img src=x onerror=");
    }
    go_to(&page, "publish");
    page.wait_until("document.querySelectorAll('#form ol li').length >= 5", "the changes in words");
    assert!(page.text("#form ol").contains("</style><svg onload="));
    go_to(&page, "findings");
    assert_eq!(
        page.eval(&format!(
            "[top.ran ?? null, document.querySelectorAll('img[src=x]').length, {PREVIEW}.querySelectorAll('img[src=x], svg[onload]').length]"
        )),
        json!([null, 0, 0])
    );
    assert_eq!(page.console(), [""; 0]);
}
