//! The island in the header that says in few words whether the hotline answers now: on every step, without scrolling.
//!
//! Its prerendered form is the hours where they are short enough, else the hotline's name. Its live form is `status::live`.

use guide_core::data_attributes;
use guide_core::guide::Body;
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

/// The prerendered form: a link to the hotline's step. `None` where the guide has no such step.
pub fn prerender(context: &RenderContext) -> Option<AnyView> {
    let guide = context.guide;
    let step = guide.steps.iter().find(|step| matches!(step.body, Body::Hotline))?;
    let strings = strings(context);
    let hours = hours_text(&guide.hotline.schedule, &guide.strings, &guide.strings.sign.weekdays);
    let fits = !hours.is_empty() && hours.chars().count() <= MAX_LENGTH;
    let text = context.text(if fits { &hours } else { &guide.hotline.name });
    let longest = longest_sign(&guide.hotline.schedule, &strings).into_iter().chain([text.clone()]);
    let longest = longest.max_by_key(|text| text.chars().count());
    let view = view! { <a class="sign" href=format!("#{}", step.id)><span>{text}</span></a> }
        .attr(data_attributes::LONGEST, longest)
        .attr(data_attributes::ISLAND, data_attributes::SIGN)
        .attr(data_attributes::STRINGS, strings.text().to_owned());
    Some(view.into_any())
}

/// The live form's strings, as they travel in the document.
fn strings(context: &RenderContext) -> Strings {
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
