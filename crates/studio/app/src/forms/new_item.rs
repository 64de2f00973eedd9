//! The dialog for a new contact, rung, institution or field: what it is called, and its id.

use guide_studio_model::{Edit, Node, Place};
use leptos::prelude::*;

use super::dialog::{Dialog, buttons};
use super::ids;
use super::places::go_to;
use super::schema::Table;
use crate::editor::Editor;
use crate::words;
use crate::words::fill;

/// The dialog.
pub fn form(editor: Editor, dialog: Dialog, table: &'static Table, list: Place) -> AnyView {
    // The id follows the title until it is written by hand.
    let (title, own_id) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    let id = {
        let list = list.clone();
        Memo::new(move |_| match own_id.get() {
            Some(id) => id,
            None if title.with(String::is_empty) => String::new(),
            None => editor.trees.with_untracked(|trees| ids::new_id(trees, &list, &title.get())),
        })
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = title.get_untracked();
        let count = editor.trees.with_untracked(|trees| trees.at(&list).map_or(0, |list| list.items().len()));
        let mut entries = vec![("id".to_owned(), Node::Text(id.get_untracked()))];
        for field in table.fields.iter().filter(|field| field.required && field.key != "id") {
            let value = if table.title.contains(&field.key) { text.clone() } else { String::new() };
            entries.push((field.key.to_owned(), Node::Text(value)));
        }
        dialog.close();
        let item = fill(words::names::ITEM, &[("item", table.item), ("title", &text)]);
        let name = fill(words::list::ADDED, &[("item", &item)]);
        editor.edit(name.clone(), vec![Edit::Insert(list.clone(), count, Node::Table(entries))]);
        editor.message.set(name);
        go_to(editor, &list.index(count));
    };
    let label = table.title.first().and_then(|key| table.field(key)).map_or(table.item, |field| field.label);
    view! {
        <form on:submit=submit>
            <h2 id="dialog-title">{table.add}</h2>
            <div class="field">
                <label for="new-title">{label}</label>
                <input id="new-title" required autocomplete="off" prop:value=move || title.get()
                    on:input=move |event| title.set(event_target_value(&event))/>
            </div>
            <div class="field">
                <label for="new-id">{words::dialog::ID}</label>
                <p class="help" id="new-id-help">{words::dialog::ID_HELP}</p>
                <input id="new-id" required autocomplete="off" autocapitalize="off" spellcheck="false"
                    pattern="[A-Za-z0-9\\-]+" aria-describedby="new-id-help" prop:value=move || id.get()
                    on:input=move |event| own_id.set(Some(event_target_value(&event)))/>
            </div>
            {buttons(dialog, words::dialog::ADD)}
        </form>
    }
    .into_any()
}
