//! Channel routing between two layers: the track of each vertical segment, from left to right, so that few lines cross.

use std::collections::HashMap;

use crate::stacking::stack;

/// A line between two layers.
#[derive(Clone, Copy)]
pub struct Wire {
    /// The number of its net. Wires of one net share a vertical segment.
    pub net: usize,
    /// The y at which it leaves the layer on the left.
    pub from: f64,
    /// The y at which it reaches the layer on the right.
    pub to: f64,
}

/// Vertical segments that are nearer to each other than this, one below the other, get different tracks.
const MIN_DISTANCE: f64 = 10.0;

/// Horizontal segments that are nearer to each other than this look like one.
const LINE_WIDTH: f64 = 2.0;
/// As bad as two lines that look like one.
const MANY_CROSSINGS: usize = 100;

/// How many nets of two layers, and of how many wires, are put into the best order. More are on no legible picture; they stay in the order
/// in which they come.
const MAX_ORDERED: usize = 64;
const MAX_WIRES: usize = 512;
/// How often all nets are moved at most. Twice is the usual.
const MAX_PASSES: usize = 16;

/// A vertical segment with all y at which its wires arrive from the left and leave to the right.
struct Net {
    id: usize,
    left: Vec<f64>,
    right: Vec<f64>,
    /// The highest and the lowest of these y.
    span: (f64, f64),
}

impl Net {
    fn is_straight(&self) -> bool {
        let (top, bottom) = self.span;
        bottom - top < 0.01
    }

    /// The number of crossings if this net is left of another: its wires to the right cross the other's vertical segment, the
    /// other's wires from the left cross this one's. Wires that would lie upon each other count as very many.
    fn crossings_left_of(&self, other: &Net) -> usize {
        let crossed = |heights: &[f64], net: &Net| {
            let (top, bottom) = net.span;
            heights.iter().filter(|height| **height > top - 0.01 && **height < bottom + 0.01).count()
        };
        // Where both end in one point they join there, whichever is on the left.
        let meets = self.right.iter().filter(|height| other.right.contains(height)).count();
        let is_upon = |height: &&f64| other.left.iter().any(|left| (left - **height).abs() < LINE_WIDTH);
        let upon = self.right.iter().filter(is_upon).count();
        (crossed(&self.right, other) + crossed(&other.left, self)).saturating_sub(meets) + MANY_CROSSINGS * upon
    }
}

/// The track of each wire, counted from the left, and the number of tracks. A net whose wires are all horizontal needs none.
pub fn tracks(wires: &[Wire]) -> (Vec<Option<usize>>, usize) {
    let mut nets = nets(wires);
    nets.retain(|net| !net.is_straight());
    if nets.len() <= MAX_ORDERED && wires.len() <= MAX_WIRES {
        order_nets(&mut nets);
    }
    let spans: Vec<(f64, f64)> = nets.iter().map(|net| net.span).collect();
    let found = stack(&spans, MIN_DISTANCE);
    let count = found.iter().max().map_or(0, |last| last + 1);
    let tracks: HashMap<usize, usize> = nets.iter().map(|net| net.id).zip(found).collect();
    (wires.iter().map(|wire| tracks.get(&wire.net).copied()).collect(), count)
}

/// The nets of the wires, in the order of their first wires.
fn nets(wires: &[Wire]) -> Vec<Net> {
    let mut nets: Vec<Net> = Vec::new();
    let mut indices = HashMap::new();
    for wire in wires {
        let nth = *indices.entry(wire.net).or_insert_with(|| {
            nets.push(Net {
                id: wire.net,
                left: Vec::new(),
                right: Vec::new(),
                span: (f64::INFINITY, f64::NEG_INFINITY),
            });
            nets.len() - 1
        });
        let net = &mut nets[nth];
        net.left.push(wire.from);
        net.right.push(wire.to);
        net.span = (net.span.0.min(wire.from).min(wire.to), net.span.1.max(wire.from).max(wire.to));
    }
    for heights in nets.iter_mut().flat_map(|net| [&mut net.left, &mut net.right]) {
        heights.sort_by(f64::total_cmp);
        heights.dedup();
    }
    nets
}

/// Moves each net to where it has the fewest crossings, until no move helps.
fn order_nets(nets: &mut Vec<Net>) {
    let costs: Vec<Vec<usize>> =
        nets.iter().map(|one| nets.iter().map(|other| one.crossings_left_of(other)).collect()).collect();
    let mut order: Vec<usize> = (0..nets.len()).collect();
    for _ in 0..MAX_PASSES {
        let mut better = false;
        for from in 0..order.len() {
            for to in 0..order.len() {
                if saved_by_move(&costs, &order, from, to) > 0 {
                    move_item(&mut order, from, to);
                    better = true;
                }
            }
        }
        if !better {
            break;
        }
    }
    let mut old: Vec<Option<Net>> = nets.drain(..).map(Some).collect();
    nets.extend(order.into_iter().filter_map(|nth| old[nth].take()));
}

/// How many crossings fewer there are if the net at index `from` is moved to index `to`: it only changes sides with those between.
fn saved_by_move(costs: &[Vec<usize>], order: &[usize], from: usize, to: usize) -> isize {
    let net = order[from];
    let left_of = |one: usize, other: usize| costs[one][other] as isize - costs[other][one] as isize;
    if from < to {
        order[from + 1..=to].iter().map(|other| left_of(net, *other)).sum()
    } else {
        order[to..from].iter().map(|other| left_of(*other, net)).sum()
    }
}

/// Moves the item at index `from` to index `to`.
fn move_item(order: &mut [usize], from: usize, to: usize) {
    if from < to {
        order[from..=to].rotate_left(1);
    } else {
        order[to..=from].rotate_right(1);
    }
}
