//! The island that searches: a field for the parent's own words, and links to the steps they may be about.
//!
//! Its prerendered form is the same field, invisible and disabled: without script it would do nothing, but it keeps the
//! place.

use guide_core::data_attributes;
use guide_core::render_context::RenderContext;
use guide_core::strings::Strings;
use leptos::prelude::*;

use crate::platform::{Handler, on};
use crate::step_links::{StepLink, links};

/// The most characters that the field takes. The search itself reads fewer.
const MAX_LENGTH: &str = "10000";

/// What the search shows below its field. What is empty is not shown.
#[derive(Clone, Copy)]
pub struct SearchAnswer {
    /// The sentence: how many steps were found, or what else there is to say.
    pub sentence: RwSignal<String>,
    /// The label of the button that loads the search model again, after it could not be loaded.
    pub retry: RwSignal<String>,
    /// Links to the steps that were found, best first.
    pub links: RwSignal<Vec<StepLink>>,
}

impl SearchAnswer {
    /// An answer that shows nothing yet.
    pub fn empty() -> SearchAnswer {
        let text = || RwSignal::new(String::new());
        SearchAnswer { sentence: text(), retry: text(), links: RwSignal::new(Vec::new()) }
    }

    /// Sets the signals whose values have changed, and leaves the others alone. Returns whether the sentence or the links
    /// have changed.
    pub fn update(&self, sentence: String, retry: &str, links: Vec<StepLink>) -> bool {
        let other_sentence = self.sentence.with_untracked(|before| *before != sentence);
        let other_links = self.links.with_untracked(|before| *before != links);
        if other_sentence {
            self.sentence.set(sentence);
            self.retry.set(retry.to_owned());
        }
        if other_links {
            self.links.set(links);
        }
        other_sentence || other_links
    }
}

/// The live form. `on_use` handles focus and input of the field; Enter and the button are handled in `search_field.js`.
///
/// No part of it is a live region: a screen reader would read the links again at each key. The sentence is announced by
/// [`Platform::announce`](crate::platform::Platform::announce) instead.
pub fn live(answer: SearchAnswer, label: String, on_use: Handler) -> impl IntoView {
    view! {
        <label for="find">{label}</label>
        <input id="find" type="search" autocomplete="off" enterkeyhint="search" maxlength=MAX_LENGTH use:on=on_use/>
        <p tabindex="-1">{move || answer.sentence.get()}</p>
        <button type="button" class="button">{move || answer.retry.get()}</button>
        <ul class="choices">{links(answer.links)}</ul>
    }
}

/// The prerendered form; `None` where the guide has no search model.
pub fn prerender(context: &RenderContext) -> Option<AnyView> {
    context.search_model.as_ref()?;
    let label = context.text(&context.guide.strings.find.label);
    let view = view! { <div class="find"><label>{label}<input type="search" disabled/></label></div> };
    Some(view.attr(data_attributes::ISLAND, data_attributes::SEARCH).into_any())
}

/// The live form's strings. Besides them: the path from the page's folder to the file of the search model, and its integrity (SRI); the
/// id of the fallback; the words by which a notice of cancellation is recognised, those before the account, and the id of the step after
/// it.
pub fn strings(context: &RenderContext) -> Strings {
    let ui = &context.guide.strings.find;
    let texts = [
        ("label", context.text(&ui.label)),
        ("found", context.text(&ui.found)),
        ("unsure", context.text(&ui.unsure)),
        ("nothing", context.text(&ui.nothing)),
        ("onward", context.text(&ui.onward)),
        ("failed", context.text(&ui.failed)),
        ("retry", context.text(&ui.retry)),
        ("notice", context.text(&ui.notice)),
        ("account", context.text(&ui.account)),
    ];
    let model = context.search_model.iter().flat_map(|(file, integrity)| [("model", file), ("integrity", integrity)]);
    let fallback = context.guide.fallback.iter().map(|step| ("fallback", &step.value));
    let notice = context.guide.notice.iter().flat_map(|notice| {
        [
            ("notice_mark", &notice.mark.value),
            ("notice_account", &notice.account.value),
            ("notice_next", &notice.next.value),
        ]
    });
    let facts = model.chain(fallback).chain(notice).map(|(key, fact)| (key, fact.clone()));
    Strings::write(texts.into_iter().chain(facts))
}
