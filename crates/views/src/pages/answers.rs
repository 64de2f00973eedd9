//! A step's answers: plain links to the next steps.

use guide_core::data_attributes;
use guide_core::guide::{Body, Choice, Step};
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

/// The lists of a step's answers, in order: neighbours of one group under its heading; `None` where it has none.
pub fn answers(context: &RenderContext, step: &Step) -> Option<AnyView> {
    if step.options.is_empty() {
        return None;
    }
    // After an advice there is one way on, which is not a list of answers to choose from.
    let question = matches!(step.body, Body::Question);
    let group_of = |option: &Choice| option.group.as_ref().map(|group| group.value.clone());
    let lists: Vec<AnyView> = step
        .options
        .chunk_by(|one, next| group_of(one) == group_of(next))
        .map(|options| {
            let items: Vec<AnyView> = options.iter().map(|option| item(context, option)).collect();
            let heading = options.first().and_then(|option| option.group.as_ref()).map(|group| context.text(group));
            let is_aside = step.options.len() > options.len() && options.iter().all(|option| option.aside);
            let all = || (question && !is_aside).then(|| context.text(&context.guide.strings.page.choices));
            let label = heading.clone().or_else(all);
            let heading = heading.map(|heading| view! { <h2 class="group">{heading}</h2> });
            view! { {heading}<ul class="choices" aria-label=label>{items}</ul> }.into_any()
        })
        .collect();
    Some(lists.into_any())
}

fn item(context: &RenderContext, option: &Choice) -> AnyView {
    let short = option.short.as_ref().filter(|short| ***short != *option.label);
    let link = view! { <a href=format!("#{}", option.next)>{context.text(&option.label)}</a> }
        .attr(data_attributes::CHOICE, option.id.value.clone())
        .attr(data_attributes::SHORT, short.map(|short| context.text(short)));
    match option.aside {
        true => view! { <li class="aside">{link}</li> }.into_any(),
        false => view! { <li>{link}</li> }.into_any(),
    }
}
