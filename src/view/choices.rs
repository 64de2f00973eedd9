//! A step's answers: plain links to the next steps.

use leptos::prelude::*;

use super::setting::Setting;
use crate::guide::model::Step;
use crate::site::hooks;

/// The answers of a step, in order; nothing where it has none.
pub fn choices(setting: &Setting, step: &Step, question: bool) -> Option<AnyView> {
    if step.options.is_empty() {
        return None;
    }
    let items: Vec<AnyView> = step
        .options
        .iter()
        .map(|option| {
            let short = option.short.as_ref().filter(|short| ***short != *option.label);
            let link = view! { <a href=format!("#{}", option.next)>{setting.text(&option.label)}</a> }
                .attr(hooks::CHOICE, option.id.value.clone())
                .attr(hooks::SHORT, short.map(|short| setting.text(short)));
            match option.aside {
                true => view! { <li class="aside">{link}</li> }.into_any(),
                false => view! { <li>{link}</li> }.into_any(),
            }
        })
        .collect();
    // After an advice the one way on is no list of answers to choose from.
    let label = question.then(|| setting.text(&setting.guide.words.page.choices));
    Some(view! { <ul class="choices" aria-label=label>{items}</ul> }.into_any())
}
