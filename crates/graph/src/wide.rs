//! The flow from left to right, for a sheet of paper and a wide screen: a column for each layer.

use crate::coordinates::coordinates;
use crate::drawing::{Drawing, Line};
use crate::edge_routing::{Wire, tracks};
use crate::layers::{Cell, Hop, Layers};
use crate::node_box::NodeBox;
use crate::row_order::reading;

/// The picture's place on an A4 sheet that lies: what the page's margins, its heading and its key leave, in points.
const SHEET: (f64, f64) = (802.0, 510.0);
/// From a box to the first upright, from one to the next, and from the last to the arrow's end.
const LEAVE: f64 = 14.0;
const TRACK: f64 = 12.0;
const ARRIVE: f64 = 24.0;
/// A bend less than this is made straight where it can be.
const NEARLY: f64 = 16.0;
/// Around the whole; a badge stands half above its box.
const MARGIN: f64 = 15.0;

/// How much a column's width is changed at a time, the narrowest in which texts look at ease, and the widest.
const NOTCH: f64 = 16.0;
const NARROWEST: f64 = 144.0;
const WIDEST: f64 = 300.0;

/// Draws the flow with those column widths that let the letters be largest on paper: first all alike, then each alone.
pub fn wide(layers: &Layers) -> Drawing {
    let columns = layers.layers.len();
    let widths =
        || std::iter::successors(Some(NARROWEST), |width| Some(width + NOTCH)).take_while(|width| *width <= WIDEST);
    let tries = widths().map(|width| vec![width; columns]);
    let mut best = better(layers, None, tries);
    for column in (0..columns).rev().chain(0..columns) {
        let Some((_, start)) = &best else { break };
        let tries: Vec<Vec<f64>> = widths()
            .map(|width| {
                let mut columns = start.clone();
                columns[column] = width;
                columns
            })
            .collect();
        best = better(layers, best, tries.into_iter());
    }
    best.map_or_else(|| draw(layers, &vec![WIDEST; columns]), |(drawing, _)| drawing)
}

/// The best of some tries and of what there was before: the largest letters, then the least paper.
fn better(
    layers: &Layers,
    before: Option<(Drawing, Vec<f64>)>,
    tries: impl Iterator<Item = Vec<f64>>,
) -> Option<(Drawing, Vec<f64>)> {
    let key = |drawing: &Drawing| (scale(drawing), -drawing.width * drawing.height);
    let drawn = tries.map(|columns| (draw(layers, &columns), columns));
    before.into_iter().chain(drawn).reduce(|best, next| if key(&next.0) > key(&best.0) { next } else { best })
}

/// How large a unit of the picture is on paper, in points.
pub fn scale(drawing: &Drawing) -> f64 {
    (SHEET.0 / drawing.width).min(SHEET.1 / drawing.height)
}

fn draw(layers: &Layers, most: &[f64]) -> Drawing {
    let places = layers.places();
    let nodes = 0..layers.graph.nodes.len();
    // A step's cell has the step's own index, and so has its frame.
    let frames: Vec<NodeBox> = nodes
        .map(|node| NodeBox::new(layers, node, layers.ports(node, &places), most[layers.layer_of[node]]))
        .collect();
    let height = |cell: usize| frames.get(cell).map_or(0.0, NodeBox::height);
    let port = |hop: &Hop| frames.get(hop.to).map_or(0.0, |frame| frame.port(hop.bundle) - frame.height() / 2.0);
    let mut middles = coordinates(layers, &height, &port);
    let top =
        middles.iter().enumerate().map(|(cell, middle)| middle - height(cell) / 2.0).fold(f64::INFINITY, f64::min);
    middles.iter_mut().for_each(|middle| *middle = (*middle - top + MARGIN).round());

    let wires = wires(layers, &frames, &middles);
    let mut lines = Vec::new();
    let mut columns = vec![(0.0, 0.0); layers.layers.len()];
    let mut x = MARGIN;
    for (layer, cells) in layers.layers.iter().enumerate() {
        let width = cells.iter().filter_map(|cell| frames.get(*cell)).map(NodeBox::width).fold(0.0, f64::max);
        columns[layer] = (x, width);
        let here: Vec<usize> =
            (0..layers.hops.len()).filter(|hop| layers.layer_of[layers.hops[*hop].from] == layer).collect();
        let (track, count) = tracks(&here.iter().map(|hop| wires[*hop]).collect::<Vec<_>>());
        let leave = x + width;
        if !here.is_empty() {
            x = leave + LEAVE + (count.max(1) - 1) as f64 * TRACK + ARRIVE;
        }
        for (hop, track) in here.iter().zip(track) {
            let (wire, hop) = (wires[*hop], layers.hops[*hop]);
            let mut points = vec![(leave, wire.from)];
            if let Some(track) = track.filter(|_| wire.from != wire.to) {
                let upright = leave + LEAVE + track as f64 * TRACK;
                points.extend([(upright, wire.from), (upright, wire.to)]);
            }
            points.push((x, wire.to));
            lines.push((
                layers.layer_of[hop.to],
                Line { points, from: hop.from, bundle: hop.bundle, arrow: layers.cells[hop.to] != Cell::Dummy },
            ));
        }
    }
    // A lane passes through its whole column.
    for (layer, line) in &mut lines {
        if let Some(last) = line.points.last_mut().filter(|_| !line.arrow) {
            last.0 += columns[*layer].1;
        }
    }
    let boxes = reading(layers).into_iter().map(|node| {
        let (x, width) = columns[layers.layer_of[node]];
        frames[node].place(layers.graph, x, middles[node] - height(node) / 2.0, width)
    });
    let boxes: Vec<_> = boxes.collect();
    let end = (0..middles.len()).map(|cell| middles[cell] + height(cell) / 2.0).fold(0.0, f64::max);
    let right = columns.iter().map(|(x, width)| x + width).fold(0.0, f64::max);
    Drawing {
        width: right + MARGIN,
        height: end + MARGIN,
        boxes,
        lines: lines.into_iter().map(|(_, line)| line).collect(),
    }
}

/// The heights at which each hop leaves and arrives, and the upright it shares.
fn wires(layers: &Layers, frames: &[NodeBox], middles: &[f64]) -> Vec<Wire> {
    let fans = |cell: usize| layers.hops.iter().filter(|hop| hop.from == cell).count() > 1;
    let arrive = |hop: &Hop| match frames.get(hop.to) {
        Some(frame) => middles[hop.to] - frame.height() / 2.0 + frame.port(hop.bundle),
        None => middles[hop.to],
    };
    let leave = |cell: usize| {
        let Some(frame) = frames.get(cell) else { return middles[cell] };
        // A box may be left a little off its middle where that saves a bend.
        let room = (frame.height() / 2.0 - 14.0).min(NEARLY);
        let ends = layers.hops.iter().filter(|hop| hop.from == cell).map(arrive);
        let near = ends.map(|end| end - middles[cell]).min_by(|one, other| one.abs().total_cmp(&other.abs()));
        middles[cell] + near.filter(|near| near.abs() <= room).unwrap_or(0.0)
    };
    let wire = |hop: &Hop| {
        // What parts shares an upright; else what meets does.
        let net = if fans(hop.from) { hop.from } else { layers.cells.len() + hop.bundle };
        Wire { net, from: leave(hop.from), to: arrive(hop) }
    };
    layers.hops.iter().map(wire).collect()
}
