//! From places in the files to panels and elements of the page, and the way there.

use gloo_timers::callback::Timeout;
use guide_studio_model::{FileRole, Key, Node, Place};
use leptos::prelude::*;

use super::schema::{self, Kind};
use crate::browser;
use crate::editor::Editor;
use crate::panel::Panel;
use crate::trees::Trees;

/// The id of the element of a place. An id can't have spaces.
pub fn element_id(place: &Place) -> String {
    place.to_string().replace(char::is_whitespace, "_")
}

/// The place as forms have it: a phone or a link that is written as a text is shown as the first table of a list.
pub fn form_place(trees: &Trees, place: &Place) -> Place {
    let mut form = Place { file: place.file, keys: Vec::new() };
    for (at, key) in place.keys.iter().enumerate() {
        form.keys.push(key.clone());
        let written = Place { file: place.file, keys: place.keys[..=at].to_vec() };
        let Some(field) = schema::field_at(&written).0 else { continue };
        let (Kind::ShortList, Some(table)) = (field.kind, field.table) else { continue };
        let mut rest = &place.keys[at + 1..];
        let is_list = matches!(trees.at(&written), Some(Node::List(_)));
        let mut item = written;
        match (is_list, rest.split_first()) {
            (true, None) => return form,
            (true, Some((index, after))) => {
                form.keys.push(index.clone());
                item.keys.push(index.clone());
                rest = after;
            }
            (false, _) => form.keys.push(Key::Index(0)),
        }
        if rest.is_empty() && matches!(trees.at(&item), Some(Node::Text(_))) {
            form.keys.push(table.fields[0].key.into());
        }
        form.keys.extend(rest.iter().cloned());
        return form;
    }
    form
}

/// The panel that a place stands on: its kind and item.
pub fn panel_of(trees: &Trees, place: &Place) -> (&'static str, String) {
    let name = |at: usize| match place.keys.get(at) {
        Some(Key::Name(name)) => name.as_str(),
        _ => "",
    };
    match place.file {
        FileRole::Words => ("words", name(0).to_owned()),
        FileRole::Phrases => ("phrases", name(0).to_owned()),
        FileRole::Guide => match (name(0), place.keys.get(1)) {
            ("step", Some(Key::Index(index))) => ("step", item_of(trees, "step", *index)),
            ("contact", Some(Key::Index(index))) => ("contact", item_of(trees, "contact", *index)),
            ("step", _) => ("steps", String::new()),
            ("contact", _) => ("contacts", String::new()),
            ("rung", _) => ("ladder", String::new()),
            ("institution", _) => ("institutions", String::new()),
            ("rule", _) => ("rules", String::new()),
            ("not_covered", _) => ("not-covered", String::new()),
            ("field", _) => ("fields", String::new()),
            ("notice", _) => ("notice", String::new()),
            _ => ("general", String::new()),
        },
    }
}

/// What a panel calls a step or a contact: its id, or `@` and its index where the id is faulty or another one's too. The panel then stays
/// while the id is corrected.
pub fn item_of(trees: &Trees, list: &str, index: usize) -> String {
    let items = trees.at(&Place::guide([list.into()])).map(Node::items).unwrap_or_default();
    let id = |item: &Node| item.get("id").and_then(Node::text).unwrap_or_default().to_owned();
    let own = items.get(index).map(id).unwrap_or_default();
    let is_plain = !own.is_empty() && own.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let bearers = items.iter().filter(|item| item.get("id").and_then(Node::text) == Some(&own)).count();
    if is_plain && bearers == 1 { own } else { format!("@{index}") }
}

/// The index of the step or contact that a panel names.
pub fn index_of(trees: &Trees, list: &str, item: &str) -> Option<usize> {
    let items = trees.at(&Place::guide([list.into()])).map(Node::items).unwrap_or_default();
    match item.strip_prefix('@') {
        Some(index) => index.parse().ok().filter(|index| *index < items.len()),
        None => items.iter().position(|step| step.get("id").and_then(Node::text) == Some(item)),
    }
}

/// The fragment of the panel that a place stands on.
pub fn link_to(trees: &Trees, place: &Place) -> String {
    let (kind, item) = panel_of(trees, place);
    Panel::link(kind, &item)
}

/// Goes to the panel that a place stands on, and gives its field the focus.
pub fn go_to(editor: Editor, place: &Place) {
    let (kind, item) = editor.trees.with_untracked(|trees| panel_of(trees, place));
    editor.focus_request.set(Some(place.clone()));
    Panel::go(kind, &item);
}

/// Moves the focus as asked by [`go_to`] from now on, when the panel is there; another panel gets the focus at its heading.
pub fn follow_focus_requests(editor: Editor, panel: RwSignal<Panel>) {
    Effect::new(move |before: Option<Panel>| {
        let now = panel.get();
        let request = editor.focus_request.get();
        let is_there = |place: &Place| {
            let (kind, item) = editor.trees.with_untracked(|trees| panel_of(trees, place));
            now.kind == kind && now.item == item
        };
        match request.filter(is_there) {
            Some(place) => {
                editor.focus_request.set(None);
                // The panel, and what was just added to it, are there when the effects of this turn are over.
                Timeout::new(0, move || _ = focus_place(editor, &place)).forget();
            }
            None if before.is_some_and(|before| before != now) => {
                Timeout::new(0, || browser::focus(HEADING)).forget();
            }
            None => {}
        }
        now
    });
}

/// The id of the heading of the panel.
pub const HEADING: &str = "panel-heading";

/// Gives the focus to the field of a place, or to the nearest around it that is on the page.
pub fn focus_place(editor: Editor, place: &Place) -> bool {
    let form = editor.trees.with_untracked(|trees| form_place(trees, place));
    (1..=form.keys.len()).rev().any(|end| {
        let around = Place { file: form.file, keys: form.keys[..end].to_vec() };
        browser::try_focus(&element_id(&around))
    })
}
