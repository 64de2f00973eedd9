//! Opening: the site's own content, a file, an archive, a new guide.

use leptos::prelude::*;

use crate::editor::Editor;

/// The panel.
pub fn open_panel(_editor: Editor) -> impl IntoView {
    view! { <h1>"open"</h1> }
}
