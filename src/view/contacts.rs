//! What paper says of the hotline: the plain facts, spelled out, as nobody can tap them there.

use leptos::prelude::*;

use super::prose::prose;
use super::setting::{Setting, full_phone, short_address};
use crate::guide::fill::fill;
use crate::site::pages::Page;

/// The number, the full number, the hours.
pub fn facts(setting: &Setting) -> AnyView {
    let hotline = &setting.guide.hotline;
    let words = &setting.guide.words.page;
    let full = fill(&words.full_phone, &[("phone", &full_phone(hotline))]);
    let hours = format!("{} {}.", words.status, setting.hours());
    view! {
        <p class="number">{prose(setting, &hotline.phone_shown)}</p>
        <p>{prose(setting, &full)}</p>
        <p>{prose(setting, &hours)}" "{setting.text(&words.zone)}</p>
    }
    .into_any()
}

/// The community's address.
pub fn community(setting: &Setting) -> AnyView {
    spelled(&format!("{}: {}", setting.text(&setting.guide.words.page.vk), short_address(&setting.guide.hotline.vk)))
}

/// The site's address, where it is known.
pub fn site(setting: &Setting) -> Option<AnyView> {
    let address = setting.address(Page::Guide)?;
    let said = setting.text(&setting.guide.words.paper.address);
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
pub fn contacts(setting: &Setting) -> AnyView {
    view! {
        <aside class="contacts">
            <h2>{setting.text(&setting.guide.hotline.name)}</h2>
            {facts(setting)}
            <p>{community(setting)}</p>
            {site(setting).map(|site| view! { <p>{site}</p> })}
        </aside>
    }
    .into_any()
}
