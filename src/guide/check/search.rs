//! The search: phrases are of steps that there are, situations have phrases, a notice leads on.

use crate::guide::find::phrases::NOTHING;
use crate::guide::load::{GUIDE, Log, PHRASES};
use crate::guide::model::{Body, Guide};

/// Reports phrases of no step, and warns of a situation or contact that has none.
pub fn labels(guide: &Guide, log: &Log) {
    let Some(phrases) = &guide.phrases else { return };
    for label in phrases.labels.iter().filter(|label| *label != NOTHING && guide.step(label).is_none()) {
        log.error(
            PHRASES,
            0..0,
            format!("раздел [{label}]: такого шага нет"),
            "Назовите раздел по id шага [[step]] или удалите его.",
        );
    }
    let start = guide.step(&guide.start);
    let situations =
        start.into_iter().flat_map(|step| &step.options).filter(|option| !option.aside).map(|option| &option.next);
    let contacts = guide.steps.iter().filter(|step| matches!(step.body, Body::Hotline)).map(|step| &step.id);
    for id in situations.chain(contacts).filter(|id| guide.step(id).is_some()) {
        if !phrases.labels.iter().any(|label| **label == **id) {
            log.warning(
                GUIDE,
                id.at.clone(),
                format!("у шага «{id}» нет фраз: поиск его не найдёт"),
                format!("Допишите в файл фраз раздел [{id}] со словами, которыми об этом говорят родители."),
            );
        }
    }
}

/// The step that a pasted notice leads to must be there.
pub fn notice(guide: &Guide, log: &Log) {
    let Some(notice) = &guide.notice else { return };
    if !notice.next.is_empty() && guide.step(&notice.next).is_none() {
        log.error(
            GUIDE,
            notice.next.at.clone(),
            format!("шага «{}» нет", notice.next),
            "Назовите id шага, с которого продолжать: next = \"duplicate-account\"",
        );
    }
}
