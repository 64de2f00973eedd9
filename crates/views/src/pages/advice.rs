//! An advice: what not to do, what to do, what to write. Word, shape and place tell them apart, never colour alone.

use guide_core::guide::Advice;
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

use crate::islands::message;
use crate::rich_text::rich_text;

/// The two notes and the message.
pub fn advice(context: &RenderContext, advice: &Advice) -> AnyView {
    let strings = &context.guide.strings.page;
    let message = advice.message.as_ref().map(|text| message::prerender(context, text));
    let dont = advice.dont.as_ref().map(|dont| {
        view! { <div class="note dont"><h2>{cross_icon()}{context.text(&strings.dont)}</h2>{rich_text(context, dont)}</div> }
    });
    view! {
        {dont}
        <div class="note do"><h2>{tick_icon()}{context.text(&strings.act)}</h2>{rich_text(context, &advice.act)}</div>
        {message}
    }
    .into_any()
}

/// The icon of what not to do: a crossed circle.
pub fn cross_icon() -> AnyView {
    view! {
        <svg viewBox="0 0 22 22" aria-hidden="true"><circle cx="11" cy="11" r="9"/><path d="M5 17 17 5"/></svg>
    }
    .into_any()
}

/// The icon of what to do: a tick.
pub fn tick_icon() -> AnyView {
    view! { <svg viewBox="0 0 22 22" aria-hidden="true"><path d="m3 12 5 5L19 5"/></svg> }.into_any()
}
