//! The ladder «родитель → учреждение → МОЦ»: whom to turn to, in order, and where the parent stands.

use guide_core::render_context::RenderContext;
use leptos::prelude::*;

/// The ladder under its heading, with the rung at index `now` marked.
pub fn ladder(context: &RenderContext, now: usize) -> AnyView {
    view! { <h2>{context.text(&context.guide.strings.page.ladder)}</h2>{rungs(context, Some(now))} }.into_any()
}

/// The ladder without a heading; the rung at index `now` is marked, if any.
pub fn rungs(context: &RenderContext, now: Option<usize>) -> AnyView {
    let rungs: Vec<AnyView> = context
        .guide
        .ladder
        .iter()
        .enumerate()
        .map(|(index, rung)| {
            let label = context.text(&rung.label);
            if Some(index) != now {
                return view! { <li>{label}</li> }.into_any();
            }
            // Not every screen reader announces `aria-current` on an item of a list.
            let current = context.text(&context.guide.strings.page.now);
            view! { <li aria-current="step">{label}<span class="visually-hidden">", "{current}</span></li> }.into_any()
        })
        .collect();
    view! { <ol class="ladder">{rungs}</ol> }.into_any()
}
