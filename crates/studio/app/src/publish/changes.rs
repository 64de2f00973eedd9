//! Changes in words: where, what it was, what it is.

use guide_studio_model::{Change, ChangeKind, FileRole, Key};
use leptos::prelude::*;

use crate::forms::schema;
use crate::words::{self, publish_changes as text};

/// The most characters of a value that are quoted.
const LONGEST: usize = 160;

/// A change as one line.
pub fn in_words(change: &Change) -> String {
    let sentence = match (change.kind, change.before.is_empty(), change.after.is_empty()) {
        (ChangeKind::Moved, ..) => text::MOVED,
        (ChangeKind::Removed, true, _) => text::REMOVED_WHOLE,
        (ChangeKind::Removed, false, _) | (ChangeKind::Changed, false, true) => text::REMOVED,
        (ChangeKind::Added | ChangeKind::Changed, _, true) => text::ADDED_WHOLE,
        (ChangeKind::Added, _, false) | (ChangeKind::Changed, true, false) => text::ADDED,
        (ChangeKind::Changed, false, false) => text::CHANGED,
    };
    let (before, after) = (short(&change.before), short(&change.after));
    words::fill(sentence, &[("place", &place_in_words(change)), ("before", &before), ("after", &after)])
}

/// Where something has changed: «Шаг «Что случилось?», заголовок».
fn place_in_words(change: &Change) -> String {
    let Change { place, within, .. } = change;
    let quoted = |name: &str| match name.is_empty() {
        true => String::new(),
        false => words::fill(text::QUOTED, &[("name", &short(name))]),
    };
    if place.keys.is_empty() && !within.is_empty() {
        return words::fill(text::FILE, &[("name", within)]);
    }
    let mut outermost = place.clone();
    outermost.keys.truncate(2);
    let (_, table) = schema::field_at(&outermost);
    let (field, _) = schema::field_at(place);
    let owner = match (table, place.file) {
        (Some((table, _)), _) => [table.item, &*quoted(within)].join(" "),
        (None, FileRole::Phrases) => [schema::STEP.item, &*quoted(within)].join(" "),
        (None, FileRole::Words) => words::panels::WORDS.to_owned(),
        (None, FileRole::Guide) => quoted(within),
    };
    let label = match (field, place.file, place.keys.last()) {
        (Some(field), ..) => field.label.to_owned(),
        (None, FileRole::Words, Some(Key::Name(name))) => quoted(name),
        // A word list of the phrases has no field.
        (None, FileRole::Phrases, Some(Key::Name(name))) if within.is_empty() => {
            return words::fill(text::WORD_LIST, &[("name", name)]);
        }
        _ => String::new(),
    };
    match (owner.trim(), label.is_empty()) {
        ("", _) => label,
        (owner, true) => owner.to_owned(),
        (owner, false) => format!("{owner}, {}", lower_first(&label)),
    }
}

/// A label within a sentence. One that begins with several capitals is a name.
fn lower_first(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => first.to_lowercase().chain(letters).collect(),
        _ => label.to_owned(),
    }
}

/// The changes as a list.
pub fn list(changes: &[Change]) -> AnyView {
    if changes.is_empty() {
        return view! { <p>{text::NONE}</p> }.into_any();
    }
    let items = changes.iter().map(|change| view! { <li>{in_words(change)}</li> });
    view! { <ol class="changes">{items.collect_view()}</ol> }.into_any()
}

/// A value on one line, and not too long.
fn short(value: &str) -> String {
    let line = value.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}
