//! The sign in the header: whether the hotline answers now, on every step, without scrolling. Its live form is the status'
//! (`status::live`), in fewer words. Its plain form is the hours where they are short enough, else the hotline's name.

use guide_core::data_attributes;
use guide_core::guide::Body;
use guide_core::hours_text::hours_text;
use guide_core::render_context::RenderContext;
use guide_core::schedule::{Date, Moment, Schedule, Status};
use guide_core::status_text::{StatusText, sign_text};
use guide_core::strings::Strings;
use guide_core::text::Text;
use guide_core::ui_strings::SignStrings;
use leptos::prelude::*;

/// What fits into one line beside the narrowest phone's sides, in characters.
const FITS: usize = 32;

/// The plain form: a link to the hotline. `None` where the guide has no step for it.
pub fn prerender(context: &RenderContext) -> Option<AnyView> {
    let guide = context.guide;
    let step = guide.steps.iter().find(|step| matches!(step.body, Body::Hotline))?;
    let strings = lines(context, &guide.strings.sign);
    let hours = hours_text(guide, &guide.strings.sign.weekdays);
    let fits = !hours.is_empty() && hours.chars().count() <= FITS;
    let plain = context.text(if fits { &hours } else { &guide.hotline.name });
    let longest = longest(&guide.hotline.schedule, &strings).into_iter().chain([plain.clone()]);
    let longest = longest.max_by_key(|text| text.chars().count());
    let view = view! { <a class="sign" href=format!("#{}", step.id)><span>{plain}</span></a> }
        .attr(data_attributes::LONGEST, longest)
        .attr(data_attributes::ISLAND, data_attributes::SIGN)
        .attr(data_attributes::STRINGS, strings.text().to_owned());
    Some(view.into_any())
}

/// The words of the sign as they travel in the document.
fn lines(context: &RenderContext, strings: &SignStrings) -> Strings {
    let SignStrings { open, open_until, closed, closed_today, closed_until, closed_long, weekdays } = strings;
    let list = |texts: &[Text]| texts.iter().map(|text| context.text(text)).collect::<Vec<_>>().join("|");
    Strings::write([
        ("open", context.text(open)),
        ("open_until", context.text(open_until)),
        ("closed", context.text(closed)),
        ("closed_today", context.text(closed_today)),
        ("closed_until", context.text(closed_until)),
        ("closed_long", context.text(closed_long)),
        ("weekdays", list(weekdays)),
        ("months", list(&context.guide.strings.status.months)),
    ])
}

/// The longest sign that a schedule can come to, by the number of its characters: at each opening of a year, told a day
/// before and a year before, and at each closing.
fn longest(schedule: &Schedule, strings: &Strings) -> Option<String> {
    let said = |status, day: Date| {
        let now = Moment::new(day, 0)?;
        sign_text(status, now, None, strings).map(|StatusText { state, .. }| state)
    };
    let days = |year, month, day| std::iter::successors(Date::new(year, month, day), |date| date.next_day());
    let signs = days(2026, 1, 1).zip(days(2025, 12, 31)).zip(days(2025, 1, 1)).take(365);
    let signs = signs.flat_map(|((date, day_before), year_before)| {
        let spans = schedule.hours().on(date.weekday()).iter();
        spans.flat_map(move |span| {
            let (opens, until) = (Moment::at(date, span.start), Moment::at(date, span.end));
            [
                said(Status::Closed { opens }, day_before),
                said(Status::Closed { opens }, year_before),
                said(Status::Open { until }, date),
            ]
        })
    });
    signs.flatten().max_by_key(|text| text.chars().count())
}
