//! The flow from top to bottom, for a phone: a row for each step, further in the further it is from the start.
//!
//! Answers run down on the left, as in a list of folders; lines to the steps that end the way, and those that would run
//! through a box on the left, run on the right.

use crate::drawing::{Drawing, Line};
use crate::flowchart::Bundle;
use crate::layers::Layers;
use crate::node_box::{NodeBox, PAD_X, narrowest};
use crate::row_order::{downwards, reading};

/// The width between the margins of a narrow phone: on it a unit of the picture is a pixel.
const SCREEN: f64 = 328.0;
const MARGIN: f64 = 2.0;
/// Above the first row, for its badge.
const TOP: f64 = 16.0;
/// How much further in each layer stands, and where in that its upright is.
const INDENT: f64 = 28.0;
const UPRIGHT: f64 = 12.0;
const GAP: f64 = 22.0;
/// From a box to the first upright at its right, and from one to the next.
const LEAVE: f64 = 18.0;
const TRACK: f64 = 12.0;
/// How far above a box's foot lines leave it that may not leave in its middle.
const FOOT: f64 = 14.0;

/// Draws the flow in each order of rows, with either what is short or what has many lines next to the boxes; the picture
/// with the fewest crossings is taken, and of such the first.
pub fn tall(layers: &Layers) -> Drawing {
    let best = draw(layers, &downwards(layers), false);
    let others = [(downwards(layers), true), (reading(layers), false), (reading(layers), true)];
    let others = others.into_iter().map(|(rows, many)| draw(layers, &rows, many));
    others.fold(best, |best, next| if next.crossings() < best.crossings() { next } else { best })
}

/// A bundle's lines: those on the left, and those on the right.
struct Sides {
    left: Vec<usize>,
    right: Vec<usize>,
    /// The track of those on the right.
    track: usize,
}

fn draw(layers: &Layers, rows: &[usize], many_first: bool) -> Drawing {
    let graph = layers.graph;
    let mut row_of = vec![0; graph.nodes.len()];
    rows.iter().enumerate().for_each(|(row, node)| row_of[*node] = row);
    let depth = |node: usize| if graph.is_end(node) { 0 } else { layers.layer_of[node] };
    let indent = |node: usize| MARGIN + depth(node) as f64 * INDENT;
    let mut all = sides(layers, rows, &row_of, &depth);
    let tracks = tracks(layers, &mut all, &row_of, many_first);

    let gutter = if tracks == 0 { MARGIN } else { LEAVE + (tracks - 1) as f64 * TRACK + MARGIN };
    let deepest = rows.iter().map(|node| indent(*node)).fold(0.0, f64::max);
    let width = SCREEN.max((deepest + narrowest(graph) + 2.0 * PAD_X + gutter).ceil());
    let right = width - gutter;
    let mut top = TOP;
    let frames: Vec<(NodeBox, f64)> = rows
        .iter()
        .map(|node| {
            let ports = ports(layers, *node, &row_of);
            let frame = NodeBox::new(layers, *node, ports, right - indent(*node) - 2.0 * PAD_X);
            let at = top;
            top += frame.height() + GAP;
            (frame, at)
        })
        .collect();

    let mut lines = Vec::new();
    for (bundle, sides) in all.iter().enumerate() {
        let to = layers.bundles[bundle].to;
        let (frame, at) = &frames[row_of[to]];
        let end = at + frame.port(bundle);
        for node in &sides.left {
            let (from, at) = &frames[row_of[*node]];
            let foot = if row_of[to] > row_of[*node] { at + from.height() } else { *at };
            let upright = indent(*node) + UPRIGHT;
            let points = vec![(upright, foot), (upright, end), (indent(to), end)];
            lines.push(Line { points, from: *node, bundle, arrow: true });
        }
        for node in &sides.right {
            let (from, at) = &frames[row_of[*node]];
            // Where a line comes in at the right, too, those that go leave below it.
            let shared = bundles_to(layers, *node).any(|bundle| !all[bundle].right.is_empty());
            let start = at + if shared { from.height() - FOOT } else { from.height() / 2.0 };
            let upright = right + LEAVE + sides.track as f64 * TRACK;
            let points = vec![(right, start), (upright, start), (upright, end), (right, end)];
            lines.push(Line { points, from: *node, bundle, arrow: true });
        }
    }
    let boxes =
        frames.iter().map(|(frame, at)| frame.place(graph, indent(frame.node), *at, right - indent(frame.node)));
    Drawing { width, height: top - GAP + MARGIN, boxes: boxes.collect(), lines }
}

