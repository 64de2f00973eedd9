//! Links: each leads to an existing target, and none depends on where the site is served.

use std::collections::BTreeSet;

use crate::{attribute, pages, read, site, site_with_address};

#[test]
fn every_link_leads_to_an_existing_id_or_file() {
    for page in pages(site()) {
        let text = read(site(), &page);
        let ids = attribute(&text, "id");
        let unique: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "{page}: an id twice");
        let folder = site().join(&page);
        let folder = folder.parent().expect("a folder");
        let mut local_links = 0;
        for link in attribute(&text, "href").into_iter().chain(attribute(&text, "src")) {
            let link = link.trim_end_matches("?embed");
            if ["https://vk.com/", "tel:+", "data:,"].iter().any(|known| link.starts_with(known)) {
                continue;
            }
            local_links += 1;
            assert!(!link.contains("://") && !link.starts_with('/'), "{page}: {link} is not relative");
            let (file, fragment) = link.split_once('#').unwrap_or((link, ""));
            let to = std::fs::read_to_string(folder.join(file).join("index.html"));
            let fragment_exists =
                fragment.is_empty() || to.is_ok_and(|to| attribute(&to, "id").contains(&fragment.to_owned()));
            assert!(file.is_empty() || fragment_exists, "{page}: {link} leads to nothing there");
            assert!(file.is_empty() || folder.join(file).exists(), "{page}: {link} leads nowhere");
            assert!(fragment.is_empty() || !file.is_empty() || unique.contains(&fragment.to_owned()), "{page}: {link}");
        }
        let minimum = match page.as_str() {
            // Its icon, and the way back.
            "accessibility/index.html" => 2,
            // Its script, its icon, and the links to the other two.
            page if page.starts_with("print/") || page.starts_with("embed/") => 4,
            _ => 11,
        };
        assert!(local_links >= minimum, "{page}: {local_links} links");
    }
}

#[test]
fn the_404_page_works_at_any_depth() {
    let text = read(site(), "404.html");
    for link in attribute(&text, "href").into_iter().chain(attribute(&text, "src")) {
        assert!(!link.contains('/') || link.starts_with("https://vk.com/"), "{link} would break at another depth");
    }
    assert!(text.contains("<meta name=\"robots\" content=\"noindex\">"));
}

#[test]
fn the_canonical_url_is_set_only_where_it_is_known() {
    let without = read(site(), "index.html");
    assert!(!without.contains("canonical") && !without.contains("og:url"));
    for (page, path) in
        [("index.html", ""), ("print/index.html", "print/"), ("print/poster/index.html", "print/poster/")]
    {
        let with = read(site_with_address(), page);
        assert!(
            with.contains(&format!("<link rel=\"canonical\" href=\"https://example.ru/navigator/{path}\">")),
            "{page}"
        );
        assert!(attribute(&with, "property").contains(&"og:url".to_owned()), "{page}");
    }
}

#[test]
fn data_attributes_are_present_for_tests_and_embedders() {
    use guide_core::data_attributes;
    let text = read(site(), "index.html");
    let names = [
        data_attributes::STEP,
        data_attributes::CHOICE,
        data_attributes::SHORT,
        data_attributes::ISLAND,
        data_attributes::CHANGE,
        data_attributes::HOURS,
        data_attributes::HOURS_OF,
        data_attributes::WORDS_OF,
        data_attributes::STRINGS,
        data_attributes::FIELDS,
        data_attributes::FIELD,
        data_attributes::START,
    ];
    for name in names {
        assert!(!attribute(&text, name).is_empty(), "no {name}");
    }
    assert_eq!(
        (data_attributes::STEP, data_attributes::CHOICE),
        ("data-step", "data-choice"),
        "promised to the outside"
    );
}

/// CSS can hide only elements after the step that the address names, so the first step, and the notice before it, are last.
#[test]
fn the_first_step_is_last_in_the_document() {
    use guide_core::data_attributes;
    for (page, notices) in [("index.html", 0), ("404.html", 1)] {
        let text = read(site(), page);
        let main = text.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>")).expect("a main").0;
        let classes: Vec<&str> = main.split(" class=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let classes: Vec<&str> =
            classes.into_iter().filter(|class| ["step", "notice", "step first"].contains(class)).collect();
        let steps = attribute(&text, data_attributes::STEP);
        let mut expected = vec![data_attributes::STEP_CLASS; steps.len() - 1];
        expected.extend(vec!["notice"; notices]);
        expected.push(data_attributes::FIRST_STEP_CLASS);
        assert_eq!(classes, expected, "{page}");
        assert_eq!(steps.last().map(String::as_str), Some("start"), "{page}");
    }
}
