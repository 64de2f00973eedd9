//! The contacts of a step: one or several, by their ids.

use guide_studio_model::{Node, Place};
use leptos::prelude::*;

use super::field::At;
use super::schema::CONTACT;
use crate::words;
use crate::words::fill;

/// A box for each contact, ticked where the step has it. A box that is ticked adds its contact behind the others.
pub fn contacts(at: At) -> AnyView {
    let value = at.value();
    let chosen = Memo::new(move |_| {
        value.with(|value| match value {
            Some(Node::Text(id)) => vec![id.clone()],
            Some(Node::List(items)) => items.iter().filter_map(Node::text).map(str::to_owned).collect(),
            _ => Vec::new(),
        })
    });
    let list = Place::guide(["contact".into()]);
    let boxes = Memo::new(move |_| {
        let mut boxes: Vec<(String, String)> = at.editor.trees.with(|trees| {
            let items = trees.at(&list).map(Node::items).unwrap_or_default();
            let id = |item: &Node| item.get("id").and_then(Node::text).unwrap_or_default().to_owned();
            items.iter().map(|item| (id(item), CONTACT.title_of(item))).collect()
        });
        for id in chosen.get() {
            if !boxes.iter().any(|(known, _)| *known == id) {
                let title = fill(words::choices::UNKNOWN, &[("id", &id)]);
                boxes.push((id, title));
            }
        }
        boxes
    });
    let a_box = move |(id, title): (String, String)| {
        let is_chosen = {
            let id = id.clone();
            move || chosen.with(|chosen| chosen.contains(&id))
        };
        let change = move |event| {
            let mut ids = chosen.get_untracked();
            ids.retain(|other| *other != id);
            if event_target_checked(&event) {
                ids.push(id.clone());
            }
            at.set(written(ids));
        };
        view! { <label class="choice"><input type="checkbox" prop:checked=is_chosen on:change=change/><span>{title}</span></label> }
    };
    let none = move || boxes.with(Vec::is_empty).then_some(view! { <p class="help">{words::choices::NO_CONTACTS}</p> });
    view! { {none}{move || boxes.get().into_iter().map(a_box).collect_view()} }.into_any()
}

/// The shortest form of the ids.
fn written(ids: Vec<String>) -> Option<Node> {
    let mut texts: Vec<Node> = ids.into_iter().map(Node::Text).collect();
    match texts.len() {
        0 => None,
        1 => texts.pop(),
        _ => Some(Node::List(texts)),
    }
}
