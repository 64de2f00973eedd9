//! Checks of the flow: valid ids, options that lead somewhere, every step reached, no dead ends, no circles.

use guide_core::guide::{Body, Guide, Step};
use guide_core::text::Text;

use super::ids;
use crate::diagnostics::{Diagnostics, GUIDE};
use crate::nearest::nearest;

/// Reports ids that are no addresses (lower-case Latin letters, digits and hyphens), and those that come twice.
pub fn ids(guide: &Guide, diagnostics: &Diagnostics) {
    let steps: Vec<&Text> = guide.steps.iter().map(|step| &step.id).collect();
    unique(&steps, "шаг", diagnostics);
    for step in &guide.steps {
        unique(&step.options.iter().map(|option| &option.id).collect::<Vec<_>>(), "ответ", diagnostics);
    }
    unique(&guide.ladder.iter().map(|rung| &rung.id).collect::<Vec<_>>(), "ступень", diagnostics);
    unique(&guide.contacts.iter().map(|contact| &contact.id).collect::<Vec<_>>(), "контакт", diagnostics);
    unique(&guide.fields.iter().map(|field| &field.id).collect::<Vec<_>>(), "поле", diagnostics);
    unique(&guide.institutions.iter().map(|known| &known.id).collect::<Vec<_>>(), "учреждение", diagnostics);
}

fn unique(ids: &[&Text], kind: &str, diagnostics: &Diagnostics) {
    for (index, id) in ids.iter().enumerate().filter(|(_, id)| !id.is_empty()) {
        if let Some((what, instead)) = ids::fault(id) {
            diagnostics.error(GUIDE, id.at.clone(), what, instead);
        }
        if ids[..index].iter().any(|other| ***other == ***id) {
            diagnostics.error(
                GUIDE,
                id.at.clone(),
                format!("{kind} с id «{id}» уже есть"),
                "Дайте другое id: по нему ответы и ссылки находят своё место.",
            );
        }
    }
}

/// Reports institutions that no step shows, as none sends parents to them.
pub fn institutions(guide: &Guide, diagnostics: &Diagnostics) {
    let Some(first) = guide.institutions.first() else { return };
    let named = |step: &Step| step.rung.and_then(|rung| guide.ladder.get(rung)).is_some_and(|rung| rung.institutions);
    if !guide.steps.iter().any(named) {
        diagnostics.error(
            GUIDE,
            first.id.at.clone(),
            "ни один шаг не отправляет в учреждение: показать его негде",
            "Отметьте ступень, на которой помогает учреждение: institutions = true в её [[rung]] — и поставьте её шагам, которые туда отправляют.",
        );
    }
}

/// Reports options that lead to no step, and steps without options that are no contacts.
pub fn options(guide: &Guide, diagnostics: &Diagnostics) {
    for step in &guide.steps {
        for option in step.options.iter().filter(|option| !option.next.is_empty()) {
            if guide.step(&option.next).is_none() {
                diagnostics.error(
                    GUIDE,
                    option.next.at.clone(),
                    format!("шага «{}» нет", option.next),
                    did_you_mean(guide, &option.next),
                );
            }
        }
        if !step.options.is_empty() && step.end {
            diagnostics.error(
                GUIDE,
                step.id.at.clone(),
                format!("шаг «{}» назван концом (end = true), а ответы ведут дальше", step.id),
                "Уберите одно из двух: end = true или ответы option.",
            );
        }
        if !step.options.is_empty() {
            continue;
        }
        match step.body {
            Body::Contacts => {}
            Body::Advice(_) if step.end || !step.contacts.is_empty() => {}
            Body::Question => diagnostics.error(
                GUIDE,
                step.id.at.clone(),
                format!("у вопроса «{}» нет ответов", step.id),
                "Добавьте ответы: option = [{ id = \"yes\", label = \"Да\", next = \"…\" }, …]",
            ),
            Body::Advice(_) => diagnostics.error(
                GUIDE,
                step.id.at.clone(),
                format!("совет «{}» — тупик: из него некуда идти", step.id),
                "Скажите, что делать, если не помогло: option = [{ id = \"not-helped\", label = \"…\", next = \"hotline\" }], назовите контакт: contact = \"…\" — или отметьте, что это и есть ответ: end = true",
            ),
        }
    }
}

/// A Russian sentence that says which step an unknown id may mean.
pub fn did_you_mean(guide: &Guide, id: &str) -> String {
    match nearest(guide.steps.iter().map(|step| &*step.id.value), id) {
        Some(near) => format!("Может быть, «{near}»?"),
        None => "Назовите id одного из шагов [[step]].".into(),
    }
}

/// Reports a start that is no step, or else the steps that no answers lead to from the start.
pub fn reachable(guide: &Guide, diagnostics: &Diagnostics) {
    if guide.start.is_empty() {
        return;
    }
    if guide.step(&guide.start).is_none() {
        let what = format!("первого шага «{}» нет", guide.start);
        diagnostics.error(GUIDE, guide.start.at.clone(), what, did_you_mean(guide, &guide.start));
        return;
    }
    // An option with a misspelt next step leaves the right step unreached: one mistake is reported once.
    let leads_nowhere = |step: &Step| step.options.iter().any(|option| guide.step(&option.next).is_none());
    if guide.steps.iter().any(leads_nowhere) {
        return;
    }
    let mut reached: Vec<&str> = vec![&guide.start];
    let mut next = 0;
    while let Some(step) = reached.get(next).copied() {
        for option in guide.step(step).into_iter().flat_map(|step| &step.options) {
            if !reached.contains(&&*option.next) {
                reached.push(&option.next);
            }
        }
        next += 1;
    }
    for step in guide.steps.iter().filter(|step| !step.id.is_empty() && !reached.contains(&&*step.id)) {
        diagnostics.error(
            GUIDE,
            step.id.at.clone(),
            format!("на шаг «{}» не ведёт ни один ответ", step.id),
            format!("Сошлитесь на него в ответе, next = \"{}\", или удалите шаг.", step.id),
        );
    }
}

/// Reports answers that lead back to a step passed before.
pub fn cycles(guide: &Guide, diagnostics: &Diagnostics) {
    let mut visited: Vec<&str> = Vec::new();
    for step in &guide.steps {
        visit(guide, step, &mut Vec::new(), &mut visited, diagnostics);
    }
}

fn visit<'g>(
    guide: &'g Guide,
    step: &'g Step,
    path: &mut Vec<&'g str>,
    visited: &mut Vec<&'g str>,
    diagnostics: &Diagnostics,
) {
    if visited.contains(&&*step.id) {
        return;
    }
    path.push(&step.id);
    for option in &step.options {
        if let Some(from) = path.iter().position(|passed| **passed == *option.next) {
            let circle = path[from..].join(" → ");
            diagnostics.error(
                GUIDE,
                option.next.at.clone(),
                format!("ответы ходят по кругу: {circle} → {}", option.next),
                "Пусть ответ ведёт вперёд; вернуться родитель может сам.",
            );
        } else if let Some(next) = guide.step(&option.next) {
            visit(guide, next, path, visited, diagnostics);
        }
    }
    path.pop();
    visited.push(&step.id);
}
