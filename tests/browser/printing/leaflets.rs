//! Leaflets: the guide printed while a step is shown is that step on one page, with the hotline.

use std::collections::BTreeSet;

use crate::guide::{answer, host, path_by_options, ui_string, wait_for_islands, wait_for_step};
use crate::printing::content_file::{ContentFile, Step};
use crate::printing::{GUIDES, PrintedDocument, emulate_print, print};
use crate::support::built_site::site_from;
use crate::support::{Host, Setup};

/// Asserts that a step's leaflet contains its texts, and none of another step.
#[track_caller]
fn assert_leaflet(document: &PrintedDocument, content: &ContentFile, step: Step) {
    assert_eq!(document.pages(), 1, "{}", step.id());
    document.assert_contains(step.heading());
    for key in ["lead", "quote", "dont", "do", "message"] {
        step.get(key).into_iter().for_each(|text| document.assert_contains(text));
    }
    if step.get("dont").is_some() {
        document.assert_contains(&content.word("page", "dont"));
        document.assert_contains(&content.word("page", "act"));
    }
    if step.get("message").is_some() {
        document.assert_contains(&content.word("page", "message"));
    }
    if step.get("question").is_some() {
        step.answers().into_iter().for_each(|(label, _)| document.assert_contains(label));
    }
    for topic in content.texts("not_covered", "topic") {
        match content.fallback() == Some(step.id()) {
            true => document.assert_contains(&format!("{topic} — ")),
            false => document.assert_lacks(&format!("{topic} — ")),
        }
    }
    document.assert_contains(content.contact());
    document.assert_contains(content.phone());
    document.assert_contains(content.contact_text("hours_text").unwrap_or(&content.word("page", "hours")));
    document.assert_contains(content.community());
    document.assert_contains(&content.date());
    document.assert_lacks_screen_controls();
    let own_texts: BTreeSet<&str> = ["dont", "do"].iter().filter_map(|key| step.get(key)).collect();
    for text in content.steps().flat_map(|step| [step.get("dont"), step.get("do")]).flatten() {
        // Texts with placeholders and texts that this step shares are left out.
        if !text.contains('{') && !own_texts.contains(text) {
            document.assert_lacks(text);
        }
    }
}

#[test]
fn each_step_prints_on_one_page() {
    for file in GUIDES {
        let (content, host) = (ContentFile::read(file), Host::serve(site_from(file)));
        let pages = [true, false].map(|script| Setup::default().desktop(1280, 800).script(script).page());
        // With and without script in turn, as neither changes what a step says.
        for (step, (page, script)) in content.steps().zip(pages.iter().zip([true, false]).cycle()) {
            page.open("about:blank");
            page.open(&host.url(&format!("#{}", step.id())));
            if script {
                wait_for_islands(page);
            }
            assert_leaflet(&print(page, &format!("leaflet {file} {}", step.id())), &content, step);
        }
    }
}

#[test]
fn the_start_prints_its_situations_rules_and_hotline() {
    let content = ContentFile::read(GUIDES[0]);
    let host = host();
    let page = Setup::default().page();
    page.open(&host.url(""));
    let document = print(&page, "leaflet of the start");
    assert_eq!(document.pages(), 1);
    let start = content.steps().next().expect("a start");
    start.answers().into_iter().for_each(|(label, _)| document.assert_contains(label));
    content.texts("rule", "text").into_iter().for_each(|rule| document.assert_contains(rule));
    document.assert_contains("+7 (4932) 48-28-08");
    document.assert_lacks(&ui_string("page", "trail"));
    document.assert_lacks_screen_controls();
}

#[test]
fn the_trail_is_printed_where_there_is_one() {
    let host = host();
    let page = Setup::default().page();
    page.open(&host.url(""));
    wait_for_islands(&page);
    for edge in path_by_options(&["application-cancelled", "no", "not-helped"]).iter().take(2) {
        answer(&page, edge);
    }
    wait_for_step(&page, "none");
    let document = print(&page, "leaflet with a trail");
    assert_eq!(document.pages(), 1);
    document.assert_contains(&format!("{}: Заявку отменили → Написано другое", ui_string("page", "trail")));
    document.assert_lacks_screen_controls();

    // Several ways lead there: opened by its address the step has no trail, and none is printed.
    for script in [true, false] {
        let page = Setup::default().script(script).page();
        page.open(&host.url("#none"));
        wait_for_step(&page, "none");
        print(&page, "leaflet without a trail").assert_lacks(&ui_string("page", "trail"));
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
    let document = print(&page, "leaflet filled");
    document.assert_contains("Ребёнок: Петрова Анна, дата рождения:");
    assert_eq!(document.pages(), 1);
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
    // What Firefox prints: the document as it is after the event, but without a target.
    page.eval("dispatchEvent(new Event('beforeprint')), location.hash = 'nowhere'");
    wait_for_step(&page, "start");
    emulate_print(&page, "light");
    wait_for_step(&page, "no-access");
    page.eval("dispatchEvent(new Event('afterprint'))");
    wait_for_step(&page, "start");
}

#[test]
fn the_page_for_a_wrong_address_prints_its_step() {
    let host = host();
    let page = Setup::default().page();
    page.open(&host.url("nowhere/at/all#municipality"));
    let document = print(&page, "leaflet of a wrong address");
    assert_eq!(document.pages(), 1);
    document.assert_contains("48-28-08");
    document.assert_lacks(&ui_string("not_found", "title"));
}
