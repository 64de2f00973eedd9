//! The phrases that the search is trained on: those of each step, and the lists of words that they choose from.

use guide_studio_model::{Edit, FileRole, Key, Node, Place};
use leptos::prelude::*;

use super::field::{At, field};
use super::marks::{Marks, badge};
use super::names;
use super::places::{HEADING, element_id};
use super::schema::{SECTION, STEP};
use crate::browser;
use crate::editor::Editor;
use crate::panel::Panel;
use crate::words;
use crate::words::fill;

/// The name of the section of the lists of words, which is no step.
const LISTS: &str = "words";

/// The panel of one step's phrases, of the lists, or of all.
pub fn panel(editor: Editor, item: &str) -> AnyView {
    match item {
        "" => overview(editor),
        LISTS => lists(editor),
        step => section(editor, step),
    }
}

fn place(keys: &[&str]) -> Place {
    Place { file: FileRole::Phrases, keys: keys.iter().map(|key| Key::from(*key)).collect() }
}

/// How many phrases a text has: comments and empty lines are none.
fn count(text: &str) -> usize {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).count()
}

fn overview(editor: Editor) -> AnyView {
    let marks = Marks::get();
    let rows = Memo::new(move |_| {
        editor.trees.with(|trees| {
            let steps = trees.at(&Place::guide(["step".into()])).map(Node::items).unwrap_or_default();
            let ids = steps.iter().filter_map(|step| Some((step.get("id")?.text()?.to_owned(), STEP.title_of(step))));
            let mut rows: Vec<(String, String, usize)> = ids
                .map(|(id, title)| {
                    let text = trees.at(&place(&[&id, "phrases"])).and_then(Node::text).unwrap_or_default();
                    let count = count(text);
                    (id, title, count)
                })
                .collect();
            // A section of a step that is not there can still be seen and emptied.
            if let Node::Table(sections) = trees.file(FileRole::Phrases) {
                for (id, _) in sections.iter().filter(|(id, _)| id != LISTS) {
                    if !rows.iter().any(|(known, ..)| known == id) {
                        rows.push((id.clone(), fill(words::choices::UNKNOWN, &[("id", id)]), 0));
                    }
                }
            }
            rows
        })
    });
    let one = move |(id, title, count): (String, String, usize)| {
        let at = place(&[&id]);
        let label = fill(words::phrases::COUNT, &[("count", &count.to_string())]);
        view! { <li><a href=Panel::link("phrases", &id)>{title}</a>" "<span class="help">{label}</span>{badge(marks.count(&at))}</li> }
    };
    view! {
        <h1 id=HEADING tabindex="-1">{words::panels::PHRASES}</h1>
        <p>{words::phrases::LEAD}</p>
        {marks.below(place(&[]), false)}
        <p><a href=Panel::link("phrases", LISTS)>{words::phrases::LISTS}</a></p>
        <ul class="links">{move || rows.get().into_iter().map(one).collect_view()}</ul>
    }
    .into_any()
}

fn section(editor: Editor, id: &str) -> AnyView {
    let at = place(&[id]);
    let title = {
        let id = id.to_owned();
        move || {
            let title = editor.trees.with(|trees| names::step_title(trees, &id)).unwrap_or_else(|| id.clone());
            fill(words::phrases::OF_STEP, &[("title", &title)])
        }
    };
    let marks = Marks::get();
    let (below, step_link) = (marks.below(at.clone(), false), Panel::link("step", id));
    let fields = SECTION.fields.iter().map(|spec| field(At::new(editor, spec, at.name(spec.key)))).collect_view();
    view! {
        <div id=element_id(&at) tabindex="-1">
            <h1 id=HEADING tabindex="-1">{title}</h1>
            <p><a href=step_link>{words::phrases::TO_STEP}</a>" · "<a href=Panel::link("phrases", "")>{words::phrases::ALL}</a></p>
            {below}
            {fields}
        </div>
    }
    .into_any()
}

fn lists(editor: Editor) -> AnyView {
    let at = place(&[LISTS]);
    let marks = Marks::get();
    let names = {
        let at = at.clone();
        Memo::new(move |_| {
            editor.trees.with(|trees| match trees.at(&at) {
                Some(Node::Table(lists)) => lists.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>(),
                _ => Vec::new(),
            })
        })
    };
    let one = {
        let at = at.clone();
        move |name: String| {
            let at = at.name(&name);
            let id = element_id(&at);
            let text = {
                let at = at.clone();
                Memo::new(move |_| editor.text(&at))
            };
            let input = {
                let at = at.clone();
                move |event| {
                    let name = editor.trees.with_untracked(|trees| names::change(trees, &at));
                    editor.type_in(name, at.clone(), Node::Text(event_target_value(&event)));
                }
            };
            let delete = {
                let (at, name) = (at.clone(), fill(words::phrases::LIST_DELETED, &[("name", &name)]));
                move |_| {
                    editor.edit(name.clone(), vec![Edit::Remove(at.clone())]);
                    browser::focus_later("new-list".to_owned());
                }
            };
            let label = fill(words::phrases::LIST, &[("name", &name)]);
            let delete_label = fill(words::list::OF_ITEM, &[("button", words::list::DELETE), ("item", &label)]);
            view! {
                <div class="field">
                    <label for=id.clone()>{label}</label>
                    <textarea id=id.clone() rows="2" aria-describedby=format!("{id}-findings") prop:value=move || text.get()
                        on:input=input on:blur=move |_| editor.leave_field()></textarea>
                    {marks.below(at, true)}
                    <button type="button" aria-label=delete_label on:click=delete>{words::list::DELETE}</button>
                </div>
            }
        }
    };
    let new = RwSignal::new(String::new());
    let add = {
        let at = at.clone();
        move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            let name = new.get_untracked().trim().to_owned();
            if !name.is_empty() && !names.with_untracked(|names| names.contains(&name)) {
                let change = fill(words::phrases::LIST_ADDED, &[("name", &name)]);
                editor.edit(change, vec![Edit::Set(at.name(&name), Node::Text(name.clone()))]);
                editor.focus_request.set(Some(at.name(&name)));
            }
            new.set(String::new());
        }
    };
    let id = element_id(&at);
    view! {
        <div id=id tabindex="-1">
            <h1 id=HEADING tabindex="-1">{words::phrases::LISTS}</h1>
            <p>{words::phrases::LISTS_LEAD}</p>
            <p><a href=Panel::link("phrases", "")>{words::phrases::ALL}</a></p>
            {marks.below(at, false)}
            <For each=move || names.get() key=|name| name.clone() children=one/>
            <form class="field" on:submit=add>
                <label for="new-list">{words::phrases::NEW_LIST}</label>
                <p class="help" id="new-list-help">{words::phrases::NEW_LIST_HELP}</p>
                <input id="new-list" autocomplete="off" aria-describedby="new-list-help" prop:value=move || new.get()
                    on:input=move |event| new.set(event_target_value(&event))/>
                <button type="submit">{words::dialog::ADD}</button>
            </form>
        </div>
    }
    .into_any()
}
