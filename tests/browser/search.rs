//! The search on the page: what it answers as one types, what it asks the host for, and that nothing typed goes anywhere.

use std::time::{Duration, Instant};

use serde_json::json;

use crate::guide::{answer, host, path_by, plain, wait_for_islands, wait_for_step, word};
use crate::support::built_site::site_from;
use crate::support::page::DEADLINE;
use crate::support::{Fault, Host, Page, Setup};

/// The sentence, which stands above the links.
pub const ANSWER: &str = ".find p";
pub const LINKS: &str = ".find li a";
const RETRY: &str = ".find button";
pub const KNOWLEDGE: &str = ".bin";

/// The start step with its islands.
#[track_caller]
pub fn start(host: &Host) -> Page {
    let page = Page::new();
    page.open(&host.url(""));
    wait_for_islands(&page);
    page
}

/// Types into the field in place of what is there.
#[track_caller]
pub fn type_anew(page: &Page, text: &str) {
    page.tap("#find");
    page.eval("document.querySelector('#find').select()");
    page.key("Backspace");
    page.type_text(text);
}

/// Puts a whole text into the field at once, in place of what is there, as pasting does.
#[track_caller]
pub fn paste(page: &Page, text: &str) {
    page.tap("#find");
    page.eval("document.querySelector('#find').select()");
    page.key("Backspace");
    page.call("Input.insertText", json!({ "text": text }));
}

/// Where the answers lead.
#[track_caller]
pub fn hrefs(page: &Page) -> Vec<String> {
    let hrefs = page.eval(&format!("[...document.querySelectorAll('{LINKS}')].map(a => a.getAttribute('href'))"));
    serde_json::from_value(hrefs).expect("hrefs are text")
}

#[track_caller]
pub fn wait_for_first(page: &Page, step: &str) {
    let first = format!("document.querySelector('{LINKS}')?.getAttribute('href') === {}", json!(format!("#{step}")));
    page.wait_until(&first, &format!("the answer {step}"));
}

/// How often the knowledge was asked for.
pub fn fetched(host: &Host) -> usize {
    host.requested_paths().iter().filter(|path| path.ends_with(KNOWLEDGE)).count()
}

#[track_caller]
pub fn no_uncaught(page: &Page) {
    let uncaught: Vec<_> = page.console().into_iter().filter(|line| line.contains("Uncaught")).collect();
    assert_eq!(uncaught, [""; 0]);
}

