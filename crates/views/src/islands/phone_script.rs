//! The island that says what to say on the phone: a short text made of the trail.
//!
//! Its plain form has a place for the situation instead. It lies in a closed `<details>`: mounting it moves nothing.

use guide_core::data_attributes;
use guide_core::fill::fill;
use guide_core::render_context::RenderContext;
use guide_core::strings::Strings;
use leptos::prelude::*;

use crate::step_links::StepLink;

/// The live form: the text with the answers told, or with their place where none are. Where they lead over the step
/// `fallback`, as nothing fitted, the parent's own words come first: `situation`, what was typed in the search.
pub fn live(
    told: RwSignal<Vec<StepLink>>,
    situation: RwSignal<String>,
    fallback: Option<String>,
    strings: Strings,
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
        let answers = if answers.is_empty() { strings.get("blank").unwrap_or_default() } else { &answers };
        fill(strings.get("text").unwrap_or_default(), &[("answers", answers)])
    };
    view! { <blockquote>{text}</blockquote> }
}

/// The plain form.
pub fn prerender(context: &RenderContext) -> AnyView {
    let strings = &context.guide.strings.phone;
    let (text, blank) = (context.text(&strings.text), context.text(&strings.blank));
    let lines = Strings::write([("text", text.clone()), ("blank", blank.clone())]);
    let text = fill(&text, &[("answers", &blank)]);
    let inside = view! { <div class="inside"><blockquote>{text}</blockquote></div> }
        .attr(data_attributes::ISLAND, data_attributes::PHONE_SCRIPT)
        .attr(data_attributes::FALLBACK, context.guide.fallback.as_ref().map(|step| step.value.clone()))
        .attr(data_attributes::STRINGS, lines.text().to_owned());
    view! { <details><summary>{context.text(&strings.title)}</summary>{inside}</details> }.into_any()
}
