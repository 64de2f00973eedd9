//! The keyboard alone does everything, in the order of the eye.

use serde_json::{Value, json};

use super::{
    desktop, filled, go_to, host, open_editor, wait_for_errors, wait_for_focus, wait_for_preview, wait_until_kept,
    wait_until_unchanged, word,
};
use crate::keyboard::FOCUS_STATE;
use crate::support::Page;

/// More stops than any panel of these tests has.
const MAX_STOPS: usize = 250;

/// The stop that has the focus: in which part of the page it is, and where in that part, which may scroll by itself. What has stops of its
/// own within, as a frame and the calendar's button of a date, shows the focus itself.
const STOP: &str = "(() => {
    const e = document.activeElement;
    if (e === document.body) return null;
    self.stops = (self.stops || new Set()).add(e);
    const parts = ['header', '#contents', '#form', '#view'], number = parts.findIndex(part => e.closest(part));
    const part = e.closest(parts[number] || 'body'), box = e.getBoundingClientRect();
    let top = box.top - part.getBoundingClientRect().top;
    for (let around = e; around !== part.parentElement; around = around.parentElement) top += around.scrollTop;
    return { name: `${e.tagName} ${e.id} ${(e.innerText || '').trim().slice(0, 40)}`, within: e.tagName === 'IFRAME' || !e.matches(':focus'),
        part: number, top, bottom: top + box.height, left: box.left };
})()";

/// What can have the focus but was no stop. Of radio buttons of one name, and of the tabs, one is a stop.
const UNREACHED: &str = "[...document.querySelectorAll('a[href], button, input, select, textarea, summary, iframe, [contenteditable]')]
    .filter(e => e.checkVisibility({ visibilityProperty: true }) && e.tabIndex >= 0 && !e.disabled && !e.closest('[inert]'))
    .filter(e => !self.stops.has(e) && !(e.type === 'radio' && [...self.stops].some(other => other.name === e.name && other.type === 'radio')))
    .map(e => e.outerHTML.slice(0, 160))";

/// Goes through the whole page by Tab and asserts that the focus is seen at each stop, that it goes on as one reads, and that nothing is
/// left out.
#[track_caller]
fn assert_order_of_the_eye(page: &Page) {
    page.eval("void (self.stops = new Set(), document.activeElement.blur(), getSelection().removeAllRanges(), scrollTo(0, 0))");
    // Tab begins at the start of the page.
    page.eval("(start => { start.tabIndex = -1; start.focus(); start.blur(); start.removeAttribute('tabindex') })(document.getElementById('editor'))");
    let mut before: Option<Value> = None;
    for count in 0.. {
        assert!(count < MAX_STOPS, "Tab never comes to the end of the page");
        page.key("Tab");
        page.draw();
        let stop = page.eval(STOP);
        if stop.is_null() {
            break;
        }
        if stop["within"] == false {
            let state = page.eval(FOCUS_STATE);
            assert_eq!(state["wrong"], "", "{}", stop["name"]);
        }
        if let Some(before) = before.filter(|before| before["part"] == stop["part"]) {
            let number = |stop: &Value, key: &str| stop[key].as_f64().unwrap_or_default();
            // What begins below all of what was before is later; so is what stands beside it, further right.
            let is_below = number(&stop, "top") > number(&before, "top") - 1.0;
            let is_beside =
                number(&stop, "top") < number(&before, "bottom") && number(&stop, "left") > number(&before, "left");
            assert!(is_below || is_beside, "{} comes after {}", stop["name"], before["name"]);
        } else if let Some(part) = stop["part"].as_i64() {
            assert!(part >= 0, "{} is in no part of the page", stop["name"]);
        }
        before = Some(stop);
    }
    assert!(before.is_some_and(|stop| stop["part"] == 3), "the last stop is in the view");
    assert_eq!(page.eval(UNREACHED), json!([]), "out of reach");
}

#[test]
fn tab_follows_the_eye_and_reaches_everything() {
    let host = host();
    let page = desktop().page();
    open_editor(&page, &host.url("editor/"));
    for panel in ["rules", "publish"] {
        go_to(&page, panel);
        assert_order_of_the_eye(&page);
    }
}

/// The texts of the rules, in their order.
fn rules(page: &Page) -> Vec<String> {
    let texts = page.eval("[...document.querySelectorAll('[id^=guide-rule-][id$=-text]')].map(e => e.value)");
    serde_json::from_value(texts).expect("texts")
}

/// Gives the focus to an element, as Tab does.
#[track_caller]
fn focus(page: &Page, id: &str) {
    page.wait_until(&format!("document.getElementById('{id}')"), id);
    page.eval(&format!("document.getElementById('{id}').focus()"));
    wait_for_focus(page, id);
}

/// Moves a rule down by its button until it is the last one: the focus goes with it.
#[track_caller]
fn assert_focus_moves_with_item(page: &Page) {
    go_to(page, "rules");
    let before = rules(page);
    assert_eq!(before.len(), 3);
    focus(page, "guide-rule-0-button-down");
    for number in [2, 3] {
        page.key("Enter");
        wait_for_focus(page, &format!("guide-rule-{}-button-down", number - 1));
        let said = filled("list", "now_at", &[("number", &number.to_string()), ("count", "3")]);
        page.wait_until(
            &format!("[...document.querySelectorAll('[role=status]')].some(e => e.innerText === {})", json!(said)),
            &said,
        );
    }
    let moved = [1, 2, 0].map(|index| before[index].clone());
    assert_eq!(rules(page), moved);
    // It can't go further, and the focus is not lost by that.
    page.key("Enter");
    assert_eq!(page.eval("document.activeElement.getAttribute('aria-disabled')"), "true");
    wait_until_kept(page);
    for _ in 0..2 {
        page.key("Control+z");
    }
    wait_until_unchanged(page);
    assert_eq!(rules(page), before);
}

