//! A field of a form: its label, help, control, findings; and the controls of plain values.

use guide_studio_model::{Edit, Node, Place};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::marks::Marks;
use super::names;
use super::places::element_id;
use super::schema::{Field, Kind};
use super::{choices, contacts, days, hours, picture, short_list};
use crate::editor::Editor;
use crate::words;

/// A field at its place. A copy is the same.
#[derive(Clone, Copy)]
pub struct At {
    /// The state.
    pub editor: Editor,
    /// What the field is.
    pub field: &'static Field,
    /// Findings and facts to be replaced.
    pub marks: Marks,
    place: StoredValue<Place>,
}

impl At {
    /// The field at a place.
    pub fn new(editor: Editor, field: &'static Field, place: Place) -> At {
        At { editor, field, marks: Marks::get(), place: StoredValue::new(place) }
    }

    /// Its place.
    pub fn place(self) -> Place {
        self.place.get_value()
    }

    /// The id of its element.
    pub fn id(self) -> String {
        element_id(&self.place())
    }

    /// The ids of what describes it.
    pub fn described_by(self) -> String {
        let id = self.id();
        if self.field.help.is_empty() { format!("{id}-findings") } else { format!("{id}-help {id}-findings") }
    }

    /// Its value.
    pub fn value(self) -> Memo<Option<Node>> {
        let place = self.place();
        Memo::new(move |_| self.editor.value(&place))
    }

    /// Its value as a text; empty where there is none.
    pub fn text(self) -> Memo<String> {
        let place = self.place();
        Memo::new(move |_| {
            self.editor.trees.with(|trees| match trees.at(&place) {
                Some(Node::Text(text) | Node::Other(text)) => text.clone(),
                Some(Node::Number(number)) => number.to_string(),
                Some(Node::Flag(flag)) => flag.to_string(),
                _ => String::new(),
            })
        })
    }

    /// Whether something is wrong with it, for `aria-invalid`.
    pub fn is_invalid(self) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
        let findings = self.marks.findings(self.place(), true);
        move || findings.with(|findings| if findings.is_empty() { "false" } else { "true" })
    }

    /// The name of its change in the history.
    pub fn change_name(self) -> String {
        self.editor.trees.with_untracked(|trees| names::change(trees, &self.place()))
    }

    /// Takes what was typed. An empty text removes a key that need not be there.
    pub fn type_text(self, text: String) {
        let value = match (self.field.kind, text.trim().parse()) {
            (Kind::Number, Ok(number)) => Node::Number(number),
            _ => Node::Text(text.clone()),
        };
        let is_gone = text.is_empty() && !self.field.required;
        self.type_value((!is_gone).then_some(value));
    }

    /// Takes a value that is being typed, or that there is none any more.
    pub fn type_value(self, value: Option<Node>) {
        if let Some(edit) = self.edit_to(value) {
            self.editor.type_edits(self.change_name(), self.place(), vec![edit]);
        }
    }

    /// Takes a value that was chosen, or that there is none any more.
    pub fn set(self, value: Option<Node>) {
        if let Some(edit) = self.edit_to(value) {
            self.editor.edit(self.change_name(), vec![edit]);
        }
    }

    fn edit_to(self, value: Option<Node>) -> Option<Edit> {
        let place = self.place();
        let is_there = self.editor.trees.with_untracked(|trees| trees.at(&place).is_some());
        match value {
            Some(value) => Some(Edit::Set(place, value)),
            None => is_there.then_some(Edit::Remove(place)),
        }
    }
}

/// The field of a form.
pub fn field(at: At) -> AnyView {
    match at.field.kind {
        Kind::Line | Kind::Url | Kind::Email | Kind::Phone | Kind::Number => labelled(at, line(at)),
        Kind::PlainText | Kind::Text | Kind::Letter | Kind::Lines => labelled(at, text_area(at)),
        Kind::Id => labelled(at, id_line(at)),
        Kind::Date => labelled(at, date(at)),
        Kind::Flag => flag(at),
        Kind::Lang => labelled(at, choices::lang(at)),
        Kind::Zone => labelled(at, choices::zone(at)),
        Kind::Step => labelled(at, choices::step(at)),
        Kind::Rung => labelled(at, choices::rung(at)),
        Kind::Contacts => group(at, contacts::contacts(at)),
        Kind::Hours => group(at, hours::hours(at)),
        Kind::YearlyDays => group(at, days::yearly(at)),
        Kind::ClosedDays => group(at, days::closed(at)),
        Kind::OpenDays => group(at, days::open(at)),
        Kind::Picture => group(at, picture::picture(at)),
        Kind::ShortList => group(at, short_list::short_list(at)),
        // They stand on panels of their own.
        Kind::List | Kind::Table => ().into_any(),
    }
}