/// Which side each line runs on.
fn sides(layers: &Layers, rows: &[usize], row_of: &[usize], depth: &dyn Fn(usize) -> usize) -> Vec<Sides> {
    let free = |from: usize, to: usize| {
        let (first, last) = (row_of[from].min(row_of[to]), row_of[from].max(row_of[to]));
        // Another step as far in may have lines of its own at the height that a line upwards comes by.
        let taken = |other: usize, next: usize| {
            depth(other) == depth(from) && row_of[other] < first && (first..last).contains(&row_of[next])
        };
        let upwards = row_of[to] < row_of[from];
        depth(to) > depth(from)
            && rows[first + 1..last].iter().all(|between| depth(*between) > depth(from))
            && !(upwards && layers.graph.edges.iter().any(|edge| taken(edge.from, edge.to)))
    };
    let side = |bundle: &Bundle| {
        let (left, right) = bundle.from.iter().partition(|from| free(**from, bundle.to));
        Sides { left, right, track: 0 }
    };
    layers.bundles.iter().map(side).collect()
}

/// Gives those on the right their tracks, and tells how many there are. What ends sooner runs further in, or what has more
/// lines.
fn tracks(layers: &Layers, sides: &mut [Sides], row_of: &[usize], many_first: bool) -> usize {
    let span = |bundle: usize, sides: &[Sides]| {
        let all = || sides[bundle].right.iter().chain([&layers.bundles[bundle].to]).map(|node| row_of[*node]);
        (all().min().unwrap_or(0), all().max().unwrap_or(0))
    };
    let mut order: Vec<usize> = (0..sides.len()).filter(|bundle| !sides[*bundle].right.is_empty()).collect();
    order.sort_by_key(|bundle| {
        let (first, last) = span(*bundle, sides);
        let lines = if many_first { sides[*bundle].right.len() } else { 0 };
        (std::cmp::Reverse(lines), last - first)
    });
    let mut count = 0;
    for (nth, bundle) in order.iter().enumerate() {
        let (first, last) = span(*bundle, sides);
        let beside = order[..nth].iter().filter(|other| {
            let (other_first, other_last) = span(**other, sides);
            first <= other_last && other_first <= last
        });
        sides[*bundle].track = beside.map(|other| sides[*other].track + 1).max().unwrap_or(0);
        count = count.max(sides[*bundle].track + 1);
    }
    count
}

/// The bundles that end in a step, from the top: first what comes from above, the nearest first, then what comes from
/// below, the nearest last; so none crosses another.
fn ports(layers: &Layers, node: usize, row_of: &[usize]) -> Vec<usize> {
    let key = |bundle: &usize| {
        let farthest = layers.bundles[*bundle].from.iter().max_by_key(|from| row_of[**from].abs_diff(row_of[node]));
        let from = farthest.map_or(0, |from| row_of[*from]);
        let away = from.abs_diff(row_of[node]) as isize;
        let below = from > row_of[node];
        (layers.bundles[*bundle].label.is_none(), below, if below { -away } else { away })
    };
    let mut ports: Vec<usize> = bundles_to(layers, node).collect();
    ports.sort_by_key(key);
    ports
}

fn bundles_to(layers: &Layers, node: usize) -> impl Iterator<Item = usize> {
    (0..layers.bundles.len()).filter(move |bundle| layers.bundles[*bundle].to == node)
}
