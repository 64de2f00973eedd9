//! A step's answers: plain links to the next steps.

use guide_core::data_attributes;
use guide_core::guide::{Body, Choice, Step};
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

/// A question with more answers than these shows them in rows without gaps, so that fewer screens hold them all.
const MAX_APART: usize = 10;

/// A step's answers in order, those of a group in a list of their own under its heading; `None` where it has none.
pub fn answers(context: &RenderContext, step: &Step) -> Option<AnyView> {
    let is_long = step.options.len() > MAX_APART;
    let lists = step.options.chunk_by(|one, next| group(one) == group(next)).map(|options| {
        let group = options.first().and_then(group).map(|group| context.text(group));
        // After an advice there is one way on, which is not a list of answers to choose from; nor are those set apart, which paper lacks.
        let is_question = matches!(step.body, Body::Question) && !options.iter().all(|option| option.aside);
        let label = group.clone().or_else(|| is_question.then(|| context.text(&context.guide.strings.page.choices)));
        let heading = group.map(|group| view! { <h2>{group}</h2> });
        let items = options.iter().map(|option| answer(context, option)).collect_view();
        view! { {heading}<ul class=if is_long { "choices long" } else { "choices" } aria-label=label>{items}</ul> }
    });
    (!step.options.is_empty()).then(|| lists.collect_view().into_any())
}

fn group(option: &Choice) -> Option<&str> {
    option.group.as_ref().map(|group| &*group.value)
}

fn answer(context: &RenderContext, option: &Choice) -> AnyView {
    let short = option.short.as_ref().filter(|short| ***short != *option.label);
    let link = view! { <a href=format!("#{}", option.next)>{context.text(&option.label)}</a> }
        .attr(data_attributes::CHOICE, option.id.value.clone())
        .attr(data_attributes::SHORT, short.map(|short| context.text(short)));
    match option.aside {
        true => view! { <li class="aside">{link}</li> }.into_any(),
        false => view! { <li>{link}</li> }.into_any(),
    }
}
