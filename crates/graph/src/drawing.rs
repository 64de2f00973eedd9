//! What is drawn: boxes with their texts, and lines. All measures are those of the picture, in which a title is 16 high.

use crate::flowchart::Kind;

/// A picture of a flow.
pub struct Drawing {
    pub width: f64,
    pub height: f64,
    /// In the order in which a keyboard walks them.
    pub boxes: Vec<Placed>,
    pub lines: Vec<Line>,
}

/// A step in its place.
pub struct Placed {
    pub node: usize,
    pub kind: Kind,
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
    /// The answers that lead here.
    pub rows: Vec<Row>,
    pub title: Vec<Text>,
}

/// An answer above a title, and where its row ends.
pub struct Row {
    pub lines: Vec<Text>,
    pub end: f64,
}

/// A line of text: its left end and its foot.
pub struct Text {
    pub x: f64,
    pub y: f64,
    pub line: String,
}

/// A line of straight pieces, each level or upright.
#[derive(Clone, PartialEq, Debug)]
pub struct Line {
    pub points: Vec<(f64, f64)>,
    /// Where it comes from: lines from one place may part, so they may lie upon each other.
    pub from: usize,
    /// The bundle it belongs to: lines of one bundle may meet.
    pub bundle: usize,
    /// Whether it ends at a step, in an arrowhead.
    pub arrow: bool,
}

impl Drawing {
    /// How often one line runs across another. Strings that part or meet do not cross.
    pub fn crossings(&self) -> usize {
        let pieces: Vec<_> = self.lines.iter().flat_map(|line| line.points.windows(2)).collect();
        let upright = pieces.iter().filter(|piece| piece[0].0 == piece[1].0);
        let crosses = |level: &[(f64, f64)], upright: &[(f64, f64)]| {
            level[0].1 == level[1].1
                && within(upright[0].0, level[0].0, level[1].0)
                && within(level[0].1, upright[0].1, upright[1].1)
        };
        let mut found: Vec<(f64, f64)> = Vec::new();
        for upright in upright {
            for level in pieces.iter().filter(|level| crosses(level, upright)) {
                let point = (upright[0].0, level[0].1);
                // Strings of one bundle lie upon each other: what they cross, they cross once.
                if !found.contains(&point) {
                    found.push(point);
                }
            }
        }
        found.len()
    }

    /// Strings that have nothing to do with each other and yet run along each other, so that nobody could tell them apart.
    pub fn confusions(&self) -> Vec<(&Line, &Line)> {
        let apart = |one: &Line, other: &Line| one.from != other.from && one.bundle != other.bundle;
        let along = |one: &[(f64, f64)], other: &[(f64, f64)]| {
            let shared = |a: (f64, f64), b: (f64, f64)| a.0.max(a.1).min(b.0.max(b.1)) - a.0.min(a.1).max(b.0.min(b.1));
            let level = one[0].1 == one[1].1 && other[0].1 == other[1].1 && (one[0].1 - other[0].1).abs() < SLACK;
            let upright = one[0].0 == one[1].0 && other[0].0 == other[1].0 && (one[0].0 - other[0].0).abs() < SLACK;
            level && shared((one[0].0, one[1].0), (other[0].0, other[1].0)) > SLACK
                || upright && shared((one[0].1, one[1].1), (other[0].1, other[1].1)) > SLACK
        };
        let mut found = Vec::new();
        for (nth, one) in self.lines.iter().enumerate() {
            for other in self.lines[..nth].iter().filter(|other| apart(one, other)) {
                let pairs =
                    one.points.windows(2).flat_map(|piece| other.points.windows(2).map(move |next| (piece, next)));
                if pairs.into_iter().any(|(piece, next)| along(piece, next)) {
                    found.push((one, other));
                }
            }
        }
        found
    }

    /// Whether a line runs through a box.
    pub fn runs_through_a_box(&self) -> bool {
        let hits = |piece: &[(f64, f64)], place: &Placed| {
            let (left, right) = (piece[0].0.min(piece[1].0), piece[0].0.max(piece[1].0));
            let (top, end) = (piece[0].1.min(piece[1].1), piece[0].1.max(piece[1].1));
            right > place.x + SLACK
                && left < place.x + place.width - SLACK
                && end > place.y + SLACK
                && top < place.y + place.height - SLACK
        };
        let mut pieces = self.lines.iter().flat_map(|line| line.points.windows(2));
        pieces.any(|piece| self.boxes.iter().any(|place| hits(piece, place)))
    }
}

/// What rounding may take.
const SLACK: f64 = 0.5;

fn within(value: f64, one: f64, other: f64) -> bool {
    value > one.min(other) + SLACK && value < one.max(other) - SLACK
}
