//! Changes in words: where, what it was, what it is.

use guide_studio_model::{Change, ChangeKind, Key, Place};
use leptos::prelude::*;

use crate::words::{self, publish_changes as text, publish_kinds as kinds};

/// The most characters of a value that are quoted.
const LONGEST: usize = 160;

/// A change as one line.
pub fn in_words(change: &Change) -> String {
    let place = [kind(&change.place), &quoted(&change.within), &field(&change.place)];
    let place: Vec<&str> = place.into_iter().filter(|part| !part.is_empty()).collect();
    let sentence = match (change.kind, change.before.is_empty(), change.after.is_empty()) {
        (ChangeKind::Changed, false, false) => text::CHANGED,
        (ChangeKind::Moved, ..) => text::MOVED,
        (ChangeKind::Removed, false, _) => text::REMOVED,
        (ChangeKind::Removed, true, _) => text::REMOVED_WHOLE,
        (ChangeKind::Changed, false, true) => text::REMOVED,
        (ChangeKind::Added | ChangeKind::Changed, _, false) => text::ADDED,
        (ChangeKind::Added | ChangeKind::Changed, true, true) => text::ADDED_WHOLE,
        (ChangeKind::Added, false, true) => text::ADDED_WHOLE,
    };
    let (before, after) = (short(&change.before), short(&change.after));
    words::fill(sentence, &[("before", &before), ("after", &after), ("place", &place.join(" "))])
}

/// The changes as a list.
pub fn list(changes: &[Change]) -> AnyView {
    if changes.is_empty() {
        return view! { <p>{text::NONE}</p> }.into_any();
    }
    let items = changes.iter().map(|change| view! { <li>{in_words(change)}</li> });
    view! { <ol class="changes">{items.collect_view()}</ol> }.into_any()
}

/// What kind of thing a place belongs to, by the first key on the way to it; empty for what stands alone.
fn kind(place: &Place) -> &'static str {
    let Some(Key::Name(name)) = place.keys.first() else { return "" };
    match &**name {
        "step" => kinds::STEP,
        "contact" => kinds::CONTACT,
        "institution" => kinds::INSTITUTION,
        "field" => kinds::FIELD,
        _ => "",
    }
}

/// What the field at a place is called.
fn field(place: &Place) -> String {
    crate::forms::label(place)
}

fn quoted(name: &str) -> String {
    if name.is_empty() { String::new() } else { words::fill(text::QUOTED, &[("name", &short(name))]) }
}

/// A value on one line, and not too long.
fn short(value: &str) -> String {
    let line = value.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}
