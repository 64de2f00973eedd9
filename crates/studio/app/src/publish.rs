//! Publishing: what has changed, why and by whom, the archive.

use leptos::prelude::*;

use crate::editor::Editor;

/// The panel.
pub fn publish_panel(_editor: Editor) -> impl IntoView {
    view! { <h1>"publish"</h1> }
}
