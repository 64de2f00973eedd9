//! The search on the page: what it answers as one types, what it asks the host for, and that nothing typed goes anywhere.

use std::time::Duration;

use serde_json::{Value, json};

use crate::guide::{answer, host, path_by, plain, wait_for_islands, wait_for_step, word};
use crate::support::{Fault, Host, Page, Setup};

pub const ANSWER: &str = ".find [role=status]";
pub const LINKS: &str = ".find [role=status] a";
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
    host.asked().iter().filter(|path| path.ends_with(KNOWLEDGE)).count()
}

#[track_caller]
pub fn no_uncaught(page: &Page) {
    let uncaught: Vec<_> = page.console().into_iter().filter(|line| line.contains("Uncaught")).collect();
    assert_eq!(uncaught, [""; 0]);
}

#[test]
fn it_answers_in_the_parents_own_words() {
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
fn it_says_that_nothing_fits_and_the_way_onward() {
    let host = host();
    let page = start(&host);
    type_anew(&page, "погода в воскресенье");
    wait_for_first(&page, "none");
    assert_eq!(hrefs(&page), ["#none"]);
    let said = plain(&page.text(ANSWER));
    assert!(said.contains(&word("find", "nothing")) && said.contains(&word("find", "onward")), "{said}");
}

#[test]
fn a_letter_or_two_say_nothing_and_a_cleared_field_neither() {
    let host = host();
    let page = start(&host);
    type_anew(&page, "забыл почту");
    wait_for_first(&page, "forgot-email");
    for typed in ["", "п", "пп", "?!"] {
        type_anew(&page, typed);
        let silent = format!("document.querySelector('{ANSWER}').textContent === ''");
        page.wait_until(&silent, &format!("silence about «{typed}»"));
        page.draw();
        assert_eq!(page.eval(&silent), true, "«{typed}»");
    }
}

#[test]
fn an_answer_is_given_by_key_and_by_tap() {
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
fn the_answer_is_announced() {
    let host = host();
    let page = start(&host);
    // A region is only announced if it was there before its text.
    let regions = |page: &Page| -> Vec<Value> {
        let id = page.eval(&format!("document.querySelector('{ANSWER}').setAttribute('data-test', '')"));
        assert_eq!(id, Value::Null);
        let tree = page.accessibility();
        let nodes = tree["nodes"].as_array().cloned().unwrap_or_default();
        let live = |node: &Value| {
            let properties = node["properties"].as_array().into_iter().flatten();
            properties
                .filter(|property| property["name"] == "live")
                .any(|property| property["value"]["value"] == "polite")
        };
        nodes
            .into_iter()
            .filter(|node| node["ignored"] != true && node["role"]["value"] == "status" && live(node))
            .collect()
    };
    let before = regions(&page);
    type_anew(&page, "забыл почту");
    wait_for_first(&page, "forgot-email");
    let after = regions(&page);
    let filled = |nodes: &[Value]| {
        nodes.iter().filter(|node| node["childIds"].as_array().is_some_and(|ids| !ids.is_empty())).count()
    };
    assert_eq!(before.len(), after.len(), "the region was there before");
    assert!(filled(&after) > filled(&before), "{after:#?}");
    assert_eq!(
        page.spoken().iter().filter(|thing| thing.role == "searchbox" && thing.name == word("find", "label")).count(),
        1
    );
}

#[test]
fn its_knowledge_is_fetched_once_and_only_when_the_field_is_used() {
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

#[test]
fn a_garbled_knowledge_is_asked_for_again() {
    for (number, fault) in [Fault::NotFound, Fault::Truncated, Fault::Corrupt, Fault::Cut].into_iter().enumerate() {
        let host = host().fault(KNOWLEDGE, fault);
        let page = start(&host);
        type_anew(&page, "почта");
        page.settle();
        assert_eq!(hrefs(&page), [""; 0], "fault {number}");
        assert!(fetched(&host) >= 1, "fault {number}");
        no_uncaught(&page);
        // The guide goes on all the same.
        answer(&page, &path_by(&["teen-14", "no", "not-helped"])[0]);
        page.back();
        wait_for_step(&page, "start");
        host.mend();
        type_anew(&page, "забыл почту");
        wait_for_first(&page, "forgot-email");
        no_uncaught(&page);
    }
}

#[test]
fn a_slow_knowledge_answers_what_stands_there_when_it_comes() {
    let host = host().fault(KNOWLEDGE, Fault::Slow(Duration::from_secs(120)));
    let page = start(&host);
    type_anew(&page, "забыл почту");
    page.draw();
    assert_eq!(hrefs(&page), [""; 0], "an answer without knowledge");
    host.mend();
    wait_for_first(&page, "forgot-email");
    assert_eq!(fetched(&host), 1);
}

#[test]
fn without_script_the_field_only_keeps_its_place() {
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
