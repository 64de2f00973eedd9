//! A step's answers: plain links to the next steps.

use guide_core::data_attributes;
use guide_core::guide::{Body, Step};
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

/// The list of a step's answers, in order; `None` where it has none.
pub fn answers(context: &RenderContext, step: &Step) -> Option<AnyView> {
    if step.options.is_empty() {
        return None;
    }
    let items: Vec<AnyView> = step
        .options
        .iter()
        .map(|option| {
            let short = option.short.as_ref().filter(|short| ***short != *option.label);
            let link = view! { <a href=format!("#{}", option.next)>{context.text(&option.label)}</a> }
                .attr(data_attributes::CHOICE, option.id.value.clone())
                .attr(data_attributes::SHORT, short.map(|short| context.text(short)));
            match option.aside {
                true => view! { <li class="aside">{link}</li> }.into_any(),
                false => view! { <li>{link}</li> }.into_any(),
            }
        })
        .collect();
    // After an advice there is one way on, which is not a list of answers to choose from.
    let question = matches!(step.body, Body::Question);
    let label = question.then(|| context.text(&context.guide.strings.page.choices));
    Some(view! { <ul class="choices" aria-label=label>{items}</ul> }.into_any())
}
