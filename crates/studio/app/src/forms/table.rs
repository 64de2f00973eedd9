//! The form of a table: its fields, those that are rarely needed, and the keys that the format does not know.

use guide_studio_model::{Edit, FileRole, Node, Place};
use leptos::prelude::*;

use super::field::{At, field};
use super::marks::{Marks, sentence};
use super::places::element_id;
use super::schema::{Field, Table};
use crate::editor::Editor;
use crate::words;
use crate::words::fill;

/// The form of a table at a place. `kind` is the kind of a step: what such a step has no use for is shown only where it is there.
pub fn table_form(editor: Editor, table: &'static Table, place: Place, kind: Option<Memo<&'static str>>) -> AnyView {
    let marks = Marks::get();
    let one = |spec: &'static Field| {
        let place = place.name(spec.key);
        let at = At::new(editor, spec, place.clone());
        let Some(kind) = kind.filter(|_| !spec.only.is_empty()) else { return field(at) };
        let is_shown = Memo::new(move |_| {
            spec.only.split(' ').any(|only| only == kind.get()) || editor.trees.with(|trees| trees.at(&place).is_some())
        });
        view! { {move || is_shown.get().then(|| field(at))} }.into_any()
    };
    let usual = table.fields.iter().filter(|field| !field.more).map(&one).collect_view();
    let more = table.fields.iter().filter(|field| field.more).map(&one).collect::<Vec<_>>();
    let more = (!more.is_empty())
        .then(|| view! { <details class="more"><summary>{words::field::MORE}</summary>{more}</details> });
    // What is wrong with the whole table is often said of its id, which stands with what is rarely needed.
    let of_id = table.field("id").filter(|field| field.more).map(|_| {
        let findings = marks.findings(place.name("id"), true);
        view! { <div class="findings">{move || findings.get().iter().map(sentence).collect_view()}</div> }
    });
    view! {
        {marks.below(place.clone(), false)}
        {of_id}
        {usual}
        {more}
        {unknown_keys(editor, table, place)}
    }
    .into_any()
}

/// The keys that the format does not know, each with a button that removes it.
fn unknown_keys(editor: Editor, table: &'static Table, place: Place) -> AnyView {
    let keys = {
        let place = place.clone();
        Memo::new(move |_| {
            editor.trees.with(|trees| match trees.at(&place) {
                Some(Node::Table(entries)) if place.file != FileRole::Words => entries
                    .iter()
                    .filter(|(key, _)| table.field(key).is_none())
                    .map(|(key, _)| key.clone())
                    .collect::<Vec<_>>(),
                _ => Vec::new(),
            })
        })
    };
    let marks = Marks::get();
    let one = move |key: String| {
        let place = place.name(&key);
        let name = fill(words::field::UNKNOWN_REMOVED, &[("key", &key)]);
        let text = fill(words::field::UNKNOWN_KEY, &[("key", &key)]);
        let below = marks.below(place.clone(), true);
        let (id, remove) = (element_id(&place), move |_| editor.edit(name.clone(), vec![Edit::Remove(place.clone())]));
        view! {
            <div class="field" id=id tabindex="-1">
                <p>{text}" "<button type="button" on:click=remove>{words::field::REMOVE_KEY}</button></p>
                {below}
            </div>
        }
    };
    view! { {move || keys.get().into_iter().map(&one).collect_view()} }.into_any()
}
