//! The island that says whether the hotline answers now.
//!
//! Its plain form is the hours; the live one puts a sentence above them. The box is as high as the longest sentence
//! needs, by a copy of it that nobody sees or hears, so that mounting moves nothing at any width or text size.

use guide_core::data_attributes;
use guide_core::guide::Hotline;
use guide_core::render_context::RenderContext;
use guide_core::schedule::{Date, Moment, Status};
use guide_core::status_text::{StatusText, status_text};
use guide_core::strings::Strings;
use guide_core::text::Text;
use guide_core::typography::capitalized;
use guide_core::ui_strings::StatusStrings;
use leptos::prelude::*;

use crate::prose::prose;

/// What is said now.
#[derive(Clone, Copy)]
pub struct Sentence {
    class: RwSignal<String>,
    state: RwSignal<String>,
    rest: RwSignal<String>,
}

impl Sentence {
    /// A sentence that says this first.
    pub fn of(said: StatusText) -> Sentence {
        let class = RwSignal::new(class(&said));
        Sentence { class, state: RwSignal::new(said.state), rest: RwSignal::new(said.rest) }
    }

    /// Says something else; what is the same is left as it stands.
    pub fn say(&self, said: StatusText) {
        let change = |signal: RwSignal<String>, text: String| {
            if signal.with_untracked(|before| *before != text) {
                signal.set(text);
            }
        };
        change(self.class, class(&said));
        change(self.state, said.state);
        change(self.rest, said.rest);
    }
}

fn class(said: &StatusText) -> String {
    if said.open { "open" } else { "" }.to_owned()
}

/// The live form: the sentence above the hours.
pub fn live(sentence: Sentence) -> impl IntoView {
    let Sentence { class, state, rest } = sentence;
    view! { <b class=move || class.get()>{move || state.get()}</b>" "{move || rest.get()} }
}

/// The plain form, with everything that the live one needs to know in its attributes.
pub fn prerender(context: &RenderContext) -> AnyView {
    let hotline = &context.guide.hotline;
    let strings = lines(context, &context.guide.strings.status);
    let hours = capitalized(context.hours());
    let longest = longest(hotline, &strings).map(|said| format!("{}\n{}", said.state, said.rest));
    let sentence = context.text(&context.guide.strings.page.status);
    // The first paragraph is the live sentence's place.
    view! { <div class="status"><p>{sentence}</p><p class="hours">{prose(context, &hours)}</p></div> }
        .attr(data_attributes::LONGEST, longest)
        .attr(data_attributes::ISLAND, data_attributes::STATUS)
        .attr(data_attributes::SCHEDULE, hotline.schedule.compact())
        .attr(data_attributes::OFFSETS, hotline.zone.text())
        .attr(data_attributes::ZONE, hotline.time_zone.value.clone())
        .attr(data_attributes::STRINGS, strings.text().to_owned())
        .into_any()
}

/// The words of the status as they travel in the document.
fn lines(context: &RenderContext, strings: &StatusStrings) -> Strings {
    let StatusStrings { open, open_until, closed, opens_today, opens, never, ask, .. } = strings;
    let list = |texts: &[Text]| texts.iter().map(|text| context.text(text)).collect::<Vec<_>>().join("|");
    Strings::write([
        ("open", context.text(open)),
        ("open_until", context.text(open_until)),
        ("closed", context.text(closed)),
        ("opens_today", context.text(opens_today)),
        ("opens", context.text(opens)),
        ("always", context.text(&strings.always)),
        ("never", context.text(never)),
        ("ask", context.text(ask)),
        ("hours_minutes", context.text(&strings.hours_minutes)),
        ("hours", context.text(&strings.hours)),
        ("minutes", context.text(&strings.minutes)),
        ("weekdays", list(&strings.weekdays)),
        ("months", list(&strings.months)),
    ])
}

/// The longest sentence that the schedule can come to, by the number of its characters: an opening on each day of a
/// year, with the advice to ask.
fn longest(hotline: &Hotline, strings: &Strings) -> Option<StatusText> {
    let days = std::iter::successors(Date::new(2026, 1, 1), |date| date.next_day()).take(365);
    days.filter_map(|date| {
        let span = hotline.schedule.hours().on(date.weekday()).first()?;
        let opens = Moment::at(date, span.start);
        status_text(Status::Closed { opens }, Moment::new(Date::new(2025, 1, 1)?, 0)?, None, strings)
    })
    .max_by_key(|said| said.rest.chars().count())
}
