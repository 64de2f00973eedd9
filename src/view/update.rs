//! What the page may have to say of its own age: that there is a newer version, or of what day its copy is.
//!
//! Both wait in a template, with the line that shows one of them. `src/browser/update.js` takes out what is true and fills the
//! date in.

use leptos::prelude::*;

use super::setting::Setting;
use crate::site::hooks;
use crate::site::pages::{Page, WORKER};

/// The template of a page.
pub fn update(setting: &Setting, page: Page) -> AnyView {
    let words = &setting.guide.words.update;
    let worker = page.to_root() + WORKER;
    let old = setting.text(&words.old);
    let (before, after) = old.split_once("{date}").unwrap_or((&old, ""));
    view! {
        <template>
            <div class="update" role="status"></div>
            <p class="newer">{setting.text(&words.newer)}" "<a href="./">{setting.text(&words.reload)}</a></p>
            <p>{before.to_owned()}<span></span>{after.to_owned()}</p>
        </template>
    }
    .attr(hooks::VERSION, hooks::VERSION_PLACEHOLDER)
    .attr(hooks::WORKER, worker)
    .into_any()
}
