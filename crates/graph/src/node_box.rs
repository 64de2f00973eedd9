//! A step's box: above, a row for each answer that leads to it; below, the title.

use crate::drawing::{Placed, Row, Text};
use crate::flowchart::Flowchart;
use crate::layers::Layers;
use crate::text_measure;

/// The size of a title's letters, and the height of its lines.
pub const TITLE: f64 = 16.0;
pub const TITLE_LINE: f64 = 20.0;
/// The same of an answer.
pub const ANSWER: f64 = 15.0;
pub const ANSWER_LINE: f64 = 18.0;
/// Between a box's sides and its texts; the slanted corners of a question lie within it.
pub const PAD_X: f64 = 14.0;
const PAD_Y: f64 = 10.0;
const ROW_PAD: f64 = 6.0;
/// No box is less high: it is a link, and fingers are thick.
const LEAST: f64 = 44.0;
/// How far a letter's foot is below the middle of its line, in letter sizes.
const FOOT: f64 = 0.35;

/// The texts of a step, wrapped.
pub struct NodeBox {
    pub node: usize,
    /// The bundles that end here, in the order of their rows.
    pub ports: Vec<usize>,
    rows: Vec<Vec<String>>,
    title: Vec<String>,
}

impl NodeBox {
    /// Wraps the texts of a step so that none is wider than `most`, if it has no longer word.
    pub fn new(layers: &Layers, node: usize, ports: Vec<usize>, most: f64) -> NodeBox {
        let labels = ports.iter().filter_map(|bundle| layers.bundles[*bundle].label);
        NodeBox {
            node,
            rows: labels.map(|label| text_measure::wrap(label, ANSWER, most)).collect(),
            title: text_measure::wrap(&layers.graph.nodes[node].title, TITLE, most),
            ports,
        }
    }

    /// The narrowest that a box around these texts can be.
    pub fn width(&self) -> f64 {
        let answers = self.rows.iter().flatten().map(|line| text_measure::width(line, ANSWER));
        let titles = self.title.iter().map(|line| text_measure::width(line, TITLE));
        (answers.chain(titles).fold(0.0, f64::max) + 2.0 * PAD_X).ceil()
    }

    /// The height of the box.
    pub fn height(&self) -> f64 {
        (self.head() + self.title.len() as f64 * TITLE_LINE + 2.0 * PAD_Y).max(LEAST)
    }

    /// Where a bundle's line ends, from the box's top: at the middle of its answer's row, or of the title.
    pub fn port(&self, bundle: usize) -> f64 {
        let row = self.ports.iter().position(|port| *port == bundle).filter(|row| *row < self.rows.len());
        match row {
            Some(row) => {
                self.rows[..row].iter().map(|row| row_height(row)).sum::<f64>() + row_height(&self.rows[row]) / 2.0
            }
            None => (self.head() + self.height()) / 2.0,
        }
    }

    fn head(&self) -> f64 {
        self.rows.iter().map(|row| row_height(row)).sum()
    }

    /// The box with its texts, at its place.
    pub fn place(&self, graph: &Flowchart, x: f64, y: f64, width: f64) -> Placed {
        let text = |lines: &[String], top: f64, height: f64, size: f64| {
            let foot = |nth: usize| top + (nth as f64 + 0.5) * height + FOOT * size;
            lines
                .iter()
                .enumerate()
                .map(|(nth, line)| Text { x: x + PAD_X, y: foot(nth), line: line.clone() })
                .collect()
        };
        let mut top = y;
        let mut rows = Vec::new();
        for lines in &self.rows {
            rows.push(Row { lines: text(lines, top + ROW_PAD, ANSWER_LINE, ANSWER), end: top + row_height(lines) });
            top += row_height(lines);
        }
        // A lone line stands in the middle of its box.
        let rest = y + self.height() - top - self.title.len() as f64 * TITLE_LINE;
        Placed {
            node: self.node,
            kind: graph.nodes[self.node].kind,
            x,
            y,
            width,
            height: self.height(),
            rows,
            title: text(&self.title, top + rest / 2.0, TITLE_LINE, TITLE),
        }
    }
}

fn row_height(lines: &[String]) -> f64 {
    lines.len() as f64 * ANSWER_LINE + 2.0 * ROW_PAD
}

/// The narrowest that the boxes of a graph can be.
pub fn narrowest(graph: &Flowchart) -> f64 {
    let titles = graph.nodes.iter().map(|node| text_measure::longest_word(&node.title, TITLE));
    let labels = graph.edges.iter().filter_map(|edge| edge.label.as_deref());
    titles.chain(labels.map(|label| text_measure::longest_word(label, ANSWER))).fold(0.0, f64::max)
}
