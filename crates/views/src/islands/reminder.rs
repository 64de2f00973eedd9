//! The island that offers a reminder to call, for the phone's calendar.
//!
//! Without script there is no next opening to be known: its plain form is an empty box of the same size.

use guide_core::data_attributes;
use guide_core::fill::fill;
use guide_core::phone_number::full_phone;
use guide_core::render_context::RenderContext;
use guide_core::strings::Strings;
use leptos::prelude::*;

/// The live form: a link that is the calendar's file itself.
pub fn live(file: RwSignal<String>, strings: &Strings) -> impl IntoView + use<> {
    let word = |key: &str| strings.get(key).unwrap_or_default().to_owned();
    view! { <a class="button" href=move || file.get() download=word("file")>{word("button")}</a> }
}

/// The plain form.
pub fn prerender(context: &RenderContext) -> AnyView {
    let strings = &context.guide.strings.remind;
    let phone = full_phone(&context.guide.hotline);
    let lines = Strings::write([
        ("button", context.text(&strings.button)),
        ("file", strings.file.value.clone()),
        // A calendar shows plain text: no no-break spaces there.
        ("summary", fill(&strings.summary, &[("phone", &phone)])),
        ("description", strings.description.value.clone()),
    ]);
    view! { <p class="remind"></p> }
        .attr(data_attributes::ISLAND, data_attributes::REMINDER)
        .attr(data_attributes::LONGEST, context.text(&strings.button))
        .attr(data_attributes::STRINGS, lines.text().to_owned())
        .into_any()
}
