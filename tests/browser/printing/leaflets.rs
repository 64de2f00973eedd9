//! Leaflets: the guide printed while a step is shown is that step, on one sheet, with the hotline.

use std::collections::BTreeSet;

use crate::guide::{answer, host, path_by, wait_for_islands, wait_for_step, word};
use crate::printing::content_file::{Content, Step};
use crate::printing::{GUIDES, Sheets, as_paper, print};
use crate::support::built_site::site_from;
use crate::support::{Host, Setup};

/// Asserts that a step's leaflet says what it should, and nothing of another step.
#[track_caller]
fn check(sheets: &Sheets, content: &Content, step: Step) {
    assert_eq!(sheets.pages(), 1, "{}", step.id());
    sheets.says(step.heading());
    for key in ["lead", "quote", "dont", "do", "message"] {
        step.get(key).into_iter().for_each(|text| sheets.says(text));
    }
    if step.get("dont").is_some() {
        sheets.says(&word("page", "dont"));
        sheets.says(&word("page", "act"));
    }
    if step.get("message").is_some() {
        sheets.says(&word("page", "message"));
    }
    if step.get("question").is_some() {
        step.answers().into_iter().for_each(|(label, _)| sheets.says(label));
    }
    for key in ["name", "phone_shown"] {
        sheets.says(content.text("hotline", key));
    }
    sheets.says(&word("page", "status"));
    sheets.says(content.community());
    sheets.says(&content.date());
    sheets.hides_what_is_for_the_screen();
    let own: BTreeSet<&str> = ["dont", "do"].iter().filter_map(|key| step.get(key)).collect();
    for text in content.steps().flat_map(|step| [step.get("dont"), step.get("do")]).flatten() {
        // What it says is said by its beginning, too.
        if !text.contains('{') && !own.contains(text) {
            sheets.hides(text);
        }
    }
}

#[test]
fn each_step_prints_on_one_page() {
    for file in GUIDES {
        let (content, host) = (Content::of(file), Host::serve(site_from(file)));
        let pages = [true, false].map(|script| Setup::default().desktop(1280, 800).script(script).page());
        // With and without script in turn: neither changes what a step says.
        for (step, (page, script)) in content.steps().zip(pages.iter().zip([true, false]).cycle()) {
            page.open("about:blank");
            page.open(&host.url(&format!("#{}", step.id())));
            if script {
                wait_for_islands(page);
            }
            check(&print(page, &format!("leaflet {file} {}", step.id())), &content, step);
        }
    }
}

#[test]
fn the_start_prints_its_situations_rules_and_hotline() {
    let content = Content::of(GUIDES[0]);
    let host = host();
    let page = Setup::default().page();
    page.open(&host.url(""));
    let sheets = print(&page, "leaflet of the start");
    assert_eq!(sheets.pages(), 1);
    let start = content.steps().next().expect("a start");
    start.answers().into_iter().for_each(|(label, _)| sheets.says(label));
    content.texts("rule", "text").into_iter().for_each(|rule| sheets.says(rule));
    sheets.says("+7 (4932) 48-28-08");
    sheets.hides(&word("page", "trail"));
    sheets.hides_what_is_for_the_screen();
}

#[test]
fn the_trail_is_printed_where_there_is_one() {
    let host = host();
    let page = Setup::default().page();
    page.open(&host.url(""));
    wait_for_islands(&page);
    for turn in path_by(&["application-cancelled", "no", "not-helped"]).iter().take(2) {
        answer(&page, turn);
    }
    wait_for_step(&page, "none");
    let sheets = print(&page, "leaflet with a trail");
    assert_eq!(sheets.pages(), 1);
    sheets.says(&format!("{}: Заявку отменили → Написано другое", word("page", "trail")));
    sheets.hides_what_is_for_the_screen();

    // Several ways lead there: entered by its address it has none, and says nothing of one.
    for script in [true, false] {
        let page = Setup::default().script(script).page();
        page.open(&host.url("#none"));
        wait_for_step(&page, "none");
        print(&page, "leaflet without a trail").hides(&word("page", "trail"));
    }
}

#[test]
fn a_filled_message_is_printed() {
    let host = host();
    let page = Setup::default().page();
    page.open(&host.url("#no-access"));
    wait_for_islands(&page);
    page.tap("#no-access summary");
    page.tap("#no-access details input");
    page.call("Input.insertText", serde_json::json!({ "text": "Петрова Анна" }));
    let sheets = print(&page, "leaflet filled");
    sheets.says("Ребёнок: Петрова Анна, дата рождения:");
    assert_eq!(sheets.pages(), 1);
}

#[test]
fn an_engine_without_css_support_opens_the_messages_for_printing() {
    let host = host();
    let older = "CSS.supports = () => false";
    let page = Setup::default().init_script(older).page();
    page.open(&host.url("#no-access"));
    wait_for_islands(&page);
    page.tap("#no-access summary");
    let open = "[...document.querySelectorAll('details')].map(e => e.open).join()";
    let before = page.eval(open);
    let all = format!("dispatchEvent(new Event('beforeprint')), {open}");
    assert!(!page.eval(&all).as_str().expect("a list").contains("false"));
    assert_eq!(page.eval(&format!("dispatchEvent(new Event('afterprint')), {open}")), before);
    assert!(before.as_str().expect("a list").contains("true"), "one was open before: {before}");
}

#[test]
fn a_print_copy_without_a_target_shows_the_step() {
    let host = host();
    let page = Setup::default().page();
    page.open(&host.url("#no-access"));
    wait_for_islands(&page);
    // What a printer gets in Firefox: the document as it is after the event, but at no step.
    page.eval("dispatchEvent(new Event('beforeprint')), location.hash = 'nowhere'");
    wait_for_step(&page, "start");
    as_paper(&page, "light");
    wait_for_step(&page, "no-access");
    page.eval("dispatchEvent(new Event('afterprint'))");
    wait_for_step(&page, "start");
}

#[test]
fn the_page_for_a_wrong_address_prints_its_step() {
    let host = host();
    let page = Setup::default().page();
    page.open(&host.url("nowhere/at/all#municipality"));
    let sheets = print(&page, "leaflet of a wrong address");
    assert_eq!(sheets.pages(), 1);
    sheets.says("48-28-08");
    sheets.hides(&word("not_found", "title"));
}
