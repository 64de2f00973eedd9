//! Everything that is wrong, in one list that leads there; and the facts that are still to be replaced.

use std::cell::Cell;

use guide_studio_model::{Finding, Place};
use leptos::prelude::*;

use crate::editor::Editor;
use crate::forms::marks::{count, in_words, sentence};
use crate::forms::places::{HEADING, link_to};
use crate::forms::{go_to, names};
use crate::panel::Panel;
use crate::words;
use crate::words::fill;

/// The panel.
pub fn panel(editor: Editor) -> AnyView {
    let link = move |place: &Place| {
        let (name, href) = editor.trees.with_untracked(|trees| (names::way(trees, place), link_to(trees, place)));
        let place = place.clone();
        let go = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            go_to(editor, &place);
        };
        view! { <a href=href on:click=go>{name}</a> }.into_any()
    };
    let one = move |finding: &Finding| {
        let line = fill(words::findings::LINE, &[("path", &finding.path), ("line", &finding.line.to_string())]);
        let at = finding.place.as_ref().map(link);
        view! { <li>{at}{sentence(finding)}<p class="help">{line}</p></li> }
    };
    let list = move || editor.findings.with(|findings| findings.iter().map(one).collect_view());
    let none =
        move || editor.findings.with(|findings| findings.is_empty()).then(|| view! { <p>{words::findings::NONE}</p> });
    let to_replace = move || {
        editor.to_replace.with(|places| {
            (!places.is_empty()).then(|| {
                let lead = fill(words::replace::LEAD, &[("count", &places.len().to_string())]);
                let places = places.iter().map(|place| view! { <li>{link(place)}</li> }).collect_view();
                view! { <h2>{words::replace::TITLE}</h2><p>{lead}</p><ul class="findings-list">{places}</ul> }
            })
        })
    };
    view! {
        <h1 id=HEADING tabindex="-1">{words::areas::FINDINGS}</h1>
        <p>{move || editor.findings.with(|findings| summary(count(findings.iter())))}</p>
        {none}
        <ol class="findings-list">{list}</ol>
        {to_replace}
    }
    .into_any()
}

/// How many errors and warnings there are, in words.
pub fn summary((errors, warnings): (usize, usize)) -> String {
    match (errors, warnings) {
        (0, 0) => words::findings::CLEAN.to_owned(),
        (errors, warnings) => {
            fill(words::findings::COUNTS, &[("errors", &errors.to_string()), ("warnings", &warnings.to_string())])
        }
    }
}

/// Keeps the counts in the page's title.
pub fn keep_title(editor: Editor) {
    Effect::new(move || {
        let name = editor.text(&Place::guide(["site".into(), "name".into()]));
        let (errors, warnings) = editor.findings.with(|findings| count(findings.iter()));
        let text = if errors + warnings > 0 { words::top::TITLE_ERRORS } else { words::top::TITLE };
        let (errors, warnings) = (errors.to_string(), warnings.to_string());
        gloo_utils::document().set_title(&fill(text, &[("name", &name), ("errors", &errors), ("warnings", &warnings)]));
    });
}

thread_local! {
    /// Which finding comes next.
    static NEXT: Cell<usize> = const { Cell::new(0) };
}

/// Goes to the finding after the last one that was gone to.
pub fn go_to_next(editor: Editor) {
    let findings = editor.findings.get_untracked();
    let Some(finding) = NEXT.get().checked_rem(findings.len()).and_then(|next| findings.get(next)) else { return };
    NEXT.set((NEXT.get() + 1) % findings.len());
    let (what, instead) = in_words(finding);
    editor.message.set(format!("{what}. {instead}"));
    match &finding.place {
        Some(place) => go_to(editor, place),
        None => Panel::go("findings", ""),
    }
}
