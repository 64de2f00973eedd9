//! The search on the page: its results while typing, what it requests, and that nothing typed leaves the page.

use std::path::Path;
use std::time::{Duration, Instant};

use guide_content::Diagnostics;
use guide_content::load::phrases_file;
use guide_content::training::train::train;
use guide_core::search::SearchEngine;
use serde_json::json;

use crate::guide::{
    answer, host, normalize_spaces, path_by_options, tool_string, ui_string, wait_for_islands, wait_for_step,
};
use crate::support::built_site::site_from;
use crate::support::page::DEADLINE;
use crate::support::{Fault, Host, Page, Setup};

/// The sentence above the result links.
pub const SENTENCE: &str = ".find p";
pub const RESULT_LINKS: &str = ".find li a";
const RETRY_BUTTON: &str = ".find button";
pub const SEARCH_MODEL: &str = ".bin";

/// Opens the start with its islands.
#[track_caller]
pub fn open_start(host: &Host) -> Page {
    let page = Page::new();
    page.open(&host.url(""));
    wait_for_islands(&page);
    page
}

/// Types into the field in place of its content.
#[track_caller]
pub fn replace_by_typing(page: &Page, text: &str) {
    page.tap("#find");
    page.eval("document.querySelector('#find').select()");
    page.key("Backspace");
    page.type_text(text);
}

/// Replaces the field's content at once, as pasting does.
#[track_caller]
pub fn replace_by_pasting(page: &Page, text: &str) {
    page.tap("#find");
    page.eval("document.querySelector('#find').select()");
    page.key("Backspace");
    page.call("Input.insertText", json!({ "text": text }));
}

/// The targets of the results.
#[track_caller]
pub fn result_hrefs(page: &Page) -> Vec<String> {
    let result_hrefs =
        page.eval(&format!("[...document.querySelectorAll('{RESULT_LINKS}')].map(a => a.getAttribute('href'))"));
    serde_json::from_value(result_hrefs).expect("hrefs are text")
}

#[track_caller]
pub fn wait_for_first_result(page: &Page, step: &str) {
    let first =
        format!("document.querySelector('{RESULT_LINKS}')?.getAttribute('href') === {}", json!(format!("#{step}")));
    page.wait_until(&first, &format!("the answer {step}"));
}

/// How often the search model was requested.
pub fn model_requests(host: &Host) -> usize {
    host.requested_paths().iter().filter(|path| path.ends_with(SEARCH_MODEL)).count()
}

#[track_caller]
pub fn assert_nothing_uncaught(page: &Page) {
    let uncaught: Vec<_> = page.console().into_iter().filter(|line| line.contains("Uncaught")).collect();
    assert_eq!(uncaught, [""; 0]);
}

#[test]
fn the_search_understands_wrong_keyboard_layout_and_transliteration() {
    let host = host();
    let page = open_start(&host);
    for typed in ["забыл почту", "pf,sk gjxne", "zabyl pochtu"] {
        replace_by_typing(&page, typed);
        wait_for_first_result(&page, "forgot-email");
        let links = result_hrefs(&page);
        assert!(links.len() <= 3, "{typed}: {links:?}");
        let sentence = normalize_spaces(&page.text(SENTENCE));
        assert!(
            sentence.contains(&ui_string("find", "found").replace("{n}", &links.len().to_string())),
            "{typed}: {sentence}"
        );
    }
    assert_eq!(page.console(), [""; 0]);
}

/// The name of the first result for these words.
#[track_caller]
fn name_found(page: &Page, typed: &str, step: &str) -> String {
    replace_by_typing(page, typed);
    wait_for_first_result(page, step);
    normalize_spaces(&page.texts(RESULT_LINKS)[0])
}

#[test]
fn a_situation_is_called_by_its_answer() {
    let host = host();
    let page = open_start(&host);
    // Its heading is a question of its own, and another's heading has other words than the answer.
    assert_eq!(name_found(&page, "пришла отмена заявки", "application-cancelled"), "Заявку отменили");
    assert_eq!(name_found(&page, "нет доступа к почте", "no-access"), "Нет доступа к почте или она на gmail.com");
    // Any other step by its heading.
    let heading = normalize_spaces(
        page.eval("document.querySelector('#duplicate-account h1').textContent").as_str().expect("text"),
    );
    let notice = "Данная заявка была подана с дублирующего аккаунта.";
    assert_eq!(name_found(&page, notice, "duplicate-account"), heading);
}

#[test]
fn a_step_that_two_answers_lead_to_is_called_by_its_heading() {
    let host = Host::serve(site_from("tests/data/any-order.toml"));
    let page = open_start(&host);
    assert_eq!(name_found(&page, "сломалась ручка", "repair"), "Отнесите в мастерскую");
}

#[test]
fn without_a_match_the_search_links_to_the_fallback_step() {
    let host = host();
    let page = open_start(&host);
    replace_by_typing(&page, "погода в воскресенье");
    wait_for_first_result(&page, "none");
    assert_eq!(result_hrefs(&page), ["#none"]);
    assert_eq!(normalize_spaces(&page.text(SENTENCE)), ui_string("find", "nothing"));
    assert_eq!(normalize_spaces(&page.text(RESULT_LINKS)), ui_string("find", "onward"));
}

