//! The flowchart from top to bottom, for a phone: a row for each step, indented by its layer.
//!
//! Lines run down on the left, as in a tree of folders. Lines to the steps without answers that several steps lead to
//! run on the right, and so do those that would run through a box on the left.

use std::ops::Range;

use crate::drawing::{Drawing, Line};
use crate::flowchart::Bundle;
use crate::layers::Layers;
use crate::node_box::{NodeBox, PADDING_X, longest_word};
use crate::row_order::{is_shared_end, reading_order, topological_order};
use crate::stacking::stack;

/// The width between the margins of a page on a narrow phone, where a unit of the picture is a pixel.
const MIN_WIDTH: f64 = 328.0;
/// Around the picture, except above.
const MARGIN: f64 = 2.0;
/// Above the first row, whose badge needs it.
const TOP_MARGIN: f64 = 16.0;
/// How much each layer is indented more than the one before.
const INDENT: f64 = 28.0;
/// From the left edge of a box to the vertical line that leaves it.
const VERTICAL_INDENT: f64 = 12.0;
/// Between two rows.
const ROW_GAP: f64 = 22.0;
/// From the right edge of the boxes to the first track.
const FIRST_TRACK: f64 = 18.0;
/// From one track to the next.
const TRACK_GAP: f64 = 12.0;
/// How far above the lower edge of a box lines leave it where others arrive at its middle.
const EXIT_ABOVE_BOTTOM: f64 = 14.0;

/// Draws the flowchart in both orders of rows, with either the short bundles or those of many lines next to the boxes, and takes
/// the first picture with the fewest crossings.
pub fn tall(layers: &Layers) -> Drawing {
    let (downwards, reading) = (topological_order(layers), reading_order(layers));
    let mut best = draw(layers, &downwards, false);
    let mut fewest = best.crossings();
    for (rows, many_first) in [(&downwards, true), (&reading, false), (&reading, true)] {
        if fewest == 0 {
            break;
        }
        let next = draw(layers, rows, many_first);
        let crossings = next.crossings();
        if crossings < fewest {
            (best, fewest) = (next, crossings);
        }
    }
    best
}

/// The steps that the lines of a bundle leave, by the side on which the lines run.
struct Sides {
    left: Vec<usize>,
    right: Vec<usize>,
    /// The track of the lines on the right, from 0.
    track: usize,
}

/// Draws the flowchart with the rows in this order.
fn draw(layers: &Layers, rows: &[usize], many_first: bool) -> Drawing {
    let graph = layers.graph;
    let mut row_of = vec![0; graph.nodes.len()];
    rows.iter().enumerate().for_each(|(row, node)| row_of[*node] = row);
    let depth = |node: usize| if is_shared_end(layers, node) { 0 } else { layers.layer_of[node] };
    let depths: Vec<usize> = (0..graph.nodes.len()).map(depth).collect();
    let indent = |node: usize| MARGIN + depths[node] as f64 * INDENT;
    let mut all_sides = sides(layers, rows, &row_of, &depths);
    let tracks = tracks(layers, &mut all_sides, &row_of, many_first);

    let gutter = if tracks == 0 { MARGIN } else { FIRST_TRACK + (tracks - 1) as f64 * TRACK_GAP + MARGIN };
    let deepest = rows.iter().map(|node| indent(*node)).fold(0.0, f64::max);
    let width = MIN_WIDTH.max((deepest + longest_word(graph) + 2.0 * PADDING_X + gutter).ceil());
    let right = width - gutter;
    let mut top = TOP_MARGIN;
    let node_boxes: Vec<(NodeBox, f64)> = rows
        .iter()
        .map(|node| {
            let ports = ports(layers, *node, &row_of);
            let node_box = NodeBox::new(layers, *node, ports, right - indent(*node) - 2.0 * PADDING_X);
            let at = top;
            top += node_box.height() + ROW_GAP;
            (node_box, at)
        })
        .collect();

    let mut ends = vec![0.0; layers.bundles.len()];
    for (node_box, at) in &node_boxes {
        node_box.port_offsets().for_each(|(bundle, offset)| ends[bundle] = at + offset);
    }
    let mut lines = Vec::new();
    for (bundle, sides) in all_sides.iter().enumerate() {
        let (to, end) = (layers.bundles[bundle].to, ends[bundle]);
        for node in &sides.left {
            let (from, at) = &node_boxes[row_of[*node]];
            let edge = if row_of[to] > row_of[*node] { at + from.height() } else { *at };
            let vertical = indent(*node) + VERTICAL_INDENT;
            let points = vec![(vertical, edge), (vertical, end), (indent(to), end)];
            lines.push(Line { points, from: *node, bundle, arrow: true });
        }
        for node in &sides.right {
            let (from, at) = &node_boxes[row_of[*node]];
            // Where lines arrive on the right too, the others leave below them.
            let shared = layers.bundles_to.of(*node).iter().any(|bundle| !all_sides[*bundle].right.is_empty());
            let start = at + if shared { from.height() - EXIT_ABOVE_BOTTOM } else { from.height() / 2.0 };
            let vertical = right + FIRST_TRACK + sides.track as f64 * TRACK_GAP;
            let points = vec![(right, start), (vertical, start), (vertical, end), (right, end)];
            lines.push(Line { points, from: *node, bundle, arrow: true });
        }
    }
    let boxes = node_boxes
        .iter()
        .map(|(node_box, at)| node_box.placed(graph, indent(node_box.node), *at, right - indent(node_box.node)));
    Drawing { width, height: top - ROW_GAP + MARGIN, boxes: boxes.collect(), lines }
}

