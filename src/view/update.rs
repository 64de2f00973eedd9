//! What the page may have to say of its own age: that there is a newer version, or of what day its copy is.
//!
//! Both wait in a template. `src/browser/update.js` takes out what is true, and fills the date in.

use leptos::prelude::*;

use super::setting::Setting;
use crate::site::hooks;

/// The template of both.
pub fn update(setting: &Setting) -> AnyView {
    let words = &setting.guide.words.update;
    view! {
        <template>
            <p>{setting.text(&words.newer)}" "<a href="./">{setting.text(&words.reload)}</a></p>
            <p>{setting.text(&words.old)}</p>
        </template>
    }
    .attr(hooks::VERSION, hooks::VERSION_PLACEHOLDER)
    .into_any()
}
