//! A step's answers: plain links to the next steps.

use guide_core::data_attributes;
use guide_core::guide::Step;
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

/// The answers of a step, in order; nothing where it has none.
pub fn choices(context: &RenderContext, step: &Step, question: bool) -> Option<AnyView> {
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
    // After an advice the one way on is no list of answers to choose from.
    let label = question.then(|| context.text(&context.guide.strings.page.choices));
    Some(view! { <ul class="choices" aria-label=label>{items}</ul> }.into_any())
}
