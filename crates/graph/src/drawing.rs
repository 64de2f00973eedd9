//! What a picture holds: boxes with their texts, and lines between them, in units of which a title is 16 high.

use std::collections::HashSet;

use crate::flowchart::Kind;

/// A picture of a flowchart. Its upper left corner is at 0, 0, and y grows downwards.
pub struct Drawing {
    /// The width of the picture.
    pub width: f64,
    /// The height of the picture.
    pub height: f64,
    /// In the order in which the keyboard reaches them.
    pub boxes: Vec<PlacedNode>,
    /// One for each edge, or each segment of an edge.
    pub lines: Vec<Line>,
}

/// A step with the position of its box and its texts.
pub struct PlacedNode {
    /// The index of the node in the flowchart.
    pub node: usize,
    /// What the step is, which the shape of the box shows.
    pub kind: Kind,
    /// The left edge of the box.
    pub x: f64,
    /// The upper edge of the box.
    pub y: f64,
    /// The width of the box.
    pub width: f64,
    /// The height of the box.
    pub height: f64,
    /// The answers that lead here, each above the next.
    pub rows: Vec<Row>,
    /// The lines of the title, below the answers.
    pub title: Vec<Text>,
    /// All texts in full, a line for each, where the box shows less than that.
    pub full_text: Option<String>,
}

/// An answer in a row of its own above the title.
pub struct Row {
    /// The lines of the answer.
    pub lines: Vec<Text>,
    /// The lower edge of the row.
    pub bottom: f64,
}

/// A line of text.
pub struct Text {
    /// The left end.
    pub x: f64,
    /// The baseline.
    pub y: f64,
    /// The text.
    pub line: String,
}

/// A line of straight segments, each horizontal or vertical.
#[derive(Clone, PartialEq, Debug)]
pub struct Line {
    /// The ends of the segments, from the start of the line.
    pub points: Vec<(f64, f64)>,
    /// The index of the cell that it leaves. Lines that leave one cell may share their beginning.
    pub from: usize,
    /// The index of its bundle. Lines of one bundle may share their end.
    pub bundle: usize,
    /// Whether it ends at a step, with an arrowhead.
    pub arrow: bool,
}

impl Drawing {
    /// How often one line crosses another. Lines that branch or join do not cross.
    pub fn crossings(&self) -> usize {
        let segments = || self.lines.iter().flat_map(|line| line.points.windows(2));
        let mut horizontals: Vec<_> = segments().filter(|segment| segment[0].1 == segment[1].1).collect();
        horizontals.sort_unstable_by(|one, other| one[0].1.total_cmp(&other[0].1));
        // Lines of one bundle may lie on each other: together they cross a line once.
        let mut found = HashSet::new();
        for vertical in segments().filter(|segment| segment[0].0 == segment[1].0) {
            let (x, top, bottom) = (vertical[0].0, vertical[0].1.min(vertical[1].1), vertical[0].1.max(vertical[1].1));
            let first = horizontals.partition_point(|horizontal| horizontal[0].1 < top);
            let beside = horizontals[first..].iter().take_while(|horizontal| horizontal[0].1 <= bottom);
            for horizontal in beside.filter(|horizontal| within(x, horizontal[0].0, horizontal[1].0)) {
                if within(horizontal[0].1, top, bottom) {
                    found.insert((x.to_bits(), horizontal[0].1.to_bits()));
                }
            }
        }
        found.len()
    }

    /// Pairs of lines of different steps and bundles that lie on each other, so that a reader could not tell them apart.
    pub fn ambiguous_lines(&self) -> Vec<(&Line, &Line)> {
        let unrelated = |first: &Line, second: &Line| first.from != second.from && first.bundle != second.bundle;
        let run_along = |first: &[(f64, f64)], second: &[(f64, f64)]| {
            let overlap =
                |a: (f64, f64), b: (f64, f64)| a.0.max(a.1).min(b.0.max(b.1)) - a.0.min(a.1).max(b.0.min(b.1));
            let horizontal =
                first[0].1 == first[1].1 && second[0].1 == second[1].1 && (first[0].1 - second[0].1).abs() < TOLERANCE;
            let vertical =
                first[0].0 == first[1].0 && second[0].0 == second[1].0 && (first[0].0 - second[0].0).abs() < TOLERANCE;
            horizontal && overlap((first[0].0, first[1].0), (second[0].0, second[1].0)) > TOLERANCE
                || vertical && overlap((first[0].1, first[1].1), (second[0].1, second[1].1)) > TOLERANCE
        };
        let mut found = Vec::new();
        for (nth, first) in self.lines.iter().enumerate() {
            for second in self.lines[..nth].iter().filter(|second| unrelated(first, second)) {
                let pairs = first
                    .points
                    .windows(2)
                    .flat_map(|segment| second.points.windows(2).map(move |next| (segment, next)));
                if pairs.into_iter().any(|(segment, next)| run_along(segment, next)) {
                    found.push((first, second));
                }
            }
        }
        found
    }

    /// Whether a line runs through a box.
    pub fn runs_through_a_box(&self) -> bool {
        let hits = |segment: &[(f64, f64)], node: &PlacedNode| {
            let (left, right) = (segment[0].0.min(segment[1].0), segment[0].0.max(segment[1].0));
            let (top, end) = (segment[0].1.min(segment[1].1), segment[0].1.max(segment[1].1));
            right > node.x + TOLERANCE
                && left < node.x + node.width - TOLERANCE
                && end > node.y + TOLERANCE
                && top < node.y + node.height - TOLERANCE
        };
        let mut segments = self.lines.iter().flat_map(|line| line.points.windows(2));
        segments.any(|segment| self.boxes.iter().any(|node| hits(segment, node)))
    }
}

/// Differences in position up to this come from rounding.
const TOLERANCE: f64 = 0.5;

fn within(value: f64, first: f64, second: f64) -> bool {
    value > first.min(second) + TOLERANCE && value < first.max(second) - TOLERANCE
}
