//! The island that shows the trail to a step: each answer is a link back to the question that it answered.
//!
//! It is one row of a fixed height that scrolls sideways when it is long, so that a longer trail moves nothing.

use guide_core::data_attributes;
use guide_core::flow::Answer;
use guide_core::guide::Step;
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

use crate::step_links::{StepLink, link, links};

/// The most answers of a trail that the prerendered form shows. With all of a long one in each of many steps the document would grow
/// with the square of the guide.
pub const MAX_PRERENDERED: usize = 6;

/// The live form: the answers in a row.
pub fn live(answers: RwSignal<Vec<StepLink>>) -> impl IntoView {
    view! { <ol>{links(answers)}</ol> }
}

/// The prerendered form: the trail that the flow implies, or a link to the start where it implies none or a long one.
pub fn prerender(context: &RenderContext, step: &Step) -> AnyView {
    let ui = &context.guide.strings.page;
    let change = context.text(&ui.change);
    let implied = context.flow.step(&step.id).map(|step| context.flow.implied(step).answers);
    let shown = implied.filter(|answers| answers.len() <= MAX_PRERENDERED).unwrap_or_default();
    let links: Vec<StepLink> = shown.into_iter().filter_map(|answer| step_link(context, answer, &change)).collect();
    let inside = match links.is_empty() {
        true => {
            let start = format!("#{}", context.guide.start);
            view! { <li><a href=start>{context.text(&ui.home)}</a></li> }.into_any()
        }
        false => links.into_iter().map(link).collect_view().into_any(),
    };
    view! { <nav class="trail" aria-label=context.text(&ui.trail)><ol>{inside}</ol></nav> }
        .attr(data_attributes::ISLAND, data_attributes::TRAIL)
        .attr(data_attributes::CHANGE, change)
        .into_any()
}

/// An answer of the trail as a link; `None` where the guide has no such step or option.
fn step_link(context: &RenderContext, answer: Answer, change: &str) -> Option<StepLink> {
    let step = context.guide.step(context.flow.id(answer.step))?;
    let option = step.options.iter().find(|option| *option.id == *context.flow.option_id(answer))?;
    let label = option.short.as_ref().unwrap_or(&option.label);
    Some(StepLink { href: format!("#{}", step.id), label: context.text(label), change: change.to_owned() })
}
