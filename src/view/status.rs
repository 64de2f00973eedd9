//! The island that says whether the hotline answers now.
//!
//! Its plain form is the hours; the live one puts a sentence above them. The box is as high as the longest sentence
//! needs, by a copy of it that nobody sees or hears, so that mounting moves nothing at any width or text size.

use leptos::prelude::*;

use crate::guide::say::Said;

/// What is said now.
#[derive(Clone, Copy)]
pub struct Sentence {
    class: RwSignal<String>,
    state: RwSignal<String>,
    rest: RwSignal<String>,
}

impl Sentence {
    /// A sentence that says this first.
    pub fn of(said: Said) -> Sentence {
        let class = RwSignal::new(class(&said));
        Sentence { class, state: RwSignal::new(said.state), rest: RwSignal::new(said.rest) }
    }

    /// Says something else; what is the same is left as it stands.
    pub fn say(&self, said: Said) {
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

fn class(said: &Said) -> String {
    if said.open { "open" } else { "" }.to_owned()
}

/// The live form: the sentence above the hours.
pub fn live(sentence: Sentence) -> impl IntoView {
    let Sentence { class, state, rest } = sentence;
    view! { <b class=move || class.get()>{move || state.get()}</b>" "{move || rest.get()} }
}

#[cfg(feature = "ssr")]
pub use prerender::plain;

#[cfg(feature = "ssr")]
mod prerender {
    use leptos::prelude::*;

    use crate::guide::model::{Hotline, Text};
    use crate::guide::say::{Lines, Said, say};
    use crate::guide::schedule::{Date, Moment, Status};
    use crate::guide::words::StatusWords;
    use crate::site::hooks;
    use crate::view::prose::prose;
    use crate::view::setting::Setting;

    /// The plain form, with everything that the live one needs to know in its attributes.
    pub fn plain(setting: &Setting) -> AnyView {
        let hotline = &setting.guide.hotline;
        let words = lines(setting, &setting.guide.words.status);
        let mut hours = setting.hours().to_owned();
        capitalise(&mut hours);
        let longest = longest(hotline, &words).map(|said| format!("{}\n{}", said.state, said.rest));
        let sentence = setting.text(&setting.guide.words.page.status);
        // The first paragraph is the live sentence's place.
        view! { <div class="status"><p>{sentence}</p><p class="hours">{prose(setting, &hours)}</p></div> }
            .attr(hooks::LONGEST, longest)
            .attr(hooks::ISLAND, hooks::STATUS)
            .attr(hooks::SCHEDULE, hotline.schedule.compact())
            .attr(hooks::OFFSETS, setting.offsets.clone())
            .attr(hooks::ZONE, hotline.time_zone.value.clone())
            .attr(hooks::WORDS, words.text().to_owned())
            .into_any()
    }

    fn capitalise(text: &mut String) {
        if let Some(first) = text.chars().next() {
            text.replace_range(..first.len_utf8(), &first.to_uppercase().to_string());
        }
    }

    /// The words of the status as they travel in the document.
    fn lines(setting: &Setting, words: &StatusWords) -> Lines {
        let StatusWords { open, open_until, closed, opens_today, opens, never, ask, .. } = words;
        let list = |texts: &[Text]| texts.iter().map(|text| setting.text(text)).collect::<Vec<_>>().join("|");
        Lines::write([
            ("open", setting.text(open)),
            ("open_until", setting.text(open_until)),
            ("closed", setting.text(closed)),
            ("opens_today", setting.text(opens_today)),
            ("opens", setting.text(opens)),
            ("always", setting.text(&words.always)),
            ("never", setting.text(never)),
            ("ask", setting.text(ask)),
            ("hours_minutes", setting.text(&words.hours_minutes)),
            ("hours", setting.text(&words.hours)),
            ("minutes", setting.text(&words.minutes)),
            ("weekdays", list(&words.weekdays)),
            ("months", list(&words.months)),
        ])
    }

    /// The longest sentence that the schedule can come to, by the number of its characters: an opening on each day of a
    /// year, with the advice to ask.
    fn longest(hotline: &Hotline, words: &Lines) -> Option<Said> {
        let days = std::iter::successors(Date::new(2026, 1, 1), |date| date.next_day()).take(365);
        days.filter_map(|date| {
            let span = hotline.schedule.hours().on(date.weekday()).first()?;
            let opens = Moment::at(date, span.start);
            say(Status::Closed { opens }, Moment::new(Date::new(2025, 1, 1)?, 0)?, None, words)
        })
        .max_by_key(|said| said.rest.chars().count())
    }
}
