//! The map of a guide of any size: every step is in it, its parts are counted, and its list is not deeper than a phone shows.

use guide_content::message::MessageLanguage;
use std::collections::BTreeSet;

use guide_core::pages::Page;
use guide_site::{Assets, Preview, preview};

#[allow(dead_code)]
#[path = "../../../tests/shared/generated_guide.rs"]
mod generated_guide;
#[allow(dead_code)]
#[path = "../../../tests/shared/small_guide.rs"]
mod small_guide;

use generated_guide::{Shape, generated_guide};

/// The ids of the steps of a content file, and its map.
fn map(content: &str) -> (BTreeSet<String>, String) {
    let read = |path: &str| match path {
        "guide.toml" => Ok(content.into()),
        other => Err(format!("файла {other} нет")),
    };
    let loaded = small_guide::checked("guide.toml", &read);
    assert_eq!(loaded.diagnostics.errors(), 0, "{}", loaded.report(MessageLanguage::Russian));
    let guide = loaded.guide.as_ref().expect("a guide");
    let wanted = Preview { page: Page::Map, as_printed: false, site: "https://example.ru/", search_model: None };
    let page = preview(guide, &wanted, &Assets::included()).expect("a page");
    (guide.steps.iter().map(|step| step.id.value.clone()).collect(), page.replace('\u{a0}', " "))
}

/// The steps that a piece of the page links to.
fn linked_steps(html: &str) -> BTreeSet<String> {
    let links = html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    links.filter_map(|link| link.strip_prefix("../#")).map(str::to_owned).collect()
}

/// How many lists are within each other at most.
fn depth(html: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for tag in html.split('<') {
        depth = if tag.starts_with("ul") { depth + 1 } else { depth - usize::from(tag.starts_with("/ul")) };
        deepest = deepest.max(depth);
    }
    deepest
}

#[test]
fn a_large_map_says_in_how_many_parts_it_is_shown() {
    let (steps, page) = map(&generated_guide(Shape::Wide, 300));
    let parts: Vec<&str> = page.split("<section id=\"part-").skip(1).collect();
    assert!(parts.len() > 20, "{} parts", parts.len());
    assert!(page.contains(&format!("показана по частям: их {}.", parts.len())));
    assert_eq!(linked_steps(&parts.concat()), steps);
    let (_, small) = map(&generated_guide(Shape::Chain, 10));
    assert!(!small.contains("показана по частям") && !small.contains("<section id=\"part-"));
}

#[test]
fn a_long_chain_goes_on_at_the_foot_of_the_list() {
    for shape in [Shape::Chain, Shape::Diamond] {
        let (steps, page) = map(&generated_guide(shape, 200));
        let list = page.split("<section class=\"list\">").nth(1).and_then(|rest| rest.split("</section>").next());
        let list = list.expect("a list");
        assert_eq!(linked_steps(list), steps);
        assert!((2..=8).contains(&depth(list)), "{} lists within each other", depth(list));
        // Each reference leads to an item.
        let references: Vec<&str> = list.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert!(references.len() > 10, "{references:?}");
        for reference in references {
            assert_eq!(list.matches(&format!("id=\"{reference}\"")).count(), 1, "{reference}");
        }
        assert!(list.contains("что дальше — ниже в этом списке"));
    }
}
