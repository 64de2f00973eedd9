//! The island that shares the step: its link, never what was typed.
//!
//! Its prerendered form is VK's own share link where the site's address is known and the guide's contacts are on VK. Without
//! script, a step is shared by the browser's own means.

use std::rc::Rc;

use guide_core::contact::Network;
use guide_core::data_attributes;
use guide_core::render_context::RenderContext;
use guide_core::strings::Strings;
use leptos::prelude::*;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC};

use crate::platform::{Handler, Platform, on};

/// VK's page for sharing a link, to which the encoded link is appended.
pub const VK: &str = "https://vk.com/share.php?url=";

/// The step that is shown now, as it is shared.
#[derive(Clone, Copy)]
pub struct CurrentStep {
    /// The page's title, which names the step.
    pub title: RwSignal<String>,
    /// The address that opens the step.
    pub url: RwSignal<String>,
}

/// The live form: the system's sheet or the clipboard, and VK's link where the strings have a name for it.
pub fn live(step: CurrentStep, strings: &Strings, platform: Platform) -> impl IntoView + use<> {
    let word = |key: &str| strings.get(key).unwrap_or_default().to_owned();
    let copy_result = RwSignal::new(String::new());
    let on_copied = platform.show_copy_result(copy_result, strings);
    let encode = platform.encode;
    let share = move |_| {
        let (url, title) = (step.url.get_untracked(), step.title.get_untracked());
        (platform.share_or_copy)(&url, Some(&title), on_copied.clone());
    };
    let on_share: Handler = ("click", Rc::new(share));
    let vk = strings.get("vk").map(|name| {
        let name = name.to_owned();
        view! { <a href=move || [VK, &encode(&step.url.get())].concat() target="_blank" rel="noopener">{name}</a> }
    });
    view! {
        <button type="button" class="link" use:on=on_share>{word("button")}</button>
        {vk}
        <span class="said">{move || copy_result.get()}</span>
    }
}

/// What is percent-encoded in the shared link: all that an HTML form would encode.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'*');

/// The prerendered form.
pub fn prerender(context: &RenderContext) -> AnyView {
    let link = context.guide.site.url.as_ref().filter(|_| is_on_vk(context)).map(|url| {
        let url: String = percent_encoding::utf8_percent_encode(url, ENCODED).to_string();
        let name = context.text(&context.guide.strings.share.vk);
        view! { <a href=format!("{VK}{url}") target="_blank" rel="noopener">{name}</a> }
    });
    view! { <div class="share">{link}</div> }.attr(data_attributes::ISLAND, data_attributes::SHARE).into_any()
}

/// The live form's strings.
pub fn strings(context: &RenderContext) -> Strings {
    let ui = &context.guide.strings.share;
    let vk = is_on_vk(context).then(|| ("vk", context.text(&ui.vk)));
    let others = [
        ("button", context.text(&ui.button)),
        ("copied", context.text(&ui.copied)),
        ("not_copied", context.text(&ui.not_copied)),
    ];
    Strings::write(others.into_iter().chain(vk))
}

fn is_on_vk(context: &RenderContext) -> bool {
    context.guide.contacts.iter().any(|contact| contact.link(Network::Vk).is_some())
}
