//! The list of everything that can be edited.

use guide_studio_model::{Node, Place};
use leptos::prelude::*;

use crate::editor::Editor;
use crate::panel::Panel;

/// The list.
pub fn contents(editor: Editor) -> impl IntoView {
    let steps = Memo::new(move |_| {
        let steps = editor.value(&Place::guide(["step".into()]));
        let steps = steps.as_ref().map(Node::items).unwrap_or_default();
        let text = |step: &Node, key: &str| step.get(key).and_then(Node::text).unwrap_or_default().to_owned();
        steps
            .iter()
            .map(|step| (text(step, "id"), format!("{}{}", text(step, "question"), text(step, "title"))))
            .collect::<Vec<_>>()
    });
    view! {
        <ul>
            {move || steps.get().into_iter().map(|(id, title)| view! { <li><a href=Panel::link("step", &id)>{title}</a></li> }).collect_view()}
        </ul>
    }
}
