//! The bar at the top: areas on a narrow screen, undo and redo, findings, opening and publishing.

use guide_studio_model::Place;
use leptos::prelude::*;

use crate::editor::Editor;
use crate::panel::Panel;
use crate::shell::Area;
use crate::words;

/// The bar.
pub fn top_bar(editor: Editor) -> impl IntoView {
    let area: RwSignal<Area> = expect_context();
    let tab = move |this: Area, name: &'static str| {
        let pressed = move || (area.get() == this).to_string();
        view! { <button type="button" aria-pressed=pressed on:click=move |_| area.set(this)>{name}</button> }
    };
    let site_name = move || editor.text(&Place::guide(["site".into(), "name".into()]));
    let (undo_none, redo_none) = (
        move || editor.history.with(|(done, _)| done.is_empty()),
        move || editor.history.with(|(_, undone)| undone.is_empty()),
    );
    view! {
        <header class="top">
            <p class="name">{site_name}</p>
            <div class="tabs">
                {tab(Area::Contents, words::areas::CONTENTS)}
                {tab(Area::Form, words::areas::FORM)}
                {tab(Area::View, words::areas::VIEW)}
            </div>
            <button type="button" id="undo" disabled=undo_none on:click=move |_| editor.undo()>{words::top::UNDO}</button>
            <button type="button" id="redo" disabled=redo_none on:click=move |_| editor.redo()>{words::top::REDO}</button>
            <a href=Panel::link("open", "")>{words::top::OPEN}</a>
            <a href=Panel::link("publish", "")>{words::top::PUBLISH}</a>
        </header>
    }
}
