//! The print of a long guide: each step once, nothing nested deep, and contents whose numbers stand on the sheets.

use guide_content::message;
use guide_content::{World, load, zone_database};
use guide_core::guide::Guide;
use guide_core::pages::Page;
use guide_core::render_context::RenderContext;
use guide_views::pages::body::body;

#[path = "../../../tests/shared/generated_guide.rs"]
mod generated_guide;

use generated_guide::{Shape, generated_guide};

const SHAPES: [Shape; 3] = [Shape::Chain, Shape::Diamond, Shape::Wide];

fn guide(text: &str) -> Guide {
    let read = |path: &str| match path {
        "guide.toml" => Ok(text.as_bytes().to_vec()),
        other => Err(message!("файла {other} нет", "there is no file {other}")),
    };
    load("guide.toml", &World { read: &read, zone: &zone_database::offsets }).guide.expect("a guide")
}

fn print_of(guide: &Guide) -> String {
    body(Page::Print, &RenderContext::new(guide).expect("a start"))
}

/// The parts of a text between `from` and the next `to`.
fn between<'t>(text: &'t str, from: &str, to: &str) -> Vec<&'t str> {
    text.split(from).skip(1).filter_map(|rest| rest.split(to).next()).collect()
}

/// The numbers that stand on the sheets, in order, and how many sheets each says there are.
fn sheet_numbers(html: &str) -> Vec<(usize, usize)> {
    let number = |text: &str| text.trim().parse().expect("a number");
    let marks =
        between(html, "class=\"sheet-number\">", "</p>").into_iter().map(|mark| between(mark, "<span>", "</span>")[0]);
    marks.map(|mark| mark.split_once('/').expect("a slash")).map(|(one, all)| (number(one), number(all))).collect()
}

#[test]
fn every_step_is_printed_once_at_a_bounded_depth() {
    for shape in SHAPES {
        for steps in [30, 500] {
            let guide = guide(&generated_guide(shape, steps));
            let html = print_of(&guide);
            let advice = guide.steps.iter().filter(|step| step.options.iter().all(|option| !option.aside));
            let contacts = html.matches("class=\"do\"").count();
            let expected = advice.filter(|step| matches!(step.body, guide_core::guide::Body::Advice(_))).count();
            assert_eq!(contacts, expected, "{shape:?} of {steps}");
            let (mut depth, mut deepest) = (0_usize, 0);
            for tag in html.split('<') {
                depth += usize::from(tag.starts_with("ul class=\"answers\""));
                // Nothing else in these guides is a list of this kind.
                depth -= usize::from(tag.starts_with("/ul>"));
                deepest = deepest.max(depth);
            }
            assert!((1..=6).contains(&deepest), "{shape:?} of {steps}: {deepest} deep");
        }
    }
}

#[test]
fn the_contents_name_the_sheet_that_each_situation_stands_on() {
    for shape in SHAPES {
        let html = print_of(&guide(&generated_guide(shape, 300)));
        let lines = between(&html, "<a href=\"#n", "</a>");
        assert!(lines.len() > 10, "{shape:?}: {}", lines.len());
        for line in lines {
            let (number, text) = line.split_once("\">").expect("a line");
            let sheet: usize = between(text, "class=\"leads-to\">", "<")[0].parse().expect("a sheet");
            let place = html.find(&format!("id=\"n{number}\"")).unwrap_or_else(|| panic!("{shape:?}: no {number}"));
            // A mark stands within the item that begins its sheet, before its heading.
            let heading = place + html[place..].find("<h").expect("a heading");
            assert_eq!(sheet_numbers(&html[..heading]).last().expect("a sheet").0, sheet, "{shape:?}: {number}");
        }
    }
}

#[test]
fn sheets_are_numbered_in_order_and_know_how_many_there_are() {
    for shape in SHAPES {
        let numbers = sheet_numbers(&print_of(&guide(&generated_guide(shape, 300))));
        let expected: Vec<(usize, usize)> = (1..=numbers.len()).map(|number| (number, numbers.len())).collect();
        assert_eq!(numbers, expected, "{shape:?}");
        assert!(numbers.len() > 10, "{shape:?}");
    }
}

#[test]
fn a_short_print_has_no_contents_and_leaves_its_sheets_to_the_browser() {
    let html = print_of(&guide(&generated_guide(Shape::Wide, 12)));
    assert_eq!((html.matches("sheet-number").count(), html.matches("href=\"#n").count()), (0, 0));
    assert!(html.contains("class=\"situations\""));
}