/// For each bundle, the side on which its lines run.
fn sides(layers: &Layers, rows: &[usize], row_of: &[usize], depths: &[usize]) -> Vec<Sides> {
    let (above, below) = (shallow_rows(rows.iter().rev(), depths), shallow_rows(rows.iter(), depths));
    let last_row = rows.len() - 1;
    let left_is_free = |from: usize, to: usize| {
        if depths[to] <= depths[from] {
            false
        } else if row_of[from] < row_of[to] {
            below[row_of[from]].is_none_or(|row| row >= row_of[to])
        } else {
            above[last_row - row_of[from]].is_none_or(|row| last_row - row <= row_of[to])
                && !meets_another(layers, from, row_of[to]..row_of[from], row_of, depths)
        }
    };
    let side = |bundle: &Bundle| {
        let (left, right) = bundle.from.iter().partition(|from| left_is_free(**from, bundle.to));
        Sides { left, right, track: 0 }
    };
    layers.bundles.iter().map(side).collect()
}

/// For each of the rows, the next one that is indented no more than it.
fn shallow_rows<'a>(rows: impl Iterator<Item = &'a usize>, depths: &[usize]) -> Vec<Option<usize>> {
    let mut found = Vec::new();
    // The rows that have not come to theirs, each with its depth; the deepest is the last.
    let mut waiting: Vec<(usize, usize)> = Vec::new();
    for (row, node) in rows.enumerate() {
        found.push(None);
        while let Some((deeper, _)) = waiting.pop_if(|(_, depth)| *depth >= depths[*node]) {
            found[deeper] = Some(row);
        }
        waiting.push((row, depths[*node]));
    }
    found
}

/// Whether a line that runs upwards past these rows would meet those of another step of the same indent, which end there from above.
fn meets_another(layers: &Layers, from: usize, rows: Range<usize>, row_of: &[usize], depths: &[usize]) -> bool {
    let ends_here = |bundle: &&Bundle| rows.contains(&row_of[bundle.to]);
    let others = layers.bundles.iter().filter(ends_here).flat_map(|bundle| &bundle.from);
    others.into_iter().any(|other| depths[*other] == depths[from] && row_of[*other] < rows.start)
}

/// Assigns tracks to the bundles with lines on the right, and gives the number of tracks. The shorter ones are nearer to the boxes,
/// or, if `many_first`, those of more lines.
fn tracks(layers: &Layers, sides: &mut [Sides], row_of: &[usize], many_first: bool) -> usize {
    let span = |bundle: usize, sides: &[Sides]| {
        let all = || sides[bundle].right.iter().chain([&layers.bundles[bundle].to]).map(|node| row_of[*node]);
        (all().min().unwrap_or(0), all().max().unwrap_or(0))
    };
    let on_the_right = (0..sides.len()).filter(|bundle| !sides[*bundle].right.is_empty());
    let mut order: Vec<(usize, (usize, usize))> = on_the_right.map(|bundle| (bundle, span(bundle, sides))).collect();
    order.sort_by_key(|(bundle, (first, last))| {
        let lines = if many_first { sides[*bundle].right.len() } else { 0 };
        (std::cmp::Reverse(lines), last - first)
    });
    let spans: Vec<(f64, f64)> = order.iter().map(|(_, (first, last))| (*first as f64, *last as f64)).collect();
    // Rows are whole numbers, so that spans of different rows are at least one apart.
    let tracks = stack(&spans, 1.0);
    for ((bundle, _), track) in order.iter().zip(&tracks) {
        sides[*bundle].track = *track;
    }
    tracks.iter().max().map_or(0, |last| last + 1)
}

/// The bundles that end in a step, in the order of their ends from the top: first those that come from above, the nearest first,
/// then those from below, the nearest last, so that none crosses another.
fn ports(layers: &Layers, node: usize, row_of: &[usize]) -> Vec<usize> {
    let key = |bundle: &usize| {
        let farthest = layers.bundles[*bundle].from.iter().max_by_key(|from| row_of[**from].abs_diff(row_of[node]));
        let from = farthest.map_or(0, |from| row_of[*from]);
        let distance = from.abs_diff(row_of[node]) as isize;
        let below = from > row_of[node];
        (layers.bundles[*bundle].label.is_none(), below, if below { -distance } else { distance })
    };
    let mut ports = layers.bundles_to.of(node).to_vec();
    ports.sort_by_key(key);
    ports
}