/// Opens a dialog by Enter on a button. Tab stays in it, and Escape gives the focus back.
#[track_caller]
fn assert_dialog_keeps_focus(page: &Page, button: &str, first: &str) {
    focus(page, button);
    page.key("Enter");
    page.wait_until(
        &format!("document.querySelector('#dialog[open] {first}') === document.activeElement"),
        "the focus in the dialog",
    );
    let mut inside = 0;
    for _ in 0..12 {
        page.key("Tab");
        let place = page.eval("document.activeElement.closest('#dialog') ? 'in' : document.activeElement === document.body ? 'browser' : document.activeElement.outerHTML.slice(0, 100)");
        assert!(place == "in" || place == "browser", "behind the dialog: {place}");
        inside += usize::from(place == "in");
    }
    assert!(inside > 3, "Tab comes back into the dialog");
    page.key("Escape");
    page.wait_until("!document.querySelector('#dialog[open]')", "the end of the dialog");
    wait_for_focus(page, button);
}

#[test]
fn focus_goes_with_what_is_moved_and_comes_back_from_dialogs() {
    let host = host();
    let page = desktop().page();
    open_editor(&page, &host.url("editor/"));
    assert_focus_moves_with_item(&page);

    go_to(&page, "step/start");
    assert_dialog_keeps_focus(&page, "guide-step-0-option-add", "#new-title");
    // Who leads to a step is said before it is deleted, and nothing is deleted without an answer.
    go_to(&page, "steps");
    assert_dialog_keeps_focus(&page, "guide-step-1-button-delete", "[type=submit]");
    assert!(page.visible("#contents a[href='#step/forgot-email']"));
    focus(&page, "guide-step-1-button-delete");
    page.key("Enter");
    page.wait_until("document.querySelector('#dialog[open] [type=submit]') === document.activeElement", "the dialog");
    let asked = page.text("#dialog");
    assert!(asked.contains(word("dialog", "used_by")) && asked.contains("Что случилось?"), "{asked}");
    page.key("Enter");
    page.wait_until("!document.querySelector('#contents a[href=\"#step/forgot-email\"]')", "the end of the step");
    // The focus is on what stands at its place now.
    wait_for_focus(&page, "guide-step-1-button-delete");
    page.wait_until("parseInt(document.title) > 0", "the errors of answers that lead nowhere");
    page.key("Control+z");
    wait_until_unchanged(&page);
    wait_for_errors(&page, 0);
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn undo_and_redo_by_keys_and_buttons() {
    let host = host();
    let page = desktop().desktop(1440, 600).page();
    open_editor(&page, &host.url("editor/"));
    go_to(&page, "step/no-access");
    let id = "guide-step-2-do";
    focus(&page, id);
    let value = || page.eval(&format!("document.getElementById('{id}').value"));
    let before = value();
    // What is typed without a pause at one field is one change.
    page.key("Control+End");
    let place = "JSON.stringify([scrollY, document.getElementById('view').scrollTop])";
    let before_typing = page.eval(place);
    page.type_text(" Ещё.");
    wait_until_kept(&page);
    // The preview follows, and what is typed stays in sight.
    wait_for_preview(&page, "#no-access", "Ещё.");
    assert_eq!(page.eval(place), before_typing);
    wait_for_focus(&page, id);
    let after = value();
    assert_eq!(after, format!("{} Ещё.", before.as_str().expect("a text")));
    let wait_for_value = |expected: &Value| {
        page.wait_until(&format!("document.getElementById('{id}').value === {expected}"), "the value after a turn");
    };
    page.key("Control+z");
    wait_for_value(&before);
    wait_until_unchanged(&page);
    wait_for_focus(&page, id);
    page.key("Control+y");
    wait_for_value(&after);
    wait_until_kept(&page);
    // On a Russian keyboard the key Z says «я».
    let russian = |shift: u32| {
        let key = json!({ "type": "rawKeyDown", "key": "я", "code": "KeyZ", "windowsVirtualKeyCode": 90, "modifiers": 2 + 8 * shift });
        page.call("Input.dispatchKeyEvent", key);
    };
    russian(0);
    wait_for_value(&before);
    russian(1);
    wait_for_value(&after);

    // The buttons say what they will do; the history goes back to before any change.
    let name = page.eval("document.getElementById('undo').getAttribute('aria-label')");
    assert_eq!(name.as_str().map(|name| name.contains("no-access") || name.contains("почт")), Some(true), "{name}");
    go_to(&page, "step/forgot-email");
    super::write(&page, "guide-step-1-title", "Другое");
    page.wait_until(
        "document.getElementById('undo').getAttribute('aria-label') !== self.undone && document.title",
        "the second change",
    );
    go_to(&page, "history");
    page.wait_until("document.querySelectorAll('#form ol button').length === 2", "both changes");
    page.tap("#form ol li:last-child button");
    wait_until_unchanged(&page);
    let content = "document.getElementById('undo').getAttribute('aria-disabled')";
    page.wait_until(&format!("{content} === 'true'"), "that nothing is left to undo");
    page.tap("#redo");
    wait_until_kept(&page);
    go_to(&page, "step/no-access");
    wait_for_value(&after);
    assert_eq!(page.console(), [""; 0]);
}
