//! Which step every way to a step leads over: the tree by which a flowchart is divided into parts.

use crate::flowchart::Flowchart;
use crate::layers::depths;

/// For each step, the last one before it that no way from the start goes round (its immediate dominator). The start stands for itself.
pub fn dominators(flowchart: &Flowchart) -> Vec<usize> {
    let depths = depths(flowchart);
    let mut order: Vec<usize> = (0..flowchart.nodes.len()).filter(|node| *node != flowchart.start).collect();
    order.sort_by_key(|node| depths[*node]);
    order.insert(0, flowchart.start);
    let mut position = vec![0; order.len()];
    order.iter().enumerate().for_each(|(nth, node)| position[*node] = nth);
    let mut dominators = vec![flowchart.start; order.len()];
    for node in &order[1..] {
        let before = flowchart.edges.iter().filter(|edge| edge.to == *node).map(|edge| edge.from);
        let known = before.filter(|from| position[*from] < position[*node]);
        // Whichever comes later in the order is replaced by its own dominator, until both are the same.
        let common = known.reduce(|mut one, mut other| {
            while one != other {
                if position[one] > position[other] {
                    one = dominators[one];
                } else {
                    other = dominators[other];
                }
            }
            one
        });
        dominators[*node] = common.unwrap_or(flowchart.start);
    }
    dominators
}

#[cfg(test)]
mod tests {
    use super::dominators;
    use crate::flowchart::{Edge, Flowchart, Kind, Node};

    #[test]
    fn ways_that_meet_again_have_their_fork_in_common() {
        let node = |_| Node { id: String::new(), kind: Kind::Question, title: String::new(), elsewhere: None };
        let edge = |(from, to)| Edge { from, to, label: None };
        // 0 forks to 1 and 2; 2 forks to 3 and 4, which meet in 5; 1 meets them in 6.
        let edges = [(0, 1), (0, 2), (2, 3), (2, 4), (3, 5), (4, 5), (5, 6), (1, 6)].map(edge).into();
        let flowchart = Flowchart { nodes: (0..7).map(node).collect(), edges, start: 0 };
        assert_eq!(dominators(&flowchart), [0, 0, 0, 2, 2, 2, 0]);
    }
}
