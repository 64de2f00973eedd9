//! The island that offers a reminder to call, for the phone's calendar.
//!
//! The next opening is known to the script only, so the prerendered form is an empty box of the same size.

use guide_core::contact::Contact;
use guide_core::data_attributes;
use guide_core::render_context::RenderContext;
use guide_core::strings::Strings;
use leptos::prelude::*;

/// The live form: a link whose address is the calendar file itself, `file`, as a `data:` URL.
pub fn live(file: RwSignal<String>, strings: &Strings) -> impl IntoView + use<> {
    let word = |key: &str| strings.get(key).unwrap_or_default().to_owned();
    view! { <a class="button" href=move || file.get() download=word("file")>{word("button")}</a> }
}

/// The prerendered form; `None` where there is no number to call or where its hours are not known.
pub fn prerender(context: &RenderContext, contact: &Contact) -> Option<AnyView> {
    contact.hours.as_ref()?;
    contact.phone()?;
    let view = view! { <p class="remind"></p> }
        .attr(data_attributes::ISLAND, data_attributes::REMINDER)
        .attr(data_attributes::LONGEST, context.text(&context.guide.strings.remind.button));
    Some(view.into_any())
}

/// The live form's strings; what a calendar calls the reminder stands with the contact's hours.
pub fn strings(context: &RenderContext) -> Strings {
    let ui = &context.guide.strings.remind;
    Strings::write([
        ("button", context.text(&ui.button)),
        ("file", ui.file.value.clone()),
        ("description", ui.description.value.clone()),
    ])
}
