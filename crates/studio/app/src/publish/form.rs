//! The panel for publishing.

use guide_studio_model::Place;
use leptos::prelude::*;

use super::{Built, Publishing, changes};
use crate::browser;
use crate::editor::Editor;
use crate::forms;
use crate::forms::places::HEADING;
use crate::panel::Panel;
use crate::words::{self, publish as text};

/// The button that saves the archive.
pub const SAVE: &str = "publish-save";
/// The sentence that says where it went.
pub const SAVED: &str = "publish-saved";
/// The most facts to be replaced that are listed.
const LISTED: usize = 20;

/// The panel.
pub fn publish_panel(editor: Editor) -> impl IntoView {
    let publishing: Publishing = expect_context();
    Effect::new(move |_| {
        editor.version.track();
        leptos::task::spawn_local(publishing.compare());
    });
    let is_blocked = move || publishing.errors() > 0 || publishing.left() > 0;
    view! {
        <div class="publish">
            <h1 id=HEADING tabindex="-1">{text::TITLE}</h1>
            <h2>{text::FIRST}</h2>
            {move || blocked(publishing)}
            <h3>{text::CHANGES}</h3>
            {move || match publishing.changes.get() {
                None => view! { <p>{text::COMPARING}</p> }.into_any(),
                Some(Err(why)) => view! { <p class="failed">{why}</p> }.into_any(),
                Some(Ok(found)) => changes::list(&found),
            }}
            {field(publishing, Field::Why)}
            {field(publishing, Field::Who)}
            {field(publishing, Field::Date)}
            <button type="button" class="main" disabled=is_blocked on:click=move |_| prepare(publishing)>{text::PREPARE}</button>
            {progress(publishing)}
            <div role="alert">{move || {
                let why = publishing.refused.get();
                (!why.is_empty()).then(|| view! { <p class="failed">{why}</p> })
            }}</div>
            <h2>{text::SECOND}</h2>
            {move || save(publishing)}
        </div>
    }
}

/// A field of the form.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Why,
    Who,
    Date,
}

impl Field {
    /// Its id, label, help, and what is said where it is required and empty.
    fn words(self) -> (&'static str, &'static str, &'static str, &'static str) {
        match self {
            Field::Why => ("publish-why", text::WHY, text::WHY_HELP, text::WHY_MISSING),
            Field::Who => ("publish-who", text::WHO, text::WHO_HELP, ""),
            Field::Date => ("publish-date", text::DATE, text::DATE_HELP, text::DATE_MISSING),
        }
    }

    fn value(self, publishing: Publishing) -> RwSignal<String> {
        match self {
            Field::Why => publishing.why,
            Field::Who => publishing.who,
            Field::Date => publishing.date,
        }
    }
}

fn field(publishing: Publishing, field: Field) -> impl IntoView {
    let (id, label, help, missing) = field.words();
    let value = field.value(publishing);
    let is_missing =
        move || !missing.is_empty() && publishing.is_checked.get() && value.with(|text| text.trim().is_empty());
    let (help_id, missing_id) = (format!("{id}-help"), format!("{id}-missing"));
    let described = format!("{help_id} {missing_id}");
    view! {
        <div class="publish-field">
            <label for=id>{label}</label>
            <p class="hint" id=help_id>{help}</p>
            <input
                id=id
                type=if field == Field::Date { "date" } else { "text" }
                maxlength="300"
                autocomplete="off"
                required=!missing.is_empty()
                aria-describedby=described
                aria-invalid=move || is_missing().then_some("true")
                prop:value=value
                on:input=move |event| value.set(event_target_value(&event))
            />
            <p class="missing" id=missing_id>{move || if is_missing() { missing } else { "" }}</p>
        </div>
    }
}

/// Why nothing can be published yet, with links to what is to be done.
fn blocked(publishing: Publishing) -> Option<AnyView> {
    let (errors, left) = (publishing.errors(), publishing.left());
    if errors == 0 && left == 0 {
        return None;
    }
    // Each fact that is left is an error too.
    let errors = errors.saturating_sub(left);
    let errors = (errors > 0).then(|| {
        let said = words::fill(text::ERRORS, &[("count", &errors.to_string())]);
        view! { <p>{said}" "<a href=Panel::link("findings", "")>{text::ERRORS_LINK}</a></p> }
    });
    let facts = (left > 0).then(|| {
        let said = words::fill(text::LEFT, &[("count", &left.to_string())]);
        let places = publishing.editor.to_replace.get();
        let listed = places.iter().take(LISTED).cloned().map(|place| fact(publishing.editor, place)).collect_view();
        view! { <p>{said}</p><ul class="facts">{listed}</ul> }
    });
    Some(view! { <div class="blocked" role="status"><p><b>{text::BLOCKED}</b></p>{errors}{facts}</div> }.into_any())
}

fn fact(editor: Editor, place: Place) -> impl IntoView {
    let name = editor.trees.with_untracked(|trees| forms::names::way(trees, &place));
    view! { <li><button type="button" class="link" on:click=move |_| forms::go_to(editor, &place)>{name}</button></li> }
}

/// Checks the form, and has the site built.
fn prepare(publishing: Publishing) {
    publishing.is_checked.set(true);
    let is_empty = |field: &Field| field.value(publishing).with_untracked(|text| text.trim().is_empty());
    match [Field::Why, Field::Date].into_iter().find(is_empty) {
        Some(field) => browser::focus(field.words().0),
        None => publishing.prepare(),
    }
}

fn progress(publishing: Publishing) -> impl IntoView {
    let said = move || publishing.progress.with(|progress| progress.as_ref().map(|(what, _)| what.clone()));
    let part = move || publishing.progress.with(|progress| progress.as_ref().map_or(0.0, |(_, part)| *part));
    let is_busy = move || publishing.progress.with(Option::is_some);
    view! {
        <div class="building" class:idle=move || !is_busy()>
            <p role="status">{said}</p>
            <progress aria-label=text::PROGRESS max="1" prop:value=part></progress>
        </div>
    }
}

fn save(publishing: Publishing) -> AnyView {
    let Some(built) = publishing.built.get() else { return view! { <p class="hint">{text::NOT_BUILT}</p> }.into_any() };
    let Built { name, files, size, notes, .. } = built;
    let said = words::fill(text::BUILT, &[("name", &name), ("files", &files.to_string()), ("size", &size)]);
    let is_outdated = move || publishing.is_outdated();
    view! {
        <p>{said}</p>
        {(!notes.is_empty()).then(|| {
            let notes = notes.into_iter().map(|note| view! { <li>{note}</li> }).collect_view();
            view! { <p>{text::NOTES}</p><ul>{notes}</ul> }
        })}
        <p class="missing" role="status">{move || if is_outdated() { text::OUTDATED } else { "" }}</p>
        <button type="button" class="main" id=SAVE disabled=is_outdated on:click=move |_| publishing.save()>{text::SAVE}</button>
        <p class="saved" id=SAVED role="status" tabindex="-1">{move || publishing.saved.get()}</p>
        <p class="hint">{text::THEN}</p>
    }
    .into_any()
}
