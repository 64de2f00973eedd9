//! Swaps of neighbours within a layer, which sorting by mean positions misses.

use crate::crossings::{self, Ends};
use crate::layers::{Cell, Layers, PortKeys, Segment};

/// How many lines are looked at in all, so that the work does not grow faster than the flowchart. Small ones need some thousands.
const MAX_WORK: usize = 200_000;

/// How many lines are looked at in front of one step. More end at no box that is legible; their order there is left to the sweeps.
const MAX_LINES: usize = 64;

/// Swaps neighbours as long as that means fewer crossings, or as many and an order nearer to that of the content. What a swap changes is
/// counted from the lines of both cells and of the steps that these lead to.
pub fn swap_neighbours(layers: &mut Layers, content_positions: &[usize]) {
    let mut positions = layers.positions();
    let (mut work, mut better) = (0, true);
    while std::mem::take(&mut better) && work < MAX_WORK {
        for layer in 0..layers.layers.len() {
            for position in 1..layers.layers[layer].len() {
                let (one, other) = (layers.layers[layer][position - 1], layers.layers[layer][position]);
                let (now, lines) = crossings_of(layers, one, other, &positions);
                positions.swap(one, other);
                let (then, _) = crossings_of(layers, other, one, &positions);
                work += lines;
                if then < now || then == now && content_positions[other] < content_positions[one] {
                    layers.layers[layer].swap(position - 1, position);
                    better = true;
                } else {
                    positions.swap(one, other);
                }
            }
        }
    }
}

/// The crossings that depend on which of two neighbours is the upper one, and the number of lines looked at.
fn crossings_of(layers: &Layers, upper: usize, lower: usize, positions: &[usize]) -> (usize, usize) {
    let from = |cell: usize| sorted(layers.reaching.of(cell).iter().map(|nth| positions[layers.segments[*nth].from]));
    let to = |cell: usize| sorted(layers.leaving.of(cell).iter().map(|nth| positions[layers.segments[*nth].to]));
    let ends = [from(upper), from(lower), to(upper), to(lower)];
    let crossings = pairs_out_of_order(&ends[0], &ends[1]) + pairs_out_of_order(&ends[2], &ends[3]);
    let (at_ports, lines) = crossings_at_ports(layers, upper, lower, positions);
    (crossings + at_ports, lines + ends.iter().map(Vec::len).sum::<usize>())
}

fn sorted(positions: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut positions: Vec<usize> = positions.collect();
    positions.sort_unstable();
    positions
}

/// The number of pairs of which the upper one is greater. Both lists are sorted.
fn pairs_out_of_order(upper: &[usize], lower: &[usize]) -> usize {
    let mut smaller = 0;
    let mut found = 0;
    for position in upper {
        while lower.get(smaller).is_some_and(|lower| lower < position) {
            smaller += 1;
        }
        found += smaller;
    }
    found
}

/// The crossings in front of the steps that these cells lead to: where several bundles end in one, their order depends on that of the
/// cells. And the number of lines there.
fn crossings_at_ports(layers: &Layers, upper: usize, lower: usize, positions: &[usize]) -> (usize, usize) {
    let segments = layers.leaving.of(upper).iter().chain(layers.leaving.of(lower));
    let next = segments.map(|segment| layers.segments[*segment].to);
    let has_ports = |cell: usize| {
        let is_step = matches!(layers.cells[cell], Cell::Node(_));
        is_step && layers.bundles_to.of(cell).len() > 1 && layers.reaching.of(cell).len() <= MAX_LINES
    };
    let mut steps: Vec<usize> = next.filter(|cell| has_ports(*cell)).collect();
    steps.sort_unstable();
    steps.dedup();
    let crossings = |step: usize| {
        let segments = layers.reaching.of(step);
        let mut keys = PortKeys::default();
        keys.add(layers, segments, positions);
        let end = |nth: &usize| -> Ends {
            let Segment { from, bundle, .. } = layers.segments[*nth];
            (positions[from], (0, keys.of(bundle)))
        };
        crossings::count(&mut segments.iter().map(end).collect::<Vec<_>>())
    };
    let lines = steps.iter().map(|step| layers.reaching.of(*step).len()).sum();
    (steps.into_iter().map(crossings).sum(), lines)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flowchart::{Edge, Flowchart, Kind, Node};
    use proptest::prelude::*;

    /// Steps that lead to some of the next ones, by answers of which many are the same.
    fn flowcharts() -> impl Strategy<Value = Flowchart> {
        proptest::collection::vec(proptest::collection::vec((1..9usize, 0..3usize), 1..4), 4..30).prop_map(|steps| {
            let node = |_| Node { id: String::new(), kind: Kind::Question, title: String::new(), elsewhere: None };
            let nodes: Vec<Node> = (0..steps.len()).map(node).collect();
            let label = |kind: usize| [None, Some("Да".to_owned()), Some("Нет".to_owned())][kind].clone();
            let answers = steps.iter().enumerate().flat_map(|(from, answers)| answers.iter().map(move |it| (from, it)));
            let edges = answers.map(|(from, (ahead, kind))| Edge { from, to: from + ahead, label: label(*kind) });
            let edges = edges.filter(|edge| edge.to < nodes.len()).collect();
            Flowchart { nodes, edges, start: 0 }
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

        /// What is counted for a swap is what it changes of all crossings.
        #[test]
        fn a_swap_changes_the_crossings_that_are_counted_for_it(graph in flowcharts()) {
            let layers = Layers::of(&graph);
            for layer in &layers.layers {
                for pair in layer.windows(2) {
                    let before = layers.positions();
                    let mut after = before.clone();
                    after.swap(pair[0], pair[1]);
                    let near = crossings_of(&layers, pair[1], pair[0], &after).0 as isize
                        - crossings_of(&layers, pair[0], pair[1], &before).0 as isize;
                    let all = layers.crossings(&after) as isize - layers.crossings(&before) as isize;
                    prop_assert_eq!(near, all);
                }
            }
        }
    }
}
