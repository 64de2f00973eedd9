//! The hotline's facts on paper: written out, as nobody can tap a link there.

use guide_core::fill::fill;
use guide_core::pages::Page;
use guide_core::phone_number::full_phone;
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

use super::address_text::{breakable, short_address};
use crate::prose::prose;

/// The hotline's facts, one a paragraph: short number, full number, hours. A fact to show on paper is added here.
pub fn facts(context: &RenderContext) -> AnyView {
    let hotline = &context.guide.hotline;
    let strings = &context.guide.strings.page;
    let full = fill(&strings.full_phone, &[("phone", &full_phone(hotline))]);
    let hours = format!("{} {}.", strings.status, context.hours());
    view! {
        <p class="number">{prose(context, &hotline.phone_shown)}</p>
        <p>{prose(context, &full)}</p>
        <p>{prose(context, &hours)}" "{context.text(&strings.zone)}</p>
    }
    .into_any()
}

/// The address of the hotline's community.
pub fn community(context: &RenderContext) -> AnyView {
    breakable(&format!(
        "{}: {}",
        context.text(&context.guide.strings.page.vk),
        short_address(&context.guide.hotline.vk)
    ))
}

/// The site's address; `None` where it is not known.
pub fn site(context: &RenderContext) -> Option<AnyView> {
    let address = context.address(Page::Guide)?;
    let text = context.text(&context.guide.strings.paper.address);
    Some(breakable(&fill(&text, &[("address", short_address(&address))])))
}

/// All contacts in one block, which the guide shows on its leaflets only.
pub fn contacts(context: &RenderContext) -> AnyView {
    view! {
        <aside class="contacts">
            <h2>{context.text(&context.guide.hotline.name)}</h2>
            {facts(context)}
            <p>{community(context)}</p>
            {site(context).map(|site| view! { <p>{site}</p> })}
        </aside>
    }
    .into_any()
}
