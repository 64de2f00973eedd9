//! The island that shares the step: its link, never what was typed.
//!
//! Its plain form is VK's own share link where the site's address is known; sharing a step without script is the
//! browser's own matter.

use std::rc::Rc;

use guide_core::data_attributes;
use guide_core::render_context::RenderContext;
use guide_core::strings::Strings;
use leptos::prelude::*;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC};

use crate::platform::{Handler, Platform, on};

/// VK's page for sharing a link.
pub const VK: &str = "https://vk.com/share.php?url=";

/// Where the parent stands, as others may come to it.
#[derive(Clone, Copy)]
pub struct Here {
    pub title: RwSignal<String>,
    pub url: RwSignal<String>,
}

/// The live form: the system's sheet or the clipboard, and VK's link.
pub fn live(here: Here, strings: &Strings, platform: Platform) -> impl IntoView + use<> {
    let word = |key: &str| strings.get(key).unwrap_or_default().to_owned();
    let said = RwSignal::new(String::new());
    let told = platform.report_copy_in(said, strings);
    let encode = platform.encode;
    let share =
        move |_| (platform.share_or_copy)(&here.url.get_untracked(), Some(&here.title.get_untracked()), told.clone());
    let on_share: Handler = ("click", Rc::new(share));
    view! {
        <button type="button" class="link" use:on=on_share>{word("button")}</button>
        <a href=move || [VK, &encode(&here.url.get())].concat() target="_blank" rel="noopener">{word("vk")}</a>
        <span class="said">{move || said.get()}</span>
    }
}

/// What forms leave as it is when they encode an address.
const NOT_ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'*');

/// The plain form.
pub fn prerender(context: &RenderContext) -> AnyView {
    let strings = &context.guide.strings.share;
    let lines = Strings::write([
        ("button", context.text(&strings.button)),
        ("copied", context.text(&strings.copied)),
        ("not_copied", context.text(&strings.not_copied)),
        ("vk", context.text(&strings.vk)),
    ]);
    let link = context.guide.site.url.as_ref().map(|url| {
        let url: String = percent_encoding::utf8_percent_encode(url, NOT_ENCODED).to_string();
        view! { <a href=format!("{VK}{url}") target="_blank" rel="noopener">{context.text(&strings.vk)}</a> }
    });
    view! { <div class="share">{link}</div> }
        .attr(data_attributes::ISLAND, data_attributes::SHARE)
        .attr(data_attributes::STRINGS, lines.text().to_owned())
        .into_any()
}