#[test]
fn the_search_understands_wrong_keyboard_layout_and_transliteration() {
    let host = host();
    let page = start(&host);
    for typed in ["забыл почту", "pf,sk gjxne", "zabyl pochtu"] {
        type_anew(&page, typed);
        wait_for_first(&page, "forgot-email");
        let links = hrefs(&page);
        assert!(links.len() <= 3, "{typed}: {links:?}");
        let said = plain(&page.text(ANSWER));
        assert!(said.contains(&word("find", "found").replace("{n}", &links.len().to_string())), "{typed}: {said}");
        let heading = page.eval("document.querySelector('#forgot-email h1').textContent");
        assert_eq!(page.texts(LINKS)[0], heading, "an answer is called as its step");
    }
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn without_a_match_the_search_links_to_the_fallback_step() {
    let host = host();
    let page = start(&host);
    type_anew(&page, "погода в воскресенье");
    wait_for_first(&page, "none");
    assert_eq!(hrefs(&page), ["#none"]);
    assert_eq!(plain(&page.text(ANSWER)), word("find", "nothing"));
    assert_eq!(plain(&page.text(LINKS)), word("find", "onward"));
}

/// In a guide whose steps are called otherwise, and stand in another order.
#[test]
fn the_fallback_step_is_the_one_that_the_content_names() {
    let host = Host::serve(site_from("tests/data/any-order.toml"));
    let page = Page::new();
    page.open(&host.url(""));
    wait_for_step(&page, "what");
    wait_for_islands(&page);
    type_anew(&page, "какая завтра погода");
    wait_for_first(&page, "other");
    assert_eq!(plain(&page.text(ANSWER)), word("find", "nothing"));
    type_anew(&page, "сломалась ручка");
    wait_for_first(&page, "repair");
}

#[test]
fn too_short_and_empty_queries_show_nothing() {
    let host = host();
    let page = start(&host);
    type_anew(&page, "забыл почту");
    wait_for_first(&page, "forgot-email");
    for typed in ["", "п", "пп", "?!"] {
        type_anew(&page, typed);
        let silent = format!("!document.querySelector('{ANSWER}').textContent && !document.querySelector('{LINKS}')");
        page.wait_until(&silent, &format!("silence about «{typed}»"));
        page.draw();
        assert_eq!(page.eval(&silent), true, "«{typed}»");
    }
}

#[test]
fn a_result_is_followed_by_key_and_by_tap() {
    let host = host();
    let page = Setup::default().desktop(1000, 700).page();
    page.open(&host.url(""));
    wait_for_islands(&page);
    type_anew(&page, "забыл почту");
    wait_for_first(&page, "forgot-email");
    page.key("Tab");
    assert_eq!(page.eval(&format!("document.activeElement === document.querySelector('{LINKS}')")), true);
    page.key("Enter");
    wait_for_step(&page, "forgot-email");
    page.wait_until("document.activeElement.id === 'forgot-email'", "focus on the step");
    page.back();
    wait_for_step(&page, "start");
    assert_eq!(page.eval("document.querySelector('#find').value"), "забыл почту", "still there on the way back");

    let phone = start(&host);
    type_anew(&phone, "забыл почту");
    wait_for_first(&phone, "forgot-email");
    phone.tap(LINKS);
    wait_for_step(&phone, "forgot-email");
    assert_eq!(phone.console(), [""; 0]);
}

#[test]
fn enter_moves_the_focus_to_the_first_result() {
    let host = host();
    let page = start(&host);
    let focused = "document.activeElement.matches";
    type_anew(&page, "забыл почту");
    wait_for_first(&page, "forgot-email");
    page.key("Enter");
    assert_eq!(page.eval(&format!("document.activeElement === document.querySelector('{LINKS}')")), true);
    // With nothing to go to, the field is left all the same: that closes a phone's keyboard.
    type_anew(&page, "п");
    page.wait_until(&format!("!document.querySelector('{LINKS}')"), "silence");
    page.key("Enter");
    assert_eq!(page.eval(&format!("{focused}('body')")), true);
    assert_eq!(page.console(), [""; 0]);

    let host = crate::guide::host().fault(KNOWLEDGE, Fault::NotFound);
    let page = start(&host);
    page.tap("#find");
    page.wait_until(&format!("document.querySelector('{ANSWER}').textContent"), "a sentence without links");
    page.key("Enter");
    assert_eq!(page.eval(&format!("{focused}('{ANSWER}')")), true);
    page.key("Tab");
    assert_eq!(page.eval(&format!("{focused}('{RETRY}')")), true);
    wait_for_step(&page, "start");
}

#[test]
fn the_search_model_is_fetched_once_at_first_use() {
    let host = host();
    let page = start(&host);
    page.settle();
    assert_eq!(fetched(&host), 0, "nobody searched");
    page.tap("#find");
    page.wait_until(
        &format!("performance.getEntriesByType('resource').some(e => e.name.endsWith('{KNOWLEDGE}') && e.responseEnd)"),
        "the knowledge for a field that has the focus",
    );
    assert_eq!(fetched(&host), 1);
    for typed in ["забыл почту", "погода в воскресенье"] {
        type_anew(&page, typed);
    }
    page.tap("#start .choices a");
    page.back();
    wait_for_step(&page, "start");
    type_anew(&page, "муниципалитет");
    wait_for_first(&page, "municipality");
    assert_eq!(fetched(&host), 1);
}

/// Waits until the search has said that it could not be loaded, and counts how often that was tried.
#[track_caller]
fn wait_for_failure(page: &Page, host: &Host) -> usize {
    page.wait_until(&format!("document.querySelector('{ANSWER}').textContent"), "a word about the failure");
    assert_eq!(plain(&page.text(ANSWER)), word("find", "failed"));
    assert_eq!(plain(&page.text(RETRY)), word("find", "retry"));
    page.settle();
    fetched(host)
}

#[test]
fn a_failed_search_model_is_reported_and_can_be_retried() {
    for (number, fault) in
        [Fault::NotFound, Fault::Truncated, Fault::Corrupt, Fault::Interrupted].into_iter().enumerate()
    {
        let host = host().fault(KNOWLEDGE, fault);
        let page = start(&host);
        assert!(!page.visible(RETRY));
        type_anew(&page, "почта");
        let tried = wait_for_failure(&page, &host);
        assert_eq!(hrefs(&page), [""; 0], "fault {number}");
        page.type_text(" забыта");
        assert_eq!(wait_for_failure(&page, &host), tried, "fault {number}: not at each key");
        no_uncaught(&page);
        // The guide goes on all the same; turning to the field again is another try.
        answer(&page, &path_by(&["teen-14", "no", "not-helped"])[0]);
        page.back();
        wait_for_step(&page, "start");
        page.tap("#find");
        wait_until_tried(&page, &host, tried);
        let tried = wait_for_failure(&page, &host);
        // So is the button, with what was typed.
        page.tap(RETRY);
        wait_until_tried(&page, &host, tried);
        wait_for_failure(&page, &host);
        page.eval("document.querySelector('#find').value = 'забыл почту'");
        host.clear_faults();
        page.tap(RETRY);
        wait_for_first(&page, "forgot-email");
        assert!(!page.visible(RETRY), "fault {number}");
        assert_eq!(
            page.eval("document.activeElement.id"),
            "find",
            "fault {number}: the focus was on a button that went"
        );
        no_uncaught(&page);
    }
}

/// Waits until the knowledge was asked for once more.
#[track_caller]
fn wait_until_tried(page: &Page, host: &Host, before: usize) {
    let deadline = Instant::now() + DEADLINE;
    while fetched(host) <= before {
        assert!(Instant::now() < deadline, "nobody asks again");
        page.pump_events(Duration::from_millis(30));
    }
}

#[test]
fn a_slow_search_model_answers_the_current_query_when_it_arrives() {
    let host = host().fault(KNOWLEDGE, Fault::Slow(Duration::from_secs(120)));
    let page = start(&host);
    type_anew(&page, "забыл почту");
    page.draw();
    assert_eq!(hrefs(&page), [""; 0], "an answer without knowledge");
    host.clear_faults();
    wait_for_first(&page, "forgot-email");
    assert_eq!(fetched(&host), 1);
}

#[test]
fn without_script_the_field_is_hidden_and_its_space_reserved() {
    let host = host();
    let (live, plain) = (start(&host), Setup::default().script_off().page());
    plain.open(&host.url(""));
    assert!(!plain.visible(".find input") && !plain.visible(".find label"));
    assert!(live.visible("#find") && live.visible(".find label"));
    for (width, height) in [(320, 568), (360, 640), (412, 915), (768, 1024), (1280, 800)] {
        let heights = [&live, &plain].map(|page| {
            page.resize(width, height);
            page.eval(
                "[document.querySelector('.find').offsetHeight, document.querySelector('#start').offsetHeight].join()",
            )
        });
        assert_eq!(heights[0], heights[1], "{width} px wide");
    }
}
