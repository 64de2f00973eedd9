//! Dialogs for a new step, and for a new answer, which may lead to a new step.

use guide_studio_model::{Edit, Key, Node, Place};
use leptos::prelude::*;

use super::choices::NEW_STEP;
use super::dialog::{Dialog, buttons};
use super::ids;
use super::schema::STEP;
use super::step::{ADVICE, CONTACTS, QUESTION};
use crate::editor::Editor;
use crate::trees::Trees;
use crate::words;
use crate::words::fill;

/// The kinds of steps, each with what people call it.
pub const KINDS: [(&str, &str, &str); 3] = [
    (QUESTION, words::step::QUESTION, words::step::QUESTION_HELP),
    (ADVICE, words::step::ADVICE, words::step::ADVICE_HELP),
    (CONTACTS, words::step::CONTACTS, words::step::CONTACTS_HELP),
];

/// The dialog for a new step.
pub fn form(editor: Editor, dialog: Dialog, target: Option<Place>) -> AnyView {
    let (title, kind) = (RwSignal::new(String::new()), RwSignal::new(ADVICE));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let heading = title.get_untracked();
        let (at, id, edit) =
            editor.trees.with_untracked(|trees| new_step(trees, &heading, kind.get_untracked(), target.as_ref()));
        let mut edits = vec![edit];
        edits.extend(target.clone().map(|target| Edit::Set(target, Node::Text(id))));
        dialog.close();
        let name = fill(
            words::list::ADDED,
            &[("item", &fill(words::names::ITEM, &[("item", STEP.item), ("title", &heading)]))],
        );
        editor.edit(name.clone(), edits);
        editor.message.set(name);
        if target.is_none() {
            super::places::go_to(editor, &at);
        }
    };
    view! {
        <form on:submit=submit>
            <h2 id="dialog-title">{words::step::NEW}</h2>
            <div class="field">
                <label for="new-title">{words::step::NEW_TITLE}</label>
                <p class="help" id="new-title-help">{words::step::NEW_TITLE_HELP}</p>
                <input id="new-title" required autocomplete="off" aria-describedby="new-title-help"
                    prop:value=move || title.get() on:input=move |event| title.set(event_target_value(&event))/>
            </div>
            {kinds(editor, "new-kind", kind)}
            {buttons(dialog, words::step::CREATE)}
        </form>
    }
    .into_any()
}

/// The dialog for a new answer.
pub fn answer_form(editor: Editor, dialog: Dialog, list: Place) -> AnyView {
    let (label, next, kind) = (RwSignal::new(String::new()), RwSignal::new(NEW_STEP.to_owned()), RwSignal::new(ADVICE));
    let steps = editor.trees.with_untracked(|trees| {
        let steps = trees.at(&Place::guide(["step".into()])).map(Node::items).unwrap_or_default();
        let id = |step: &Node| step.get("id").and_then(Node::text).unwrap_or_default().to_owned();
        steps.iter().map(|step| (id(step), STEP.title_of(step))).collect::<Vec<_>>()
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (text, chosen) = (label.get_untracked(), next.get_untracked());
        let count = editor.trees.with_untracked(|trees| trees.at(&list).map_or(0, |list| list.items().len()));
        let (id, step) = editor.trees.with_untracked(|trees| {
            let step = (chosen == NEW_STEP).then(|| new_step(trees, &text, kind.get_untracked(), Some(&list)));
            (ids::new_id(trees, &list, &text), step)
        });
        let (next, step) = step.map_or((chosen, None), |(_, id, edit)| (id, Some(edit)));
        let entries = [("id", id), ("next", next), ("label", text.clone())];
        let answer = Node::Table(entries.into_iter().map(|(key, text)| (key.to_owned(), Node::Text(text))).collect());
        let mut edits = vec![Edit::Insert(list.clone(), count, answer)];
        edits.extend(step);
        dialog.close();
        let item = fill(words::names::ITEM, &[("item", super::schema::OPTION.item), ("title", &text)]);
        let name = fill(words::list::ADDED, &[("item", &item)]);
        editor.edit(name.clone(), edits);
        editor.message.set(name);
        editor.focus_request.set(Some(list.index(count)));
    };
    let is_new = move || next.with(|next| next == NEW_STEP);
    view! {
        <form on:submit=submit>
            <h2 id="dialog-title">{words::step::NEW_ANSWER}</h2>
            <div class="field">
                <label for="new-title">{words::step::ANSWER_LABEL}</label>
                <input id="new-title" required autocomplete="off" prop:value=move || label.get()
                    on:input=move |event| label.set(event_target_value(&event))/>
            </div>
            <div class="field">
                <label for="new-next">{words::step::ANSWER_NEXT}</label>
                <select id="new-next" on:change=move |event| next.set(event_target_value(&event))>
                    <option value=NEW_STEP selected>{words::step::ANSWER_NEW_STEP}</option>
                    {steps.into_iter().map(|(id, title)| view! { <option value=id>{title}</option> }).collect_view()}
                </select>
            </div>
            {move || is_new().then(|| kinds(editor, "new-kind", kind))}
            {buttons(dialog, words::step::ADD_ANSWER)}
        </form>
    }
    .into_any()
}

/// The choice of a step's kind.
fn kinds(editor: Editor, name: &'static str, kind: RwSignal<&'static str>) -> AnyView {
    let has_contacts = editor.trees.with_untracked(|trees| trees.at(&Place::guide(["contact".into()])).is_some());
    let one = |(key, label, help): (&'static str, &'static str, &'static str)| {
        let is_chosen = move || kind.get() == key;
        let disabled = key == CONTACTS && !has_contacts;
        view! {
            <label class="choice">
                <input type="radio" name=name value=key disabled=disabled prop:checked=is_chosen on:change=move |_| kind.set(key)/>
                <span>{label}<small>{help}</small></span>
            </label>
        }
    };
    view! {
        <fieldset class="field"><legend>{words::step::KIND}</legend>{KINDS.into_iter().map(one).collect_view()}</fieldset>
    }
    .into_any()
}

/// A new step of the smallest form that its kind has, its place and id. It stands behind the step that leads to it, or behind the last one.
fn new_step(trees: &Trees, title: &str, kind: &str, from: Option<&Place>) -> (Place, String, Edit) {
    let list = Place::guide(["step".into()]);
    let count = trees.at(&list).map_or(0, |list| list.items().len());
    let at = match from.map(|place| &place.keys[..]) {
        Some([Key::Name(name), Key::Index(index), ..]) if name == "step" => index + 1,
        _ => count,
    };
    let id = ids::new_id(trees, &list, title);
    let text = |text: &str| Node::Text(text.to_owned());
    let mut entries = vec![("id".to_owned(), text(&id))];
    let mut add = |key: &str, value: Node| entries.push((key.to_owned(), value));
    match kind {
        QUESTION => add("question", text(title)),
        CONTACTS => {
            let first = trees.at(&Place::guide(["contact".into(), 0.into(), "id".into()]));
            add("title", text(title));
            add("contact", text(first.and_then(Node::text).unwrap_or_default()));
        }
        _ => {
            add("title", text(title));
            // Its finding asks for the text; a sentence of ours might be published.
            add("do", text(""));
            add("end", Node::Flag(true));
        }
    }
    (list.index(at), id, Edit::Insert(list, at, Node::Table(entries)))
}
