//! Places in the words of people: for the names of changes, for findings, for those who lead to a step.

use guide_studio_model::{FileRole, Key, Node, Place};

use super::schema::{self, Kind, Table, shortened};
use crate::trees::Trees;
use crate::words;
use crate::words::fill;

/// What something that stands here is called: «Шаг „Что случилось?“».
pub fn item(trees: &Trees, table: &Table, place: &Place) -> String {
    let title = trees.at(place).map(|node| table.title_of(node)).unwrap_or_default();
    match title.is_empty() {
        false => fill(words::names::ITEM, &[("item", table.item), ("title", &title)]),
        true => table.item.to_owned(),
    }
}

/// The name of a change of a field: «Заголовок шага „Что случилось?“».
pub fn change(trees: &Trees, place: &Place) -> String {
    let (field, owner) = schema::field_at(place);
    let label = match (field, place.file) {
        (Some(field), _) => field.label.to_owned(),
        (None, FileRole::Words) => shortened(&last_name(place), 40),
        (None, FileRole::Phrases) if is_word_list(place) => {
            return fill(words::names::WORD_LIST, &[("name", &shortened(&last_name(place), 40))]);
        }
        (None, _) => return owner.map_or_else(String::new, |(table, at)| item(trees, table, &at)),
    };
    match (owner, place.file) {
        (Some((table, at)), _) => {
            let title = trees.at(&at).map(|node| table.title_of(node)).unwrap_or_default();
            fill(words::names::FIELD_OF, &[("field", &label), ("of", table.of), ("title", &title)])
        }
        (None, FileRole::Words) => fill(words::names::OWN_WORD, &[("name", &label)]),
        (None, FileRole::Phrases) => {
            let step = first_name(place);
            let title = step_title(trees, &step).unwrap_or(step);
            fill(words::names::FIELD_OF, &[("field", &label), ("of", schema::STEP.of), ("title", &title)])
        }
        (None, FileRole::Guide) => label,
    }
}

/// Where something stands, from the outside in: «Шаг „Что случилось?“ · Ответ „Нет“ · Куда ведёт».
pub fn way(trees: &Trees, place: &Place) -> String {
    let mut parts: Vec<String> = Vec::new();
    match place.file {
        FileRole::Words => {
            parts.push(words::panels::WORDS.to_owned());
            let section = first_name(place);
            parts.push(section_title(&section).to_owned());
            if place.keys.len() > 1 {
                parts.push(last_name(place));
            }
        }
        FileRole::Phrases if is_word_list(place) => {
            parts.extend([words::panels::PHRASES.to_owned(), words::phrases::LISTS.to_owned()]);
            if place.keys.len() > 1 {
                parts.push(last_name(place));
            }
        }
        FileRole::Phrases => {
            parts.push(words::panels::PHRASES.to_owned());
            let step = first_name(place);
            if !step.is_empty() {
                parts.push(step_title(trees, &step).unwrap_or(step));
            }
            parts.extend(schema::field_at(place).0.map(|field| field.label.to_owned()));
        }
        FileRole::Guide => {
            parts.extend((1..=place.keys.len()).filter_map(|end| {
                let part = Place { file: place.file, keys: place.keys[..end].to_vec() };
                part_name(trees, &part, end == place.keys.len())
            }));
        }
    }
    if parts.is_empty() {
        parts.push(words::panels::GENERAL.to_owned());
    }
    parts.join(" · ")
}

/// What the last part of the way to a place is called; `None` for a list, which its items name, unless it is the end of the way.
fn part_name(trees: &Trees, place: &Place, is_end: bool) -> Option<String> {
    let (field, owner) = schema::field_at(place);
    match (place.keys.last()?, field, owner) {
        (Key::Index(index), _, Some((table, at))) if at == *place => {
            let title = trees.at(&at).map(|node| table.title_of(node)).unwrap_or_default();
            Some(match title.is_empty() {
                false => fill(words::names::ITEM, &[("item", table.item), ("title", &title)]),
                true => format!("{} {}", table.item, index + 1),
            })
        }
        (Key::Name(_), Some(field), _) => (is_end || field.kind != Kind::List).then(|| field.label.to_owned()),
        (Key::Name(name), None, _) => Some(name.clone()),
        _ => None,
    }
}

/// The title of the step with this id.
pub fn step_title(trees: &Trees, id: &str) -> Option<String> {
    let steps = trees.at(&Place::guide(["step".into()])).map(Node::items).unwrap_or_default();
    let step = steps.iter().find(|step| step.get("id").and_then(Node::text) == Some(id))?;
    Some(schema::STEP.title_of(step))
}

/// What a section of the words of the interface is called.
pub fn section_title(section: &str) -> &str {
    words::word_sections::TITLES.iter().find(|(key, _)| *key == section).map_or(section, |(_, title)| title)
}

fn is_word_list(place: &Place) -> bool {
    first_name(place) == "words"
}

fn first_name(place: &Place) -> String {
    name(place.keys.first())
}

fn last_name(place: &Place) -> String {
    name(place.keys.iter().rev().find(|key| matches!(key, Key::Name(_))))
}

fn name(key: Option<&Key>) -> String {
    match key {
        Some(Key::Name(name)) => name.clone(),
        _ => String::new(),
    }
}
