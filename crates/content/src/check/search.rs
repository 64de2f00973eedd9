//! Checks of the search: its sections and steps must exist, every situation should have phrases.

use std::collections::HashSet;

use guide_core::guide::{Body, Guide};
use guide_core::search::model::{MAX_LABEL_LENGTH, MAX_LABELS};

use super::flow::did_you_mean;
use crate::diagnostics::{Diagnostics, GUIDE, PHRASES};
use crate::message;
use crate::step_index::StepIndex;
use crate::training::phrases::Phrases;

/// Reports sections of phrases that belong to no step or are too many, and warns of situations and contacts without phrases.
pub fn labels(guide: &Guide, steps: &StepIndex, phrases: &Phrases, diagnostics: &Diagnostics) {
    let (count, longest) = (phrases.labels.len(), phrases.labels.iter().map(String::len).max());
    if count > MAX_LABELS || longest > Some(MAX_LABEL_LENGTH) {
        diagnostics.error(
            PHRASES,
            0..0,
            message!(
                "разделов {count}, а поиск различает не больше {MAX_LABELS}, с id не длиннее {MAX_LABEL_LENGTH} букв",
                "there are {count} sections, but the search can tell at most {MAX_LABELS} apart, with ids of at most {MAX_LABEL_LENGTH} letters"
            ),
            message!(
                "Объедините близкие шаги или оставьте фразы только у тех, которые ищут чаще.",
                "Join steps that are close to each other, or keep phrases only for those that are looked for most."
            ),
        );
    }
    if count < 2 {
        diagnostics.error(
            PHRASES,
            0..0,
            message!("фраз нет ни у одного шага: искать нечего", "no step has phrases, so there is nothing to search"),
            message!("Допишите раздел [id-шага] с фразами.", "Add a section [id-of-a-step] with phrases."),
        );
    }
    let fallback = guide.fallback.as_deref();
    for label in phrases.labels.iter().filter(|label| Some(label.as_str()) != fallback && !steps.has(label)) {
        diagnostics.error(
            PHRASES,
            0..0,
            message!("раздел [{label}]: такого шага нет", "section [{label}]: there is no such step"),
            message!(
                "Назовите раздел по id шага [[step]] или удалите его.",
                "Name the section by the id of a step [[step]], or delete it."
            ),
        );
    }
    let start = guide.step(&guide.start);
    let situations =
        start.into_iter().flat_map(|step| &step.options).filter(|option| !option.aside).map(|option| &option.next);
    let contacts = guide.steps.iter().filter(|step| matches!(step.body, Body::Contacts)).map(|step| &step.id);
    let known: HashSet<&str> = phrases.labels.iter().map(String::as_str).collect();
    for id in situations.chain(contacts).filter(|id| steps.has(id)) {
        if !known.contains(&**id) {
            diagnostics.warning(
                GUIDE,
                id.at.clone(),
                message!(
                    "у шага «{id}» нет фраз: поиск его не найдёт",
                    "the step “{id}” has no phrases, so the search will not find it"
                ),
                message!(
                    "Допишите в файл фраз раздел [{id}] со словами, которыми об этом говорят родители.",
                    "Add to the file of phrases a section [{id}] with the words that parents use for this."
                ),
            );
        }
    }
}

/// Reports a fallback of the search that is no step.
pub fn fallback(guide: &Guide, steps: &StepIndex, diagnostics: &Diagnostics) {
    let Some(fallback) = &guide.fallback else { return };
    if !steps.has(fallback) {
        diagnostics.error(
            GUIDE,
            fallback.at.clone(),
            message!("шага «{fallback}» нет", "there is no step “{fallback}”"),
            did_you_mean(guide, fallback),
        );
    }
}

/// Reports a pasted notice that leads to no step.
pub fn notice(guide: &Guide, steps: &StepIndex, diagnostics: &Diagnostics) {
    let Some(notice) = &guide.notice else { return };
    if !notice.next.is_empty() && !steps.has(&notice.next) {
        diagnostics.error(
            GUIDE,
            notice.next.at.clone(),
            message!("шага «{}» нет", "there is no step “{}”", notice.next),
            message!(
                "Назовите id шага, с которого продолжать: next = \"duplicate-account\"",
                "Name the id of the step to go on from: next = \"duplicate-account\""
            ),
        );
    }
}
