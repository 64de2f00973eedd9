//! The notices of the page's own age: that there is a newer version, or the date of an old copy.
//!
//! Both wait in a template, with the box that shows one of them. `src/js/update.js` takes out the one that applies and fills
//! in the date.

use guide_core::data_attributes;
use guide_core::pages::{Page, WORKER};
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

/// The template with the notices, for any page but the one for a wrong address.
pub fn update_notice(context: &RenderContext, page: Page) -> AnyView {
    let strings = &context.guide.strings.update;
    let worker = page.to_root() + WORKER;
    let old = context.text(&strings.old);
    let (before, after) = old.split_once("{date}").unwrap_or((&old, ""));
    let pattern = context.text(&context.guide.strings.dates.date);
    let months = &context.guide.strings.status.months;
    let months: Vec<&str> = months.iter().map(|name| name.value.as_str()).collect();
    let months = pattern.contains("{month}").then(|| months.join("|"));
    let date = view! { <span></span> }.attr(data_attributes::DATE, pattern).attr(data_attributes::MONTHS, months);
    view! {
        <template>
            <div class="update" role="status"></div>
            <p class="newer">{context.text(&strings.newer)}" "<a href="./">{context.text(&strings.reload)}</a></p>
            <p>{before.to_owned()}{date}{after.to_owned()}</p>
        </template>
    }
    .attr(data_attributes::VERSION, data_attributes::VERSION_PLACEHOLDER)
    .attr(data_attributes::WORKER, worker)
    .into_any()
}
