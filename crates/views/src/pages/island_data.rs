//! What all islands of a kind share, once for the whole document: their words, and the hours of each contact.
//!
//! It stands behind all that is shown, so that nothing of it delays the first paint.

use guide_core::contact::Contact;
use guide_core::data_attributes;
use guide_core::fill::fill;
use guide_core::guide::Body;
use guide_core::render_context::RenderContext;
use guide_core::strings::Strings;
use leptos::prelude::*;

use crate::islands::{message, phone_script, reminder, search, share, sign, status};

/// How the words of a kind of island are made.
type Words = fn(&RenderContext) -> Strings;

/// A template with the words of each kind of island that the guide has, and one with the hours of each contact.
pub fn island_data(context: &RenderContext) -> AnyView {
    let guide = context.guide;
    let has_hours = guide.contacts.iter().any(|contact| contact.hours.is_some());
    let has_phone = guide.contacts.iter().any(|contact| contact.phone().is_some());
    let has_message =
        guide.steps.iter().any(|step| matches!(&step.body, Body::Advice(advice) if advice.message.is_some()));
    let words: [(&str, bool, Words); 7] = [
        (data_attributes::SIGN, has_hours, sign::strings),
        (data_attributes::STATUS, has_hours, status::strings),
        (data_attributes::REMINDER, has_hours && has_phone, reminder::strings),
        (data_attributes::SEARCH, context.search_model.is_some(), search::strings),
        (data_attributes::MESSAGE, has_message, message::strings),
        (data_attributes::PHONE_SCRIPT, has_phone, phone_script::strings),
        (data_attributes::SHARE, true, share::strings),
    ];
    let words = words.into_iter().filter(|(_, needed, _)| *needed).map(|(island, _, strings)| {
        view! { <template></template> }
            .attr(data_attributes::WORDS_OF, island)
            .attr(data_attributes::STRINGS, strings(context).text().to_owned())
    });
    let words = words.collect_view();
    let hours = guide.contacts.iter().filter_map(|contact| hours(context, contact)).collect_view();
    view! { {words}{hours} }.into_any()
}

/// The hours of a contact, from which the program tells whether it is open; `None` where they are not known.
fn hours(context: &RenderContext, contact: &Contact) -> Option<AnyView> {
    let hours = contact.hours.as_ref()?;
    // A calendar shows plain text: no no-break spaces there.
    let summary = contact.phone().map(|phone| fill(&context.guide.strings.remind.summary, &[("phone", &phone.full())]));
    let facts = [
        ("schedule", hours.schedule.compact()),
        ("offsets", hours.zone.text()),
        ("zone", hours.time_zone.value.clone()),
        ("summary", summary.unwrap_or_default()),
    ];
    let view = view! { <template></template> }
        .attr(data_attributes::HOURS_OF, contact.id.value.clone())
        .attr(data_attributes::STRINGS, Strings::write(facts).text().to_owned());
    Some(view.into_any())
}
