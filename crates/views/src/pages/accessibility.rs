//! The accessibility statement: the rules, what was checked and how, what was not, and whom to tell of a barrier.
//!
//! It must promise what the tests check and no more: whoever changes its texts or those tests compares them.

use guide_core::fill::fill;
use guide_core::render_context::RenderContext;
use guide_core::text::Text;
use leptos::prelude::*;

/// The content of the statement's page.
pub fn accessibility(context: &RenderContext) -> AnyView {
    let strings = &context.guide.strings.accessibility;
    let hotline = &context.guide.hotline;
    let call = fill(&context.guide.strings.page.call, &[("phone", &hotline.phone_shown)]);
    view! {
        <h1>{context.text(&strings.title)}</h1>
        <p class="lead">{context.text(&strings.lead)}</p>
        <h2>{context.text(&strings.rules_title)}</h2>
        <p>{context.text(&strings.rules)}</p>
        <h2>{context.text(&strings.checked_title)}</h2>
        <p>{context.text(&strings.checked_lead)}</p>
        {list(context, &strings.checked)}
        <h2>{context.text(&strings.unchecked_title)}</h2>
        {list(context, &strings.unchecked)}
        <h2>{context.text(&strings.limits_title)}</h2>
        {list(context, &strings.limits)}
        <h2>{context.text(&strings.tell_title)}</h2>
        <p>{context.text(&strings.tell)}</p>
        <a class="button" href=hotline.vk.value.clone() target="_blank" rel="noopener">
            {context.text(&context.guide.strings.page.vk)}
        </a>
        <a class="button" href=format!("tel:{}", hotline.phone)>{context.text(&call)}</a>
    }
    .into_any()
}

fn list(context: &RenderContext, items: &[Text]) -> AnyView {
    let items = items.iter().map(|item| view! { <li>{context.text(item)}</li> }).collect_view();
    view! { <ul class="rules">{items}</ul> }.into_any()
}
