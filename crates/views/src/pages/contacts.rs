//! What paper says of the hotline: the plain facts, spelled out, as nobody can tap them there.

use guide_core::fill::fill;
use guide_core::pages::Page;
use guide_core::phone_number::full_phone;
use guide_core::render_context::RenderContext;
use leptos::prelude::*;

use super::address_text::short_address;
use crate::prose::prose;

/// The number, the full number, the hours.
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

/// The community's address.
pub fn community(context: &RenderContext) -> AnyView {
    spelled(&format!("{}: {}", context.text(&context.guide.strings.page.vk), short_address(&context.guide.hotline.vk)))
}

/// The site's address, where it is known.
pub fn site(context: &RenderContext) -> Option<AnyView> {
    let address = context.address(Page::Guide)?;
    let said = context.text(&context.guide.strings.paper.address);
    Some(spelled(&fill(&said, &[("address", short_address(&address))])))
}

/// A text with an address in it: a line may break after a slash, where nobody takes the break for a part of it.
pub fn spelled(text: &str) -> AnyView {
    let parts: Vec<AnyView> = text
        .split_inclusive('/')
        .map(|part| {
            let more = part.ends_with('/').then(|| view! { <wbr/> });
            view! { {part.to_owned()}{more} }.into_any()
        })
        .collect();
    parts.into_any()
}

/// All of it in one block, which the guide shows on its leaflets only.
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
