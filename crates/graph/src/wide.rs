//! The flowchart from left to right, for paper and a wide screen: a column for each layer.

use crate::column_widths::ColumnWidths;
use crate::coordinates::coordinates;
use crate::drawing::{Drawing, Line};
use crate::edge_routing::{Wire, tracks};
use crate::layers::{Cell, Layers, Segment};
use crate::node_box::NodeBox;
use crate::row_order::reading_order;

/// The space for the picture on a landscape A4 page with its margins, heading and legend, in points.
const SHEET: (f64, f64) = (802.0, 510.0);
/// From a column to the first track.
const FIRST_TRACK: f64 = 14.0;
/// From one track to the next.
const TRACK_GAP: f64 = 12.0;
/// From the last track to the next column, where the arrows end.
const ARROW_SPACE: f64 = 24.0;
/// From one column to the next, at least.
pub(crate) const COLUMN_GAP: f64 = FIRST_TRACK + ARROW_SPACE;
/// How far from the middle of a box a line may leave it, where that saves a bend.
const MAX_EXIT_SHIFT: f64 = 16.0;
/// Around the picture. Badges reach into it.
pub(crate) const MARGIN: f64 = 15.0;

/// Draws the flowchart with the column widths that make the letters largest on paper: first all columns alike, then each by
/// itself.
pub fn wide(layers: &Layers) -> Drawing {
    let widths = ColumnWidths::of(layers);
    let arrangement = Arrangement::of(layers, &widths.node_boxes(&widths.best()));
    arrangement.draw(layers)
}

/// The size of a unit of the picture on paper, in points.
pub fn scale(drawing: &Drawing) -> f64 {
    scale_of(drawing.width, drawing.height)
}

/// The size of a unit of a picture of this width and height.
pub(crate) fn scale_of(width: f64, height: f64) -> f64 {
    (SHEET.0 / width).min(SHEET.1 / height)
}

/// Where everything stands for some widths of the columns.
pub(crate) struct Arrangement<'b> {
    /// A step, its cell and its box have the same index.
    node_boxes: Vec<&'b NodeBox>,
    /// The middle of each cell.
    middles: Vec<f64>,
    wires: Vec<Wire>,
    /// The left edge and the width of each column.
    columns: Vec<(f64, f64)>,
    /// The tracks of the segments that leave each column.
    tracks: Vec<Vec<Option<usize>>>,
    /// The width of the picture.
    pub width: f64,
    /// The height of the picture.
    pub height: f64,
}

impl<'b> Arrangement<'b> {
    /// Arranges these boxes.
    pub fn of(layers: &Layers, node_boxes: &[&'b NodeBox]) -> Arrangement<'b> {
        let height = |cell: usize| node_boxes.get(cell).map_or(0.0, |node_box| node_box.height());
        // A bundle ends in one step.
        let mut ports = vec![0.0; layers.bundles.len()];
        for (bundle, offset) in node_boxes.iter().flat_map(|node_box| node_box.port_offsets()) {
            ports[bundle] = offset;
        }
        let port = |segment: &Segment| {
            node_boxes.get(segment.to).map_or(0.0, |node_box| ports[segment.bundle] - node_box.height() / 2.0)
        };
        let mut middles = coordinates(layers, &height, &port);
        let top =
            middles.iter().enumerate().map(|(cell, middle)| middle - height(cell) / 2.0).fold(f64::INFINITY, f64::min);
        middles.iter_mut().for_each(|middle| *middle = (*middle - top + MARGIN).round());
        let bottom = (0..middles.len()).map(|cell| middles[cell] + height(cell) / 2.0).fold(0.0, f64::max);

        let wires = wires(layers, node_boxes, &ports, &middles);
        let mut x = MARGIN;
        let (mut columns, mut all_tracks) = (Vec::new(), Vec::new());
        for (layer, cells) in layers.layers.iter().enumerate() {
            let boxes = cells.iter().filter_map(|cell| node_boxes.get(*cell));
            let width = boxes.map(|node_box| node_box.width()).fold(0.0, f64::max);
            columns.push((x, width));
            let here: Vec<Wire> = layers.after.of(layer).iter().map(|segment| wires[*segment]).collect();
            let (tracks, count) = tracks(&here);
            if !here.is_empty() {
                x = x + width + FIRST_TRACK + (count.max(1) - 1) as f64 * TRACK_GAP + ARROW_SPACE;
            }
            all_tracks.push(tracks);
        }
        let right_edge = columns.iter().map(|(x, width)| x + width).fold(0.0, f64::max);
        Arrangement {
            node_boxes: node_boxes.to_vec(),
            middles,
            wires,
            columns,
            tracks: all_tracks,
            width: right_edge + MARGIN,
            height: bottom + MARGIN,
        }
    }

    fn draw(&self, layers: &Layers) -> Drawing {
        let mut lines = Vec::new();
        for (layer, tracks) in self.tracks.iter().enumerate() {
            for (nth, track) in layers.after.of(layer).iter().zip(tracks) {
                lines.push(self.line(layers, *nth, *track));
            }
        }
        let boxes = reading_order(layers).into_iter().map(|node| {
            let ((x, width), node_box) = (self.columns[layers.layer_of[node]], self.node_boxes[node]);
            node_box.placed(layers.graph, x, self.middles[node] - node_box.height() / 2.0, width)
        });
        Drawing { width: self.width, height: self.height, boxes: boxes.collect(), lines }
    }

    fn line(&self, layers: &Layers, nth: usize, track: Option<usize>) -> Line {
        let (wire, segment) = (self.wires[nth], layers.segments[nth]);
        let (left, width) = self.columns[layers.layer_of[segment.from]];
        let (right, next) = (left + width, self.columns[layers.layer_of[segment.to]]);
        let mut points = vec![(right, wire.from)];
        if let Some(track) = track.filter(|_| wire.from != wire.to) {
            let vertical = right + FIRST_TRACK + track as f64 * TRACK_GAP;
            points.extend([(vertical, wire.from), (vertical, wire.to)]);
        }
        let arrow = layers.cells[segment.to] != Cell::Dummy;
        // A line that ends at a dummy node goes on through the whole column.
        points.push((if arrow { next.0 } else { next.0 + next.1 }, wire.to));
        Line { points, from: segment.from, bundle: segment.bundle, arrow }
    }
}

/// The wire of each segment: the y at its ends, and its net.
fn wires(layers: &Layers, node_boxes: &[&NodeBox], ports: &[f64], middles: &[f64]) -> Vec<Wire> {
    let leaving = |cell: usize| layers.leaving.of(cell).iter().map(|nth| &layers.segments[*nth]);
    let arrival = |segment: &Segment| match node_boxes.get(segment.to) {
        Some(node_box) => middles[segment.to] - node_box.height() / 2.0 + ports[segment.bundle],
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
