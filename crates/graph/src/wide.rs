//! The flowchart from left to right, for paper and a wide screen: a column for each layer.

use crate::coordinates::coordinates;
use crate::drawing::{Drawing, Line};
use crate::edge_routing::{Wire, tracks};
use crate::layers::{Cell, Layers, Segment};
use crate::node_box::{NodeBox, PADDING_X};
use crate::row_order::reading_order;

/// The space for the picture on a landscape A4 page with its margins, heading and legend, in points.
const SHEET: (f64, f64) = (802.0, 510.0);
/// From a column to the first track.
const FIRST_TRACK: f64 = 14.0;
/// From one track to the next.
const TRACK_GAP: f64 = 12.0;
/// From the last track to the next column, where the arrows end.
const ARROW_SPACE: f64 = 24.0;
/// How far from the middle of a box a line may leave it, where that saves a bend.
const MAX_EXIT_SHIFT: f64 = 16.0;
/// Around the picture. Badges reach into it.
const MARGIN: f64 = 15.0;

/// The step between the widths of a column's texts that are tried.
const WIDTH_STEP: f64 = 16.0;
/// The narrowest width that is tried; narrower texts are hard to read.
const MIN_WIDTH: f64 = 144.0;
/// The widest width that is tried.
const MAX_WIDTH: f64 = 300.0;

/// The steps' boxes for each width that is tried: a step and its box have the same index. Most of the work is to wrap the texts, which
/// is done once for each width.
type Boxes = Vec<Vec<NodeBox>>;

/// Draws the flowchart with the column widths that make the letters largest on paper: first all columns alike, then each by
/// itself.
pub fn wide(layers: &Layers) -> Drawing {
    let columns = layers.layers.len();
    let positions = layers.positions();
    let boxes = |width: f64| -> Vec<NodeBox> {
        let nodes = 0..layers.graph.nodes.len();
        nodes.map(|node| NodeBox::new(layers, node, layers.ports(node, &positions), width)).collect()
    };
    let widths = std::iter::successors(Some(MIN_WIDTH), |width| Some(width + WIDTH_STEP));
    let boxes: Boxes = widths.take_while(|width| *width <= MAX_WIDTH).map(boxes).collect();
    let narrowest = vec![0; columns];
    let alike = (1..boxes.len()).map(|width| vec![width; columns]);
    let mut best = better(layers, &boxes, (draw(layers, &boxes, &narrowest), narrowest), alike);
    for column in (0..columns).rev().chain(0..columns) {
        let start = best.1.clone();
        let tries = (0..boxes.len()).filter(|width| *width != start[column]).map(|width| {
            let mut columns = start.clone();
            columns[column] = width;
            columns
        });
        best = better(layers, &boxes, best, tries);
    }
    best.0
}

/// The best of the drawings with the widths to try and the one before: that with the largest letters, then the smallest area.
fn better(
    layers: &Layers,
    boxes: &Boxes,
    before: (Drawing, Vec<usize>),
    tries: impl Iterator<Item = Vec<usize>>,
) -> (Drawing, Vec<usize>) {
    let key = |drawing: &Drawing| (scale(drawing), -drawing.width * drawing.height);
    tries.fold(before, |best, columns| {
        let next = draw(layers, boxes, &columns);
        if key(&next) > key(&best.0) { (next, columns) } else { best }
    })
}

/// Whether a flowchart might be drawn at this scale: its columns are no wider than the sheet, and none is higher, if all texts were
/// wrapped as they are in the narrowest or the widest box.
pub fn may_fit(layers: &Layers, scale: f64) -> bool {
    let columns = layers.layers.len() as f64;
    let width = columns * (MIN_WIDTH + 2.0 * PADDING_X) + (columns - 1.0) * (FIRST_TRACK + ARROW_SPACE) + 2.0 * MARGIN;
    let positions = layers.positions();
    let height = |layer: &Vec<usize>| -> f64 {
        let nodes = layer.iter().filter(|cell| layers.cells[**cell] != Cell::Dummy);
        nodes.map(|node| NodeBox::new(layers, *node, layers.ports(*node, &positions), MAX_WIDTH).height()).sum()
    };
    let height = layers.layers.iter().map(height).fold(0.0, f64::max) + 2.0 * MARGIN;
    (SHEET.0 / width).min(SHEET.1 / height) >= scale
}

/// The size of a unit of the picture on paper, in points.
pub fn scale(drawing: &Drawing) -> f64 {
    (SHEET.0 / drawing.width).min(SHEET.1 / drawing.height)
}

