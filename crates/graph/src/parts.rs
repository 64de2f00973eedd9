//! A flowchart that is too large for one legible picture, divided into parts that are not.
//!
//! Each situation of the first step is a part, and so is each question that several situations lead to. A part that is still too large
//! is cut again at the question that halves it. A step stands in one part, and the others refer to it; only an advice after which
//! nothing more is asked is repeated wherever an answer leads to it, since a reference would take as much space.

use std::collections::HashMap;
use std::ops::Range;

use crate::division::Division;
use crate::flowchart::{Edge, Flowchart, Node};
use crate::pictures::{MAX_STEPS, Pictures};

/// A part of a flowchart.
pub struct Part {
    /// The index in the whole of the step that it begins with.
    pub root: usize,
    /// Its steps. What stands in another part is an end here, with that part's number.
    pub flowchart: Flowchart,
    /// Its drawings.
    pub pictures: Pictures,
}

/// The parts of a flowchart in the order in which one reads them; they are counted from 1. One that is legible as it is is the only part.
pub fn parts(whole: &Flowchart) -> Vec<Part> {
    if let Some(pictures) = Pictures::legible(whole) {
        return vec![Part { root: whole.start, flowchart: whole.clone(), pictures }];
    }
    let mut division = Division::of(whole);
    let mut parts: Vec<(Vec<usize>, Part)> = Vec::new();
    for root in division.order.clone() {
        add_parts(&mut division, root, &mut parts);
    }
    // For each step, the number of the first part that it is drawn in.
    let mut numbers = vec![None; whole.nodes.len()];
    for (nth, (steps, part)) in parts.iter().enumerate() {
        let drawn = steps.iter().zip(&part.flowchart.nodes).filter(|(_, node)| node.elsewhere.is_none());
        drawn.for_each(|(step, _)| numbers[*step] = numbers[*step].or(Some(nth + 1)));
    }
    for (steps, part) in &mut parts {
        for (step, node) in steps.iter().zip(&mut part.flowchart.nodes) {
            node.elsewhere = node.elsewhere.and(numbers[*step]);
        }
    }
    parts.into_iter().map(|(_, part)| part).collect()
}

/// Adds the part that begins with a step, if one does, with the steps of the whole that it has, and cuts it until it is legible.
fn add_parts(division: &mut Division, root: usize, parts: &mut Vec<(Vec<usize>, Part)>) {
    let answers = division.answers(root);
    let mut pending: Vec<Range<usize>> = division.is_root(root).then_some(0..answers).into_iter().collect();
    while let Some(answers) = pending.pop() {
        let (steps, edges) = division.steps_from(root, &answers);
        let flowchart = flowchart(division, root, &steps, &edges);
        if let Some(pictures) = Pictures::legible(&flowchart) {
            parts.push((steps, Part { root, flowchart, pictures }));
        } else if division.cut(root, edges.len(), steps.len() > MAX_STEPS) {
            pending.push(answers);
        } else if answers.len() > 1 {
            // A question with very many answers stands in several parts, each with some of them.
            pending.extend(chunks(&answers, legible_answers(division, root, &answers)).rev());
        } else {
            let pictures = Pictures::of(&flowchart);
            parts.push((steps, Part { root, flowchart, pictures }));
        }
    }
}

/// How many of the first answers make a legible part: all but one at most, and one at least.
fn legible_answers(division: &Division, root: usize, answers: &Range<usize>) -> usize {
    let (mut legible, mut too_many) = (1, answers.len());
    while legible + 1 < too_many {
        let middle = (legible + too_many) / 2;
        let (steps, edges) = division.steps_from(root, &(answers.start..answers.start + middle));
        let is_legible = Pictures::legible(&flowchart(division, root, &steps, &edges)).is_some();
        *(if is_legible { &mut legible } else { &mut too_many }) = middle;
    }
    legible
}

/// Ranges of which each has about as many answers as the others, and none more than `most`.
fn chunks(answers: &Range<usize>, most: usize) -> impl DoubleEndedIterator<Item = Range<usize>> {
    let (start, count) = (answers.start, answers.len());
    let number = count.div_ceil(most);
    (0..number).map(move |nth| start + nth * count / number..start + (nth + 1) * count / number)
}

/// The flowchart of a part.
fn flowchart(division: &Division, root: usize, steps: &[usize], edges: &[&Edge]) -> Flowchart {
    let indices: HashMap<usize, usize> = steps.iter().enumerate().map(|(nth, step)| (*step, nth)).collect();
    let index = |step: usize| indices.get(&step).copied().unwrap_or_default();
    let node = |step: &usize| Node {
        // Its number takes this place when all parts are known.
        elsewhere: division.is_elsewhere(*step, root).then_some(0),
        ..division.whole.nodes[*step].clone()
    };
    let edge = |edge: &&Edge| Edge { from: index(edge.from), to: index(edge.to), label: edge.label.clone() };
    Flowchart { nodes: steps.iter().map(node).collect(), edges: edges.iter().map(edge).collect(), start: index(root) }
}
