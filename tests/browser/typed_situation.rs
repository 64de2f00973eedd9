//! Where nothing fits, the parent's own words go along: what was typed in the search stands in the message to the
//! institution and in what to say on the phone. They stay in the page.

use crate::guide::{answer, host, path_by, plain, wait_for_islands, wait_for_step, word};
use crate::search::paste;
use crate::support::{Host, Page};

const TYPED: &str = "ребёнок не видит расписание <b>кружка</b>";
const MESSAGE: &str = "#none details";
const SPOKEN: &str = "#hotline details";

/// A page at the start, with these words in its search.
#[track_caller]
fn typed(host: &Host, words: &str) -> Page {
    let page = Page::new();
    page.open(&host.url(""));
    wait_for_islands(&page);
    paste(&page, words);
    page
}

#[track_caller]
fn open_message(page: &Page) -> String {
    page.tap(&format!("{MESSAGE} summary"));
    page.wait_until(&format!("document.querySelector('{MESSAGE} input')"), "the message's fields");
    plain(&page.text(&format!("{MESSAGE} blockquote")))
}

#[track_caller]
fn spoken(page: &Page) -> String {
    page.tap(&format!("{SPOKEN} summary"));
    plain(&page.text(&format!("{SPOKEN} blockquote")))
}

#[test]
fn the_search_query_is_in_the_message_and_the_call_script() {
    let host = host();
    let page = typed(&host, TYPED);
    let path = path_by(&["none", "not-helped"]);
    answer(&page, &path[0]);
    let message = open_message(&page);
    assert!(message.contains(&format!("Что случилось: {TYPED}")), "{message}");
    assert_eq!(page.eval(&format!("document.querySelectorAll('{MESSAGE} b').length")), 0, "typed text is text");
    // It can be put right, and is not filled in anew from the search.
    let field = format!("{MESSAGE} label:last-of-type input");
    let labels = page.texts(&format!("{MESSAGE} label"));
    assert_eq!(labels.last().map(|label| plain(label)), Some(word("message", "situation")));
    page.tap(&field);
    page.key("End");
    page.type_text(" по вторникам.");
    page.wait_until(
        &format!("document.querySelector('{MESSAGE} blockquote').textContent.includes('по вторникам.')"),
        "the words",
    );

    answer(&page, &path[1]);
    let said = spoken(&page);
    let situation = format!("Моя ситуация: {TYPED} по вторникам. Ничего не подошло. Учреждение не помогло. Подскажите");
    assert!(said.contains(&situation), "{said}");
    // Nothing of it is anywhere but in the page.
    assert!(!page.url().contains("%") && page.eval("JSON.stringify([history.state, document.cookie, { ...localStorage }, { ...sessionStorage }]).includes('вторник')") == false);
    assert!(!host.requested_paths().iter().any(|path| path.contains('%')), "{:?}", host.requested_paths());
    page.reload();
    wait_for_islands(&page);
    assert!(!spoken(&page).contains("вторник"), "a page that is left forgets");
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn the_search_query_is_kept_when_the_fallback_link_is_followed() {
    let host = host();
    let page = typed(&host, "погода в воскресенье");
    page.wait_until("document.querySelector('.find ul a[href=\"#none\"]')", "the way on");
    page.tap(".find ul a[href='#none']");
    wait_for_step(&page, "none");
    let message = open_message(&page);
    assert!(message.contains("Что случилось: погода в воскресенье"), "{message}");
}

#[test]
fn without_a_query_the_message_has_a_blank() {
    let host = host();
    let page = Page::new();
    page.open(&host.url(""));
    wait_for_islands(&page);
    let path = path_by(&["none", "not-helped"]);
    answer(&page, &path[0]);
    let blank = word("blank", "situation");
    let message = open_message(&page);
    assert!(message.contains(&format!("Что случилось: {blank}")), "{message}");
    answer(&page, &path[1]);
    let said = spoken(&page);
    assert!(said.contains("Моя ситуация: Ничего не подошло. Учреждение не помогло. Подскажите"), "{said}");
}

#[test]
fn a_found_situation_is_described_by_its_answers() {
    let host = host();
    let page = typed(&host, "забыл почту");
    let path = path_by(&["forgot-email", "not-helped"]);
    for turn in path {
        answer(&page, turn);
    }
    let said = spoken(&page);
    assert!(said.contains("Моя ситуация: Не помню почту. Учреждение не помогло."), "{said}");
}
