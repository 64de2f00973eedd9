//! The island that searches: a field for the parent's own words, and links to the steps they may be about.
//!
//! Its plain form is the same field, not to be seen nor used: without script it would do nothing, and it keeps the place.

use guide_core::data_attributes;
use guide_core::render_context::RenderContext;
use guide_core::strings::Strings;
use leptos::prelude::*;

use crate::platform::{Handler, on};
use crate::step_links::{StepLink, links};

/// Longer texts are cut by the field itself; the search looks at less still.
const LONGEST: &str = "10000";

/// The answer: a sentence, what the button below it says, and links to steps, best first. What is empty is not shown.
#[derive(Clone, Copy)]
pub struct SearchAnswer {
    pub said: RwSignal<String>,
    /// To load what could not be loaded.
    pub retry: RwSignal<String>,
    pub links: RwSignal<Vec<StepLink>>,
}

impl SearchAnswer {
    /// Nothing said yet.
    pub fn silent() -> SearchAnswer {
        let nothing = || RwSignal::new(String::new());
        SearchAnswer { said: nothing(), retry: nothing(), links: RwSignal::new(Vec::new()) }
    }

    /// Says something else, and tells whether it is; what is the same is left as it stands.
    pub fn say(&self, said: String, retry: &str, links: Vec<StepLink>) -> bool {
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
pub fn live(answer: SearchAnswer, label: String, on_use: Handler) -> impl IntoView {
    view! {
        <label for="find">{label}</label>
        <input id="find" type="search" autocomplete="off" enterkeyhint="search" maxlength=LONGEST use:on=on_use/>
        <p tabindex="-1">{move || answer.said.get()}</p>
        <button type="button" class="button">{move || answer.retry.get()}</button>
        <ul class="choices">{links(answer.links)}</ul>
    }
}

/// The plain form; nothing where the guide has no phrases.
pub fn prerender(context: &RenderContext) -> Option<AnyView> {
    let (search_model, integrity) = context.search_model.clone()?;
    let strings = &context.guide.strings.find;
    let lines = Strings::write([
        ("label", context.text(&strings.label)),
        ("found", context.text(&strings.found)),
        ("nothing", context.text(&strings.nothing)),
        ("onward", context.text(&strings.onward)),
        ("failed", context.text(&strings.failed)),
        ("retry", context.text(&strings.retry)),
        ("notice", context.text(&strings.notice)),
        ("account", context.text(&strings.account)),
    ]);
    let notice = context.guide.notice.as_ref();
    let view = view! {
        <div class="find"><label>{context.text(&strings.label)}<input type="search" disabled/></label></div>
    };
    let view = view
        .attr(data_attributes::ISLAND, data_attributes::SEARCH)
        .attr(data_attributes::SEARCH_MODEL, search_model)
        .attr(data_attributes::INTEGRITY, integrity)
        .attr(data_attributes::NOTICE_MARK, notice.map(|notice| notice.mark.value.clone()))
        .attr(data_attributes::NOTICE_ACCOUNT, notice.map(|notice| notice.account.value.clone()))
        .attr(data_attributes::NOTICE_NEXT, notice.map(|notice| notice.next.value.clone()))
        .attr(data_attributes::FALLBACK, context.guide.fallback.as_ref().map(|step| step.value.clone()))
        .attr(data_attributes::STRINGS, lines.text().to_owned());
    Some(view.into_any())
}
