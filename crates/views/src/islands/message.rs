//! The island that fills the message to the institution and helps to send it.
//!
//! Its prerendered form is the text, its empty places marked, to be selected and copied by hand. What is typed lives in
//! the page's memory and nowhere else. The island lies in a closed `<details>`, so mounting it moves nothing.

use std::rc::Rc;

use guide_core::data_attributes;
use guide_core::fill::{fill, placeholders};
use guide_core::guide::Field;
use guide_core::render_context::RenderContext;
use guide_core::rich_text::RichText;
use guide_core::strings::Strings;
use leptos::prelude::*;

use crate::platform::{Handler, Platform, on};

/// What was typed for each field. All messages share the same fields, so what was typed once is there in each.
#[derive(Clone, Copy)]
pub struct Fields {
    /// What was typed in the search, which one of the fields takes.
    typed: RwSignal<String>,
    /// The other fields by their ids.
    by_id: StoredValue<Vec<(String, RwSignal<String>)>>,
}

/// The most characters that are taken over from the search.
const MAX_TYPED: usize = 500;

impl Fields {
    /// Empty fields.
    pub fn new() -> Fields {
        Fields { typed: RwSignal::new(String::new()), by_id: StoredValue::new(Vec::new()) }
    }

    /// Takes over what was typed in the search, cut to the greatest length.
    pub fn set_situation(&self, typed: &str) {
        let typed: String = typed.chars().take(MAX_TYPED).collect();
        if self.typed.with_untracked(|before| *before != typed) {
            self.typed.set(typed);
        }
    }

    /// What has happened, in the parent's own words: as typed in the search, or in the field that takes it.
    pub fn situation(&self) -> RwSignal<String> {
        self.typed
    }

    /// The signal of a field.
    fn field(&self, id: &str, takes_search: bool) -> RwSignal<String> {
        if takes_search {
            return self.typed;
        }
        let known =
            self.by_id.with_value(|fields| fields.iter().find(|(known, _)| known == id).map(|(_, field)| *field));
        known.unwrap_or_else(|| {
            let field = RwSignal::new(String::new());
            self.by_id.update_value(|fields| fields.push((id.to_owned(), field)));
            field
        })
    }
}

impl Default for Fields {
    fn default() -> Fields {
        Fields::new()
    }
}

/// A field of one message: its id and its signal.
type Used = (String, RwSignal<String>);

/// The message with what was typed, and with a mark for what is still empty.
fn filled(template: &str, fields: &[Used], strings: &Strings) -> String {
    let typed: Vec<(&str, String)> = fields.iter().map(|(id, field)| (id.as_str(), field.get())).collect();
    let values: Vec<(&str, &str)> = typed
        .iter()
        .map(|(id, value)| match value.trim() {
            "" => (*id, strings.get(&["blank_", id].concat()).unwrap_or_default()),
            value => (*id, value),
        })
        .collect();
    fill(template, &values)
}

/// The live form: the fields that the message has placeholders for, the message, and the ways to pass it on. `ids` are those of the
/// fields, with `|` between them; `to` is the e-mail address that a letter goes to; where it is empty, the letter has no address yet.
pub fn live(
    template: String,
    ids: String,
    strings: Strings,
    to: String,
    fields: Fields,
    platform: Platform,
) -> impl IntoView {
    let word = |key: &str| strings.get(key).unwrap_or_default().to_owned();
    let search = strings.get("search").unwrap_or_default();
    let ids = ids.split('|').filter(|id| !id.is_empty());
    let used: Vec<Used> = ids.map(|id| (id.to_owned(), fields.field(id, id == search))).collect();
    let inputs: Vec<_> = used
        .iter()
        .map(|(id, field)| {
            let field = *field;
            let on_input: Handler = ("input", Rc::new(move |event| field.set(event_target_value(&event))));
            view! {
                <label>
                    {word(&["label_", id].concat())}
                    <input
                        type="text"
                        autocomplete="off"
                        maxlength=word(&["longest_", id].concat())
                        prop:value=move || field.get()
                        use:on=on_input
                    />
                </label>
            }
        })
        .collect();
    let filled = {
        let strings = strings.clone();
        StoredValue::new(move || filled(&template, &used, &strings))
    };
    let filled = move || filled.with_value(|filled| filled());
    let copy_result = RwSignal::new(String::new());
    let on_copied = platform.show_copy_result(copy_result, &strings);
    let pass_on = move |title| -> Handler {
        let (share_or_copy, on_copied) = (platform.share_or_copy.clone(), on_copied.clone());
        ("click", Rc::new(move |_| share_or_copy(&untrack(filled), title, on_copied.clone())))
    };
    let on_copy = pass_on(None);
    let share = platform.can_share.then(|| {
        let on_share = pass_on(Some(""));
        view! { <button type="button" class="button" use:on=on_share>{word("share")}</button> }
    });
    let encode = platform.encode;
    let subject = encode(&word("subject"));
    let letter = move || ["mailto:", &to, "?subject=", &subject, "&body=", &encode(&filled())].concat();
    view! {
        <p class="lead">{word("optional")}</p>
        {inputs}
        <blockquote>{filled}</blockquote>
        <p class="lead">{word("warning")}</p>
        <button type="button" class="button call" use:on=on_copy>{word("copy")}</button>
        <p class="said">{move || copy_result.get()}</p>
        {share}
        <a class="button" href=letter>{word("mail")}</a>
    }
}

