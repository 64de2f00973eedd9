//! The island with what to say on the phone: a short text made of the answers that led here.
//!
//! Its prerendered form has a blank in their place. It lies in a closed `<details>`, so mounting it moves nothing.

use guide_core::data_attributes;
use guide_core::fill::fill;
use guide_core::render_context::RenderContext;
use guide_core::strings::Strings;
use leptos::prelude::*;

use crate::step_links::StepLink;

/// The live form: the text with `answers`, the trail's, filled in, or with a blank where there are none. Where the trail
/// leads over the step `fallback`, as nothing fitted, `situation` comes first: what was typed in the search.
pub fn live(
    answers: RwSignal<Vec<StepLink>>,
    situation: RwSignal<String>,
    fallback: Option<String>,
    strings: Strings,
) -> impl IntoView {
    let fallback = fallback.map(|id| ["#", &id].concat());
    let text = move || {
        let mut sentences = String::new();
        if answers.get().iter().any(|link| Some(&link.href) == fallback.as_ref()) {
            sentences.push_str(situation.get().trim_matches(['.', ' ']));
        }
        for link in answers.get() {
            sentences.push_str(if sentences.is_empty() { "" } else { ". " });
            sentences.push_str(&link.label);
        }
        let sentences = if sentences.is_empty() { strings.get("blank").unwrap_or_default() } else { &sentences };
        fill(strings.get("text").unwrap_or_default(), &[("answers", sentences)])
    };
    view! { <blockquote>{text}</blockquote> }
}

/// The prerendered form.
pub fn prerender(context: &RenderContext) -> AnyView {
    let ui = &context.guide.strings.phone;
    let (text, blank) = (context.text(&ui.text), context.text(&ui.blank));
    let strings = Strings::write([("text", text.clone()), ("blank", blank.clone())]);
    let text = fill(&text, &[("answers", &blank)]);
    let inside = view! { <div class="inside"><blockquote>{text}</blockquote></div> }
        .attr(data_attributes::ISLAND, data_attributes::PHONE_SCRIPT)
        .attr(data_attributes::FALLBACK, context.guide.fallback.as_ref().map(|step| step.value.clone()))
        .attr(data_attributes::STRINGS, strings.text().to_owned());
    view! { <details><summary>{context.text(&ui.title)}</summary>{inside}</details> }.into_any()
}
