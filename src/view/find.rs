//! The island that searches: a field for the parent's own words, and links to the steps they may be about.
//!
//! Its plain form is the same field, not to be seen nor used: without script it would do nothing, and it keeps the place.

use leptos::prelude::*;

use super::tools::{Act, at};
use super::trail::{Crumb, links};

/// Longer texts are cut by the field itself; the search looks at less still.
const LONGEST: &str = "10000";

/// The answer: a sentence, what the button below it says, and links to steps, best first. What is empty is not shown.
#[derive(Clone, Copy)]
pub struct Answer {
    pub said: RwSignal<String>,
    /// To load what could not be loaded.
    pub retry: RwSignal<String>,
    pub links: RwSignal<Vec<Crumb>>,
}

impl Answer {
    /// Nothing said yet.
    pub fn silent() -> Answer {
        let nothing = || RwSignal::new(String::new());
        Answer { said: nothing(), retry: nothing(), links: RwSignal::new(Vec::new()) }
    }

    /// Says something else, and tells whether it is; what is the same is left as it stands.
    pub fn say(&self, said: String, retry: &str, links: Vec<Crumb>) -> bool {
        let other_said = self.said.with_untracked(|before| *before != said);
        let other_links = self.links.with_untracked(|before| *before != links);
        if other_said {
            self.said.set(said);
            self.retry.set(retry.to_owned());
        }
        if other_links {
            self.links.set(links);
        }
        other_said || other_links
    }
}

/// The live form; `on_use` is what is done as one turns to the field and types. What Enter and the button do: `field.js`.
///
/// No part of it is a live region: that would read the links again at each key. The sentence is announced apart.
pub fn live(answer: Answer, label: String, on_use: Act) -> impl IntoView {
    view! {
        <label for="find">{label}</label>
        <input id="find" type="search" autocomplete="off" enterkeyhint="search" maxlength=LONGEST use:at=on_use/>
        <p tabindex="-1">{move || answer.said.get()}</p>
        <button type="button" class="button">{move || answer.retry.get()}</button>
        <ul class="choices">{links(answer.links)}</ul>
    }
}

#[cfg(feature = "ssr")]
pub use prerender::plain;

#[cfg(feature = "ssr")]
mod prerender {
    use leptos::prelude::*;

    use crate::guide::say::Lines;
    use crate::site::hooks;
    use crate::view::setting::Setting;

    /// The plain form; nothing where the guide has no phrases.
    pub fn plain(setting: &Setting) -> Option<AnyView> {
        let (knowledge, integrity) = setting.knowledge.clone()?;
        let words = &setting.guide.words.find;
        let lines = Lines::write([
            ("label", setting.text(&words.label)),
            ("found", setting.text(&words.found)),
            ("nothing", setting.text(&words.nothing)),
            ("onward", setting.text(&words.onward)),
            ("failed", setting.text(&words.failed)),
            ("retry", setting.text(&words.retry)),
            ("notice", setting.text(&words.notice)),
            ("account", setting.text(&words.account)),
        ]);
        let notice = setting.guide.notice.as_ref();
        let view = view! {
            <div class="find"><label>{setting.text(&words.label)}<input type="search" disabled/></label></div>
        };
        let view = view
            .attr(hooks::ISLAND, hooks::FIND)
            .attr(hooks::KNOWLEDGE, knowledge)
            .attr(hooks::INTEGRITY, integrity)
            .attr(hooks::NOTICE_MARK, notice.map(|notice| notice.mark.value.clone()))
            .attr(hooks::NOTICE_ACCOUNT, notice.map(|notice| notice.account.value.clone()))
            .attr(hooks::NOTICE_NEXT, notice.map(|notice| notice.next.value.clone()))
            .attr(hooks::FALLBACK, setting.guide.fallback.as_ref().map(|step| step.value.clone()))
            .attr(hooks::WORDS, lines.text().to_owned());
        Some(view.into_any())
    }
}
