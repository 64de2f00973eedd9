//! The island that fills the message to the institution and helps to send it.
//!
//! Its plain form is the text, its empty places marked, to be selected and copied by hand. What is typed lives in the
//! page's memory and nowhere else. The island lies in a closed `<details>`: mounting it moves nothing.

use std::rc::Rc;

use guide_core::data_attributes;
use guide_core::fill::{fill, placeholders};
use guide_core::render_context::RenderContext;
use guide_core::strings::Strings;
use leptos::prelude::*;

use crate::platform::{Handler, Platform, on};

/// What a parent may fill in, by placeholder. All messages share one: what was typed once is there in each.
#[derive(Clone, Copy)]
pub struct Fields([(&'static str, RwSignal<String>); 4]);

/// A message is a few sentences: no field of it needs more characters.
const MAX_LENGTH: usize = 500;

impl Fields {
    /// Empty fields.
    pub fn new() -> Fields {
        Fields(["child", "born", "programme", "situation"].map(|name| (name, RwSignal::new(String::new()))))
    }

    /// Takes the parent's own words along from the search.
    pub fn set_situation(&self, typed: &str) {
        let [.., (_, situation)] = self.0;
        let typed: String = typed.chars().take(MAX_LENGTH).collect();
        if situation.with_untracked(|before| *before != typed) {
            situation.set(typed);
        }
    }

    /// What has happened, in the parent's own words.
    pub fn situation(&self) -> RwSignal<String> {
        let [.., (_, situation)] = self.0;
        situation
    }

    fn filled(&self, template: &str, strings: &Strings) -> String {
        let typed = self.0.map(|(name, field)| (name, field.get()));
        let values = typed.each_ref().map(|(name, value)| match value.trim() {
            "" => (*name, strings.get(&["blank_", name].concat()).unwrap_or_default()),
            value => (*name, value),
        });
        fill(template, &values)
    }
}

impl Default for Fields {
    fn default() -> Fields {
        Fields::new()
    }
}

/// The live form: the fields that the message has places for, the message, the ways to pass it on. A letter is addressed
/// to `to`, or to nobody yet.
pub fn live(template: String, strings: Strings, to: String, fields: Fields, platform: Platform) -> impl IntoView {
    let word = |key: &str| strings.get(key).unwrap_or_default().to_owned();
    let wanted = fields.0.into_iter().filter(|(name, _)| placeholders(&template).any(|(hole, _)| hole == *name));
    let inputs: Vec<_> = wanted
        .map(|(name, field)| {
            let on_input: Handler = ("input", Rc::new(move |event| field.set(event_target_value(&event))));
            view! {
                <label>
                    {word(name)}
                    <input
                        type="text"
                        autocomplete="off"
                        maxlength=MAX_LENGTH
                        prop:value=move || field.get()
                        use:on=on_input
                    />
                </label>
            }
        })
        .collect();
    let filled = {
        let strings = strings.clone();
        StoredValue::new(move || fields.filled(&template, &strings))
    };
    let filled = move || filled.with_value(|filled| filled());
    let said = RwSignal::new(String::new());
    let told = platform.report_copy_in(said, &strings);
    let pass_on = move |title| -> Handler {
        let (pass_on, told) = (platform.share_or_copy.clone(), told.clone());
        ("click", Rc::new(move |_| pass_on(&untrack(filled), title, told.clone())))
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
        <p class="said">{move || said.get()}</p>
        {share}
        <a class="button" href=letter>{word("mail")}</a>
    }
}

/// The plain form: the message as text.
pub fn prerender(context: &RenderContext, message: &str) -> AnyView {
    let strings = &context.guide.strings;
    let (message_words, blank) = (&strings.message, &strings.blank);
    let lines = Strings::write([
        ("optional", context.text(&message_words.optional)),
        ("child", context.text(&message_words.child)),
        ("born", context.text(&message_words.born)),
        ("programme", context.text(&message_words.programme)),
        ("situation", context.text(&message_words.situation)),
        ("warning", context.text(&message_words.warning)),
        ("copy", context.text(&message_words.copy)),
        ("copied", context.text(&message_words.copied)),
        ("not_copied", context.text(&message_words.not_copied)),
        ("share", context.text(&message_words.share)),
        ("mail", context.text(&message_words.mail)),
        ("subject", message_words.subject.value.clone()),
        ("blank_child", blank.child.value.clone()),
        ("blank_born", blank.born.value.clone()),
        ("blank_programme", blank.programme.value.clone()),
        ("blank_situation", blank.situation.value.clone()),
    ]);
    let warning = context.text(&message_words.warning);
    let inside = view! {
        <div class="inside">
            <blockquote>{context.message(message)}</blockquote>
            <p class="lead">{warning}</p>
        </div>
    }
    .attr(data_attributes::ISLAND, data_attributes::MESSAGE)
    .attr(data_attributes::TEMPLATE, context.text(message))
    .attr(data_attributes::STRINGS, lines.text().to_owned());
    view! { <details><summary>{context.text(&strings.page.message)}</summary>{inside}</details> }.into_any()
}
