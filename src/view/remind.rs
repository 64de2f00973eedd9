//! The island that offers a reminder to call, for the phone's calendar.
//!
//! Without script there is no next opening to be known: its plain form is an empty box of the same size.

use leptos::prelude::*;

use crate::guide::say::Lines;

/// The live form: a link that is the calendar's file itself.
pub fn live(file: RwSignal<String>, words: &Lines) -> impl IntoView + use<> {
    let word = |key: &str| words.get(key).unwrap_or_default().to_owned();
    view! { <a class="button" href=move || file.get() download=word("file")>{word("button")}</a> }
}

#[cfg(feature = "ssr")]
pub use prerender::plain;

#[cfg(feature = "ssr")]
mod prerender {
    use leptos::prelude::*;

    use crate::guide::fill::fill;
    use crate::guide::say::Lines;
    use crate::site::hooks;
    use crate::view::setting::{Setting, full_phone};

    /// The plain form.
    pub fn plain(setting: &Setting) -> AnyView {
        let words = &setting.guide.words.remind;
        let phone = full_phone(&setting.guide.hotline);
        let lines = Lines::write([
            ("button", setting.text(&words.button)),
            ("file", words.file.value.clone()),
            // A calendar shows plain text: no no-break spaces there.
            ("summary", fill(&words.summary, &[("phone", &phone)])),
            ("description", words.description.value.clone()),
        ]);
        view! { <p class="remind"></p> }
            .attr(hooks::ISLAND, hooks::REMIND)
            .attr(hooks::LONGEST, setting.text(&words.button))
            .attr(hooks::WORDS, lines.text().to_owned())
            .into_any()
    }
}
