//! The one order of the steps, whatever their order in the file: the start, then each step after all that lead to it,
//! answers in their own order. So the same flow is the same site, and staff may keep the file as they like.

use std::collections::{HashMap, HashSet};

use guide_core::guide::Step;

/// Puts steps into the order in which the flow is read from `start`; those that it does not reach stand last, as they
/// were. A circle, which the check refuses, is broken where it comes back.
pub fn reading_order(steps: Vec<Step>, start: &str) -> Vec<Step> {
    let mut index: HashMap<&str, usize> = HashMap::new();
    for (at, step) in steps.iter().enumerate() {
        index.entry(&step.id).or_insert(at);
    }
    let nexts = |at: usize| steps[at].options.iter().filter_map(|option| index.get(&*option.next.value).copied());

    // Depth first, each step noted when all that follows from it has been: the notes read backwards are the order.
    let mut noted = Vec::new();
    let mut entered: HashSet<usize> = HashSet::new();
    let mut open: Vec<(usize, Vec<usize>)> = Vec::new();
    let begin = index.get(start).copied();
    open.extend(begin.map(|at| (at, nexts(at).collect())));
    entered.extend(begin);
    while let Some((at, ahead)) = open.last_mut() {
        match ahead.pop() {
            Some(next) if entered.insert(next) => open.push((next, nexts(next).collect())),
            Some(_) => {}
            None => {
                noted.push(*at);
                open.pop();
            }
        }
    }
    noted.reverse();
    noted.extend((0..steps.len()).filter(|at| !entered.contains(at)));

    let mut steps: Vec<Option<Step>> = steps.into_iter().map(Some).collect();
    noted.into_iter().filter_map(|at| steps[at].take()).collect()
}
