//! The island that fills the message to the institution and helps to send it.
//!
//! Its prerendered form is the text, its empty places marked, to be selected and copied by hand. What is typed lives in
//! the page's memory and nowhere else. The island lies in a closed `<details>`, so mounting it moves nothing.

use std::rc::Rc;

use guide_core::data_attributes;
use guide_core::fill::{fill, placeholders};
use guide_core::render_context::RenderContext;
use guide_core::strings::Strings;
use leptos::prelude::*;

use crate::platform::{Handler, Platform, on};

/// What a parent may fill in: the name of each placeholder and what was typed for it. All messages share the same fields,
/// so what was typed once is there in each.
#[derive(Clone, Copy)]
pub struct Fields([(&'static str, RwSignal<String>); 4]);

/// The most characters of a field. A message is a few sentences.
const MAX_LENGTH: usize = 500;

impl Fields {
    /// Empty fields.
    pub fn new() -> Fields {
        Fields(["child", "born", "programme", "situation"].map(|name| (name, RwSignal::new(String::new()))))
    }

    /// Fills the field `situation` with what was typed in the search, cut to the greatest length of a field.
    pub fn set_situation(&self, typed: &str) {
        let [.., (_, situation)] = self.0;
        let typed: String = typed.chars().take(MAX_LENGTH).collect();
        if situation.with_untracked(|before| *before != typed) {
            situation.set(typed);
        }
    }

    /// The field `situation`: what has happened, in the parent's own words.
    pub fn situation(&self) -> RwSignal<String> {
        let [.., (_, situation)] = self.0;
        situation
    }

    /// The message with what was typed, and with a mark for what is still empty.
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

/// The live form: the fields that the message has placeholders for, the message, and the ways to pass it on. `to` is the
/// e-mail address that a letter goes to; where it is empty, the letter has no address yet.
pub fn live(template: String, strings: Strings, to: String, fields: Fields, platform: Platform) -> impl IntoView {
    let word = |key: &str| strings.get(key).unwrap_or_default().to_owned();
    let used =
        fields.0.into_iter().filter(|(name, _)| placeholders(&template).any(|(placeholder, _)| placeholder == *name));
    let inputs: Vec<_> = used
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

/// The prerendered form: the message as text.
pub fn prerender(context: &RenderContext, message: &str) -> AnyView {
    let (ui, blank) = (&context.guide.strings.message, &context.guide.strings.blank);
    let strings = Strings::write([
        ("optional", context.text(&ui.optional)),
        ("child", context.text(&ui.child)),
        ("born", context.text(&ui.born)),
        ("programme", context.text(&ui.programme)),
        ("situation", context.text(&ui.situation)),
        ("warning", context.text(&ui.warning)),
        ("copy", context.text(&ui.copy)),
        ("copied", context.text(&ui.copied)),
        ("not_copied", context.text(&ui.not_copied)),
        ("share", context.text(&ui.share)),
        ("mail", context.text(&ui.mail)),
        ("subject", ui.subject.value.clone()),
        ("blank_child", blank.child.value.clone()),
        ("blank_born", blank.born.value.clone()),
        ("blank_programme", blank.programme.value.clone()),
        ("blank_situation", blank.situation.value.clone()),
    ]);
    let warning = context.text(&ui.warning);
    let inside = view! {
        <div class="inside">
            <blockquote>{context.message(message)}</blockquote>
            <p class="lead">{warning}</p>
        </div>
    }
    .attr(data_attributes::ISLAND, data_attributes::MESSAGE)
    .attr(data_attributes::TEMPLATE, context.text(message))
    .attr(data_attributes::STRINGS, strings.text().to_owned());
    view! { <details><summary>{context.text(&context.guide.strings.page.message)}</summary>{inside}</details> }
        .into_any()
}
