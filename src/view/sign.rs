//! The sign in the header: whether the hotline answers now, on every step, without scrolling. Its live form is the status'
//! (`status::live`), in fewer words. Its plain form is the hours where they are short enough, else the hotline's name.

use leptos::prelude::*;

use super::hours::hours;
use super::setting::Setting;
use crate::guide::model::{Body, Text};
use crate::guide::say::{Lines, Said, sign};
use crate::guide::schedule::{Date, Moment, Schedule, Status};
use crate::guide::words::SignWords;
use crate::site::hooks;

/// What fits into one line beside the narrowest phone's sides, in characters.
const FITS: usize = 32;

/// The plain form: a link to the hotline. `None` where the guide has no step for it.
pub fn plain(setting: &Setting) -> Option<AnyView> {
    let guide = setting.guide;
    let step = guide.steps.iter().find(|step| matches!(step.body, Body::Hotline))?;
    let words = lines(setting, &guide.words.sign);
    let hours = hours(guide, &guide.words.sign.weekdays);
    let fits = !hours.is_empty() && hours.chars().count() <= FITS;
    let plain = setting.text(if fits { &hours } else { &guide.hotline.name });
    let longest = longest(&guide.hotline.schedule, &words).into_iter().chain([plain.clone()]);
    let longest = longest.max_by_key(|text| text.chars().count());
    let view = view! { <a class="sign" href=format!("#{}", step.id)><span>{plain}</span></a> }
        .attr(hooks::LONGEST, longest)
        .attr(hooks::ISLAND, hooks::SIGN)
        .attr(hooks::WORDS, words.text().to_owned());
    Some(view.into_any())
}

/// The words of the sign as they travel in the document.
fn lines(setting: &Setting, words: &SignWords) -> Lines {
    let SignWords { open, open_until, closed, closed_today, closed_until, closed_long, weekdays } = words;
    let list = |texts: &[Text]| texts.iter().map(|text| setting.text(text)).collect::<Vec<_>>().join("|");
    Lines::write([
        ("open", setting.text(open)),
        ("open_until", setting.text(open_until)),
        ("closed", setting.text(closed)),
        ("closed_today", setting.text(closed_today)),
        ("closed_until", setting.text(closed_until)),
        ("closed_long", setting.text(closed_long)),
        ("weekdays", list(weekdays)),
        ("months", list(&setting.guide.words.status.months)),
    ])
}

/// The longest sign that a schedule can come to, by the number of its characters: at each opening of a year, told a day
/// before and a year before, and at each closing.
fn longest(schedule: &Schedule, words: &Lines) -> Option<String> {
    let said = |status, day: Date| {
        let now = Moment::new(day, 0)?;
        sign(status, now, None, words).map(|Said { state, .. }| state)
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