fn required(field: &Field) -> AnyView {
    field.required.then(|| view! { " "<span class="required">{words::field::REQUIRED}</span> }).into_any()
}

fn help(at: At) -> AnyView {
    let id = format!("{}-help", at.id());
    (!at.field.help.is_empty()).then(|| view! { <p class="help" id=id>{at.field.help}</p> }).into_any()
}

/// A control with its label above and its findings below.
fn labelled(at: At, control: AnyView) -> AnyView {
    view! {
        <div class="field">
            <label for=at.id()>{at.field.label}{required(at.field)}</label>
            {help(at)}
            {control}
            {at.marks.below(at.place(), true)}
        </div>
    }
    .into_any()
}

/// Several controls with a common label.
fn group(at: At, controls: AnyView) -> AnyView {
    // What stands in the list shows its own findings; those of the list itself stand here.
    let within = !matches!(at.field.kind, Kind::ShortList | Kind::Picture);
    view! {
        <fieldset class="field" id=at.id() tabindex="-1">
            <legend>{at.field.label}{required(at.field)}</legend>
            {help(at)}
            {controls}
            {at.marks.below(at.place(), within)}
        </fieldset>
    }
    .into_any()
}

fn line(at: At) -> AnyView {
    let mode = match at.field.kind {
        Kind::Url => "url",
        Kind::Email => "email",
        Kind::Phone => "tel",
        Kind::Number => "numeric",
        _ => "text",
    };
    let text = at.text();
    view! {
        <input type="text" inputmode=mode id=at.id() autocomplete="off" aria-describedby=at.described_by()
            aria-invalid=at.is_invalid() prop:value=move || text.get()
            on:input=move |event| at.type_text(event_target_value(&event)) on:blur=move |_| at.editor.leave_field()/>
    }
    .into_any()
}

fn text_area(at: At) -> AnyView {
    let text = at.text();
    let least = if at.field.kind == Kind::PlainText { 2 } else { 3 };
    let rows = Memo::new(move |_| {
        let lines = text.with(|text| text.split('\n').map(|line| line.chars().count() / 64 + 1).sum::<usize>());
        lines.clamp(least, 16).to_string()
    });
    view! {
        <textarea id=at.id() rows=move || rows.get() aria-describedby=at.described_by() aria-invalid=at.is_invalid()
            prop:value=move || text.get() on:input=move |event| at.type_text(event_target_value(&event))
            on:blur=move |_| at.editor.leave_field()></textarea>
    }
    .into_any()
}

/// An id is made once: it can be changed only where it is none, or another one's too.
fn id_line(at: At) -> AnyView {
    let text = at.text();
    let mut list = at.place();
    list.keys.truncate(list.keys.len().saturating_sub(2));
    let is_faulty = Memo::new(move |_| {
        let id = text.get();
        let is_plain = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        let bearers = at.editor.trees.with(|trees| {
            let items = trees.at(&list).map(Node::items).unwrap_or_default();
            items.iter().filter(|item| item.get("id").and_then(Node::text) == Some(&id)).count()
        });
        !is_plain || bearers > 1
    });
    // While it is being corrected it stays open.
    let is_open = Memo::new(move |before: Option<&bool>| before.copied().unwrap_or_default() | is_faulty.get());
    view! {
        <input type="text" id=at.id() autocomplete="off" autocapitalize="off" spellcheck="false"
            aria-describedby=at.described_by() aria-invalid=at.is_invalid() readonly=move || !is_open.get()
            prop:value=move || text.get() on:input=move |event| at.type_text(event_target_value(&event))
            on:blur=move |_| at.editor.leave_field()/>
    }
    .into_any()
}

fn date(at: At) -> AnyView {
    let text = at.text();
    view! {
        <input type="date" id=at.id() aria-describedby=at.described_by() aria-invalid=at.is_invalid()
            prop:value=move || text.get()
            on:change=move |event| {
                if let Some(date) = whole_date(&event) {
                    at.set((!date.is_empty() || at.field.required).then_some(Node::Text(date)));
                }
            }/>
    }
    .into_any()
}

/// The date of a date field; empty where it was cleared, `None` where it is only half there.
pub fn whole_date(event: &leptos::ev::Event) -> Option<String> {
    let input = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    (!input.validity().bad_input()).then(|| input.value())
}

fn flag(at: At) -> AnyView {
    let value = at.value();
    let is_set = move || value.with(|value| matches!(value, Some(Node::Flag(true))));
    view! {
        <div class="field flag">
            <label>
                <input type="checkbox" id=at.id() aria-describedby=at.described_by() aria-invalid=at.is_invalid()
                    prop:checked=is_set
                    on:change=move |event| at.set(event_target_checked(&event).then_some(Node::Flag(true)))/>
                <span>{at.field.label}</span>
            </label>
            {help(at)}
            {at.marks.below(at.place(), true)}
        </div>
    }
    .into_any()
}
