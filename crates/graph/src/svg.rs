//! A drawing as SVG: within a page, whose stylesheet gives the colours, or as a file with colours of its own.

use std::fmt::Write;

use guide_core::fill::fill;
use guide_core::palette::Palette;

use crate::drawing::{Drawing, Line, PlacedNode, Text};
use crate::flowchart::{Flowchart, Kind};
use crate::node_box::{ANSWER_SIZE, TITLE_SIZE};
use crate::text_measure;

/// The radius of a line's bends.
const BEND_RADIUS: f64 = 8.0;
/// The length of an arrowhead, and half its width.
const ARROWHEAD: (f64, f64) = (9.0, 4.5);
/// How much of the corners of a question's box is cut off.
const CORNER_CUT: f64 = 11.0;
/// The radius of a badge.
const BADGE_RADIUS: f64 = 10.0;
/// How far the middle of a badge is above the upper edge of its box, so that it covers no text.
const BADGE_OFFSET: f64 = 4.0;
/// The same for a plate, which reaches the margin of the picture.
const PLATE_OFFSET: f64 = 5.0;
/// A telephone receiver around the middle of a badge.
const RECEIVER: &str =
    "M-5-4.2q0-1.3 1.3-1.3h1.3l1.1 2.9-1.4 1.2q1.1 2.5 3.6 3.6l1.2-1.4 2.9 1.1v1.3q0 1.3-1.3 1.3q-8.2-.5-8.7-8.7z";

/// The stylesheet of a file. Its colours are those of `style/tokens.css`, see [`Palette::resolve`].
const STYLE: &str = "text{font:16px system-ui,Roboto,'Noto Sans',sans-serif;fill:var(--ink)}.answer{font-size:15px;fill:var(--soft)}\
    .line,.seam{fill:none;stroke:var(--soft);stroke-width:1.75}.tip{fill:var(--soft)}.seam{stroke:var(--line)}\
    .box{fill:var(--paper);stroke:var(--soft);stroke-width:1.5}.question .box{fill:var(--accent-wash);stroke:var(--accent)}\
    .hotline .box{fill:var(--do-wash);stroke:var(--do);stroke-width:3}.badge circle{fill:var(--accent)}.hotline circle{fill:var(--do)}\
    .badge text{font-weight:700;fill:var(--accent-ink);text-anchor:middle}.badge path{fill:var(--accent-ink)}.ground{fill:var(--paper)}";

/// Where the boxes of a picture lead.
pub struct Links<'a> {
    /// What is put before a step's id.
    pub step: &'a str,
    /// What is put before a part's number, for a step that stands in another part.
    pub part: &'a str,
    /// What such a box says above its title, with `{n}` for the number.
    pub see: &'a str,
}

/// How large a picture within a page is where the stylesheet does not say it.
#[derive(Clone, Copy)]
pub enum Size {
    /// A unit is a pixel.
    Pixels,
    /// The letters of a title are as large as those of the page around it, so that the stylesheet can say how large they are on paper.
    Letters,
}

/// A picture within a page. `class` is for the stylesheet, `title` for screen readers.
pub fn inline(graph: &Flowchart, drawing: &Drawing, (class, title): (&str, &str), links: &Links, size: Size) -> String {
    let (width, height) = (drawing.width, drawing.height);
    let title = escape(title);
    let length = |units: f64| match size {
        Size::Pixels => units.to_string(),
        Size::Letters => format!("{}em", units / TITLE_SIZE),
    };
    let mut svg = String::new();
    _ = write!(
        svg,
        "<svg class=\"{class}\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {width} {height}\" role=\"group\" aria-label=\"{title}\">",
        length(width),
        length(height)
    );
    svg + &inside(graph, drawing, Some(links)) + "</svg>"
}

/// A picture as a file of its own. `to_step` is put before a step's id in links; there are no links where it is `None`.
pub fn file(graph: &Flowchart, drawing: &Drawing, palette: &Palette, title: &str, to_step: Option<&str>) -> String {
    let (width, height) = (drawing.width, drawing.height);
    let title = escape(title);
    let links = to_step.map(|step| Links { step, part: step, see: "" });
    let (sheet, inside) = (palette.resolve(STYLE), inside(graph, drawing, links.as_ref()));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\n\
         <title>{title}</title>\n<style>{sheet}</style>\n<path class=\"ground\" d=\"M0 0h{width}v{height}H0z\"/>\n{inside}\n</svg>\n"
    )
}

