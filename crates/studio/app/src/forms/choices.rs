//! Fields whose value is chosen: a step, a rung, a language, a time zone.

use guide_studio_model::{Node, Place};
use leptos::prelude::*;

use super::dialog::{Dialog, Question};
use super::field::At;
use super::names;
use super::schema::{RUNG, STEP, Table};
use crate::panel::Panel;
use crate::words;
use crate::words::fill;

/// The value of the choice that makes a step: no id has such a sign.
pub const NEW_STEP: &str = "+";
/// More choices than these are made when somebody turns to the list: a question of three hundred answers has as many lists.
const MOST_AT_ONCE: usize = 80;

/// The ids and titles of a list of tables.
fn titles(at: At, list: &'static str, table: &'static Table) -> Memo<Vec<(String, String)>> {
    let place = Place::guide([list.into()]);
    Memo::new(move |_| {
        at.editor.trees.with(|trees| {
            let items = trees.at(&place).map(Node::items).unwrap_or_default();
            let id = |item: &Node| item.get("id").and_then(Node::text).unwrap_or_default().to_owned();
            items.iter().map(|item| (id(item), table.title_of(item))).collect()
        })
    })
}

/// The choices of ids, with the one that is chosen even where nothing has it.
pub fn options(known: &[(String, String)], chosen: &str, none: &'static str, all: bool) -> AnyView {
    let is_known = known.iter().any(|(id, _)| id == chosen);
    let unknown = (!is_known && !chosen.is_empty()).then(|| {
        let label = fill(words::choices::UNKNOWN, &[("id", chosen)]);
        view! { <option value=chosen.to_owned() prop:selected=true>{label}</option> }
    });
    let shown = known.iter().filter(|(id, _)| all || id == chosen).map(|(id, title)| {
        view! { <option value=id.clone() prop:selected=id == chosen>{title.clone()}</option> }
    });
    view! {
        <option value="" prop:selected=chosen.is_empty()>{none}</option>
        {unknown}
        {shown.collect_view()}
    }
    .into_any()
}

/// The field of a step that something leads to, with a link to it.
pub fn step(at: At) -> AnyView {
    let (text, steps) = (at.text(), titles(at, "step", &STEP));
    let dialog = Dialog::get();
    let is_complete = RwSignal::new(false);
    let choices = move || {
        let chosen = text.get();
        let none = if at.field.required { words::choices::CHOOSE_STEP } else { words::choices::NO_STEP };
        let list = steps.with(|steps| options(steps, &chosen, none, is_complete.get() || steps.len() <= MOST_AT_ONCE));
        view! { {list}<option value=NEW_STEP>{words::choices::NEW_STEP}</option> }
    };
    let change = move |event| {
        let chosen = event_target_value(&event);
        if chosen == NEW_STEP {
            // The list goes back to what it was: the dialog may be left.
            text.with_untracked(|text| set_value(&event, text));
            dialog.ask(Question::NewStep { target: Some(at.place()) });
        } else if chosen.is_empty() && !at.field.required {
            at.set(None);
        } else {
            at.set(Some(Node::Text(chosen)));
        }
    };
    // Made anew only when it leads elsewhere: a click is lost where its link goes between press and release.
    let target = Memo::new(move |_| {
        let id = text.get();
        at.editor.trees.with(|trees| names::step_title(trees, &id)).map(|title| (id, title))
    });
    let link = move || {
        target.get().map(|(id, title)| {
            let label = fill(words::choices::OPEN_STEP, &[("title", &title)]);
            view! { <a class="beside" href=Panel::link("step", &id) title=label.clone() aria-label=label>{words::choices::OPEN}</a> }
        })
    };
    let turn = move || {
        if !is_complete.get_untracked() {
            is_complete.set(true);
        }
    };
    view! {
        <div class="with-link">
            <select id=at.id() aria-describedby=at.described_by() aria-invalid=at.is_invalid() on:change=change
                on:focus=move |_| turn() on:pointerdown=move |_| turn()>{choices}</select>
            {link}
        </div>
    }
    .into_any()
}

fn set_value(event: &leptos::ev::Event, value: &str) {
    use wasm_bindgen::JsCast;
    if let Some(select) = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlSelectElement>().ok()) {
        select.set_value(value);
    }
}

/// The field of a rung.
pub fn rung(at: At) -> AnyView {
    let (text, rungs) = (at.text(), titles(at, "rung", &RUNG));
    let choices = move || rungs.with(|rungs| options(rungs, &text.get(), words::choices::NO_RUNG, true));
    let change = move |event| {
        let chosen = event_target_value(&event);
        at.set((!chosen.is_empty()).then_some(Node::Text(chosen)));
    };
    view! {
        <select id=at.id() aria-describedby=at.described_by() aria-invalid=at.is_invalid() on:change=change>{choices}</select>
    }
    .into_any()
}

/// The field of a language.
pub fn lang(at: At) -> AnyView {
    suggested(at, &["ru", "en"])
}

/// The field of a time zone.
pub fn zone(at: At) -> AnyView {
    const ZONES: &[&str] = &[
        "Europe/Kaliningrad",
        "Europe/Moscow",
        "Europe/Simferopol",
        "Europe/Kirov",
        "Europe/Volgograd",
        "Europe/Astrakhan",
        "Europe/Saratov",
        "Europe/Ulyanovsk",
        "Europe/Samara",
        "Asia/Yekaterinburg",
        "Asia/Omsk",
        "Asia/Novosibirsk",
        "Asia/Barnaul",
        "Asia/Tomsk",
        "Asia/Novokuznetsk",
        "Asia/Krasnoyarsk",
        "Asia/Irkutsk",
        "Asia/Chita",
        "Asia/Yakutsk",
        "Asia/Khandyga",
        "Asia/Vladivostok",
        "Asia/Ust-Nera",
        "Asia/Magadan",
        "Asia/Sakhalin",
        "Asia/Srednekolymsk",
        "Asia/Kamchatka",
        "Asia/Anadyr",
    ];
    suggested(at, ZONES)
}

/// A line with suggestions: others may be typed.
fn suggested(at: At, suggestions: &'static [&'static str]) -> AnyView {
    let (text, list) = (at.text(), format!("{}-list", at.id()));
    view! {
        <input type="text" id=at.id() list=list.clone() autocomplete="off" autocapitalize="off" spellcheck="false"
            aria-describedby=at.described_by() aria-invalid=at.is_invalid() prop:value=move || text.get()
            on:input=move |event| at.type_text(event_target_value(&event)) on:blur=move |_| at.editor.leave_field()/>
        <datalist id=list>{suggestions.iter().map(|text| view! { <option value=*text></option> }).collect_view()}</datalist>
    }
    .into_any()
}
