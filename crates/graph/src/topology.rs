//! The order in which every step comes after all that lead to it, found in one pass.

use std::collections::VecDeque;

use crate::flowchart::Flowchart;
use crate::groups::Groups;

/// The steps in topological order, and the edges that follow it.
///
/// The check refuses circles. Where there is one all the same, an edge that closes it is left out, and every step that can be reached can
/// still be reached.
pub struct Topology {
    /// The steps, each after all that lead to it.
    pub order: Vec<usize>,
    /// For each edge, whether it leads to a later step.
    pub is_forward: Vec<bool>,
    /// For each step, the indices of the edges that leave it.
    pub leaving: Groups,
    /// For each step, the indices of the edges that lead to it.
    pub reaching: Groups,
}

impl Topology {
    /// Orders the steps of a flowchart.
    pub fn of(graph: &Flowchart) -> Topology {
        let order = order(graph);
        let mut position = vec![0; order.len()];
        order.iter().enumerate().for_each(|(nth, node)| position[*node] = nth);
        let is_forward: Vec<bool> = graph.edges.iter().map(|edge| position[edge.from] < position[edge.to]).collect();
        let forward = graph.edges.iter().zip(&is_forward).map(|(edge, is_forward)| is_forward.then_some(edge));
        let count = graph.nodes.len();
        let leaving = Groups::by(count, forward.clone().map(|edge| Some(edge?.from)));
        let reaching = Groups::by(count, forward.map(|edge| Some(edge?.to)));
        Topology { order, is_forward, leaving, reaching }
    }

    /// The length of the longest path to each step.
    pub fn depths(&self, graph: &Flowchart) -> Vec<usize> {
        let mut depths = vec![0; self.order.len()];
        for node in &self.order {
            let before = self.reaching.of(*node).iter().map(|edge| depths[graph.edges[*edge].from] + 1);
            depths[*node] = before.max().unwrap_or(0);
        }
        depths
    }
}

/// Takes each step when all that lead to it are taken. Where none is left but steps in circles, the first one that a taken step leads to
/// is taken, so that circles are opened where one enters them.
fn order(graph: &Flowchart) -> Vec<usize> {
    let count = graph.nodes.len();
    let leaving = Groups::by(count, graph.edges.iter().map(|edge| Some(edge.from)));
    let mut waiting = vec![0; count];
    graph.edges.iter().for_each(|edge| waiting[edge.to] += 1);
    let sources = (0..count).filter(|node| *node != graph.start && waiting[*node] == 0);
    let mut ready: VecDeque<usize> = (count > 0).then_some(graph.start).into_iter().chain(sources).collect();
    let (mut entered, mut rest) = (VecDeque::new(), 0..count);
    let mut is_taken = vec![false; count];
    let mut order = Vec::with_capacity(count);
    while let Some(node) = ready.pop_front().or_else(|| entered.pop_front()).or_else(|| rest.next()) {
        if std::mem::replace(&mut is_taken[node], true) {
            continue;
        }
        order.push(node);
        for next in leaving.of(node).iter().map(|edge| graph.edges[*edge].to) {
            waiting[next] -= 1;
            let queue = if waiting[next] == 0 { &mut ready } else { &mut entered };
            queue.push_back(next);
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::Topology;
    use crate::flowchart::{Edge, Flowchart, Kind, Node};

    fn flowchart(steps: usize, start: usize, edges: &[(usize, usize)]) -> Flowchart {
        let node = |_| Node { id: String::new(), kind: Kind::Question, title: String::new(), elsewhere: None };
        let edge = |(from, to): &(usize, usize)| Edge { from: *from, to: *to, label: None };
        Flowchart { nodes: (0..steps).map(node).collect(), edges: edges.iter().map(edge).collect(), start }
    }

    #[test]
    fn a_step_is_one_deeper_than_the_deepest_that_leads_to_it() {
        let graph = flowchart(4, 3, &[(3, 0), (0, 2), (2, 1), (3, 1)]);
        assert_eq!(Topology::of(&graph).depths(&graph), [1, 3, 2, 0]);
    }

    /// The circle of 0 and 1 is entered at 1; so the edge from 0 back to 1 is the one to leave out, although 0 is the first in the content.
    #[test]
    fn a_circle_is_opened_where_one_enters_it() {
        let graph = flowchart(3, 2, &[(2, 1), (1, 0), (0, 1)]);
        let topology = Topology::of(&graph);
        assert_eq!(topology.order, [2, 1, 0]);
        assert_eq!(topology.leaving.of(0), [0usize; 0]);
        assert_eq!(topology.depths(&graph), [2, 1, 0]);
    }

    #[test]
    fn a_circle_through_the_start_or_away_from_it_is_opened_too() {
        let graph = flowchart(5, 0, &[(0, 1), (1, 0), (2, 2), (3, 4), (4, 3)]);
        let topology = Topology::of(&graph);
        assert_eq!(topology.order, [0, 1, 2, 3, 4]);
        assert_eq!(topology.depths(&graph), [0, 1, 0, 0, 1]);
    }
}
