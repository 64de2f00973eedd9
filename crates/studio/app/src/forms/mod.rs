//! The forms: labelled plain controls for every key of the format.

mod choices;
mod contacts;
mod content_files;
mod days;
pub mod dialog;
mod field;
mod history;
mod hours;
mod ids;
mod list;
pub mod marks;
pub mod names;
mod new_item;
mod new_step;
mod phrases;
mod picture;
pub mod places;
pub mod schema;
mod short_list;
mod step;
mod table;
mod ui_words;

use guide_studio_model::{Edit, Node, Place};
use leptos::prelude::*;

use self::dialog::{Confirm, Dialog, Question};
use self::list::List;
use self::marks::{Marks, badge};
pub use self::places::go_to;
use self::places::{HEADING, element_id, index_of};
use self::schema::Table;
use self::table::table_form;
use crate::editor::Editor;
use crate::findings;
use crate::panel::Panel;
use crate::words;
use crate::words::fill;

/// The form of a panel.
pub fn form(editor: Editor, panel: Panel) -> AnyView {
    let Panel { kind, item } = panel;
    match &*kind {
        "" | "general" => general(editor),
        "step" => item_panel(editor, "step", item, step::step),
        "contact" => item_panel(editor, "contact", item, contact),
        "steps" => links_panel(editor, "step", &schema::STEP, words::panels::STEPS, words::steps::LEAD, List::ask_step),
        "contacts" => links_panel(
            editor,
            "contact",
            &schema::CONTACT,
            words::panels::CONTACTS,
            words::items::CONTACTS,
            List::ask_item,
        ),
        "ladder" => {
            tables_panel(editor, "rung", &schema::RUNG, words::panels::LADDER, words::items::LADDER, List::ask_item)
        }
        "institutions" => tables_panel(
            editor,
            "institution",
            &schema::INSTITUTION,
            words::panels::INSTITUTIONS,
            words::items::INSTITUTIONS,
            List::ask_item,
        ),
        "rules" => {
            tables_panel(editor, "rule", &schema::RULE, words::panels::RULES, words::items::RULES, List::add_empty)
        }
        "not-covered" => tables_panel(
            editor,
            "not_covered",
            &schema::NOT_COVERED,
            words::panels::NOT_COVERED,
            words::items::NOT_COVERED,
            List::add_empty,
        ),
        "fields" => tables_panel(
            editor,
            "field",
            &schema::LETTER_FIELD,
            words::panels::FIELDS,
            words::items::FIELDS,
            List::ask_item,
        ),
        "notice" => notice(editor),
        "phrases" => phrases::panel(editor, &item),
        "words" => ui_words::panel(editor, &item),
        "files" => content_files::panel(editor),
        "findings" => findings::panel(editor),
        "history" => history::panel(editor),
        _ => missing(),
    }
}

fn heading(text: &'static str) -> AnyView {
    view! { <h1 id=HEADING tabindex="-1">{text}</h1> }.into_any()
}

fn missing() -> AnyView {
    view! { {heading(words::panels::MISSING)}<p>{words::panels::MISSING_LEAD}</p> }.into_any()
}

fn general(editor: Editor) -> AnyView {
    let table = |key: &str, title: &'static str, table: &'static Table| {
        let place = Place::guide([key.into()]);
        let id = element_id(&place);
        view! { <section id=id tabindex="-1"><h2>{title}</h2>{table_form(editor, table, place, None)}</section> }
    };
    view! {
        {heading(words::panels::GENERAL)}
        {table("site", words::items::SITE, &schema::SITE)}
        {table("source", words::items::SOURCE, &schema::SOURCE)}
        <section id="guide" tabindex="-1"><h2>{words::items::ROOT}</h2>{table_form(editor, &schema::ROOT, Place::guide([]), None)}</section>
    }
    .into_any()
}

