//! The picture of a step: as large as its column at most, in a box whose size is known before the picture comes.

use guide_core::guide::{Picture, Step};
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

/// The picture of a step on a screen, which is loaded when the step is shown; paper has it too where the content says so. `None` where
/// the step has none, or where the page cannot refer to files.
pub fn picture(context: &RenderContext, step: &Step) -> Option<AnyView> {
    let picture = step.picture.as_ref()?;
    let class = if picture.print { "step-picture" } else { "step-picture off-paper" };
    let source = context.file_href(&picture.file)?;
    Some(view! { <img class=class src=source alt=alt(context, picture) width=size(picture.width) height=size(picture.height) loading="lazy"/> }.into_any())
}

/// The picture of a step on paper; `None` where the content does not ask for it.
pub fn on_paper(context: &RenderContext, step: &Step) -> Option<AnyView> {
    let picture = step.picture.as_ref().filter(|picture| picture.print)?;
    let source = context.file_href(&picture.file)?;
    Some(view! { <img class="step-picture" src=source alt=alt(context, picture) width=size(picture.width) height=size(picture.height)/> }.into_any())
}

fn alt(context: &RenderContext, picture: &Picture) -> String {
    context.text(&picture.alt)
}

fn size(pixels: u32) -> String {
    pixels.to_string()
}
