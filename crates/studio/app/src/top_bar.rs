//! The bar at the top: areas on a narrow screen, undo and redo, findings, opening and publishing.

use gloo_events::{EventListener, EventListenerOptions};
use gloo_utils::document;
use guide_studio_model::Place;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, InputEvent, KeyboardEvent};

use crate::editor::Editor;
use crate::findings::{go_to_next, summary};
use crate::forms::marks::count;
use crate::panel::Panel;
use crate::shell::Area;
use crate::words;
use crate::words::fill;

/// The bar.
pub fn top_bar(editor: Editor) -> impl IntoView {
    let area: RwSignal<Area> = expect_context();
    let tab = move |this: Area, name: &'static str| {
        let pressed = move || (area.get() == this).to_string();
        view! { <button type="button" aria-pressed=pressed on:click=move |_| area.set(this)>{name}</button> }
    };
    let site_name = move || editor.text(&Place::guide(["site".into(), "name".into()]));
    let undo_name = move || editor.history.with(|(done, _)| done.first().cloned());
    let redo_name = move || editor.history.with(|(_, undone)| undone.first().cloned());
    // A button that has just been pressed keeps the focus, so it is not disabled for the keyboard.
    let history_button = move |id: &'static str,
                               sign: &'static str,
                               label: &'static str,
                               of: &'static str,
                               keys: &'static str,
                               name: Signal<Option<String>>,
                               act: fn(Editor)| {
        let aria = move || name.get().map_or(label.to_owned(), |name| fill(of, &[("name", &name)]));
        let disabled = move || name.with(Option::is_none).then_some("true");
        let title =
            move || format!("{} ({keys})", name.get().map_or(label.to_owned(), |name| fill(of, &[("name", &name)])));
        view! {
            <button type="button" id=id aria-label=aria title=title aria-disabled=disabled on:click=move |_| act(editor)>
                <span class="sign" aria-hidden="true">{sign}</span><span class="label">{label}</span>
            </button>
        }
    };
    let counts = move || editor.findings.with(|findings| summary(count(findings.iter())));
    let signs = move || {
        let (errors, warnings) = editor.findings.with(|findings| count(findings.iter()));
        format!("✕ {errors}  ! {warnings}")
    };
    let class = move || match editor.findings.with(|findings| count(findings.iter())) {
        (0, 0) => "state clean",
        (0, _) => "state warning",
        _ => "state error",
    };
    let no_next = move || editor.findings.with(|findings| findings.is_empty());
    view! {
        <header class="top">
            <p class="name">{site_name}</p>
            <div class="tabs" role="group" aria-label=words::areas::LABEL>
                {tab(Area::Contents, words::areas::CONTENTS)}
                {tab(Area::Form, words::areas::FORM)}
                {tab(Area::View, words::areas::VIEW)}
            </div>
            <div class="history">
                {history_button("undo", "↶", words::top::UNDO, words::top::UNDO_OF, "Ctrl+Z", Signal::derive(undo_name), undo)}
                {history_button("redo", "↷", words::top::REDO, words::top::REDO_OF, "Ctrl+Shift+Z", Signal::derive(redo_name), redo)}
                <a href=Panel::link("history", "")>{words::top::HISTORY}</a>
            </div>
            <div class="checks">
                <a class=class href=Panel::link("findings", "")>
                    <span class="label">{counts}</span><span class="sign" aria-hidden="true">{signs}</span>
                </a>
                <button type="button" id="next-finding" hidden=no_next on:click=move |_| go_to_next(editor)>{words::findings::NEXT}</button>
            </div>
            <div class="ends">
                <a href=Panel::link("open", "")>{words::top::OPEN}</a>
                <a class="main" href=Panel::link("publish", "")>{words::top::PUBLISH}</a>
            </div>
        </header>
    }
}

/// Takes back what was done last, and says so.
fn undo(editor: Editor) {
    if let Some(name) = editor.history.with_untracked(|(done, _)| done.first().cloned()) {
        editor.message.set(fill(words::top::UNDONE, &[("name", &name)]));
    }
    editor.undo();
}

/// Does again what was taken back last, and says so.
fn redo(editor: Editor) {
    if let Some(name) = editor.history.with_untracked(|(_, undone)| undone.first().cloned()) {
        editor.message.set(fill(words::top::REDONE, &[("name", &name)]));
    }
    editor.redo();
}

/// Whether an event belongs to controls whose text is no part of the draft: those of dialogs and of the view.
fn is_elsewhere(event: &web_sys::Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest("dialog, #view, [data-own-undo]").ok().flatten().is_some())
}

/// Undo and redo by keys and by the browser's own menus: in text fields too, as their value is the draft's.
pub fn listen_for_undo(editor: Editor) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        if !(key.ctrl_key() || key.meta_key()) || key.alt_key() || is_elsewhere(event) {
            return;
        }
        // On a Russian layout the key says a Russian letter; then its place on the keyboard counts.
        let letter = match key.key().to_ascii_lowercase() {
            letter if letter.is_ascii() => letter,
            _ => key.code().trim_start_matches("Key").to_ascii_lowercase(),
        };
        match (&*letter, key.shift_key()) {
            ("z", false) => undo(editor),
            ("z", true) | ("y", false) => redo(editor),
            _ => return,
        }
        event.prevent_default();
    })
    .forget();
    EventListener::new_with_options(&document(), "beforeinput", options, move |event| {
        let Some(input) = event.dyn_ref::<InputEvent>().filter(|_| !is_elsewhere(event)) else { return };
        match &*input.input_type() {
            "historyUndo" => undo(editor),
            "historyRedo" => redo(editor),
            _ => return,
        }
        event.prevent_default();
    })
    .forget();
}
