//! What the page may have to say of its own age: that there is a newer version, or of what day its copy is.
//!
//! Both wait in a template, with the line that shows one of them. `src/browser/update.js` takes out what is true and fills the
//! date in.

use leptos::prelude::*;

use super::setting::Setting;
use crate::site::hooks;

/// The template.
pub fn update(setting: &Setting) -> AnyView {
    let words = &setting.guide.words.update;
    let old = setting.text(&words.old);
    let (before, after) = old.split_once("{date}").unwrap_or((&old, ""));
    view! {
        <template>
            <div class="update" role="status"></div>
            <p>{setting.text(&words.newer)}" "<a href="./">{setting.text(&words.reload)}</a></p>
            <p>{before.to_owned()}<span></span>{after.to_owned()}</p>
        </template>
    }
    .attr(hooks::VERSION, hooks::VERSION_PLACEHOLDER)
    .into_any()
}
