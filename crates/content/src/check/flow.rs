//! Checks of the flow: valid ids, options that lead somewhere, every step reached, no dead ends, no circles.

use std::collections::HashSet;

use guide_core::guide::{Body, Guide, Step};
use guide_core::text::Text;

use super::ids;
use crate::diagnostics::{Diagnostics, GUIDE};
use crate::message;
use crate::message::Message;
use crate::nearest::nearest;
use crate::step_index::StepIndex;

/// So many unknown ids get the known one that is meant, which takes a look at all of them; more are never shown.
const MOST_GUESSES: usize = 100;

/// Reports ids that are no addresses (lower-case Latin letters, digits and hyphens), and those that come twice.
pub fn ids(guide: &Guide, diagnostics: &Diagnostics) {
    let steps: Vec<&Text> = guide.steps.iter().map(|step| &step.id).collect();
    unique(&steps, message!("шаг", "step"), diagnostics);
    for step in &guide.steps {
        unique(
            &step.options.iter().map(|option| &option.id).collect::<Vec<_>>(),
            message!("ответ", "answer"),
            diagnostics,
        );
    }
    unique(&guide.ladder.iter().map(|rung| &rung.id).collect::<Vec<_>>(), message!("ступень", "rung"), diagnostics);
    unique(
        &guide.contacts.iter().map(|contact| &contact.id).collect::<Vec<_>>(),
        message!("контакт", "contact"),
        diagnostics,
    );
    unique(&guide.fields.iter().map(|field| &field.id).collect::<Vec<_>>(), message!("поле", "field"), diagnostics);
    unique(
        &guide.institutions.iter().map(|known| &known.id).collect::<Vec<_>>(),
        message!("учреждение", "institution"),
        diagnostics,
    );
}

fn unique(ids: &[&Text], kind: Message, diagnostics: &Diagnostics) {
    let mut known: HashSet<&str> = HashSet::new();
    for id in ids.iter().filter(|id| !id.is_empty()) {
        if let Some((what, instead)) = ids::fault(id) {
            diagnostics.error(GUIDE, id.at.clone(), what, instead);
        }
        if !known.insert(id) {
            diagnostics.error(
                GUIDE,
                id.at.clone(),
                message!(kind = kind; "{kind} с id «{id}» уже есть", "there is already a {kind} with the id “{id}”"),
                message!(
                    "Дайте другое id: по нему ответы и ссылки находят своё место.",
                    "Give it another id: answers and links find it by its id."
                ),
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
            message!(
                "ни один шаг не отправляет в учреждение: показать его негде",
                "no step sends parents to an institution, so there is nowhere to show it"
            ),
            message!(
                "Отметьте ступень, на которой помогает учреждение: institutions = true в её [[rung]] — и поставьте её шагам, которые туда отправляют.",
                "Mark the rung on which the institution helps: institutions = true in its [[rung]] — and give that rung to the steps that send parents there."
            ),
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
                let instead = if unknown > MOST_GUESSES { name_a_step() } else { did_you_mean(guide, &option.next) };
                diagnostics.error(
                    GUIDE,
                    option.next.at.clone(),
                    message!("шага «{}» нет", "there is no step “{}”", option.next),
                    instead,
                );
            }
        }
        if !step.options.is_empty() && step.end {
            diagnostics.error(
                GUIDE,
                step.id.at.clone(),
                message!(
                    "шаг «{}» назван концом (end = true), а ответы ведут дальше",
                    "the step “{}” is called an end (end = true), but its answers lead on",
                    step.id
                ),
                message!(
                    "Уберите одно из двух: end = true или ответы option.",
                    "Remove one of the two: end = true or the answers in option."
                ),
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
                message!("у вопроса «{}» нет ответов", "the question “{}” has no answers", step.id),
                message!(
                    "Добавьте ответы: option = [{{ id = \"yes\", label = \"Да\", next = \"…\" }}, …]",
                    "Add answers: option = [{{ id = \"yes\", label = \"Yes\", next = \"…\" }}, …]"
                ),
            ),
            Body::Advice(_) => diagnostics.error(
                GUIDE,
                step.id.at.clone(),
                message!(
                    "совет «{}» — тупик: из него некуда идти",
                    "the advice “{}” is a dead end: nothing leads on from it",
                    step.id
                ),
                message!(
                    "Скажите, что делать, если не помогло: option = [{{ id = \"not-helped\", label = \"…\", next = \"hotline\" }}], назовите контакт: contact = \"…\" — или отметьте, что это и есть ответ: end = true",
                    "Say what to do if it did not help: option = [{{ id = \"not-helped\", label = \"…\", next = \"hotline\" }}], name a contact: contact = \"…\" — or mark that this is the answer itself: end = true"
                ),
            ),
        }
    }
}

/// A sentence that says which step an unknown id may mean.
pub fn did_you_mean(guide: &Guide, id: &str) -> Message {
    match nearest(guide.steps.iter().map(|step| &*step.id.value), id) {
        Some(near) => message!("Может быть, «{near}»?", "Did you mean “{near}”?"),
        None => name_a_step(),
    }
}

/// What to write where no id is near.
fn name_a_step() -> Message {
    message!("Назовите id одного из шагов [[step]].", "Name the id of one of the steps [[step]].")
}

/// Reports a start that is no step, or else the steps that no answers lead to from the start.
pub fn reachable(guide: &Guide, steps: &StepIndex, diagnostics: &Diagnostics) {
    if guide.start.is_empty() {
        return;
    }
    let Some(start) = steps.find(&guide.start) else {
        let what = message!("первого шага «{}» нет", "there is no first step “{}”", guide.start);
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
            message!("на шаг «{}» не ведёт ни один ответ", "no answer leads to the step “{}”", step.id),
            message!(
                "Сошлитесь на него в ответе, next = \"{}\", или удалите шаг.",
                "Refer to it in an answer, next = \"{}\", or delete the step.",
                step.id
            ),
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
                    message!(
                        circle = circle(guide, &way[before..]);
                        "ответы ходят по кругу: {circle}",
                        "the answers go round in a circle: {circle}"
                    ),
                    message!(
                        "Пусть ответ ведёт вперёд; вернуться родитель может сам.",
                        "Let the answer lead forward; parents can go back by themselves."
                    ),
                ),
                Progress::Through => {}
            }
        }
    }
}

/// More ids of a circle than this, at each end, are left out.
const SHOWN_OF_CIRCLE: usize = 4;

/// The ids of a circle, the first one again at its end: `a → b → a`.
fn circle(guide: &Guide, way: &[(usize, usize)]) -> Message {
    let ids = |part: &[(usize, usize)]| part.iter().map(|(at, _)| &*guide.steps[*at].id.value).collect::<Vec<_>>();
    let left_out = way.len().saturating_sub(2 * SHOWN_OF_CIRCLE);
    let more = message!("… (ещё {left_out}) …", "… ({left_out} more) …");
    more.map(|more| {
        let mut shown = if left_out < 2 { ids(way) } else { ids(&way[..SHOWN_OF_CIRCLE]) };
        if left_out >= 2 {
            shown.push(more);
            shown.extend(ids(&way[way.len() - SHOWN_OF_CIRCLE..]));
        }
        shown.extend(ids(&way[..1]));
        shown.join(" → ")
    })
}
