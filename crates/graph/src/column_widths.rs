//! The widths of the wide picture's columns: those with which its letters are largest on paper.

use std::collections::HashSet;

use crate::coordinates::BOX_GAP;
use crate::flowchart::Flowchart;
use crate::layers::{Cell, Layers};
use crate::node_box::{NodeBox, PADDING_X};
use crate::topology::Topology;
use crate::wide::{Arrangement, COLUMN_GAP, MARGIN, scale_of};

/// The step between the widths of a column's texts that are tried.
const WIDTH_STEP: f64 = 16.0;
/// The narrowest width that is tried; narrower texts are hard to read.
const MIN_WIDTH: f64 = 144.0;
/// The widest width that is tried.
const MAX_WIDTH: f64 = 300.0;
/// How many cells all tries together have at most, so that the work grows with the flowchart and not faster.
const MAX_CELLS: usize = 100_000;

/// The widths that are tried, with what each makes of the texts.
pub struct ColumnWidths<'l> {
    layers: &'l Layers<'l>,
    /// The steps' boxes for each width. Most of the work is to wrap the texts, which is done once for each width.
    boxes: Vec<Vec<NodeBox>>,
    /// For each column and each width, the first width with the same boxes.
    same: Vec<Vec<usize>>,
}

/// How good some widths are: the size of the letters, then the smaller area.
type Score = (f64, f64);

impl<'l> ColumnWidths<'l> {
    /// Wraps all texts for each width.
    pub fn of(layers: &'l Layers<'l>) -> ColumnWidths<'l> {
        let positions = layers.positions();
        let ports: Vec<Vec<usize>> = (0..layers.graph.nodes.len()).map(|node| layers.ports(node, &positions)).collect();
        let of_width = |width: f64| -> Vec<NodeBox> {
            let nodes = ports.iter().enumerate();
            nodes.map(|(node, ports)| NodeBox::new(layers, node, ports.clone(), width)).collect()
        };
        let widths = std::iter::successors(Some(MIN_WIDTH), |width| Some(width + WIDTH_STEP));
        let boxes: Vec<Vec<NodeBox>> = widths.take_while(|width| *width <= MAX_WIDTH).map(of_width).collect();
        let same = layers.layers.iter().map(|layer| first_of_the_same(&boxes, layer)).collect();
        ColumnWidths { layers, boxes, same }
    }

    /// The best widths found, as indices of those that are tried.
    pub fn best(&self) -> Vec<usize> {
        let columns = self.layers.layers.len();
        let mut tries = MAX_CELLS / self.layers.cells.len().max(1);
        let mut tried = HashSet::new();
        let mut best = (vec![0; columns], (0.0, f64::NEG_INFINITY));
        for width in 0..self.boxes.len() {
            self.take_better(&mut best, (0..columns).map(|column| self.same[column][width]).collect(), &mut tried);
        }
        for column in (0..columns).rev().chain(0..columns) {
            let start = best.0.clone();
            for width in (0..self.boxes.len()).filter(|width| self.same[column][*width] == *width) {
                if tries == 0 {
                    return best.0;
                }
                tries -= 1;
                let mut widths = start.clone();
                widths[column] = width;
                self.take_better(&mut best, widths, &mut tried);
            }
        }
        best.0
    }

    /// The boxes for these widths, each with the index of its step.
    pub fn node_boxes(&self, widths: &[usize]) -> Vec<&NodeBox> {
        let nodes = 0..self.layers.graph.nodes.len();
        nodes.map(|node| &self.boxes[widths[self.layers.layer_of[node]]][node]).collect()
    }

    /// Takes these widths if they are better than the best so far.
    fn take_better(&self, best: &mut (Vec<usize>, Score), widths: Vec<usize>, tried: &mut HashSet<Vec<usize>>) {
        if tried.contains(&widths) || self.greatest_scale(&widths) < best.1.0 {
            return;
        }
        let Arrangement { width, height, .. } = Arrangement::of(self.layers, &self.node_boxes(&widths));
        let score = (scale_of(width, height), -width * height);
        if score > best.1 {
            *best = (widths.clone(), score);
        }
        tried.insert(widths);
    }

    /// A scale that the picture with these widths does not exceed: its boxes are as near to each other as they may be.
    fn greatest_scale(&self, widths: &[usize]) -> f64 {
        let mut size = (-COLUMN_GAP, 0.0_f64);
        for (layer, at) in self.layers.layers.iter().zip(widths) {
            let boxes = layer.iter().filter_map(|cell| self.boxes[*at].get(*cell));
            let (width, height) = boxes.fold((0.0_f64, -BOX_GAP), |(width, height), node_box| {
                (width.max(node_box.width()), height + node_box.height() + BOX_GAP)
            });
            size = (size.0 + width + COLUMN_GAP, size.1.max(height));
        }
        // Middles are rounded, by which the height may become a little less.
        scale_of(size.0 + 2.0 * MARGIN - 1e-6, size.1 + 2.0 * MARGIN - 2.0)
    }
}

/// For each width, the first one with the same boxes in this layer.
fn first_of_the_same(boxes: &[Vec<NodeBox>], layer: &[usize]) -> Vec<usize> {
    let mut same: Vec<usize> = Vec::new();
    for (nth, width) in boxes.iter().enumerate() {
        let is_same = |first: &usize| layer.iter().all(|cell| boxes[*first].get(*cell) == width.get(*cell));
        same.push(same.iter().copied().find(is_same).unwrap_or(nth));
    }
    same
}

/// Whether a flowchart might be drawn at this scale: its columns are no wider than the sheet, and none is higher, if all texts were
/// wrapped as they are in the narrowest or the widest box.
pub fn may_fit(flowchart: &Flowchart, scale: f64) -> bool {
    let last = Topology::of(flowchart).depths(flowchart).into_iter().max().unwrap_or(0) as f64;
    let width = (last + 1.0) * (MIN_WIDTH + 2.0 * PADDING_X) + last * COLUMN_GAP + 2.0 * MARGIN;
    if scale_of(width, 0.0) < scale {
        return false;
    }
    let layers = Layers::of(flowchart);
    let positions = layers.positions();
    let height = |layer: &Vec<usize>| -> f64 {
        let nodes = layer.iter().filter(|cell| layers.cells[**cell] != Cell::Dummy);
        nodes.map(|node| NodeBox::new(&layers, *node, layers.ports(*node, &positions), MAX_WIDTH).height()).sum()
    };
    let height = layers.layers.iter().map(height).fold(0.0, f64::max) + 2.0 * MARGIN;
    scale_of(width, height) >= scale
}
