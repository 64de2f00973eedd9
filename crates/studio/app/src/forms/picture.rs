//! The picture of a step: its file, what it shows in words, whether it is printed.

use guide_studio_model::{Bytes, Edit, Node};
use leptos::prelude::*;

use super::content_files::{plain_name, read_chosen};
use super::field::At;
use super::table::table_form;
use crate::browser;
use crate::words;

/// The controls.
pub fn picture(at: At) -> AnyView {
    let value = at.value();
    let is_there = Memo::new(move |_| value.with(Option::is_some));
    let file_id = format!("{}-choose", at.id());
    let choose = move |event| {
        let (editor, place) = (at.editor, at.place());
        let (name_of_change, is_first) = (at.change_name(), !is_there.get_untracked());
        read_chosen(editor, &event, move |name, bytes| {
            let path = plain_name(editor, &name);
            let put = Edit::PutFile(path.clone(), Bytes(bytes));
            let set = match is_first {
                true => {
                    let entries = [("file", path), ("alt", String::new())];
                    let entries = entries.into_iter().map(|(key, text)| (key.to_owned(), Node::Text(text))).collect();
                    Edit::Set(place.clone(), Node::Table(entries))
                }
                false => Edit::Set(place.name("file"), Node::Text(path)),
            };
            editor.edit(name_of_change, vec![put, set]);
            editor.focus_request.set(Some(place.name("alt")));
        });
    };
    let remove = {
        let file_id = file_id.clone();
        move |_| {
            at.set(None);
            browser::focus_later(file_id.clone());
        }
    };
    let form = move || {
        is_there.get().then(|| {
            let table = at.field.table.map(|table| table_form(at.editor, table, at.place(), None));
            view! { {table}<button type="button" on:click=remove.clone()>{words::picture::REMOVE}</button> }
        })
    };
    view! {
        {form}
        <label for=file_id.clone()>{move || if is_there.get() { words::picture::ANOTHER } else { words::picture::CHOOSE }}</label>
        <input type="file" id=file_id.clone() accept=".png,.jpg,.jpeg,.webp,.svg" on:change=choose/>
    }
    .into_any()
}
