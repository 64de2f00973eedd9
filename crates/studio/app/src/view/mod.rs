//! How the draft looks: pages, status, search.

use leptos::prelude::*;

use crate::editor::Editor;

/// The area.
pub fn view_area(editor: Editor) -> impl IntoView {
    view! { <p>{move || editor.version.get()}</p> }
}
