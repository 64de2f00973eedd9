//! The island that says what to say on the phone: a short text made of the trail.
//!
//! Its plain form has a place for the situation instead. It lies in a closed `<details>`: mounting it moves nothing.

use leptos::prelude::*;

use super::trail::Crumb;
use crate::guide::fill::fill;
use crate::guide::say::Lines;

/// The live form: the text with the answers told, or with their place where none are. Where they lead over the step
/// `fallback`, as nothing fitted, the parent's own words come first: `situation`, what was typed in the search.
pub fn live(
    told: RwSignal<Vec<Crumb>>,
    situation: RwSignal<String>,
    fallback: Option<String>,
    words: Lines,
) -> impl IntoView {
    let fallback = fallback.map(|id| ["#", &id].concat());
    let text = move || {
        let mut answers = String::new();
        if told.get().iter().any(|crumb| Some(&crumb.href) == fallback.as_ref()) {
            answers.push_str(situation.get().trim_matches(['.', ' ']));
        }
        for crumb in told.get() {
            answers.push_str(if answers.is_empty() { "" } else { ". " });
            answers.push_str(&crumb.label);
        }
        let answers = if answers.is_empty() { words.get("blank").unwrap_or_default() } else { &answers };
        fill(words.get("text").unwrap_or_default(), &[("answers", answers)])
    };
    view! { <blockquote>{text}</blockquote> }
}

#[cfg(feature = "ssr")]
pub use prerender::plain;

#[cfg(feature = "ssr")]
mod prerender {
    use leptos::prelude::*;

    use crate::guide::fill::fill;
    use crate::guide::say::Lines;
    use crate::site::hooks;
    use crate::view::setting::Setting;

    /// The plain form.
    pub fn plain(setting: &Setting) -> AnyView {
        let words = &setting.guide.words.phone;
        let (text, blank) = (setting.text(&words.text), setting.text(&words.blank));
        let lines = Lines::write([("text", text.clone()), ("blank", blank.clone())]);
        let text = fill(&text, &[("answers", &blank)]);
        let inside = view! { <div class="inside"><blockquote>{text}</blockquote></div> }
            .attr(hooks::ISLAND, hooks::PHONE)
            .attr(hooks::FALLBACK, setting.guide.fallback.as_ref().map(|step| step.value.clone()))
            .attr(hooks::WORDS, lines.text().to_owned());
        view! { <details><summary>{setting.text(&words.title)}</summary>{inside}</details> }.into_any()
    }
}
