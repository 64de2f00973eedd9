//! The forms: labelled plain controls for every key of the format.

use guide_studio_model::{Node, Place};
use leptos::prelude::*;

use crate::editor::Editor;
use crate::panel::Panel;

/// The form of a panel.
pub fn form(editor: Editor, panel: Panel) -> impl IntoView {
    let steps = Place::guide(["step".into()]);
    let index = Memo::new(move |_| {
        let list = editor.value(&steps);
        list.as_ref()
            .map(Node::items)
            .unwrap_or_default()
            .iter()
            .position(|step| step.get("id").and_then(Node::text) == Some(&panel.item))
    });
    move || {
        let step = Place::guide(["step".into(), index.get().unwrap_or_default().into()]);
        let place = step.name("title");
        let id = place.to_string();
        let value = {
            let place = place.clone();
            move || editor.text(&place)
        };
        view! {
            <label for=id.clone()>"Заголовок"</label>
            <input id=id prop:value=value on:input=move |event| editor.type_in("Заголовок", place.clone(), Node::Text(event_target_value(&event)))/>
        }
    }
}

/// What the field at a place is called.
pub fn label(place: &Place) -> String {
    place.to_string()
}

/// Goes to the field at a place.
pub fn go_to(_editor: Editor, place: &Place) {
    crate::browser::focus(&place.to_string());
}
