//! The order of the steps on the site, whatever their order in the file: the start first, then each step after all steps that lead
//! to it, in the order of their answers. So the same flow gives the same site, and staff may order the file as they like.

use std::collections::HashSet;

use guide_core::guide::Step;

use crate::step_index::StepIndex;

/// Sorts the steps topologically from `start`; those that it does not reach come last, in their old order. A circle, which the
/// check reports, is cut where it closes.
pub fn reading_order(steps: Vec<Step>, start: &str) -> Vec<Step> {
    let index = StepIndex::new(&steps);
    let next_steps = |at: usize| steps[at].options.iter().filter_map(|option| index.find(&option.next));

    // Depth first: a step is finished when all steps after it are. The reverse of that order is the one wanted.
    let mut finished = Vec::new();
    let mut entered: HashSet<usize> = HashSet::new();
    let mut open: Vec<(usize, Vec<usize>)> = Vec::new();
    let first = index.find(start);
    open.extend(first.map(|at| (at, next_steps(at).collect())));
    entered.extend(first);
    while let Some((at, ahead)) = open.last_mut() {
        match ahead.pop() {
            Some(next) if entered.insert(next) => open.push((next, next_steps(next).collect())),
            Some(_) => {}
            None => {
                finished.push(*at);
                open.pop();
            }
        }
    }
    finished.reverse();
    finished.extend((0..steps.len()).filter(|at| !entered.contains(at)));

    let mut steps: Vec<Option<Step>> = steps.into_iter().map(Some).collect();
    finished.into_iter().filter_map(|at| steps[at].take()).collect()
}