/// A small box of this kind, for the legend of a picture.
pub fn sample(kind: Kind) -> String {
    let outline = outline(kind, (1.5, 12.5), (57.0, 36.0));
    let node = PlacedNode {
        node: 0,
        kind,
        x: 1.5,
        y: 15.0,
        width: 57.0,
        height: 36.0,
        rows: Vec::new(),
        title: Vec::new(),
        full_text: None,
    };
    let (class, badge) = (class(kind), badge(&node));
    sample_of(class, &outline, &badge)
}

/// A small box of a question that stands in another part, for the legend of a picture.
pub fn sample_elsewhere() -> String {
    sample_of("question elsewhere", &outline(Kind::Question, (1.5, 7.0), (57.0, 36.0)), "")
}

fn sample_of(class: &str, outline: &str, badge: &str) -> String {
    format!(
        "<svg class=\"sample {class}\" viewBox=\"0 0 60 50\" aria-hidden=\"true\"><path class=\"box\" d=\"{outline}\"/>{badge}</svg>"
    )
}

fn inside(graph: &Flowchart, drawing: &Drawing, links: Option<&Links>) -> String {
    let lines: String = drawing.lines.iter().map(line_path).collect();
    let tips: String = drawing.lines.iter().filter(|line| line.arrow).map(arrowhead).collect();
    let mut svg = format!("<path class=\"line\" d=\"{lines}\"/><path class=\"tip\" d=\"{tips}\"/>");
    for node in &drawing.boxes {
        let step = &graph.nodes[node.node];
        let elsewhere = step.elsewhere.zip(links);
        let (open, close) = match (elsewhere, links) {
            (Some((part, links)), _) => (format!("a href=\"{}{part}\"", escape(links.part)), "a"),
            (None, Some(links)) => (format!("a href=\"{}{}\"", escape(links.step), step.id), "a"),
            (None, None) => ("g".to_owned(), "g"),
        };
        let (badge, aside) = match elsewhere {
            Some((part, links)) => (signpost(node, &fill(links.see, &[("n", &part.to_string())])), " elsewhere"),
            None => (badge(node), ""),
        };
        // What is cut off in the picture is said all the same.
        let full = node.full_text.as_ref().map_or(String::new(), |text| format!("<title>{}</title>", escape(text)));
        let (class, shapes) = (class(node.kind), node_shapes(node));
        _ = write!(svg, "\n<{open} class=\"node {class}{aside}\">{full}{shapes}{badge}</{close}>");
    }
    svg
}

fn class(kind: Kind) -> &'static str {
    match kind {
        Kind::Question => "question",
        Kind::Advice => "advice",
        Kind::Contact => "hotline",
    }
}

fn node_shapes(node: &PlacedNode) -> String {
    let mut svg =
        format!("<path class=\"box\" d=\"{}\"/>", outline(node.kind, (node.x, node.y), (node.width, node.height)));
    for row in &node.rows {
        let seam = format!("M{} {}h{}", rounded(node.x), rounded(row.bottom), rounded(node.width));
        _ = write!(svg, "<path class=\"seam\" d=\"{seam}\"/>{}", text(&row.lines, "answer"));
    }
    svg + &text(&node.title, "title")
}

/// Each line is followed by a space, which separates the words for screen readers and in copied text.
fn text(lines: &[Text], class: &str) -> String {
    let spans: Vec<String> = lines
        .iter()
        .map(|text| {
            format!("<tspan x=\"{}\" y=\"{}\">{}</tspan>", rounded(text.x), rounded(text.y), escape(&text.line))
        })
        .collect();
    format!("<text class=\"{class}\">{}</text> ", spans.join(" "))
}

/// A badge on the upper edge that says what the colour of a box says: a question mark, or a telephone.
fn badge(node: &PlacedNode) -> String {
    let (x, y) = (node.x + node.width - 2.0 * BADGE_RADIUS, node.y - BADGE_OFFSET);
    let sign = match node.kind {
        Kind::Advice => return String::new(),
        Kind::Question => format!("<text x=\"{}\" y=\"{}\">?</text>", rounded(x), rounded(y + 5.5)),
        Kind::Contact => format!("<path transform=\"translate({} {})\" d=\"{RECEIVER}\"/>", rounded(x), rounded(y)),
    };
    format!(
        "<g class=\"badge\" aria-hidden=\"true\"><circle cx=\"{}\" cy=\"{}\" r=\"{BADGE_RADIUS}\"/>{sign}</g>",
        rounded(x),
        rounded(y)
    )
}