/// The prerendered form: the message as text, in which each empty place is marked with the id of its field.
pub fn prerender(context: &RenderContext, message: &RichText) -> AnyView {
    let warning = context.text(&context.guide.strings.message.warning);
    let text = context.text(&message.plain());
    let used = |field: &&Field| placeholders(&text).any(|(name, _)| name == &*field.id.value);
    let ids: Vec<&str> = context.guide.fields.iter().filter(used).map(|field| &*field.id.value).collect();
    let inside = view! {
        <div class="inside">
            <blockquote>{with_blanks(context, &text)}</blockquote>
            <p class="lead">{warning}</p>
        </div>
    }
    .attr(data_attributes::ISLAND, data_attributes::MESSAGE)
    .attr(data_attributes::FIELDS, (!ids.is_empty()).then(|| ids.join("|")));
    view! { <details><summary>{context.text(&context.guide.strings.page.message)}</summary>{inside}</details> }
        .into_any()
}

/// The text with the mark of each empty place in an element of its own, from which the live form makes the placeholder again.
fn with_blanks(context: &RenderContext, text: &str) -> AnyView {
    let mut parts: Vec<AnyView> = Vec::new();
    let mut copied = 0;
    for (name, range) in placeholders(text) {
        let Some(field) = context.guide.fields.iter().find(|field| *field.id.value == *name) else { continue };
        // Leptos writes an empty text as a space.
        if copied < range.start {
            parts.push(text[copied..range.start].to_owned().into_any());
        }
        let blank = view! { <span>{context.text(&field.placeholder)}</span> };
        parts.push(blank.attr(data_attributes::FIELD, field.id.value.clone()).into_any());
        copied = range.end;
    }
    if copied < text.len() {
        parts.push(text[copied..].to_owned().into_any());
    }
    parts.into_any()
}

/// The live form's strings: those of the interface, and those of each field, in the order of the content.
pub fn strings(context: &RenderContext) -> Strings {
    let ui = &context.guide.strings.message;
    let site = &context.guide.site;
    let fields = &context.guide.fields;
    let mut strings: Vec<(String, String)> = [
        ("optional", context.text(&ui.optional)),
        ("warning", context.text(&ui.warning)),
        ("copy", context.text(&ui.copy)),
        ("copied", context.text(&ui.copied)),
        ("not_copied", context.text(&ui.not_copied)),
        ("share", context.text(&ui.share)),
        ("mail", context.text(&ui.mail)),
        ("subject", site.topic.as_ref().unwrap_or(&site.name).value.clone()),
    ]
    .map(|(key, text)| (key.to_owned(), text))
    .into();
    for field in fields {
        strings.push((format!("label_{}", field.id), context.text(&field.label)));
        strings.push((format!("blank_{}", field.id), field.placeholder.value.clone()));
        strings.push((format!("longest_{}", field.id), field.longest.to_string()));
        if field.from_search {
            strings.push(("search".to_owned(), field.id.value.clone()));
        }
    }
    Strings::write(strings.iter().map(|(key, text)| (key.as_str(), text.clone())))
}
