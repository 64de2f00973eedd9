//! Unsaved work is kept in the browser, and offered when the editor is opened again.

use std::time::Instant;

use serde_json::{Value, json};

use super::{
    content, desktop, go_to, open_editor, tap_named, wait_for_content, wait_until_changed, wait_until_kept,
    wait_until_unchanged, word, write,
};
use crate::support::built_site::site;
use crate::support::page::DEADLINE;
use crate::support::{Fault, Host, Page, Setup};

const FIELD: &str = "guide-step-1-title";
const WORK: &str = "Работа, которую не успели сохранить";

/// The line that offers unsaved work.
fn offer() -> String {
    format!("section[aria-label='{}']", word("crash", "label"))
}

/// The names of the copies that the browser keeps.
fn copies(page: &Page) -> usize {
    let count = page.eval("Object.keys(localStorage).filter(name => name.startsWith('guide-editor-copy ')).length");
    count.as_u64().expect("a number") as usize
}

/// Edits a title and waits until the copy is written.
#[track_caller]
fn edit(page: &Page) {
    go_to(page, "step/forgot-email");
    write(page, FIELD, WORK);
    wait_until_kept(page);
}

/// Closes a tab with unsaved work, as a person does who answers the question of the browser by leaving.
#[track_caller]
fn close(tab: Page) {
    let asked = |tab: &Page| {
        let events = tab.events_of("Page.javascriptDialogOpening");
        events.iter().any(|params: &Value| params["type"] == "beforeunload")
    };
    tab.call("Page.close", json!({}));
    let deadline = Instant::now() + DEADLINE;
    while !asked(&tab) {
        assert!(Instant::now() < deadline, "unsaved work is left without a question");
        tab.pump_events(std::time::Duration::from_millis(20));
    }
    tab.call("Page.handleJavaScriptDialog", json!({ "accept": true }));
}

/// Opens the editor in another tab of the same browser.
#[track_caller]
fn open_tab(anchor: &Page, host: &Host) -> Page {
    let tab = anchor.new_tab(&desktop());
    open_editor(&tab, &host.url("editor/"));
    tab
}

#[test]
fn unsaved_work_is_offered_compared_restored_and_discarded() {
    let host = Host::serve(site());
    let anchor = Setup::default().page();
    let tab = open_tab(&anchor, &host);
    assert!(!tab.visible(&offer()));
    edit(&tab);
    close(tab);

    // It is offered, and nothing is restored by itself.
    let tab = open_tab(&anchor, &host);
    tab.wait_until(&format!("document.querySelector({})", json!(offer())), "the offer");
    assert!(tab.text(&format!("{} p", offer())).contains("Навигатор: что делать, если…"));
    assert!(!tab.text("#contents").contains(WORK));
    tab.tap(&format!("{} summary", offer()));
    tab.wait_until(&format!("document.querySelectorAll({}).length === 1", json!(offer() + " li")), "the differences");
    let difference = tab.text(&format!("{} li", offer()));
    assert!(difference.contains(WORK) && difference.contains("Не помню, на какую почту"), "{difference}");
    // Comparing leaves the open draft alone.
    wait_until_unchanged(&tab);
    tap_named(&tab, &format!("{} button", offer()), word("crash", "restore"));
    tab.wait_until(&format!("document.getElementById('contents').innerText.includes({})", json!(WORK)), "the work");
    tab.wait_until(&format!("!document.querySelector({})", json!(offer())), "the end of the offer");
    wait_until_changed(&tab);
    go_to(&tab, "step/forgot-email");
    assert_eq!(tab.eval(&format!("document.getElementById('{FIELD}').value")), WORK);
    assert_eq!(copies(&tab), 1);
    close(tab);

    // It can be thrown away, after a question.
    let tab = open_tab(&anchor, &host);
    tab.wait_until(&format!("document.querySelector({})", json!(offer())), "the offer");
    tap_named(&tab, &format!("{} button", offer()), word("crash", "discard"));
    tap_named(&tab, &format!("{} button", offer()), word("crash", "discard_no"));
    tap_named(&tab, &format!("{} button", offer()), word("crash", "discard"));
    tap_named(&tab, &format!("{} button", offer()), word("crash", "discard_yes"));
    tab.wait_until(&format!("!document.querySelector({})", json!(offer())), "the end of the offer");
    assert_eq!(copies(&tab), 0);
    tab.reload();
    wait_for_content(&tab);
    assert!(!tab.visible(&offer()));
    assert_eq!(tab.console(), [""; 0]);
}

#[test]
fn work_on_an_older_version_says_so_and_tabs_know_of_each_other() {
    // The site as it was before the last publication.
    let before = |text: String| text.replace("Ребёнку уже 14 лет", "Ребёнку исполнилось 14");
    assert_ne!(before(content()), content());
    let host = Host::serve(site()).fault("content/ivanovo.toml", Fault::edited(before));
    let anchor = Setup::default().page();
    let tab = open_tab(&anchor, &host);
    assert!(tab.text("#contents").contains("Ребёнку исполнилось 14"));
    edit(&tab);
    close(tab);

    host.clear_faults();
    let tab = open_tab(&anchor, &host);
    tab.wait_until(&format!("document.querySelector({})", json!(offer())), "the offer");
    let said = tab.text(&offer());
    let older = word("crash", "older");
    assert!(said.contains(older.split(". ").next().expect("a sentence")) && said.contains("ivanovo.toml"), "{said}");

    // A second tab is told of the first, and that of it; the work of an open tab is not offered as lost.
    let told = format!(
        "[...document.querySelectorAll('[role=status]')].some(e => e.innerText === {})",
        json!(word("tabs", "other"))
    );
    assert_eq!(tab.eval(&told), false);
    let second = open_tab(&anchor, &host);
    second.wait_until(&told, "that there is another tab");
    tab.wait_until(&told, "that there is another tab");
    second.call("Page.close", json!({}));
    tab.wait_until(&format!("!{told}"), "that the other tab is gone");
    edit(&tab);
    let third = open_tab(&anchor, &host);
    third.wait_until(&told, "that there is another tab");
    third.wait_until(&format!("document.querySelector({})", json!(offer())), "the offer of the lost work");
    tap_named(&third, &format!("{} button", offer()), word("crash", "discard"));
    tap_named(&third, &format!("{} button", offer()), word("crash", "discard_yes"));
    third.wait_until(&format!("!document.querySelector({})", json!(offer())), "no offer of the open tab's work");
    assert_eq!(copies(&third), 1, "the copy of the open tab");
}
