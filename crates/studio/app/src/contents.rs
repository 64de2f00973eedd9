//! The list of everything that can be edited: the steps as an outline, and the other panels.

use guide_studio_model::{FileRole, OutlineRow, Place, outline};
use leptos::prelude::*;

use crate::editor::Editor;
use crate::forms::dialog::{Dialog, Question};
use crate::forms::marks::{Marks, badge};
use crate::forms::places::item_of;
use crate::forms::schema::STEP;
use crate::panel::Panel;
use crate::words;
use crate::words::fill;

/// Steps deeper than so many answers are not indented further.
const DEEPEST: usize = 6;

/// The list.
pub fn contents(editor: Editor) -> impl IntoView {
    let marks = Marks::get();
    let dialog = Dialog::get();
    let link = move |kind: &'static str, title: &'static str, places: Vec<Place>| {
        let count = move || {
            places.iter().map(|place| marks.count(place)).fold((0, 0), |sum, count| (sum.0 + count.0, sum.1 + count.1))
        };
        view! { <li><a href=Panel::link(kind, "") aria-current=current(kind, String::new())>{title}</a>{move || badge(count())}</li> }
    };
    let guide = |keys: &[&str]| keys.iter().map(|key| Place::guide([(*key).into()])).collect::<Vec<_>>();
    let file = |file: FileRole| vec![Place { file, keys: Vec::new() }];
    let to_replace = move || {
        let count = editor.to_replace.with(|places| places.len());
        (count > 0).then(|| {
            let label = fill(words::replace::COUNT, &[("count", &count.to_string())]);
            view! { <p class="replace"><a href=Panel::link("findings", "")>{label}</a></p> }
        })
    };
    let root = ["start", "fallback", "lang", "time_zone", "holidays", "phrases", "words", "changes", "site", "source"];
    view! {
        <h1 class="for-ears">{words::areas::CONTENTS}</h1>
        {to_replace}
        <ul class="links">{link("general", words::panels::GENERAL, guide(&root))}</ul>
        <h2><a href=Panel::link("steps", "") aria-current=current("steps", String::new())>{words::panels::STEPS}</a></h2>
        <button type="button" class="add" id="contents-new-step" on:click=move |_| dialog.ask(Question::NewStep { target: None })>
            {STEP.add}
        </button>
        {steps(editor, marks)}
        <h2>{words::contents::AROUND}</h2>
        <ul class="links">
            {link("contacts", words::panels::CONTACTS, guide(&["contact"]))}
            {link("ladder", words::panels::LADDER, guide(&["rung"]))}
            {link("institutions", words::panels::INSTITUTIONS, guide(&["institution"]))}
            {link("rules", words::panels::RULES, guide(&["rule"]))}
            {link("not-covered", words::panels::NOT_COVERED, guide(&["not_covered"]))}
            {link("fields", words::panels::FIELDS, guide(&["field"]))}
            {link("notice", words::panels::NOTICE, guide(&["notice"]))}
            {link("phrases", words::panels::PHRASES, file(FileRole::Phrases))}
            {link("words", words::panels::WORDS, file(FileRole::Words))}
            {link("files", words::panels::FILES, Vec::new())}
        </ul>
        <h2>{words::contents::WORK}</h2>
        <ul class="links">
            {link("findings", words::areas::FINDINGS, Vec::new())}
            {link("history", words::panels::HISTORY, Vec::new())}
            {link("map", words::panels::MAP, Vec::new())}
        </ul>
    }
}

/// `aria-current` of a link to a panel.
fn current(kind: &'static str, item: String) -> impl Fn() -> Option<&'static str> + Send + 'static {
    let panel: RwSignal<Panel> = expect_context();
    move || {
        panel.with(|panel| {
            let shown = if panel.kind.is_empty() { "general" } else { &panel.kind };
            (shown == kind && panel.item == item).then_some("page")
        })
    }
}

/// A line of the outline as it is shown.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Line {
    row: OutlineRow,
    title: String,
    /// What the panel of the step is called.
    item: String,
    /// Whether it is the first of those that nobody reaches.
    begins_unreachable: bool,
}

fn steps(editor: Editor, marks: Marks) -> impl IntoView {
    let lines = Memo::new(move |_| {
        editor.trees.with(|trees| {
            let mut was_unreachable = false;
            let line = |row: OutlineRow| {
                let place = row.step.map(|step| Place::guide(["step".into(), step.into()]));
                let title =
                    place.and_then(|place| trees.at(&place)).map(|step| STEP.title_of(step)).unwrap_or_default();
                let item = row.step.map(|step| item_of(trees, "step", step)).unwrap_or_default();
                let begins_unreachable =
                    row.is_unreachable && !std::mem::replace(&mut was_unreachable, row.is_unreachable);
                Line { row, title, item, begins_unreachable }
            };
            outline(trees.file(FileRole::Guide)).into_iter().map(line).collect::<Vec<_>>()
        })
    });
    // Equal lines are told apart by their number among the equal ones.
    let keyed = move || {
        let mut seen = std::collections::HashMap::<Line, usize>::new();
        lines
            .get()
            .into_iter()
            .map(|line| {
                let number = seen.entry(line.clone()).and_modify(|count| *count += 1).or_default();
                (line, *number)
            })
            .collect::<Vec<_>>()
    };
    view! {
        <ul class="outline">
            <For each=keyed key=|line| line.clone() children=move |(line, _)| outline_line(marks, line)/>
        </ul>
    }
}

fn outline_line(marks: Marks, line: Line) -> impl IntoView {
    let Line { row, title, item, begins_unreachable } = line;
    let class = format!("depth-{}", row.depth.min(DEEPEST));
    let level = (row.depth + 1).to_string();
    let answer = (!row.answer.is_empty() && row.answer != title)
        .then(|| view! { <span class="answer">{row.answer.clone()}" → "</span> });
    let place = row.step.map(|step| Place::guide(["step".into(), step.into()]));
    let step = match place {
        None => view! { <span class="error">{words::contents::NOWHERE}</span> }.into_any(),
        Some(place) => {
            let name = if title.is_empty() { item.clone() } else { title };
            let again = row.is_reference.then(|| view! { <span class="again">{words::contents::AGAIN}</span> });
            let badge = (!row.is_reference).then(|| view! { {move || badge(marks.count(&place))} });
            let is_current = (!row.is_reference).then(|| current("step", item.clone()));
            let is_current = move || is_current.as_ref().and_then(|is_current| is_current());
            view! { <a href=Panel::link("step", &item) aria-current=is_current>{name}</a>{again}{badge} }.into_any()
        }
    };
    let head = begins_unreachable.then(|| view! { <span class="unreachable">{words::contents::UNREACHABLE}</span> });
    view! { <li class=class attr:aria-level=level>{head}{answer}{step}</li> }
}
