//! The whole guide on paper as an outline: headings are situations, references carry numbers, no page is left empty.

use serde_json::Value;

use crate::printing::guide_file::GuideFile;
use crate::printing::{GUIDES, PrintedDocument, open_and_print, run_poppler};
use crate::support::built_site::site_from;
use crate::support::{Host, Page, Setup};

/// An advice that ends.
fn advice(id: &str, title: &str) -> String {
    format!(
        "[[step]]\nid = {id:?}\ntitle = {title:?}\ndont = \"Не делайте этого ещё раз.\"\ndo = \"Сделайте вот что: {}.\"\nend = true\nsource = \"п. 1\"\n",
        "спросите и подождите ответа ".repeat(4).trim_end()
    )
}

/// A question with these answers, each with the id of the next step.
fn question(id: &str, text: &str, options: &[(&str, &str)]) -> String {
    let option = |(index, (label, next)): (usize, &(&str, &str))| {
        format!("  {{ id = \"o{index}\", label = {label:?}, next = {next:?} }},\n")
    };
    let options: String = options.iter().enumerate().map(option).collect();
    format!("[[step]]\nid = {id:?}\nquestion = {text:?}\noption = [\n{options}]\nsource = \"п. 1\"\n")
}

fn options(list: &[(&str, &str, Option<&str>)]) -> Vec<(String, String, String)> {
    let more = |group: &Option<&str>| group.map_or_else(String::new, |group| format!(", group = {group:?}"));
    list.iter().map(|(label, next, group)| ((*label).to_owned(), (*next).to_owned(), more(group))).collect()
}

/// A guide of 74 steps behind one situation: 36 questions in a row, each with an advice of its own.
fn deep_guide() -> GuideFile {
    let mut steps = String::new();
    for number in 1..=36 {
        let next = if number < 36 { format!("q{}", number + 1) } else { "last".to_owned() };
        let answers = [("Да", format!("a{number}")), ("Нет", next)];
        let answers: Vec<(&str, &str)> = answers.iter().map(|(label, next)| (*label, next.as_str())).collect();
        steps += &question(&format!("q{number}"), &format!("Вопрос номер {number}?"), &answers);
        steps += &advice(&format!("a{number}"), &format!("Совет на вопрос {number}"));
    }
    steps += &advice("last", "Последний совет");
    GuideFile {
        options: options(&[("Длинная ситуация", "q1", None), ("Короткая", "last", None)]),
        steps,
        ..GuideFile::default()
    }
}

#[track_caller]
fn open_print_page(host: &Host) -> Page {
    let page = Setup::default().desktop(1280, 800).page();
    page.open(&host.url("print/"));
    page
}

#[track_caller]
fn texts(page: &Page, selector: &str) -> Vec<String> {
    let texts = page.eval(&format!(
        "[...document.querySelectorAll({selector:?})].map(e => e.textContent.replace(/\\s+/g, ' ').trim())"
    ));
    serde_json::from_value(texts).expect("a list")
}

#[test]
fn a_situation_is_named_by_its_answer_and_then_by_its_advice() {
    let steps = advice("a", "Нет письма") + &advice("b", "Письмо потерялось по дороге");
    let options = options(&[("Нет письма", "a", None), ("Письмо было, но пропало", "b", None)]);
    let page = open_print_page(&Host::serve(GuideFile { options, steps, ..GuideFile::default() }.site("named")));
    assert_eq!(texts(&page, ".situations h3"), ["1. Нет письма", "2. Письмо было, но пропало"]);
    assert_eq!(texts(&page, ".situations .ask h4"), ["Письмо потерялось по дороге"]);
}

#[test]
fn situations_of_a_group_stand_under_its_heading() {
    let all = [
        ("Первая", "s", Some("Вход")),
        ("Вторая", "t", Some("Вход")),
        ("Третья", "u", Some("Заявки")),
        ("Четвёртая", "v", None),
    ];
    let steps: String = ["s", "t", "u", "v"].map(|id| advice(id, "Совет")).concat();
    let page = open_print_page(&Host::serve(
        GuideFile { options: options(&all), steps, ..GuideFile::default() }.site("grouped print"),
    ));
    let outline = texts(&page, ".sheet :is(h2, h3)");
    assert_eq!(outline, ["Что случилось?", "Вход", "1. Первая", "2. Вторая", "Заявки", "3. Третья", "4. Четвёртая"]);
}

/// References without the heading that they name, on paper.
const DANGLING: &str = "(() => {
    const clean = e => e.textContent.replace(/\\s+/g, ' ').trim();
    const places = new Set([...document.querySelectorAll('.situations h3, .situations h4, .contacts h2')].map(clean));
    const references = [...document.querySelectorAll('.situations b')].flatMap(e => /^\\d/.test(clean(e)) ? [clean(e)] : clean(e).split(', '));
    return { dangling: references.filter(text => !places.has(text)), numbered: references.filter(text => /^\\d/.test(text)).length };
})()";

