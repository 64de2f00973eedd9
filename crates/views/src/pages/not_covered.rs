//! What the guide says nothing about, and whom to ask: names only, as it has no advice on that.

use guide_core::fill::fill;
use guide_core::guide::{NotCovered, Step};
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

/// The list under its heading, on the step for those whom no other step fits; `None` on any other.
pub fn not_covered(context: &RenderContext, step: &Step) -> Option<AnyView> {
    let topics = context.guide.not_covered_on(step);
    if topics.is_empty() {
        return None;
    }
    let strings = &context.guide.strings.not_covered;
    let lead = topics
        .iter()
        .any(|topic| topic.ask.is_some())
        .then(|| view! { <p class="lead">{context.text(&strings.lead)}</p> });
    let line = |NotCovered { topic, ask }: &NotCovered| match ask {
        Some(ask) => fill(&strings.line, &[("topic", topic), ("ask", ask)]),
        None => topic.value.clone(),
    };
    let items = topics.iter().map(|topic| view! { <li>{context.text(&line(topic))}</li> }).collect_view();
    let title = context.text(&strings.title);
    Some(view! { <div class="not-covered"><h2>{title}</h2>{lead}<ul>{items}</ul></div> }.into_any())
}
