//! The flowchart as an outline for paper, where every step has one place and all other ways to it are references.
//!
//! A situation is numbered by its place among the answers of the first question. A step within it that something refers to has a second
//! number, such as 4.1. So each reference names a number that stands on the paper.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use guide_core::guide::{Body, Choice, Guide, Step};

/// How deep answers stand in each other. What would stand deeper follows the situation with a number of its own, as each level
/// takes a part of the paper's width.
const MAX_DEPTH: usize = 5;

/// The outline of a guide.
pub struct Outline<'g> {
    /// The situations, in the order of the answers of the first question.
    pub situations: Vec<Situation<'g>>,
    /// The number of each step that has one.
    numbers: BTreeMap<&'g str, String>,
}

/// A situation of the first question.
pub struct Situation<'g> {
    /// Its number.
    pub number: usize,
    /// The answer to the first question.
    pub option: &'g Choice,
    /// The step that it leads to.
    pub step: &'g Step,
    /// What follows the step; `None` where the step has its place elsewhere.
    pub answers: Option<Vec<Answer<'g>>>,
    /// The steps that would stand too deep, with what follows them.
    pub further: Vec<(&'g Step, Vec<Answer<'g>>)>,
}

/// An answer and the step that it leads to.
pub struct Answer<'g> {
    /// The answer.
    pub option: &'g Choice,
    /// The step.
    pub step: &'g Step,
    /// What follows the step; `None` where the step has its place elsewhere.
    pub answers: Option<Vec<Answer<'g>>>,
}

impl<'g> Outline<'g> {
    /// The outline of a guide from the answers of its first step on.
    pub fn new(guide: &'g Guide, start: &'g Step) -> Outline<'g> {
        let targets = start.options.iter().filter_map(|option| Some((option, guide.step(&option.next)?)));
        let targets: Vec<(usize, &Choice, &Step)> =
            (1..).zip(targets).map(|(number, (option, step))| (number, option, step)).collect();
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        for (number, _, step) in targets.iter().filter(|(_, _, step)| !is_contacts(step)) {
            places.entry(&step.id).or_insert(*number);
        }
        let placed = places.keys().copied().collect();
        let mut builder =
            Builder { guide, placed, written: Vec::new(), referred: BTreeSet::new(), waiting: VecDeque::new() };
        let mut numbers: BTreeMap<&str, String> = places.iter().map(|(id, number)| (*id, number.to_string())).collect();
        let mut written = Vec::new();
        let situation = |(number, option, step): (usize, &'g Choice, &'g Step)| {
            let is_here = places.get(&*step.id.value) == Some(&number);
            let answers = is_here.then(|| builder.answers(step, 1));
            let mut further = Vec::new();
            while let Some(step) = builder.waiting.pop_front() {
                builder.written.push(&step.id);
                further.push((step, builder.answers(step, 1)));
            }
            written.push((number, std::mem::take(&mut builder.written)));
            Situation { number, option, step, answers, further }
        };
        let situations = targets.into_iter().map(situation).collect();
        for (number, ids) in written {
            let referred = ids.into_iter().filter(|id| builder.referred.contains(id));
            numbers.extend((1..).zip(referred).map(|(second, id)| (id, format!("{number}.{second}"))));
        }
        Outline { situations, numbers }
    }

    /// The number of a step; `None` where nothing refers to it.
    pub fn number(&self, step: &Step) -> Option<&str> {
        self.numbers.get(&*step.id.value).map(String::as_str)
    }
}

impl Situation<'_> {
    /// The lines that it takes on a sheet, roughly.
    pub fn lines(&self) -> usize {
        let own = self.answers.as_ref().map_or(1, |answers| step_lines(self.step) + answers_lines(answers));
        let further = self.further.iter().map(|(step, answers)| step_lines(step) + answers_lines(answers));
        1 + own + further.sum::<usize>()
    }
}

/// Whether a step only shows contacts, which stand at the end of the print.
pub fn is_contacts(step: &Step) -> bool {
    matches!(step.body, Body::Contacts)
}

struct Builder<'g> {
    guide: &'g Guide,
    /// The steps that have their place.
    placed: BTreeSet<&'g str>,
    /// The steps of the present situation besides its own, in the order in which they are written.
    written: Vec<&'g str>,
    /// The steps that something refers to.
    referred: BTreeSet<&'g str>,
    /// The steps that would stand too deep.
    waiting: VecDeque<&'g Step>,
}

impl<'g> Builder<'g> {
    fn answers(&mut self, step: &'g Step, depth: usize) -> Vec<Answer<'g>> {
        let mut answers = Vec::new();
        for option in &step.options {
            let Some(next) = self.guide.step(&option.next) else { continue };
            // That the only contact comes last is said once, in its block.
            let goes_without_saying = matches!(step.body, Body::Advice(_)) && self.guide.contacts.len() < 2;
            if !(is_contacts(next) && goes_without_saying) {
                answers.push(Answer { option, step: next, answers: self.place(next, depth) });
            }
        }
        answers
    }

    /// Gives a step its place here and returns what follows it; `None` where it has its place elsewhere.
    fn place(&mut self, step: &'g Step, depth: usize) -> Option<Vec<Answer<'g>>> {
        if is_contacts(step) {
            return None;
        }
        let is_new = self.placed.insert(&step.id);
        if is_new && depth < MAX_DEPTH {
            self.written.push(&step.id);
            return Some(self.answers(step, depth + 1));
        }
        self.referred.insert(&step.id);
        self.waiting.extend(is_new.then_some(step));
        None
    }
}

fn answers_lines(answers: &[Answer]) -> usize {
    let below =
        |answer: &Answer| answer.answers.as_ref().map_or(0, |answers| step_lines(answer.step) + answers_lines(answers));
    answers.iter().map(|answer| 1 + below(answer)).sum()
}

/// The lines of a step: its heading, and its texts in columns of so many characters. What to do and what not stand side by side in a
/// frame.
fn step_lines(step: &Step) -> usize {
    let lead = step.lead.as_ref().map_or(0, |text| lines(text, 90));
    let quote = step.quote.as_ref().map_or(0, |text| 1 + lines(text, 80));
    let advice = match &step.body {
        Body::Advice(advice) => {
            let dont = advice.dont.as_ref().map(|dont| lines(dont, 30));
            1 + dont.map_or_else(|| lines(&advice.act, 80), |dont| dont.max(lines(&advice.act, 50)))
        }
        _ => 0,
    };
    1 + lead + quote + advice
}

/// The lines of a text in a column of this many characters. The gap between two paragraphs counts as one.
fn lines(text: &str, width: usize) -> usize {
    text.lines().map(|line| line.chars().count().div_ceil(width).max(1)).sum()
}