#[test]
fn every_reference_names_a_heading_that_is_there() {
    let shared = question("q", "Как именно?", &[("Так", "a"), ("Иначе", "b")])
        + &question("r", "Что ещё?", &[("Это", "a"), ("То", "q"), ("Другое", "b")])
        + &advice("a", "Общий совет")
        + &advice("b", "Совет и ситуация");
    let options =
        options(&[("Первая", "q", None), ("Вторая", "r", None), ("Третья", "b", None), ("Снова первая", "q", None)]);
    let guide = GuideFile { options, steps: shared, ..GuideFile::default() };
    let sites = [
        site_from(GUIDES[0]),
        site_from(GUIDES[2]),
        guide.site("references"),
        deep_guide().site("deep"),
        site_from("tests/data/smart-answer.toml"),
    ];
    for (index, site) in sites.into_iter().enumerate() {
        let page = open_print_page(&Host::serve(site));
        let found = page.eval(DANGLING);
        assert_eq!(found["dangling"], Value::Array(Vec::new()), "{index}");
        assert!(found["numbered"].as_u64().is_some_and(|count| count > 0), "{index}: {found}");
        if index == 2 {
            let numbers = texts(&page, ".situations b");
            assert_eq!(numbers, ["3. Третья", "1.1. Общий совет", "1. Первая", "3. Третья", "1. Первая"]);
        }
    }
}

/// The bottom of the lowest word of each page, in points from the top, without the line of page numbers.
#[track_caller]
fn lowest_words(document: &PrintedDocument) -> Vec<f64> {
    let output = run_poppler("pdftotext", &["-bbox"], &document.path, &["-"]);
    let bottom = |word: &str| -> Option<f64> { word.split("yMax=\"").nth(1)?.split('"').next()?.parse().ok() };
    let pages = output.split("<page ").skip(1);
    pages
        .map(|page| page.split("<word ").filter_map(bottom).filter(|bottom| *bottom < 795.0).fold(0.0, f64::max))
        .collect()
}

#[test]
fn no_page_but_the_last_is_left_half_empty() {
    let real = site_from("tests/data/smart-answer.toml");
    for (name, site) in [("large", site_from(GUIDES[2])), ("deep", deep_guide().site("deep")), ("real", real)] {
        let document = open_and_print(&Host::serve(site), "print/", &format!("filled {name}"));
        let lowest = lowest_words(&document);
        assert!(lowest.len() > 1, "{name}");
        let filled = &lowest[..lowest.len() - 1];
        assert!(filled.iter().all(|lowest| *lowest > 421.0), "{name}: {lowest:?}");
        document.assert_contains("1. ");
    }
}

#[test]
fn a_long_row_of_questions_does_not_become_narrow() {
    let page = open_print_page(&Host::serve(deep_guide().site("deep")));
    let narrowest =
        page.eval("Math.min(...[...document.querySelectorAll('.pair')].map(e => e.getBoundingClientRect().width))");
    let width = page.eval("document.querySelector('.situations').getBoundingClientRect().width");
    let share = narrowest.as_f64().zip(width.as_f64()).map(|(narrowest, width)| narrowest / width);
    assert!(share.is_some_and(|share| share > 0.8), "{share:?} of the width");
}

#[test]
fn headings_are_never_empty_and_never_alone() {
    let contacts = "[[contact]]\nid = \"a\"\nname = \"Центр\"\nemail = \"a@example.ru\"\n[[contact]]\nid = \"b\"\nname = \"Приёмная\"\naddress = \"ул. Школьная, 1\"\n";
    let bare = GuideFile::default();
    let with_contacts = GuideFile { tables: contacts.into(), url: None, ..GuideFile::default() };
    for (name, guide) in [("bare", bare), ("bare contacts", with_contacts)] {
        let page = open_print_page(&Host::serve(guide.site(name)));
        let alone = page.eval(
            "[...document.querySelectorAll('main :is(h1, h2, h3, h4)')].filter(e => !e.textContent.trim()
                || !(e.nextElementSibling && e.nextElementSibling.textContent.trim()) && !e.closest('.ask'))
                .map(e => `${e.tagName}: ${e.textContent}`)",
        );
        assert_eq!(alone, Value::Array(Vec::new()), "{name}");
        let boxes = page.eval("document.querySelectorAll('.contacts').length");
        assert_eq!(boxes, if name == "bare" { 1 } else { 2 }, "{name}: the site's code, or each contact");
        let empty = page.eval("[...document.querySelectorAll('main *')].filter(e => !e.closest('svg') && e.tagName !== 'WBR' && !e.innerHTML).length");
        assert_eq!(empty, 0, "{name}: empty elements");
    }
}
