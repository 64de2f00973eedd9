//! What the page may have to say of its own age: that there is a newer version, or of what day its copy is.
//!
//! Both wait in a template, with the line that shows one of them. `src/browser/update.js` takes out what is true and fills the
//! date in.

use guide_core::data_attributes;
use guide_core::pages::{Page, WORKER};
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

/// The template of a page.
pub fn update_notice(context: &RenderContext, page: Page) -> AnyView {
    let strings = &context.guide.strings.update;
    let worker = page.to_root() + WORKER;
    let old = context.text(&strings.old);
    let (before, after) = old.split_once("{date}").unwrap_or((&old, ""));
    view! {
        <template>
            <div class="update" role="status"></div>
            <p class="newer">{context.text(&strings.newer)}" "<a href="./">{context.text(&strings.reload)}</a></p>
            <p>{before.to_owned()}<span></span>{after.to_owned()}</p>
        </template>
    }
    .attr(data_attributes::VERSION, data_attributes::VERSION_PLACEHOLDER)
    .attr(data_attributes::WORKER, worker)
    .into_any()
}
