//! Checks of the flow: valid ids, options that lead somewhere, every step reached, no dead ends, no circles.

use std::collections::HashSet;

use guide_core::guide::{Body, Guide, Step};
use guide_core::text::Text;

use super::ids;
use crate::diagnostics::{Diagnostics, GUIDE};
use crate::nearest::nearest;
use crate::step_index::StepIndex;

/// So many unknown ids get the known one that is meant, which takes a look at all of them; more are never shown.
const MOST_GUESSES: usize = 100;

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
    let mut known: HashSet<&str> = HashSet::new();
    for id in ids.iter().filter(|id| !id.is_empty()) {
        if let Some((what, instead)) = ids::fault(id) {
            diagnostics.error(GUIDE, id.at.clone(), what, instead);
        }
        if !known.insert(id) {
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
pub fn options(guide: &Guide, steps: &StepIndex, diagnostics: &Diagnostics) {
    let mut unknown = 0;
    for step in &guide.steps {
        for option in step.options.iter().filter(|option| !option.next.is_empty()) {
            if !steps.has(&option.next) {
                unknown += 1;
                let instead =
                    if unknown > MOST_GUESSES { NAME_A_STEP.to_owned() } else { did_you_mean(guide, &option.next) };
                diagnostics.error(GUIDE, option.next.at.clone(), format!("шага «{}» нет", option.next), instead);
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
        None => NAME_A_STEP.to_owned(),
    }
}

const NAME_A_STEP: &str = "Назовите id одного из шагов [[step]].";

/// Reports a start that is no step, or else the steps that no answers lead to from the start.
pub fn reachable(guide: &Guide, steps: &StepIndex, diagnostics: &Diagnostics) {
    if guide.start.is_empty() {
        return;
    }
    let Some(start) = steps.find(&guide.start) else {
        let what = format!("первого шага «{}» нет", guide.start);
        diagnostics.error(GUIDE, guide.start.at.clone(), what, did_you_mean(guide, &guide.start));
        return;
    };
    let next_steps = |at: usize| guide.steps[at].options.iter().map(|option| steps.find(&option.next));
    // An option with a misspelt next step leaves the right step unreached: one mistake is reported once.
    if (0..guide.steps.len()).flat_map(next_steps).any(|next| next.is_none()) {
        return;
    }
    let mut is_reached = vec![false; guide.steps.len()];
    let mut ahead = vec![start];
    while let Some(at) = ahead.pop() {
        if !std::mem::replace(&mut is_reached[at], true) {
            ahead.extend(next_steps(at).flatten());
        }
    }
    let is_unreached = |step: &&Step| !step.id.is_empty() && !steps.find(&step.id).is_some_and(|at| is_reached[at]);
    for step in guide.steps.iter().filter(is_unreached) {
        diagnostics.error(
            GUIDE,
            step.id.at.clone(),
            format!("на шаг «{}» не ведёт ни один ответ", step.id),
            format!("Сошлитесь на него в ответе, next = \"{}\", или удалите шаг.", step.id),
        );
    }
}

/// How far the search for circles has come with a step.
#[derive(Clone, Copy)]
enum Progress {
    /// It has not been there.
    Ahead,
    /// The present way leads through the step; so many steps come before it.
    OnTheWay(usize),
    /// No circle is left behind it.
    Through,
}

/// Reports answers that lead back to a step passed before.
pub fn circles(guide: &Guide, steps: &StepIndex, diagnostics: &Diagnostics) {
    let mut progress = vec![Progress::Ahead; guide.steps.len()];
    // The steps of the present way, each with the answer to be followed next: ways may be longer than any stack is deep.
    let mut way: Vec<(usize, usize)> = Vec::new();
    for first in guide.steps.iter().filter_map(|step| steps.find(&step.id)) {
        if matches!(progress[first], Progress::Ahead) {
            progress[first] = Progress::OnTheWay(0);
            way.push((first, 0));
        }
        while let Some((at, answer)) = way.last_mut() {
            let Some(option) = guide.steps[*at].options.get(*answer) else {
                progress[*at] = Progress::Through;
                way.pop();
                continue;
            };
            *answer += 1;
            let Some(next) = steps.find(&option.next) else { continue };
            match progress[next] {
                Progress::Ahead => {
                    progress[next] = Progress::OnTheWay(way.len());
                    way.push((next, 0));
                }
                Progress::OnTheWay(before) => diagnostics.error(
                    GUIDE,
                    option.next.at.clone(),
                    format!("ответы ходят по кругу: {}", circle(guide, &way[before..])),
                    "Пусть ответ ведёт вперёд; вернуться родитель может сам.",
                ),
                Progress::Through => {}
            }
        }
    }
}

/// More ids of a circle than this, at each end, are left out.
const SHOWN_OF_CIRCLE: usize = 4;

/// The ids of a circle, the first one again at its end: `a → b → a`.
fn circle(guide: &Guide, way: &[(usize, usize)]) -> String {
    let ids = |part: &[(usize, usize)]| part.iter().map(|(at, _)| &*guide.steps[*at].id.value).collect::<Vec<_>>();
    let left_out = way.len().saturating_sub(2 * SHOWN_OF_CIRCLE);
    let mut shown = if left_out < 2 { ids(way) } else { ids(&way[..SHOWN_OF_CIRCLE]) };
    let more = format!("… (ещё {left_out}) …");
    if left_out >= 2 {
        shown.push(&more);
        shown.extend(ids(&way[way.len() - SHOWN_OF_CIRCLE..]));
    }
    shown.extend(ids(&way[..1]));
    shown.join(" → ")
}