/// A plate on the upper edge of a box that says in which part its step stands.
fn signpost(node: &PlacedNode, see: &str) -> String {
    let (width, y) = (text_measure::width(see, ANSWER_SIZE) + 2.0 * BADGE_RADIUS, node.y - PLATE_OFFSET);
    let left = node.x + node.width - BADGE_RADIUS - width;
    format!(
        "<g class=\"badge\"><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{BADGE_RADIUS}\"/><text x=\"{}\" y=\"{}\">{}</text></g>",
        rounded(left),
        rounded(y - BADGE_RADIUS),
        rounded(width),
        2.0 * BADGE_RADIUS,
        rounded(left + width / 2.0),
        rounded(y + 5.2),
        escape(see)
    )
}

/// The outline of a box: a question has cut corners, an advice slightly round ones, the hotline very round ones.
fn outline(kind: Kind, (x, y): (f64, f64), (width, height): (f64, f64)) -> String {
    let (corner, bend) = match kind {
        Kind::Question => (CORNER_CUT, false),
        Kind::Advice => (5.0, true),
        Kind::Contact => (18.0, true),
    };
    let (width, height) = (width - 2.0 * corner, height - 2.0 * corner);
    let turn = |dx: f64, dy: f64| {
        let sweep = if bend { format!("a{corner} {corner} 0 0 1 ") } else { "l".to_owned() };
        format!("{sweep}{} {}", dx * corner, dy * corner)
    };
    format!(
        "M{} {}h{}{}v{}{}h{}{}v{}{}z",
        rounded(x + corner),
        rounded(y),
        rounded(width),
        turn(1.0, 1.0),
        rounded(height),
        turn(-1.0, 1.0),
        rounded(-width),
        turn(-1.0, -1.0),
        rounded(-height),
        turn(1.0, -1.0)
    )
}

/// The path of a line with round bends. It stops within its arrowhead.
fn line_path(line: &Line) -> String {
    let mut points = line.points.clone();
    points.dedup();
    let last = points.len() - 1;
    if line.arrow {
        points[last] = towards(points[last], points[last - 1], ARROWHEAD.0 - 1.0);
    }
    let mut path = format!("M{} {}", rounded(points[0].0), rounded(points[0].1));
    for at in 1..last {
        let (before, corner, after) = (points[at - 1], points[at], points[at + 1]);
        // Two bends share the segment between them.
        let limit = |one: (f64, f64), end: bool| distance(one, corner) / if end { 1.0 } else { 2.0 };
        let bend = BEND_RADIUS.min(limit(before, at == 1)).min(limit(after, at + 1 == last));
        let (start, end) = (towards(corner, before, bend), towards(corner, after, bend));
        _ = write!(
            path,
            "L{} {}Q{} {} {} {}",
            rounded(start.0),
            rounded(start.1),
            rounded(corner.0),
            rounded(corner.1),
            rounded(end.0),
            rounded(end.1)
        );
    }
    path + &format!("L{} {}", rounded(points[last].0), rounded(points[last].1))
}

/// The arrowhead at a line's end, whose last segment is horizontal.
fn arrowhead(line: &Line) -> String {
    let [.., before, end] = line.points[..] else { return String::new() };
    let back = ARROWHEAD.0.copysign(before.0 - end.0);
    format!("M{} {}l{back} {}v{}z", rounded(end.0), rounded(end.1), -ARROWHEAD.1, 2.0 * ARROWHEAD.1)
}

fn distance(one: (f64, f64), other: (f64, f64)) -> f64 {
    (one.0 - other.0).abs() + (one.1 - other.1).abs()
}

/// The point at this distance from one point towards another, on a horizontal or vertical line.
fn towards(from: (f64, f64), to: (f64, f64), length: f64) -> (f64, f64) {
    let full = distance(from, to);
    if full == 0.0 {
        return from;
    }
    (from.0 + (to.0 - from.0) / full * length, from.1 + (to.1 - from.1) / full * length)
}

/// A number rounded to a tenth.
fn rounded(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
