//! The words of the interface: the tool's, and those that this guide says in its own way.

use guide_studio_model::{Edit, FileRole, Key, Node, Place};
use leptos::prelude::*;

use super::marks::{Marks, badge};
use super::names::section_title;
use super::places::{HEADING, element_id};
use super::schema::shortened;
use crate::browser;
use crate::editor::Editor;
use crate::panel::Panel;
use crate::words;
use crate::words::fill;

/// The panel of a section, or of all.
pub fn panel(editor: Editor, section: &str) -> AnyView {
    if section.is_empty() { overview(editor) } else { section_panel(editor, section.to_owned()) }
}

fn place(keys: &[&str]) -> Place {
    Place { file: FileRole::Words, keys: keys.iter().map(|key| Key::from(*key)).collect() }
}

/// The keys of a table, those of the tool first.
fn keys(own: Option<&Node>, usual: Option<&Node>) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    for table in [usual, own].into_iter().flatten() {
        if let Node::Table(entries) = table {
            for (key, _) in entries {
                if !keys.contains(key) {
                    keys.push(key.clone());
                }
            }
        }
    }
    keys
}

fn overview(editor: Editor) -> AnyView {
    let marks = Marks::get();
    let sections = Memo::new(move |_| {
        let usual = editor.default_words.get();
        editor.trees.with(|trees| {
            let own = trees.file(FileRole::Words);
            let count = |section: &str| match own.get(section) {
                Some(Node::Table(entries)) => entries.len(),
                _ => 0,
            };
            keys(Some(own), Some(&usual)).into_iter().map(|section| (count(&section), section)).collect::<Vec<_>>()
        })
    });
    let one = move |(count, section): (usize, String)| {
        let title = section_title(&section).to_owned();
        let own = (count > 0).then(|| fill(words::ui_words::OWN, &[("count", &count.to_string())]));
        let badge = badge(marks.count(&place(&[&section])));
        view! { <li><a href=Panel::link("words", &section)>{title}</a>" "<span class="help">{own}</span>{badge}</li> }
    };
    view! {
        <h1 id=HEADING tabindex="-1">{words::panels::WORDS}</h1>
        <p>{words::ui_words::LEAD}</p>
        <ul class="links">{move || sections.get().into_iter().map(one).collect_view()}</ul>
    }
    .into_any()
}

fn section_panel(editor: Editor, section: String) -> AnyView {
    let title = section_title(&section).to_owned();
    let at = place(&[&section]);
    let usual = {
        let section = section.clone();
        Memo::new(move |_| editor.default_words.with(|usual| usual.get(&section).cloned()))
    };
    let keys = {
        let at = at.clone();
        Memo::new(move |_| editor.trees.with(|trees| usual.with(|usual| keys(trees.at(&at), usual.as_ref()))))
    };
    let one = {
        let at = at.clone();
        move |key: String| {
            let usual = usual.with_untracked(|usual| usual.as_ref().and_then(|section| section.get(&key)).cloned());
            word(editor, at.name(&key), key, usual)
        }
    };
    let below = Marks::get().below(at.clone(), false);
    view! {
        <div id=element_id(&at) tabindex="-1">
            <h1 id=HEADING tabindex="-1">{title}</h1>
            <p><a href=Panel::link("words", "")>{words::ui_words::ALL}</a></p>
            <p class="help">{words::ui_words::HOLES}</p>
            {below}
            <For each=move || keys.get() key=|key| key.clone() children=one/>
        </div>
    }
    .into_any()
}

/// The texts of a word: several where it is a list, each a line.
fn lines(node: Option<&Node>) -> String {
    match node {
        Some(Node::Text(text)) => text.clone(),
        Some(Node::List(items)) => {
            items.iter().map(|item| item.text().unwrap_or_default()).collect::<Vec<_>>().join("\n")
        }
        _ => String::new(),
    }
}

fn word(editor: Editor, at: Place, key: String, usual: Option<Node>) -> AnyView {
    let id = element_id(&at);
    let value = {
        let at = at.clone();
        Memo::new(move |_| editor.value(&at))
    };
    let text = Memo::new(move |_| value.with(|value| lines(value.as_ref())));
    let is_own = Memo::new(move |_| value.with(Option::is_some));
    let is_list = matches!(usual, Some(Node::List(_)));
    let usual_text = lines(usual.as_ref());
    let label = match (usual_text.is_empty(), is_list) {
        (true, _) => key.clone(),
        (false, true) => fill(words::ui_words::LIST, &[("first", &shortened(&usual_text, 60))]),
        (false, false) => shortened(&usual_text, 80),
    };
    let name = fill(words::names::OWN_WORD, &[("name", &shortened(&label, 40))]);
    let input = {
        let (at, name) = (at.clone(), name.clone());
        move |event| {
            let text = event_target_value(&event);
            let value = match is_list {
                true => Node::List(text.split('\n').map(|line| Node::Text(line.to_owned())).collect()),
                false => Node::Text(text.clone()),
            };
            let edit = if text.is_empty() { Edit::Remove(at.clone()) } else { Edit::Set(at.clone(), value) };
            if !text.is_empty() || is_own.get_untracked() {
                editor.type_edits(name.clone(), at.clone(), vec![edit]);
            }
        }
    };
    let reset = {
        let (at, id) = (at.clone(), id.clone());
        move |_| {
            editor.edit(fill(words::ui_words::RESET_NAME, &[("name", &name)]), vec![Edit::Remove(at.clone())]);
            browser::focus_later(id.clone());
        }
    };
    let help = if is_list { words::ui_words::LIST_HELP } else { "" };
    let rows = usual_text.split('\n').map(|line| line.chars().count() / 60 + 1).sum::<usize>().clamp(1, 12);
    let reset_label = fill(words::list::OF_ITEM, &[("button", words::ui_words::RESET), ("item", &label)]);
    let marks = Marks::get();
    let findings = marks.findings(at.clone(), true);
    let invalid = move || if findings.with(Vec::is_empty) { "false" } else { "true" };
    let usual_long = (label != usual_text && !is_list && !usual_text.is_empty()).then(|| usual_text.clone());
    view! {
        <div class="field">
            <label for=id.clone()>{label}" "<code class="key">{key}</code></label>
            <p class="help" id=format!("{id}-help")>{usual_long}{help}</p>
            <textarea id=id.clone() rows=rows.to_string() placeholder=usual_text aria-invalid=invalid
                aria-describedby=format!("{id}-help {id}-findings") prop:value=move || text.get() on:input=input
                on:blur=move |_| editor.leave_field()></textarea>
            {marks.below(at, true)}
            {move || is_own.get().then(|| view! {
                <button type="button" aria-label=reset_label.clone() on:click=reset.clone()>{words::ui_words::RESET}</button>
            })}
        </div>
    }
    .into_any()
}
