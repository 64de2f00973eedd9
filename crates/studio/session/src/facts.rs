//! Which values of a guide are facts of its place.

use guide_studio_model::{FileRole, Key, Node};

use crate::renew::is_structure;

/// Names of fewer letters stand in too many words.
const SHORTEST_NAME: usize = 4;

/// The names, numbers and addresses of the place, by which other texts of the guide may speak of it.
pub fn names_of(guide: &Node) -> Vec<String> {
    let mut names = Vec::new();
    let text = |node: Option<&Node>| node.and_then(Node::text).map(str::to_owned);
    let section = |name: &str, key: &str| text(guide.get(name).and_then(|section| section.get(key)));
    names.extend(section("site", "place").map(|place| stem(&place)));
    names.extend(["url", "name"].into_iter().filter_map(|key| section("site", key)));
    names.extend(section("source", "author"));
    for list in ["contact", "institution"] {
        for table in guide.get(list).map(Node::items).unwrap_or_default() {
            let Node::Table(entries) = table else { continue };
            let is_name = |key: &str| !matches!(key, "id" | "note" | "holidays" | "closed" | "open" | "zone_text");
            let is_time = |key: &str| matches!(key, "hours" | "hours_text" | "time_zone");
            for (_, node) in entries.iter().filter(|(key, _)| is_name(key) && !is_time(key)) {
                add_texts(node, &mut names);
            }
        }
    }
    names.iter_mut().for_each(|name| *name = name.trim().to_lowercase());
    names.retain(|name| name.chars().count() >= SHORTEST_NAME);
    names
}

/// A place's name without its ending, so that it is found in every case: «Иваново» in «в Иванове».
fn stem(place: &str) -> String {
    let stem = place.trim_end_matches(|letter| "аеёиоуыэюяйь".contains(letter));
    let is_long = stem.chars().count() >= SHORTEST_NAME;
    if is_long { stem } else { place }.to_owned()
}

fn add_texts(node: &Node, names: &mut Vec<String>) {
    match node {
        Node::Text(text) => names.push(text.clone()),
        Node::List(items) => items.iter().for_each(|item| add_texts(item, names)),
        Node::Table(entries) => entries.iter().for_each(|(_, node)| add_texts(node, names)),
        _ => {}
    }
}

/// Whether the value at the end of a way is a fact of the place, or a text with one of its names.
pub fn is_fact(role: FileRole, way: &[Key], node: &Node, names: &[String]) -> bool {
    let is_value = !matches!(node, Node::Table(_)) && !way.last().is_some_and(is_structure);
    let ways: Vec<Option<&str>> = way
        .iter()
        .map(|key| match key {
            Key::Name(name) => Some(name.as_str()),
            Key::Index(_) => None,
        })
        .collect();
    match (role, ways.as_slice()) {
        (FileRole::Guide, [Some("time_zone" | "holidays")]) => true,
        (FileRole::Guide, [Some("site" | "source" | "notice"), Some(_)]) => is_value,
        (FileRole::Guide, [Some("contact" | "institution"), None, Some(key)]) => *key != "id",
        (FileRole::Guide, [Some("step" | "rule" | "not_covered" | "field" | "rung"), ..]) | (FileRole::Words, _) => {
            let text = node.text().filter(|_| is_value).map(str::to_lowercase);
            text.is_some_and(|text| names.iter().any(|name| text.contains(name)))
        }
        _ => false,
    }
}
