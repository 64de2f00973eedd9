//! The island that shares the step: its link, never what was typed.
//!
//! Its plain form is VK's own share link where the site's address is known; sharing a step without script is the
//! browser's own matter.

use std::rc::Rc;

use leptos::prelude::*;

use super::tools::{Act, Tools, at};
use crate::guide::say::Lines;

/// VK's page for sharing a link.
pub const VK: &str = "https://vk.com/share.php?url=";

/// Where the parent stands, as others may come to it.
#[derive(Clone, Copy)]
pub struct Here {
    pub title: RwSignal<String>,
    pub url: RwSignal<String>,
}

/// The live form: the system's sheet or the clipboard, and VK's link.
pub fn live(here: Here, words: &Lines, tools: Tools) -> impl IntoView + use<> {
    let word = |key: &str| words.get(key).unwrap_or_default().to_owned();
    let said = RwSignal::new(String::new());
    let told = tools.tell_in(said, words);
    let encode = tools.encode;
    let share = move |_| (tools.pass_on)(&here.url.get_untracked(), Some(&here.title.get_untracked()), told.clone());
    let on_share: Act = ("click", Rc::new(share));
    view! {
        <button type="button" class="link" use:at=on_share>{word("button")}</button>
        <a href=move || [VK, &encode(&here.url.get())].concat() target="_blank" rel="noopener">{word("vk")}</a>
        <span class="said">{move || said.get()}</span>
    }
}

#[cfg(feature = "ssr")]
pub use prerender::plain;

#[cfg(feature = "ssr")]
mod prerender {
    use leptos::prelude::*;

    use super::VK;
    use crate::guide::say::Lines;
    use crate::site::hooks;
    use crate::view::setting::Setting;

    /// The plain form.
    pub fn plain(setting: &Setting) -> AnyView {
        let words = &setting.guide.words.share;
        let lines = Lines::write([
            ("button", setting.text(&words.button)),
            ("copied", setting.text(&words.copied)),
            ("not_copied", setting.text(&words.not_copied)),
            ("vk", setting.text(&words.vk)),
        ]);
        let link = setting.guide.site.url.as_ref().map(|url| {
            let url: String = url::form_urlencoded::byte_serialize(url.as_bytes()).collect();
            view! { <a href=format!("{VK}{url}") target="_blank" rel="noopener">{setting.text(&words.vk)}</a> }
        });
        view! { <div class="share">{link}</div> }
            .attr(hooks::ISLAND, hooks::SHARE)
            .attr(hooks::WORDS, lines.text().to_owned())
            .into_any()
    }
}
