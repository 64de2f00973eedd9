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
/// leads over the fallback, as nothing fitted, `situation` comes first: what was typed in the search.
pub fn live(answers: RwSignal<Vec<StepLink>>, situation: RwSignal<String>, strings: Strings) -> impl IntoView {
    let fallback = strings.get("fallback").map(|id| ["#", id].concat());
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
    let text = fill(&context.text(&ui.text), &[("answers", &context.text(&ui.blank))]);
    let inside = view! { <div class="inside"><blockquote>{text}</blockquote></div> }
        .attr(data_attributes::ISLAND, data_attributes::PHONE_SCRIPT);
    view! { <details><summary>{context.text(&ui.title)}</summary>{inside}</details> }.into_any()
}

/// The live form's strings, and the id of the fallback.
pub fn strings(context: &RenderContext) -> Strings {
    let ui = &context.guide.strings.phone;
    let fallback = context.guide.fallback.as_ref().map(|step| ("fallback", step.value.clone()));
    let texts = [("text", context.text(&ui.text)), ("blank", context.text(&ui.blank))];
    Strings::write(texts.into_iter().chain(fallback))
}