/// The panel of one step or contact, made anew only when another one takes its place in the list.
fn item_panel(editor: Editor, list: &'static str, item: String, body: fn(Editor, Place) -> AnyView) -> AnyView {
    let index = Memo::new(move |_| editor.trees.with(|trees| index_of(trees, list, &item)));
    view! {
        {move || match index.get() {
            Some(index) => body(editor, Place::guide([list.into(), index.into()])),
            None => missing(),
        }}
    }
    .into_any()
}

fn contact(editor: Editor, place: Place) -> AnyView {
    let title = {
        let place = place.clone();
        Memo::new(move |_| editor.trees.with(|trees| names::item(trees, &schema::CONTACT, &place)))
    };
    let id = element_id(&place);
    view! {
        <div id=id tabindex="-1">
            <h1 id=HEADING tabindex="-1">{move || title.get()}</h1>
            {table_form(editor, &schema::CONTACT, place, None)}
        </div>
    }
    .into_any()
}

/// A panel with the items of a list as links to their forms.
fn links_panel(
    editor: Editor,
    key: &'static str,
    table: &'static Table,
    title: &'static str,
    lead: &'static str,
    add: fn(List),
) -> AnyView {
    let list = List::new(editor, table, Place::guide([key.into()]));
    let body = |editor: Editor, place: Place| {
        let marks = Marks::get();
        let link = {
            let place = place.clone();
            move || editor.trees.with(|trees| places::link_to(trees, &place))
        };
        view! { <p><a href=link>{words::steps::OPEN}</a>{move || badge(marks.count(&place))}</p> }.into_any()
    };
    view! { {heading(title)}<p>{lead}</p>{list.view(body, add)} }.into_any()
}

/// A panel with the forms of all items of a list.
fn tables_panel(
    editor: Editor,
    key: &'static str,
    table: &'static Table,
    title: &'static str,
    lead: &'static str,
    add: fn(List),
) -> AnyView {
    let list = List::new(editor, table, Place::guide([key.into()]));
    let body = |editor: Editor, place: Place| match schema::field_at(&place).1 {
        Some((table, _)) => table_form(editor, table, place, None),
        None => ().into_any(),
    };
    view! { {heading(title)}<p>{lead}</p>{list.view(body, add)} }.into_any()
}

/// The notice that people paste: it may be left out.
fn notice(editor: Editor) -> AnyView {
    let place = Place::guide(["notice".into()]);
    let dialog = Dialog::get();
    let is_there = {
        let place = place.clone();
        Memo::new(move |_| editor.trees.with(|trees| trees.at(&place).is_some()))
    };
    let add = {
        let place = place.clone();
        move |_| {
            let entries = schema::NOTICE.fields.iter().map(|field| (field.key.to_owned(), Node::Text(String::new())));
            let name = fill(words::list::ADDED, &[("item", words::panels::NOTICE)]);
            editor.edit(name, vec![Edit::Set(place.clone(), Node::Table(entries.collect()))]);
            editor.focus_request.set(Some(place.name("mark")));
        }
    };
    let remove = {
        let place = place.clone();
        move |_| {
            dialog.ask(Question::Confirm(Confirm {
                title: fill(words::list::DELETE_TITLE, &[("item", words::panels::NOTICE)]),
                lead: String::new(),
                places: Vec::new(),
                button: words::list::DELETE_SURE,
                name: fill(words::list::DELETED, &[("item", words::panels::NOTICE)]),
                edits: vec![Edit::Remove(place.clone())],
                focus: vec![HEADING.to_owned()],
            }));
        }
    };
    let id = element_id(&place);
    view! {
        <div id=id tabindex="-1">
            {heading(words::panels::NOTICE)}
            <p>{words::items::NOTICE}</p>
            {move || match is_there.get() {
                true => view! {
                    {table_form(editor, &schema::NOTICE, place.clone(), None)}
                    <button type="button" on:click=remove.clone()>{words::list::DELETE}</button>
                }.into_any(),
                false => view! { <button type="button" class="add" on:click=add.clone()>{words::items::ADD_NOTICE}</button> }.into_any(),
            }}
        </div>
    }
    .into_any()
}
