//! A step's box: above, a row for each answer that leads to it; below, the title.

use std::borrow::Cow;

use crate::box_text::box_text;
use crate::drawing::{PlacedNode, Row, Text};
use crate::flowchart::Flowchart;
use crate::layers::Layers;
use crate::text_measure;

/// The font size of a title.
pub const TITLE_SIZE: f64 = 16.0;
/// The height of a title's line.
pub const TITLE_LINE_HEIGHT: f64 = 20.0;
/// The font size of an answer.
pub const ANSWER_SIZE: f64 = 15.0;
/// The height of an answer's line.
pub const ANSWER_LINE_HEIGHT: f64 = 18.0;
/// Between the sides of a box and its texts. The cut corners of a question lie within it.
pub const PADDING_X: f64 = 14.0;
/// Between the upper and lower edge of a box and the title.
const PADDING_Y: f64 = 10.0;
/// Above and below the lines of an answer.
const ROW_PADDING: f64 = 6.0;
/// Every box is a link and must be large enough for a finger.
const MIN_HEIGHT: f64 = 44.0;
/// How far the baseline is below the middle of a line, in font sizes.
const BASELINE: f64 = 0.35;

/// The texts of a step, wrapped into lines.
#[derive(PartialEq)]
pub struct NodeBox {
    /// The index of the node in the flowchart.
    pub node: usize,
    /// The indices of the bundles that end here, in the order of their rows.
    pub ports: Vec<usize>,
    rows: Vec<Vec<String>>,
    title: Vec<String>,
    full_text: Option<String>,
    /// Measured once: the layout asks for them again and again.
    width: f64,
    height: f64,
}

impl NodeBox {
    /// Wraps the texts of a step into lines no wider than `max_width`, or than their longest word.
    pub fn new(layers: &Layers, node: usize, ports: Vec<usize>, max_width: f64) -> NodeBox {
        let labels = ports.iter().filter_map(|bundle| layers.bundles[*bundle].label);
        let title = layers.graph.nodes[node].title.as_str();
        let is_cut = |text: &str| matches!(box_text(text), Cow::Owned(_));
        let mut texts = labels.clone().chain([title]);
        let mut node_box = NodeBox {
            node,
            rows: labels.map(|label| text_measure::wrap(&box_text(label), ANSWER_SIZE, max_width)).collect(),
            title: text_measure::wrap(&box_text(title), TITLE_SIZE, max_width),
            full_text: texts.clone().any(is_cut).then(|| texts.by_ref().collect::<Vec<_>>().join("\n")),
            ports,
            width: 0.0,
            height: 0.0,
        };
        let answers = node_box.rows.iter().flatten().map(|line| text_measure::width(line, ANSWER_SIZE));
        let titles = node_box.title.iter().map(|line| text_measure::width(line, TITLE_SIZE));
        node_box.width = (answers.chain(titles).fold(0.0, f64::max) + 2.0 * PADDING_X).ceil();
        let title = node_box.title.len() as f64 * TITLE_LINE_HEIGHT + 2.0 * PADDING_Y;
        node_box.height = (node_box.answers_height() + title).max(MIN_HEIGHT);
        node_box
    }

    /// The width of the narrowest box around these lines.
    pub fn width(&self) -> f64 {
        self.width
    }

    /// The height of the box.
    pub fn height(&self) -> f64 {
        self.height
    }

    /// Where the lines of each bundle end, from the top of the box: the middle of the answer's row, or of the title.
    pub fn port_offsets(&self) -> impl Iterator<Item = (usize, f64)> {
        let at_title = (self.answers_height() + self.height()) / 2.0;
        let mut top = 0.0;
        self.ports.iter().enumerate().map(move |(nth, bundle)| {
            let Some(row) = self.rows.get(nth) else { return (*bundle, at_title) };
            top += row_height(row);
            (*bundle, top - row_height(row) / 2.0)
        })
    }

    /// The height of all rows of answers.
    fn answers_height(&self) -> f64 {
        self.rows.iter().map(|row| row_height(row)).sum()
    }

    /// The box at this position, with this width.
    pub fn placed(&self, graph: &Flowchart, x: f64, y: f64, width: f64) -> PlacedNode {
        let text = |lines: &[String], top: f64, height: f64, size: f64| {
            let baseline = |nth: usize| top + (nth as f64 + 0.5) * height + BASELINE * size;
            lines
                .iter()
                .enumerate()
                .map(|(nth, line)| Text { x: x + PADDING_X, y: baseline(nth), line: line.clone() })
                .collect()
        };
        let mut top = y;
        let mut rows = Vec::new();
        for lines in &self.rows {
            rows.push(Row {
                lines: text(lines, top + ROW_PADDING, ANSWER_LINE_HEIGHT, ANSWER_SIZE),
                bottom: top + row_height(lines),
            });
            top += row_height(lines);
        }
        // A title that is lower than the box stands in its middle.
        let rest = y + self.height() - top - self.title.len() as f64 * TITLE_LINE_HEIGHT;
        PlacedNode {
            node: self.node,
            kind: graph.nodes[self.node].kind,
            x,
            y,
            width,
            height: self.height(),
            rows,
            title: text(&self.title, top + rest / 2.0, TITLE_LINE_HEIGHT, TITLE_SIZE),
            full_text: self.full_text.clone(),
        }
    }
}

fn row_height(lines: &[String]) -> f64 {
    lines.len() as f64 * ANSWER_LINE_HEIGHT + 2.0 * ROW_PADDING
}

/// The width of the longest word that a box of this flowchart shows, which it can't break.
pub fn longest_word(graph: &Flowchart) -> f64 {
    let titles = graph.nodes.iter().map(|node| text_measure::longest_word(&box_text(&node.title), TITLE_SIZE));
    let labels = graph.edges.iter().filter_map(|edge| edge.label.as_deref());
    titles.chain(labels.map(|label| text_measure::longest_word(&box_text(label), ANSWER_SIZE))).fold(0.0, f64::max)
}