/// A test sentence for which "nothing fits" is almost as likely as a step.
fn sentence_in_doubt() -> String {
    let file = |path: &str| {
        std::fs::read_to_string(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(path))
            .expect("a file of the project")
    };
    let phrases = phrases_file::read(&file("content/phrases.toml"), "none", &Diagnostics::default());
    let engine = SearchEngine::from_bytes(&train(&phrases.expect("phrases"))).expect("a search model");
    let sentences = file("tests/data/phrases-unseen.tsv");
    let mut sentences = sentences.lines().skip(1).filter_map(|line| line.split('\t').nth(1));
    let in_doubt = |sentence: &&str| {
        let answer = engine.find(sentence);
        !answer.sure && !answer.hits.is_empty()
    };
    sentences.find(in_doubt).expect("a sentence in doubt").to_owned()
}

#[test]
fn in_doubt_the_search_says_so_and_offers_the_fallback_step_too() {
    let host = host();
    let page = open_start(&host);
    let sentence = sentence_in_doubt();
    replace_by_typing(&page, &sentence);
    let last = format!("[...document.querySelectorAll('{RESULT_LINKS}')].pop()?.getAttribute('href') === '#none'");
    page.wait_until(&format!("{last} && document.querySelectorAll('{RESULT_LINKS}').length > 1"), &sentence);
    assert_eq!(normalize_spaces(&page.text(SENTENCE)), tool_string("find", "unsure"));
    let label = page.eval(&format!("[...document.querySelectorAll('{RESULT_LINKS}')].pop().textContent"));
    assert_eq!(normalize_spaces(label.as_str().expect("a text")), ui_string("find", "onward"));
    // Not so where it is sure.
    replace_by_typing(&page, "не помню, на какую почту регистрировала аккаунт");
    wait_for_first_result(&page, "forgot-email");
    page.wait_until(&format!("!({last})"), "no way onward beside a sure answer");
    assert_ne!(normalize_spaces(&page.text(SENTENCE)), tool_string("find", "unsure"));
}

/// In a guide with other step names, in another order.
#[test]
fn the_fallback_step_is_the_one_that_the_content_names() {
    let host = Host::serve(site_from("tests/data/any-order.toml"));
    let page = Page::new();
    page.open(&host.url(""));
    wait_for_step(&page, "what");
    wait_for_islands(&page);
    replace_by_typing(&page, "какая завтра погода");
    wait_for_first_result(&page, "other");
    assert_eq!(normalize_spaces(&page.text(SENTENCE)), tool_string("find", "nothing"));
    replace_by_typing(&page, "сломалась ручка");
    wait_for_first_result(&page, "repair");
}

#[test]
fn too_short_and_empty_queries_show_nothing() {
    let host = host();
    let page = open_start(&host);
    replace_by_typing(&page, "забыл почту");
    wait_for_first_result(&page, "forgot-email");
    for typed in ["", "п", "пп", "?!"] {
        replace_by_typing(&page, typed);
        let nothing_shown =
            format!("!document.querySelector('{SENTENCE}').textContent && !document.querySelector('{RESULT_LINKS}')");
        page.wait_until(&nothing_shown, &format!("silence about «{typed}»"));
        page.draw();
        assert_eq!(page.eval(&nothing_shown), true, "«{typed}»");
    }
}

#[test]
fn a_result_is_followed_by_key_and_by_tap() {
    let host = host();
    let page = Setup::default().desktop(1000, 700).page();
    page.open(&host.url(""));
    wait_for_islands(&page);
    replace_by_typing(&page, "забыл почту");
    wait_for_first_result(&page, "forgot-email");
    page.key("Tab");
    assert_eq!(page.eval(&format!("document.activeElement === document.querySelector('{RESULT_LINKS}')")), true);
    page.key("Enter");
    wait_for_step(&page, "forgot-email");
    page.wait_until("document.activeElement.id === 'forgot-email'", "focus on the step");
    page.back();
    wait_for_step(&page, "start");
    assert_eq!(page.eval("document.querySelector('#find').value"), "забыл почту", "still there on the way back");

    let phone = open_start(&host);
    replace_by_typing(&phone, "забыл почту");
    wait_for_first_result(&phone, "forgot-email");
    phone.tap(RESULT_LINKS);
    wait_for_step(&phone, "forgot-email");
    assert_eq!(phone.console(), [""; 0]);
}

