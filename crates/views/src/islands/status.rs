//! The island that says whether a contact is open now.
//!
//! Its prerendered form is the hours; the live form puts a sentence above them. The box is as high as the longest sentence
//! needs: CSS lays out an invisible copy of it, so that mounting moves nothing at any width or text size.

use guide_core::contact::{Contact, Hours};
use guide_core::data_attributes;
use guide_core::render_context::RenderContext;
use guide_core::schedule::{Moment, Status};
use guide_core::status_text::{StatusText, status_text};
use guide_core::strings::Strings;
use guide_core::text::Text;
use guide_core::typography::capitalized;
use leptos::prelude::*;

use super::longest_text::{days_of_a_year, long_before, longest};
use crate::prose::prose;

/// A status text as signals, each set only when its part changes.
#[derive(Clone, Copy)]
pub struct StatusSignals {
    class: RwSignal<String>,
    state: RwSignal<String>,
    rest: RwSignal<String>,
}

impl StatusSignals {
    /// Signals with this text.
    pub fn new(text: StatusText) -> StatusSignals {
        let class = RwSignal::new(class(&text));
        StatusSignals { class, state: RwSignal::new(text.state), rest: RwSignal::new(text.rest) }
    }

    /// Sets the signals whose part of the text has changed.
    pub fn update(&self, text: StatusText) {
        let change = |signal: RwSignal<String>, text: String| {
            if signal.with_untracked(|before| *before != text) {
                signal.set(text);
            }
        };
        change(self.class, class(&text));
        change(self.state, text.state);
        change(self.rest, text.rest);
    }
}

fn class(text: &StatusText) -> String {
    if text.open { "open" } else { "" }.to_owned()
}

/// The live form: the sentence, which stands in the first paragraph, above the hours.
pub fn live(signals: StatusSignals) -> impl IntoView {
    let StatusSignals { class, state, rest } = signals;
    view! { <b class=move || class.get()>{move || state.get()}</b>" "{move || rest.get()} }
}

/// The prerendered form; `None` where the hours are not known.
pub fn prerender(context: &RenderContext, contact: &Contact) -> Option<AnyView> {
    let hours = contact.hours.as_ref()?;
    let strings = strings(context);
    let hours_text = capitalized(&context.hours(contact));
    let longest = longest_status(hours, &strings).map(|text| format!("{}\n{}", text.state, text.rest));
    let label = context.text(hours.lead.as_ref().unwrap_or(&context.guide.strings.page.hours));
    // The live sentence replaces the first paragraph's text.
    let view = view! { <div class="status"><p>{label}</p><p class="hours">{prose(context, &hours_text)}</p></div> }
        .attr(data_attributes::LONGEST, longest)
        .attr(data_attributes::ISLAND, data_attributes::STATUS)
        .attr(data_attributes::HOURS, contact.id.value.clone());
    Some(view.into_any())
}

/// The live form's strings.
pub fn strings(context: &RenderContext) -> Strings {
    let ui = &context.guide.strings.status;
    let list = |texts: &[Text]| texts.iter().map(|text| context.text(text)).collect::<Vec<_>>().join("|");
    Strings::write([
        ("open", context.text(&ui.open)),
        ("open_until", context.text(&ui.open_until)),
        ("closed", context.text(&ui.closed)),
        ("opens_today", context.text(&ui.opens_today)),
        ("opens", context.text(&ui.opens)),
        ("always", context.text(&ui.always)),
        ("never", context.text(&ui.never)),
        ("ask", context.text(&ui.ask)),
        ("hours_minutes", context.text(&ui.hours_minutes)),
        ("hours", context.text(&ui.hours)),
        ("minutes", context.text(&ui.minutes)),
        ("weekdays", list(&ui.weekdays)),
        ("months", list(&ui.months)),
    ])
}

/// The longest sentence that the schedule can come to: the first opening of each day of a year, seen long before, with the
/// advice to ask.
fn longest_status(hours: &Hours, strings: &Strings) -> Option<StatusText> {
    let texts = days_of_a_year().filter_map(|(_, date)| {
        let span = *hours.schedule.possible_spans(date.weekday()).first()?;
        let opens = Moment::at(date, span.start);
        status_text(Status::Closed { opens }, long_before()?, None, strings)
    });
    longest(texts, |text| &text.rest)
}
