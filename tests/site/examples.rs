//! The two guides of `examples/`, as unlike the shipped one as can be: they load without a warning, and their pages are whole, in one
//! language, and say nothing of what their guide lacks.

use guide_content::message::{Message, MessageLanguage};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

use guide_content::check::check;
use guide_content::{World, load, zone_database};
use guide_core::guide::{Body, Guide};
use guide_core::schedule::Date;

use crate::{attribute, build, pages, read, visible_text};

const CERTIFICATES: &str = "examples/certificates/guide.toml";
const PARKING: &str = "examples/parking/guide.toml";

/// The sites of both examples, built once for all tests.
fn sites() -> [&'static Path; 2] {
    static SITES: OnceLock<[std::path::PathBuf; 2]> = OnceLock::new();
    SITES
        .get_or_init(|| [CERTIFICATES, PARKING].map(|content| build(content, &[])))
        .each_ref()
        .map(|path| path.as_path())
}

/// Loads an example. Asserts that there is nothing to say about it, on a day soon after its source.
#[track_caller]
fn guide(content: &str) -> Guide {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let read = |path: &str| std::fs::read(root.join(path)).map_err(|why| Message::same(why.to_string()));
    let loaded = load(content, &World { read: &read, zone: &zone_database::offsets });
    let guide = loaded.guide.as_ref().expect("a guide");
    check(guide, loaded.phrases.as_ref(), Date::new(2026, 11, 23), &loaded.diagnostics);
    assert_eq!(loaded.report(MessageLanguage::Russian), "", "{content}");
    loaded.guide.expect("a guide")
}

/// The inside of every element of this name in a page, tags and all.
fn elements<'p>(page: &'p str, name: &str) -> Vec<&'p str> {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let starts = page.match_indices(&open).filter(|(at, _)| page[at + open.len()..].starts_with(['>', ' ']));
    starts.map(|(at, _)| page[at..].split(&close).next().unwrap_or_default()).collect()
}

/// The text of an element, without its tags.
fn words(element: &str) -> String {
    visible_text(&format!("<body>{element}"))
}

#[test]
fn the_examples_are_what_they_show() {
    let certificates = guide(CERTIFICATES);
    assert!((20..=30).contains(&certificates.steps.len()), "{} steps", certificates.steps.len());
    assert_eq!(certificates.contacts.len(), 2);
    assert!(certificates.ladder.iter().any(|rung| rung.institutions) && certificates.institutions.len() == 2);
    let start = certificates.step(&certificates.start).expect("a start");
    let groups: BTreeSet<&str> =
        start.options.iter().filter_map(|option| option.group.as_ref().map(|g| &*g.value)).collect();
    assert_eq!(groups.len(), 3, "{groups:?}");

    let parking = guide(PARKING);
    assert!((45..=60).contains(&parking.steps.len()), "{} steps", parking.steps.len());
    assert!(parking.contacts.is_empty() && parking.ladder.is_empty() && parking.rules.is_empty());
    for step in &parking.steps {
        match &step.body {
            Body::Advice(advice) => {
                assert!(advice.dont.is_none() && step.end && step.options.is_empty(), "{}", step.id)
            }
            Body::Question => assert!(!step.end && step.options.len() >= 2, "{}", step.id),
            Body::Contacts => panic!("{}: a guide without contacts", step.id),
        }
    }
}

#[test]
fn no_heading_link_or_item_is_empty() {
    for site in sites() {
        for page in pages(site) {
            let text = read(site, &page);
            let mut found = 0;
            for name in ["h1", "h2", "h3", "h4", "summary", "figcaption", "a", "li", "dt", "dd", "p", "button", "title"]
            {
                for element in elements(&text, name) {
                    // Pictures and islands say what they say by other means.
                    let filled_later =
                        ["<svg", "<img", "data-island", "data-copied"].iter().any(|mark| element.contains(mark));
                    assert!(!words(element).is_empty() || filled_later, "{}/{page}: {element}", site.display());
                    found += 1;
                }
            }
            assert!(found >= 5, "{page}: {found} elements");
        }
    }
}

#[test]
fn no_page_of_the_english_example_has_a_cyrillic_letter() {
    let [_, site] = sites();
    let mut files = pages(site);
    files.push("manifest.json".into());
    for file in files {
        let text = read(site, &file);
        assert!(!file.ends_with(".html") || text.contains("<html lang=\"en\""), "{file}");
        let cyrillic = |c: char| ('\u{400}'..'\u{500}').contains(&c);
        let line = text.split(['<', '>']).find(|part| part.contains(cyrillic));
        assert_eq!(line, None, "{file}");
    }
}

#[test]
fn no_page_speaks_of_another_guide() {
    for site in sites() {
        for page in pages(site) {
            let text = read(site, &page);
            for name in ["Иванов", "МОЦ", "Навигатор", "48-28-08", "московск", "mocivanovo"] {
                assert!(!text.contains(name), "{}/{page} names {name}", site.display());
            }
            assert!(
                !visible_text(&text).contains(['{', '}']) || page.contains("embed"),
                "{page}: a placeholder is left"
            );
        }
    }
}

