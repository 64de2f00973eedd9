//! Findings and facts to be replaced, at the fields that they are about.

use std::sync::Arc;

use guide_studio_model::{Edit, Finding, Place, Severity};
use leptos::prelude::*;

use super::places::{element_id, form_place};
use super::schema;
use crate::editor::Editor;
use crate::words;
use crate::words::fill;

/// All of them, by their places in the forms. A copy is the same.
#[derive(Clone, Copy)]
pub struct Marks {
    editor: Editor,
    findings: Memo<Arc<Vec<(Place, Finding)>>>,
    to_replace: Memo<Arc<Vec<(Place, Place)>>>,
}

impl Marks {
    /// The marks of a draft, for all components.
    pub fn provide(editor: Editor) {
        let findings = Memo::new(move |_| {
            let findings = editor.findings.get();
            let located = editor.trees.with_untracked(|trees| {
                let located = findings.iter().filter_map(|finding| {
                    finding.place.as_ref().map(|place| (form_place(trees, place), finding.clone()))
                });
                located.collect::<Vec<_>>()
            });
            Arc::new(located)
        });
        let to_replace = Memo::new(move |_| {
            let places = editor.to_replace.get();
            let located = editor.trees.with_untracked(|trees| {
                places.iter().map(|place| (form_place(trees, place), place.clone())).collect::<Vec<_>>()
            });
            Arc::new(located)
        });
        provide_context(Marks { editor, findings, to_replace });
    }

    /// The marks of the component that is being made.
    pub fn get() -> Marks {
        expect_context()
    }

    /// The findings at a place; with `within` also those at what stands in it.
    pub fn findings(self, place: Place, within: bool) -> Memo<Vec<Finding>> {
        Memo::new(move |_| {
            self.findings.with(|all| {
                let here = all.iter().filter(|(at, _)| if within { place.contains(at) } else { *at == place });
                here.map(|(_, finding)| finding.clone()).collect()
            })
        })
    }

    /// How many errors and warnings there are at a place and within it.
    pub fn count(self, place: &Place) -> (usize, usize) {
        self.findings.with(|all| count(all.iter().filter(|(at, _)| place.contains(at)).map(|(_, finding)| finding)))
    }

    /// The fact to be replaced at a place, as its file has it.
    fn fact(self, place: Place, within: bool) -> Memo<Option<Place>> {
        Memo::new(move |_| {
            self.to_replace.with(|all| {
                let here = all.iter().find(|(at, _)| if within { place.contains(at) } else { *at == place });
                here.map(|(_, written)| written.clone())
            })
        })
    }

    /// What stands below a field: its findings, and that its fact is to be replaced.
    pub fn below(self, place: Place, within: bool) -> AnyView {
        let (findings, fact) = (self.findings(place.clone(), within), self.fact(place.clone(), within));
        let id = format!("{}-findings", element_id(&place));
        view! {
            <div class="findings" id=id>
                {move || findings.get().iter().filter(|finding| !is_of_mark(finding)).map(sentence).collect_view()}
            </div>
            {move || fact.get().map(|written| self.replace(written))}
        }
        .into_any()
    }

    fn replace(self, written: Place) -> AnyView {
        let editor = self.editor;
        let keep = move |_| {
            if let Some(value) = editor.trees.with_untracked(|trees| trees.at(&written).cloned()) {
                let name = editor.trees.with_untracked(|trees| super::names::change(trees, &written));
                let name = words::fill(words::replace::KEPT, &[("name", &name)]);
                editor.edit(name, vec![Edit::Set(written.clone(), value)]);
                // The button goes with what it was about.
                editor.focus_request.set(Some(written.clone()));
            }
        };
        view! {
            <p class="replace">
                <span><span aria-hidden="true">"⟳ "</span>{words::replace::FACT}</span>
                <button type="button" on:click=keep>{words::replace::KEEP}</button>
            </p>
        }
        .into_any()
    }
}

/// How many errors and warnings these findings are.
pub fn count<'f>(findings: impl Iterator<Item = &'f Finding>) -> (usize, usize) {
    findings.fold((0, 0), |(errors, warnings), finding| match finding.severity {
        Severity::Error => (errors + 1, warnings),
        Severity::Warning => (errors, warnings + 1),
    })
}

/// Whether a finding is about the mark of a fact to be replaced, which stands at its field in words of its own.
fn is_of_mark(finding: &Finding) -> bool {
    finding.instead.contains(words::replace::MARK)
}

/// What is wrong and what to write instead, in words of the forms where the tool's are about the file.
pub fn in_words(finding: &Finding) -> (String, String) {
    let field = finding.empty_key.as_ref().and(finding.place.as_ref()).and_then(|place| schema::field_at(place).0);
    let instead = match field {
        Some(field) => {
            let what = fill(words::findings::EMPTY, &[("field", field.label)]);
            return (what, words::findings::EMPTY_INSTEAD.to_owned());
        }
        None if is_of_mark(finding) => words::replace::INSTEAD.to_owned(),
        None => finding.instead.clone(),
    };
    (finding.what.clone(), instead)
}

/// A finding as people read it: how bad it is by sign and word, what is wrong, what to write instead.
pub fn sentence(finding: &Finding) -> AnyView {
    let (what, instead) = in_words(finding);
    let (class, sign, word) = match finding.severity {
        Severity::Error => ("finding error", "✕ ", words::findings::ERROR),
        Severity::Warning => ("finding warning", "! ", words::findings::WARNING),
    };
    view! {
        <p class=class>
            <strong><span aria-hidden="true">{sign}</span>{word}" "</strong>
            {what}". "{instead}
        </p>
    }
    .into_any()
}

/// How many errors and warnings there are, by signs and words; nothing where there are none.
pub fn badge((errors, warnings): (usize, usize)) -> AnyView {
    let one = |class: &'static str, sign: &'static str, word: &'static str, count: usize| {
        (count > 0).then(|| {
            view! { <span class=class><span aria-hidden="true">{sign}</span><span class="visually-hidden">{word}</span>{count}</span> }
        })
    };
    view! {
        {one("badge error", " ✕ ", words::findings::ERRORS, errors)}
        {one("badge warning", " ! ", words::findings::WARNINGS, warnings)}
    }
    .into_any()
}
