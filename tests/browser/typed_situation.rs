//! Where nothing fits, the search query is used as the description of the situation in the message and in the call script.
//! It stays in the page.

use crate::guide::{answer, content_text, host, normalize_spaces, path_by_options, wait_for_islands, wait_for_step};
use crate::search::replace_by_pasting;
use crate::support::{Host, Page};

const QUERY: &str = "ребёнок не видит расписание <b>кружка</b>";
const MESSAGE: &str = "#none details";
const CALL_SCRIPT: &str = "#hotline details";

/// Opens the start and pastes this query into the search.
#[track_caller]
fn open_with_query(host: &Host, words: &str) -> Page {
    let page = Page::new();
    page.open(&host.url(""));
    wait_for_islands(&page);
    replace_by_pasting(&page, words);
    page
}

#[track_caller]
fn message_text(page: &Page) -> String {
    page.tap(&format!("{MESSAGE} summary"));
    page.wait_until(&format!("document.querySelector('{MESSAGE} input')"), "the message's fields");
    normalize_spaces(&page.text(&format!("{MESSAGE} blockquote")))
}

#[track_caller]
fn call_script_text(page: &Page) -> String {
    page.tap(&format!("{CALL_SCRIPT} summary"));
    normalize_spaces(&page.text(&format!("{CALL_SCRIPT} blockquote")))
}

#[test]
fn the_search_query_is_in_the_message_and_the_call_script() {
    let host = host();
    let page = open_with_query(&host, QUERY);
    let path = path_by_options(&["none", "not-helped"]);
    answer(&page, &path[0]);
    let message = message_text(&page);
    assert!(message.contains(&format!("Что случилось: {QUERY}")), "{message}");
    assert_eq!(page.eval(&format!("document.querySelectorAll('{MESSAGE} b').length")), 0, "typed text is text");
    // It can be edited, and is not overwritten from the search.
    let field = format!("{MESSAGE} label:last-of-type input");
    let labels = page.texts(&format!("{MESSAGE} label"));
    assert_eq!(
        labels.last().map(|label| normalize_spaces(label)),
        Some(content_text("field", Some("situation"), "label"))
    );
    page.tap(&field);
    page.key("End");
    page.type_text(" по вторникам.");
    page.wait_until(
        &format!("document.querySelector('{MESSAGE} blockquote').textContent.includes('по вторникам.')"),
        "the words",
    );

    answer(&page, &path[1]);
    let script_text = call_script_text(&page);
    let expected = format!("Моя ситуация: {QUERY} по вторникам. Ничего не подошло. Учреждение не помогло. Подскажите");
    assert!(script_text.contains(&expected), "{script_text}");
    // The text is stored and sent nowhere.
    assert!(!page.url().contains("%") && page.eval("JSON.stringify([history.state, document.cookie, { ...localStorage }, { ...sessionStorage }]).includes('вторник')") == false);
    assert!(!host.requested_paths().iter().any(|path| path.contains('%')), "{:?}", host.requested_paths());
    page.reload();
    wait_for_islands(&page);
    assert!(!call_script_text(&page).contains("вторник"), "a page that is left forgets");
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn the_search_query_is_kept_when_the_fallback_link_is_followed() {
    let host = host();
    let page = open_with_query(&host, "погода в воскресенье");
    page.wait_until("document.querySelector('.find ul a[href=\"#none\"]')", "the way on");
    page.tap(".find ul a[href='#none']");
    wait_for_step(&page, "none");
    let message = message_text(&page);
    assert!(message.contains("Что случилось: погода в воскресенье"), "{message}");
}

#[test]
fn without_a_query_the_message_has_a_blank() {
    let host = host();
    let page = Page::new();
    page.open(&host.url(""));
    wait_for_islands(&page);
    let path = path_by_options(&["none", "not-helped"]);
    answer(&page, &path[0]);
    let blank = content_text("field", Some("situation"), "placeholder");
    let message = message_text(&page);
    assert!(message.contains(&format!("Что случилось: {blank}")), "{message}");
    answer(&page, &path[1]);
    let script_text = call_script_text(&page);
    assert!(
        script_text.contains("Моя ситуация: Ничего не подошло. Учреждение не помогло. Подскажите"),
        "{script_text}"
    );
}

#[test]
fn a_found_situation_is_described_by_its_answers() {
    let host = host();
    let page = open_with_query(&host, "забыл почту");
    let path = path_by_options(&["forgot-email", "not-helped"]);
    for edge in path {
        answer(&page, edge);
    }
    let script_text = call_script_text(&page);
    assert!(script_text.contains("Моя ситуация: Не помню почту. Учреждение не помогло."), "{script_text}");
}
