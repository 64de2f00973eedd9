//! The island that tells the way to a step: each answer a link back to the question it answered.
//!
//! One row of a fixed height that scrolls sideways when it is long, so that telling a longer way moves nothing.

use guide_core::data_attributes;
use guide_core::flow::Answer;
use guide_core::guide::Step;
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

use crate::step_links::{StepLink, link, links};

/// The live form: the row of answers.
pub fn row(told: RwSignal<Vec<StepLink>>) -> impl IntoView {
    view! { <ol>{links(told)}</ol> }
}

/// The plain form: the way that the flow implies, else a link to the start.
pub fn prerender(context: &RenderContext, step: &Step) -> AnyView {
    let strings = &context.guide.strings.page;
    let change = context.text(&strings.change);
    let implied = context.flow.step(&step.id).map(|step| context.flow.implied(step).answers).unwrap_or_default();
    let told: Vec<StepLink> = implied.into_iter().filter_map(|answer| crumb(context, answer, &change)).collect();
    let inside = match told.is_empty() {
        true => {
            let start = format!("#{}", context.guide.start);
            view! { <li><a href=start>{context.text(&strings.home)}</a></li> }.into_any()
        }
        false => told.into_iter().map(link).collect_view().into_any(),
    };
    view! { <nav class="trail" aria-label=context.text(&strings.trail)><ol>{inside}</ol></nav> }
        .attr(data_attributes::ISLAND, data_attributes::TRAIL)
        .attr(data_attributes::CHANGE, change)
        .into_any()
}

fn crumb(context: &RenderContext, answer: Answer, change: &str) -> Option<StepLink> {
    let step = context.guide.step(context.flow.id(answer.step))?;
    let option = step.options.iter().find(|option| *option.id == *context.flow.option_id(answer))?;
    let label = option.short.as_ref().unwrap_or(&option.label);
    Some(StepLink { href: format!("#{}", step.id), label: context.text(label), change: change.to_owned() })
}
