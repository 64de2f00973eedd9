//! The flowchart as an outline for paper, where every step has one place and all other ways to it are references.
//!
//! A situation is numbered by its place among the answers of the first question. A step within it that something refers to has a second
//! number, such as 4.1. So each reference names a number that stands on the paper.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use guide_core::guide::{Body, Choice, Guide, Step};

/// How deep answers stand in each other. What would stand deeper follows the situation with a number of its own, as each level
/// takes a part of the paper's width.
const MAX_DEPTH: usize = 5;

/// The place of a part among all parts of an outline in reading order, from 0 on. A part is a situation, an answer, or a step that
/// follows its situation, each without the parts within it.
pub type Position = usize;

/// The outline of a guide.
pub struct Outline<'g> {
    /// The situations, in the order of the answers of the first question.
    pub situations: Vec<Situation<'g>>,
    /// The number of each step that has one.
    numbers: BTreeMap<&'g str, String>,
    /// Where each step stands that has its place in a situation.
    positions: BTreeMap<&'g str, Position>,
    /// For each step that is a situation's own, which one's in the list.
    own_situations: BTreeMap<&'g str, usize>,
}

/// A situation of the first question.
pub struct Situation<'g> {
    /// Its number.
    pub number: usize,
    /// Its place in reading order.
    pub position: Position,
    /// The answer to the first question.
    pub option: &'g Choice,
    /// The step that it leads to.
    pub step: &'g Step,
    /// What follows the step; `None` where the step has its place elsewhere.
    pub answers: Option<Vec<Answer<'g>>>,
    /// The steps that would stand too deep, with what follows them.
    pub further: Vec<FurtherStep<'g>>,
}

/// A step that would stand too deep among the answers of its situation, and follows it.
pub struct FurtherStep<'g> {
    /// Its place in reading order.
    pub position: Position,
    /// The step.
    pub step: &'g Step,
    /// What follows the step.
    pub answers: Vec<Answer<'g>>,
}

/// An answer and the step that it leads to.
pub struct Answer<'g> {
    /// Its place in reading order.
    pub position: Position,
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
        let steps: BTreeMap<&str, &Step> = guide.steps.iter().map(|step| (step.id.value.as_str(), step)).collect();
        let targets = start.options.iter().filter_map(|option| Some((option, *steps.get(option.next.value.as_str())?)));
        let targets: Vec<(&Choice, &Step)> = targets.collect();
        let mut own_situations: BTreeMap<&str, usize> = BTreeMap::new();
        for (index, (_, step)) in targets.iter().enumerate().filter(|(_, (_, step))| !is_contacts(step)) {
            own_situations.entry(&step.id).or_insert(index);
        }
        let mut builder = Builder {
            has_one_contact: guide.contacts.len() < 2,
            steps,
            placed: own_situations.keys().copied().collect(),
            positions: BTreeMap::new(),
            next_position: 0,
            written: Vec::new(),
            referred: BTreeSet::new(),
            waiting: VecDeque::new(),
        };
        let mut numbers: BTreeMap<&str, String> =
            own_situations.iter().map(|(id, index)| (*id, (index + 1).to_string())).collect();
        let mut written = Vec::new();
        let situation = |(index, (option, step)): (usize, (&'g Choice, &'g Step))| {
            let position = builder.take_position();
            let is_here = own_situations.get(step.id.value.as_str()) == Some(&index);
            if is_here {
                builder.positions.insert(&step.id, position);
            }
            let answers = is_here.then(|| builder.answers(step, 1));
            let mut further = Vec::new();
            while let Some(step) = builder.waiting.pop_front() {
                let position = builder.take_position();
                builder.written.push(&step.id);
                builder.positions.insert(&step.id, position);
                further.push(FurtherStep { position, step, answers: builder.answers(step, 1) });
            }
            written.push((index + 1, std::mem::take(&mut builder.written)));
            Situation { number: index + 1, position, option, step, answers, further }
        };
        let situations = targets.into_iter().enumerate().map(situation).collect();
        for (number, ids) in written {
            let referred = ids.into_iter().filter(|id| builder.referred.contains(id));
            numbers.extend((1..).zip(referred).map(|(second, id)| (id, format!("{number}.{second}"))));
        }
        Outline { situations, numbers, positions: builder.positions, own_situations }
    }

    /// The number of a step; `None` where nothing refers to it.
    pub fn number(&self, step: &Step) -> Option<&str> {
        self.numbers.get(step.id.value.as_str()).map(String::as_str)
    }

    /// Where a step has its place; `None` where that is no situation.
    pub fn position(&self, step: &Step) -> Option<Position> {
        self.positions.get(step.id.value.as_str()).copied()
    }

    /// The situation whose own step this is.
    pub fn situation_of(&self, step: &Step) -> Option<&Situation<'g>> {
        self.situations.get(*self.own_situations.get(step.id.value.as_str())?)
    }
}

/// Whether a step only shows contacts, which stand at the end of the print.
pub fn is_contacts(step: &Step) -> bool {
    matches!(step.body, Body::Contacts)
}

struct Builder<'g> {
    /// Whether there is no contact besides the main one.
    has_one_contact: bool,
    /// The steps of the guide by their ids.
    steps: BTreeMap<&'g str, &'g Step>,
    /// The steps that have their place.
    placed: BTreeSet<&'g str>,
    positions: BTreeMap<&'g str, Position>,
    next_position: Position,
    /// The steps of the present situation besides its own, in the order in which they are written.
    written: Vec<&'g str>,
    /// The steps that something refers to.
    referred: BTreeSet<&'g str>,
    /// The steps that would stand too deep.
    waiting: VecDeque<&'g Step>,
}

impl<'g> Builder<'g> {
    fn take_position(&mut self) -> Position {
        self.next_position += 1;
        self.next_position - 1
    }

    fn answers(&mut self, step: &'g Step, depth: usize) -> Vec<Answer<'g>> {
        let mut answers = Vec::new();
        for option in &step.options {
            let Some(next) = self.steps.get(option.next.value.as_str()).copied() else { continue };
            // That the only contact comes last is said once, in its block.
            let goes_without_saying = matches!(step.body, Body::Advice(_)) && self.has_one_contact;
            if !(is_contacts(next) && goes_without_saying) {
                let position = self.take_position();
                answers.push(Answer { position, option, step: next, answers: self.place(next, position, depth) });
            }
        }
        answers
    }

    /// Gives a step its place at this position and returns what follows it; `None` where it has its place elsewhere.
    fn place(&mut self, step: &'g Step, position: Position, depth: usize) -> Option<Vec<Answer<'g>>> {
        if is_contacts(step) {
            return None;
        }
        let is_new = self.placed.insert(&step.id);
        if is_new && (depth < MAX_DEPTH || self.is_last(step)) {
            self.written.push(&step.id);
            self.positions.insert(&step.id, position);
            return Some(self.answers(step, depth + 1));
        }
        self.referred.insert(&step.id);
        self.waiting.extend(is_new.then_some(step));
        None
    }

    /// Whether nothing follows a step but contacts, so that its answers have no depth.
    fn is_last(&self, step: &Step) -> bool {
        step.options
            .iter()
            .all(|option| self.steps.get(option.next.value.as_str()).is_none_or(|next| is_contacts(next)))
    }
}