#[test]
fn every_step_is_reached_by_links() {
    for (site, content) in sites().into_iter().zip([CERTIFICATES, PARKING]) {
        let page = read(site, "index.html");
        let sections: Vec<&str> = page.split("<section ").skip(1).collect();
        let mut reached = vec!["start".to_owned()];
        let mut next = 0;
        while let Some(step) = reached.get(next).cloned() {
            let section = sections.iter().find(|section| section.contains(&format!("id=\"{step}\"")));
            let section = section.unwrap_or_else(|| panic!("{content}: no section {step}"));
            for link in attribute(&format!("<section {section}"), "href") {
                let Some(step) = link.strip_prefix('#') else { continue };
                if !reached.iter().any(|known| known == step) {
                    reached.push(step.to_owned());
                }
            }
            next += 1;
        }
        let steps: BTreeSet<String> = guide(content).steps.iter().map(|step| step.id.value.clone()).collect();
        let reached: BTreeSet<String> = reached.into_iter().filter(|id| steps.contains(id)).collect();
        assert_eq!(reached, steps, "{content}");
    }
}

#[test]
fn a_guide_without_contacts_offers_nobody_to_call() {
    let [_, site] = sites();
    for page in pages(site) {
        let text = read(site, &page);
        assert!(attribute(&text, "href").iter().all(|link| !link.starts_with("tel:")), "{page}");
        let islands = attribute(&text, "data-island");
        for island in ["status", "sign", "remind", "find"] {
            assert!(!islands.iter().any(|other| other == island), "{page}: an island {island}");
        }
    }
    let files: Vec<_> = std::fs::read_dir(site).expect("a site").flatten().map(|entry| entry.file_name()).collect();
    assert!(!files.iter().any(|name| name.to_string_lossy().ends_with(".ics")), "{files:?}");
}

#[test]
fn groups_lists_and_links_are_marked_up() {
    let [site, parking] = sites();
    let page = read(site, "index.html");
    let start = page.split("class=\"step first\"").nth(1).expect("the first step");
    let headings: Vec<String> = elements(start, "h2").into_iter().map(words).collect();
    let groups = ["Получить", "Не получается", "Изменить или отказаться"];
    assert!(headings.windows(3).any(|three| three == groups), "{headings:?}");
    let advice = page
        .split("id=\"certificate-child\"")
        .nth(1)
        .and_then(|rest| rest.split("</section>").next())
        .expect("the advice");
    // The first list is the trail.
    let lists = advice.split("<ol").nth(2).and_then(|rest| rest.split("</ol>").next()).expect("a numbered list");
    assert!(lists.contains("<ul") && lists.matches("<li").count() == 6, "{lists}");
    assert!(advice.contains("href=\"mailto:priem@example.ru\"") && advice.contains("<b>за\u{a0}5"), "{advice}");
    for (site, links) in [(site, 10), (parking, 25)] {
        let hrefs = attribute(&read(site, "index.html"), "href");
        let outside = hrefs.iter().filter(|href| href.contains("example.")).count();
        assert!(outside >= links, "{}: {outside} links", site.display());
    }
    for site in sites() {
        for page in pages(site) {
            let text = visible_text(&read(site, &page));
            assert!(!text.contains("**") && !text.contains("]("), "{}/{page}: marks are left", site.display());
        }
    }
}

#[test]
fn the_form_and_the_picture_are_files_of_the_site() {
    let [site, _] = sites();
    let page = read(site, "index.html");
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    for (attribute_name, name) in [("href", "zayavlenie"), ("src", "nomer")] {
        let links: BTreeSet<String> =
            attribute(&page, attribute_name).into_iter().filter(|link| link.contains(name)).collect();
        assert_eq!(links.len(), 1, "{name}: {links:?}");
        let link = links.first().expect("a link");
        let ending = Path::new(link).extension().expect("a type").to_string_lossy().into_owned();
        let original =
            std::fs::read(root.join(format!("examples/certificates/{name}.{ending}"))).expect("the original");
        assert!(std::fs::read(site.join(link)).expect("the copy") == original, "{link}");
    }
    let image = page.split("<img").nth(1).and_then(|rest| rest.split('>').next()).expect("a picture");
    for part in ["alt=\"Образец сертификата.", "width=\"480\"", "height=\"300\"", "loading=\"lazy\""]
    {
        assert!(image.contains(part), "{part}: {image}");
    }
}

#[test]
fn each_contact_has_its_own_hours() {
    let [site, _] = sites();
    let page = read(site, "index.html");
    let text = visible_text(&page);
    for part in [
        "Телефон справок отвечает:",
        "Приёмная работает:",
        "Время екатеринбургское.",
        "первая и третья суббота",
        "по записи",
    ] {
        assert!(text.to_lowercase().contains(&part.to_lowercase()), "{part}");
    }
    let hrefs = attribute(&page, "href");
    for link in [
        "tel:+73439000010",
        "tel:+73439000012",
        "mailto:spravka@example.ru",
        "https://maps.example.ru/svetloozersk/naberezhnaya-7",
    ] {
        assert!(hrefs.iter().any(|href| href == link), "{link}");
    }
    assert!(text.contains("00-00-10 справки"), "whose number it is");
    let words = attribute(&page, guide_core::data_attributes::STRINGS);
    let schedules: BTreeSet<&str> =
        words.iter().flat_map(|words| words.lines()).filter(|line| line.starts_with("schedule: ")).collect();
    assert_eq!(schedules.len(), 2, "{schedules:?}");
}
