//! The list of what has changed in the guide, the newest first.

use guide_core::changes::ChangeEntry;
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

/// The content of the page with the list.
pub fn changes(context: &RenderContext) -> AnyView {
    let strings = &context.guide.strings.changes;
    let entries = context.guide.changes.iter().map(|change| entry(context, change)).collect_view();
    view! {
        <h1>{context.text(&strings.title)}</h1>
        <p class="lead">{context.text(&strings.lead)}</p>
        {entries}
    }
    .into_any()
}

/// The day of a change, and below it why, what and who. Nothing in it is a placeholder: it tells what a text was, too.
fn entry(context: &RenderContext, change: &ChangeEntry) -> AnyView {
    let details = change.details.iter().map(|detail| view! { <li>{context.verbatim(detail)}</li> }).collect_view();
    let details = (!change.details.is_empty()).then(|| view! { <ul class="rules">{details}</ul> });
    let who = (!change.who.is_empty()).then(|| view! { <p class="lead">{context.verbatim(&change.who)}</p> });
    view! {
        <h2><time datetime=change.date.value.clone()>{context.long_date(&change.date)}</time></h2>
        <p>{context.verbatim(&change.why)}</p>
        {details}
        {who}
    }
    .into_any()
}
