//! The accessibility statement: the rules, what was checked and how, what was not, and whom to tell of a barrier.
//!
//! It must promise what the tests check and no more: whoever changes its texts or those tests compares them.

use guide_core::render_context::RenderContext;
use guide_core::text::Text;
use leptos::prelude::*;

use super::contact_card::{call, link_button};

/// The content of the statement's page.
pub fn accessibility(context: &RenderContext) -> AnyView {
    let strings = &context.guide.strings.accessibility;
    let contact = context.guide.main_contact();
    let pages = contact.map(|contact| contact.links.iter().map(|link| link_button(context, link)).collect_view());
    let phone = contact.and_then(|contact| contact.phone()).map(|phone| call(context, phone));
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
        {pages}
        {phone}
    }
    .into_any()
}

fn list(context: &RenderContext, items: &[Text]) -> AnyView {
    let items = items.iter().map(|item| view! { <li>{context.text(item)}</li> }).collect_view();
    view! { <ul class="rules">{items}</ul> }.into_any()
}
