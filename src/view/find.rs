//! The island that searches: a field for the parent's own words, and links to the steps they may be about.
//!
//! Its plain form is the same field, not to be seen nor used: without script it would do nothing, and it keeps the place.

use std::rc::Rc;

use leptos::prelude::*;

use super::tools::{Act, at};
use super::trail::{Crumb, links};

/// Longer texts are cut by the field itself; the search looks at less still.
const LONGEST: &str = "10000";

/// The answer: a sentence, and links to steps, best first. Both empty where there is nothing to say yet.
#[derive(Clone, Copy)]
pub struct Answer {
    pub said: RwSignal<String>,
    pub links: RwSignal<Vec<Crumb>>,
}

impl Answer {
    /// Nothing said yet.
    pub fn silent() -> Answer {
        Answer { said: RwSignal::new(String::new()), links: RwSignal::new(Vec::new()) }
    }

    /// Says something else; what is the same is left as it stands, and is not announced again.
    pub fn say(&self, said: String, links: Vec<Crumb>) {
        if self.said.with_untracked(|before| *before != said) {
            self.said.set(said);
        }
        if self.links.with_untracked(|before| *before != links) {
            self.links.set(links);
        }
    }
}

/// The live form. `ask` is called with what is typed, and when the field is turned to.
pub fn live(answer: Answer, label: String, ask: Rc<dyn Fn(String)>) -> impl IntoView {
    let on_use: Act = ("focus input", Rc::new(move |event| ask(event_target_value(&event))));
    view! {
        <label for="find">{label}</label>
        <input id="find" type="search" autocomplete="off" enterkeyhint="search" maxlength=LONGEST use:at=on_use/>
        <div role="status">
            <p>{move || answer.said.get()}</p>
            <ul class="choices">{links(answer.links)}</ul>
        </div>
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
