//! The map page: each node links to its step, the list describes the same flow, and the guide links to the map.

use std::collections::BTreeSet;

use crate::{attribute, build, read, site, visible_text};

/// The steps on the guide's page.
fn steps() -> BTreeSet<String> {
    attribute(&read(site(), "index.html"), "data-step").into_iter().collect()
}

/// The steps that a part of the map links to.
fn linked_steps(html: &str) -> BTreeSet<String> {
    attribute(html, "href").iter().filter_map(|link| link.strip_prefix("../#")).map(str::to_owned).collect()
}

#[test]
fn both_pictures_and_the_list_link_to_every_step() {
    let page = read(site(), "map/index.html");
    let pictures: Vec<&str> = page.split("<svg class=\"").skip(1).filter(|svg| !svg.starts_with("sample")).collect();
    assert_eq!(pictures.len(), 2, "a tall one and a wide one");
    for picture in &pictures {
        let picture = picture.split("</svg>").next().expect("an end");
        assert_eq!(linked_steps(picture), steps());
        assert_eq!(picture.matches("<a href").count(), steps().len(), "each step once");
        assert!(picture.contains("role=\"group\" aria-label=\""), "it has a name");
    }
    let list = page.split("<section class=\"list\">").nth(1).expect("a list");
    assert_eq!(linked_steps(list), steps());
}

#[test]
fn the_list_has_every_answer_and_each_shared_step_once() {
    let page = read(site(), "map/index.html");
    let content: toml::Table =
        read(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")), "content/ivanovo.toml")
            .parse()
            .expect("TOML");
    let text = visible_text(&page);
    let list = text.split("Та же схема списком").nth(1).expect("a list");
    for step in content["step"].as_array().expect("steps") {
        let title = step.get("title").or(step.get("question")).and_then(|title| title.as_str()).expect("a title");
        assert!(list.contains(title), "{title}");
    }
    for answer in
        ["Заявку отменили:", "Ребёнку уже 14 лет:", "Написано другое:", "Доступа нет:", "Учреждение не помогло:"]
    {
        assert!(list.contains(answer), "{answer}");
    }
    assert_eq!(page.matches("href=\"#list-none\"").count(), 1);
    assert_eq!(page.matches("id=\"list-none\"").count(), 1);
}

/// The map of 74 steps: its parts are numbered from 1, and together they have every step.
#[test]
fn a_large_map_is_shown_in_numbered_parts() {
    let page = read(&build("tests/data/smart-answer.toml", &[]), "map/index.html");
    let sections: Vec<&str> = page.split("<section id=\"part-").skip(1).collect();
    assert!(sections.len() > 9, "{} parts", sections.len());
    let mut steps = BTreeSet::new();
    for (nth, section) in sections.iter().enumerate() {
        let section = section.split("</section>").next().expect("an end");
        let number = nth + 1;
        assert!(section.starts_with(&format!("{number}\" class=\"part\"")), "{section}");
        assert!(visible_text(&format!("<body><p id=\"{section}")).contains(&format!("Часть {number}.")), "{section}");
        for link in attribute(section, "href").iter().filter_map(|link| link.strip_prefix("#part-")) {
            let to: usize = link.parse().expect("a number");
            assert!((1..=sections.len()).contains(&to) && to != number, "part {number} leads to {to}");
        }
        steps.extend(linked_steps(section));
    }
    let list = page.split("<section class=\"list\">").nth(1).expect("a list");
    assert_eq!((steps.len(), &steps), (74, &linked_steps(list)));
}

#[test]
fn the_guide_links_to_the_map_and_back() {
    assert!(attribute(&read(site(), "index.html"), "href").contains(&"map/".to_owned()));
    let map = read(site(), "map/index.html");
    assert!(attribute(&map, "href").contains(&"../".to_owned()));
    assert_eq!(attribute(&map, "src"), ["../update.js"], "it needs no script but what tells the age of a copy");
}
