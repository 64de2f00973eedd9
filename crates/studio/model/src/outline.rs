//! The steps as an outline: question, answers, and the steps that they lead to.

use std::collections::{BTreeMap, BTreeSet};

use crate::Node;

/// A line of the outline.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct OutlineRow {
    /// How many answers lead to it from the start, from 0.
    pub depth: usize,
    /// The answer that leads here; empty at the start and for steps that nobody reaches.
    pub answer: String,
    /// The index of the step in the file; `None` where the answer leads to no step.
    pub step: Option<usize>,
    /// Whether the step stands in full at another line.
    pub is_reference: bool,
    /// Whether no way leads here from the start.
    pub is_unreachable: bool,
}

/// The outline of the steps of the guide's file. Each step is a line once, and what it leads to stands below it; elsewhere it is a reference.
pub fn outline(guide: &Node) -> Vec<OutlineRow> {
    let steps = guide.get("step").map(Node::items).unwrap_or_default();
    let mut by_id = BTreeMap::new();
    for (index, step) in steps.iter().enumerate() {
        by_id.entry(text(step, "id")).or_insert(index);
    }
    let mut walk = Walk { steps, by_id, shown: BTreeSet::new(), rows: Vec::new() };
    if let Some(start) = walk.by_id.get(text(guide, "start")).copied() {
        walk.visit(start, false);
    }
    let reached = walk.shown.clone();
    // A step that heads others stands before them; of a circle, its first.
    let led_to: BTreeSet<usize> = (0..steps.len())
        .filter(|from| !reached.contains(from))
        .flat_map(|from| options(&steps[from]).iter().map(move |option| (from, option)))
        .filter_map(|(from, option)| walk.by_id.get(text(option, "next")).copied().filter(|to| *to != from))
        .collect();
    for only_heads in [true, false] {
        for step in 0..steps.len() {
            if !(walk.shown.contains(&step) || only_heads && led_to.contains(&step)) {
                walk.visit(step, true);
            }
        }
    }
    walk.rows
}

struct Walk<'w> {
    steps: &'w [Node],
    by_id: BTreeMap<&'w str, usize>,
    shown: BTreeSet<usize>,
    rows: Vec<OutlineRow>,
}

impl Walk<'_> {
    /// Adds the lines of a step that is not shown yet, and of all that it leads to.
    fn visit(&mut self, first: usize, is_unreachable: bool) {
        // What is still to be added, the next last. A guide may be deeper than the stack.
        let mut waiting = vec![(0, String::new(), Some(first))];
        while let Some((depth, answer, step)) = waiting.pop() {
            let is_new = step.is_some_and(|step| self.shown.insert(step));
            let is_reference = step.is_some() && !is_new;
            self.rows.push(OutlineRow { depth, answer, step, is_reference, is_unreachable });
            let Some(step) = step.filter(|_| is_new) else { continue };
            for option in options(&self.steps[step]).iter().rev() {
                let next = self.by_id.get(text(option, "next")).copied();
                waiting.push((depth + 1, text(option, "label").to_owned(), next));
            }
        }
    }
}

fn options(step: &Node) -> &[Node] {
    step.get("option").map(Node::items).unwrap_or_default()
}

fn text<'n>(node: &'n Node, key: &str) -> &'n str {
    node.get(key).and_then(Node::text).unwrap_or_default()
}
