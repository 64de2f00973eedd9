//! The notice for those who have opened the guide by the QR code of a printed sheet: that there is a newer sheet.
//!
//! It waits in a template with the date of the guide's last change. `src/js/newer_sheet.js` compares that with the date in the address,
//! and takes the notice out where the sheet is older.

use guide_core::data_attributes;
use guide_core::fill::fill;
use guide_core::pages::Page;
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

/// The template with the notice on the guide's page; `None` where the guide has no list of changes.
pub fn newer_sheet(context: &RenderContext) -> Option<AnyView> {
    let change = context.guide.last_change()?;
    let newer = context.text(&context.guide.strings.changes.newer);
    let newer = fill(&newer, &[("date", &context.long_date(&change.date))]);
    let notice = view! {
        <template>
            <div class="update" role="status"></div>
            <p class="newer"><a href=Page::Print.address() rel="noopener">{newer}</a></p>
        </template>
    };
    Some(notice.attr(data_attributes::CHANGED, change.code()).into_any())
}