/// Draws the flowchart with these widths, as indices of those that are tried, for the texts of each column.
fn draw(layers: &Layers, boxes: &Boxes, widths: &[usize]) -> Drawing {
    let nodes = 0..layers.graph.nodes.len();
    // A step, its cell and its box have the same index.
    let node_boxes: Vec<&NodeBox> = nodes.map(|node| &boxes[widths[layers.layer_of[node]]][node]).collect();
    let height = |cell: usize| node_boxes.get(cell).map_or(0.0, |node_box| node_box.height());
    let port = |segment: &Segment| {
        node_boxes.get(segment.to).map_or(0.0, |node_box| node_box.port(segment.bundle) - node_box.height() / 2.0)
    };
    let mut middles = coordinates(layers, &height, &port);
    let top =
        middles.iter().enumerate().map(|(cell, middle)| middle - height(cell) / 2.0).fold(f64::INFINITY, f64::min);
    middles.iter_mut().for_each(|middle| *middle = (*middle - top + MARGIN).round());

    let wires = wires(layers, &node_boxes, &middles);
    let mut lines = Vec::new();
    let mut columns = vec![(0.0, 0.0); layers.layers.len()];
    let mut x = MARGIN;
    for (layer, cells) in layers.layers.iter().enumerate() {
        let width =
            cells.iter().filter_map(|cell| node_boxes.get(*cell)).map(|node_box| node_box.width()).fold(0.0, f64::max);
        columns[layer] = (x, width);
        let here = layers.after.of(layer);
        let (track, count) = tracks(&here.iter().map(|segment| wires[*segment]).collect::<Vec<_>>());
        let right = x + width;
        if !here.is_empty() {
            x = right + FIRST_TRACK + (count.max(1) - 1) as f64 * TRACK_GAP + ARROW_SPACE;
        }
        for (segment, track) in here.iter().zip(track) {
            let (wire, segment) = (wires[*segment], layers.segments[*segment]);
            let mut points = vec![(right, wire.from)];
            if let Some(track) = track.filter(|_| wire.from != wire.to) {
                let vertical = right + FIRST_TRACK + track as f64 * TRACK_GAP;
                points.extend([(vertical, wire.from), (vertical, wire.to)]);
            }
            points.push((x, wire.to));
            lines.push((
                layers.layer_of[segment.to],
                Line {
                    points,
                    from: segment.from,
                    bundle: segment.bundle,
                    arrow: layers.cells[segment.to] != Cell::Dummy,
                },
            ));
        }
    }
    // A line that ends at a dummy node goes on through the whole column.
    for (layer, line) in &mut lines {
        if let Some(last) = line.points.last_mut().filter(|_| !line.arrow) {
            last.0 += columns[*layer].1;
        }
    }
    let boxes = reading_order(layers).into_iter().map(|node| {
        let (x, width) = columns[layers.layer_of[node]];
        node_boxes[node].placed(layers.graph, x, middles[node] - height(node) / 2.0, width)
    });
    let boxes: Vec<_> = boxes.collect();
    let bottom = (0..middles.len()).map(|cell| middles[cell] + height(cell) / 2.0).fold(0.0, f64::max);
    let right_edge = columns.iter().map(|(x, width)| x + width).fold(0.0, f64::max);
    Drawing {
        width: right_edge + MARGIN,
        height: bottom + MARGIN,
        boxes,
        lines: lines.into_iter().map(|(_, line)| line).collect(),
    }
}

/// The wire of each segment: the y at its ends, and its net.
fn wires(layers: &Layers, node_boxes: &[&NodeBox], middles: &[f64]) -> Vec<Wire> {
    let leaving = |cell: usize| layers.leaving.of(cell).iter().map(|nth| &layers.segments[*nth]);
    let arrival = |segment: &Segment| match node_boxes.get(segment.to) {
        Some(node_box) => middles[segment.to] - node_box.height() / 2.0 + node_box.port(segment.bundle),
        None => middles[segment.to],
    };
    let departure = |cell: usize| {
        let Some(node_box) = node_boxes.get(cell) else { return middles[cell] };
        // A line may leave a box a little off its middle where that saves a bend.
        let max_shift = (node_box.height() / 2.0 - 14.0).min(MAX_EXIT_SHIFT);
        let ends = leaving(cell).map(arrival);
        let near = ends.map(|y| y - middles[cell]).min_by(|one, other| one.abs().total_cmp(&other.abs()));
        middles[cell] + near.filter(|near| near.abs() <= max_shift).unwrap_or(0.0)
    };
    let departures: Vec<f64> = (0..layers.cells.len()).map(departure).collect();
    let wire = |segment: &Segment| {
        // The segments that leave one cell share a net; where there is only one, those of its bundle do.
        let branches = layers.leaving.of(segment.from).len() > 1;
        let net = if branches { segment.from } else { layers.cells.len() + segment.bundle };
        Wire { net, from: departures[segment.from], to: arrival(segment) }
    };
    layers.segments.iter().map(wire).collect()
}
