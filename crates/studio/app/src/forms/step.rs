//! The form of a step: its kind, its fields, its answers, its phrases.

use guide_studio_model::{Edit, FileRole, Node, Place};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::dialog::{Confirm, Dialog, Question};
use super::list::List;
use super::names;
use super::new_step::KINDS;
use super::places::element_id;
use super::schema::{OPTION, STEP};
use super::table::table_form;
use crate::browser;
use crate::editor::Editor;
use crate::panel::Panel;
use crate::words;
use crate::words::fill;

/// A step that asks.
pub const QUESTION: &str = "question";
/// A step that advises.
pub const ADVICE: &str = "advice";
/// A step that is a contact itself.
pub const CONTACTS: &str = "contacts";

/// The kind of a step, by the keys that it has.
fn kind_of(step: Option<&Node>) -> &'static str {
    let has = |key: &str| step.is_some_and(|step| step.get(key).is_some());
    if has("question") {
        QUESTION
    } else if has("contact") && !has("do") && !has("dont") && !has("message") {
        CONTACTS
    } else {
        ADVICE
    }
}

/// The form of the step at a place.
pub fn step(editor: Editor, place: Place) -> AnyView {
    let kind = {
        let place = place.clone();
        Memo::new(move |_| editor.trees.with(|trees| kind_of(trees.at(&place))))
    };
    let options = List::new(editor, &OPTION, place.name("option"));
    let dialog = Dialog::get();
    let add = |list: List| list.ask_answer();
    let body = |editor: Editor, place: Place| table_form(editor, &OPTION, place, None);
    let title = {
        let place = place.clone();
        Memo::new(move |_| editor.trees.with(|trees| names::item(trees, &STEP, &place)))
    };
    let id = element_id(&place);
    view! {
        <div id=id tabindex="-1">
            <h1 id=super::places::HEADING tabindex="-1">{move || title.get()}</h1>
            {kind_choice(editor, dialog, place.clone(), kind)}
            {table_form(editor, &STEP, place.clone(), Some(kind))}
            <h2>{STEP.field("option").map(|field| field.label)}</h2>
            <p class="help">{STEP.field("option").map(|field| field.help)}</p>
            {options.view(body, add)}
            {phrases_link(editor, place)}
        </div>
    }
    .into_any()
}

fn phrases_link(editor: Editor, place: Place) -> AnyView {
    let line = move || {
        let id = editor.text(&place.name("id"));
        let section = Place { file: FileRole::Phrases, keys: vec![id.as_str().into(), "phrases".into()] };
        let text = editor.text(&section);
        let count = text.lines().filter(|line| !line.trim().is_empty() && !line.trim().starts_with('#')).count();
        let label = fill(words::step::PHRASES, &[("count", &count.to_string())]);
        view! { <p><a href=Panel::link("phrases", &id)>{label}</a></p> }
    };
    view! { <h2>{words::panels::PHRASES}</h2>{line} }.into_any()
}

/// The choice of the kind. What a step of another kind has no use for is removed only after it was confirmed.
fn kind_choice(editor: Editor, dialog: Dialog, place: Place, kind: Memo<&'static str>) -> AnyView {
    let place = StoredValue::new(place);
    let choose = move |wanted: &'static str| {
        let place = place.get_value();
        // Until it is confirmed, the step is of the kind that it was of.
        check(&format!("{}-kind-{}", element_id(&place), kind.get_untracked()));
        let Some(change) = editor.trees.with_untracked(|trees| {
            change_kind(trees.at(&place), &place, wanted, || {
                trees.at(&Place::guide(["contact".into(), 0.into(), "id".into()])).cloned()
            })
        }) else {
            return;
        };
        let title = editor.trees.with_untracked(|trees| names::item(trees, &STEP, &place));
        let name = fill(words::step::KIND_CHANGED, &[("item", &title)]);
        let focus = vec![format!("{}-kind-{wanted}", element_id(&place))];
        if change.lost.is_empty() {
            editor.edit(name, change.edits);
            focus.into_iter().for_each(browser::focus_later);
        } else {
            dialog.ask(Question::Confirm(Confirm {
                title: words::step::KIND_TITLE.to_owned(),
                lead: fill(words::step::KIND_LOSES, &[("fields", &change.lost.join(", "))]),
                places: Vec::new(),
                button: words::step::KIND_SURE,
                name,
                edits: change.edits,
                focus,
            }));
        }
    };
    let id = element_id(&place.get_value());
    let one = |(key, label, help): (&'static str, &'static str, &'static str)| {
        let is_chosen = move || kind.get() == key;
        view! {
            <label class="choice">
                <input type="radio" name="step-kind" id=format!("{id}-kind-{key}") prop:checked=is_chosen
                    on:change=move |_| choose(key)/>
                <span>{label}<small>{help}</small></span>
            </label>
        }
    };
    view! {
        <fieldset class="field kinds"><legend>{words::step::KIND}</legend>{KINDS.into_iter().map(one).collect_view()}</fieldset>
    }
    .into_any()
}

/// Checks the radio button with this id.
fn check(id: &str) {
    let button =
        gloo_utils::document().get_element_by_id(id).and_then(|button| button.dyn_into::<HtmlInputElement>().ok());
    if let Some(button) = button {
        button.set_checked(true);
    }
}

struct KindChange {
    edits: Vec<Edit>,
    /// The labels of the fields whose texts go.
    lost: Vec<&'static str>,
}

/// What makes a step one of another kind; `None` where it is that already, or can't be.
fn change_kind(
    step: Option<&Node>,
    place: &Place,
    wanted: &'static str,
    first_contact: impl Fn() -> Option<Node>,
) -> Option<KindChange> {
    let step = step.filter(|step| kind_of(Some(step)) != wanted)?;
    let text = |key: &str| step.get(key).and_then(Node::text).unwrap_or_default();
    let (heading, other) = if wanted == QUESTION { ("question", "title") } else { ("title", "question") };
    let mut change = KindChange { edits: Vec::new(), lost: Vec::new() };
    if step.get(other).is_some() {
        if step.get(heading).is_none() {
            change.edits.push(Edit::Set(place.name(heading), Node::Text(text(other).to_owned())));
        }
        change.edits.push(Edit::Remove(place.name(other)));
    }
    let unfit =
        STEP.fields.iter().filter(|field| !field.only.is_empty() && !field.only.split(' ').any(|kind| kind == wanted));
    for field in unfit.filter(|field| field.key != other && step.get(field.key).is_some()) {
        change.edits.push(Edit::Remove(place.name(field.key)));
        if !text(field.key).trim().is_empty() {
            change.lost.push(field.label);
        }
    }
    match wanted {
        ADVICE if step.get("do").is_none() => change.edits.push(Edit::Set(place.name("do"), Node::Text(String::new()))),
        CONTACTS if step.get("contact").is_none() => {
            change.edits.push(Edit::Set(place.name("contact"), first_contact()?));
        }
        _ => {}
    }
    Some(change)
}
