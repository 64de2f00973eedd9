//! The island in the header that says in few words whether the main contact is open now: on every step, without scrolling.
//!
//! Its prerendered form is the hours where they are short enough, else the contact's name. Its live form is `status::live`.

use guide_core::data_attributes;
use guide_core::guide::{Body, Step};
use guide_core::hours_text::hours_text;
use guide_core::render_context::RenderContext;
use guide_core::schedule::{Moment, Schedule, Status};
use guide_core::status_text::sign_text;
use guide_core::strings::Strings;
use guide_core::text::Text;
use leptos::prelude::*;

use super::longest_text::{days_of_a_year, long_before, longest};

/// The most characters that fit into one line on the narrowest phone.
const MAX_LENGTH: usize = 32;

/// The prerendered form: a link to the main contact's step, or to the start where no step is about that contact alone. `None` where
/// its hours are not known.
pub fn prerender(context: &RenderContext) -> Option<AnyView> {
    let guide = context.guide;
    let contact = guide.main_contact()?;
    let hours = contact.hours.as_ref()?;
    let is_contacts_step = |step: &&Step| matches!(step.body, Body::Contacts) && step.contacts.contains(&0);
    let step = guide.steps.iter().find(is_contacts_step).map_or(&guide.start, |step| &step.id);
    let strings = strings(context);
    let hours_text = hours_text(&hours.schedule, &guide.strings, &guide.strings.sign.weekdays);
    let fits = !hours_text.is_empty() && hours_text.chars().count() <= MAX_LENGTH;
    let text = context.text(if fits { &hours_text } else { &contact.name });
    let longest = longest_sign(&hours.schedule, &strings).into_iter().chain([text.clone()]);
    let longest = longest.max_by_key(|text| text.chars().count());
    let view = view! { <a class="sign" href=format!("#{step}")><span>{text}</span></a> }
        .attr(data_attributes::LONGEST, longest)
        .attr(data_attributes::ISLAND, data_attributes::SIGN)
        .attr(data_attributes::HOURS, contact.id.value.clone());
    Some(view.into_any())
}

/// The live form's strings.
pub fn strings(context: &RenderContext) -> Strings {
    let ui = &context.guide.strings.sign;
    let list = |texts: &[Text]| texts.iter().map(|text| context.text(text)).collect::<Vec<_>>().join("|");
    Strings::write([
        ("open", context.text(&ui.open)),
        ("open_until", context.text(&ui.open_until)),
        ("closed", context.text(&ui.closed)),
        ("closed_today", context.text(&ui.closed_today)),
        ("closed_until", context.text(&ui.closed_until)),
        ("closed_long", context.text(&ui.closed_long)),
        ("weekdays", list(&ui.weekdays)),
        ("months", list(&context.guide.strings.status.months)),
    ])
}

/// The longest sign that the schedule can come to: each opening of a year, seen the day before and long before, and each
/// closing.
fn longest_sign(schedule: &Schedule, strings: &Strings) -> Option<String> {
    let sign = |status, now: Option<Moment>| sign_text(status, now?, None, strings);
    let signs = days_of_a_year().flat_map(|(day_before, date)| {
        let spans = schedule.possible_spans(date.weekday()).into_iter();
        spans.flat_map(move |span| {
            let (opens, until) = (Moment::at(date, span.start), Moment::at(date, span.end));
            [
                sign(Status::Closed { opens }, Moment::new(day_before, 0)),
                sign(Status::Closed { opens }, long_before()),
                sign(Status::Open { until }, Moment::new(date, 0)),
            ]
        })
    });
    longest(signs.flatten(), |text| &text.state).map(|text| text.state)
}