#[test]
fn enter_moves_the_focus_to_the_first_result() {
    let host = host();
    let page = open_start(&host);
    let focused = "document.activeElement.matches";
    replace_by_typing(&page, "забыл почту");
    wait_for_first_result(&page, "forgot-email");
    page.key("Enter");
    assert_eq!(page.eval(&format!("document.activeElement === document.querySelector('{RESULT_LINKS}')")), true);
    // Without results Enter still leaves the field, which closes a phone's keyboard.
    replace_by_typing(&page, "п");
    page.wait_until(&format!("!document.querySelector('{RESULT_LINKS}')"), "silence");
    page.key("Enter");
    assert_eq!(page.eval(&format!("{focused}('body')")), true);
    assert_eq!(page.console(), [""; 0]);

    let host = crate::guide::host().fault(SEARCH_MODEL, Fault::NotFound);
    let page = open_start(&host);
    page.tap("#find");
    page.wait_until(&format!("document.querySelector('{SENTENCE}').textContent"), "a sentence without links");
    page.key("Enter");
    assert_eq!(page.eval(&format!("{focused}('{SENTENCE}')")), true);
    page.key("Tab");
    assert_eq!(page.eval(&format!("{focused}('{RETRY_BUTTON}')")), true);
    wait_for_step(&page, "start");
}

#[test]
fn the_search_model_is_fetched_once_at_first_use() {
    let host = host();
    let page = open_start(&host);
    page.settle();
    assert_eq!(model_requests(&host), 0, "nobody searched");
    page.tap("#find");
    page.wait_until(
        &format!(
            "performance.getEntriesByType('resource').some(e => e.name.endsWith('{SEARCH_MODEL}') && e.responseEnd)"
        ),
        "the knowledge for a field that has the focus",
    );
    assert_eq!(model_requests(&host), 1);
    for typed in ["забыл почту", "погода в воскресенье"] {
        replace_by_typing(&page, typed);
    }
    page.tap("#start .choices a");
    page.back();
    wait_for_step(&page, "start");
    replace_by_typing(&page, "муниципалитет");
    wait_for_first_result(&page, "municipality");
    assert_eq!(model_requests(&host), 1);
}

/// Waits until the search reports that it could not be loaded, and counts the tries.
#[track_caller]
fn wait_for_failure(page: &Page, host: &Host) -> usize {
    page.wait_until(&format!("document.querySelector('{SENTENCE}').textContent"), "a word about the failure");
    assert_eq!(normalize_spaces(&page.text(SENTENCE)), ui_string("find", "failed"));
    assert_eq!(normalize_spaces(&page.text(RETRY_BUTTON)), ui_string("find", "retry"));
    page.settle();
    model_requests(host)
}

#[test]
fn a_failed_search_model_is_reported_and_can_be_retried() {
    for (number, fault) in
        [Fault::NotFound, Fault::Truncated, Fault::Corrupt, Fault::Interrupted].into_iter().enumerate()
    {
        let host = host().fault(SEARCH_MODEL, fault);
        let page = open_start(&host);
        assert!(!page.visible(RETRY_BUTTON));
        replace_by_typing(&page, "почта");
        let tries = wait_for_failure(&page, &host);
        assert_eq!(result_hrefs(&page), [""; 0], "fault {number}");
        page.type_text(" забыта");
        assert_eq!(wait_for_failure(&page, &host), tries, "fault {number}: not at each key");
        assert_nothing_uncaught(&page);
        // The guide works all the same; using the field again is another try.
        answer(&page, &path_by_options(&["teen-14", "no", "not-helped"])[0]);
        page.back();
        wait_for_step(&page, "start");
        page.tap("#find");
        wait_for_retry(&page, &host, tries);
        let tries = wait_for_failure(&page, &host);
        // The button is another try too, with what was typed.
        page.tap(RETRY_BUTTON);
        wait_for_retry(&page, &host, tries);
        wait_for_failure(&page, &host);
        page.eval("document.querySelector('#find').value = 'забыл почту'");
        host.clear_faults();
        page.tap(RETRY_BUTTON);
        wait_for_first_result(&page, "forgot-email");
        assert!(!page.visible(RETRY_BUTTON), "fault {number}");
        assert_eq!(
            page.eval("document.activeElement.id"),
            "find",
            "fault {number}: the focus was on a button that went"
        );
        assert_nothing_uncaught(&page);
    }
}

/// Waits until the search model is requested once more.
#[track_caller]
fn wait_for_retry(page: &Page, host: &Host, before: usize) {
    let deadline = Instant::now() + DEADLINE;
    while model_requests(host) <= before {
        assert!(Instant::now() < deadline, "nobody asks again");
        page.pump_events(Duration::from_millis(30));
    }
}

#[test]
fn a_slow_search_model_answers_the_current_query_when_it_arrives() {
    let host = host().fault(SEARCH_MODEL, Fault::Slow(Duration::from_secs(120)));
    let page = open_start(&host);
    replace_by_typing(&page, "забыл почту");
    page.draw();
    assert_eq!(result_hrefs(&page), [""; 0], "an answer without knowledge");
    host.clear_faults();
    wait_for_first_result(&page, "forgot-email");
    assert_eq!(model_requests(&host), 1);
}

#[test]
fn without_script_the_field_is_hidden_and_its_space_reserved() {
    let host = host();
    let (live, plain) = (open_start(&host), Setup::default().script_off().page());
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
