//! The island that offers a reminder to call, for the phone's calendar.
//!
//! Without script there is no next opening to be known: its plain form is an empty line of the same height.

use leptos::prelude::*;

use crate::guide::say::Lines;

/// The live form: a link that is the calendar's file itself, or nothing where no opening is ahead.
pub fn live(file: Memo<Option<String>>, words: &Lines) -> impl IntoView + use<> {
    let word = |key: &str| words.get(key).unwrap_or_default().to_owned();
    let (name, button) = (word("file"), word("button"));
    move || file.get().map(|href| view! { <a href=href download=name.clone()>{button.clone()}</a> })
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
            ("summary", fill(&words.summary, |name| (name == "phone").then_some(&*phone))),
            ("description", words.description.value.clone()),
        ]);
        view! { <p class="remind"></p> }
            .attr(hooks::ISLAND, hooks::REMIND)
            .attr(hooks::WORDS, lines.text().to_owned())
            .into_any()
    }
}
