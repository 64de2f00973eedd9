//! A drawing as SVG: shapes with classes, for a page's stylesheet, or a file with colours of its own.

use std::fmt::Write;

use guide_core::palette::Palette;

use crate::drawing::{Drawing, Line, Placed, Text};
use crate::flowchart::{Flowchart, Kind};

/// How round a line's bends are.
const BEND: f64 = 8.0;
/// An arrowhead's length, and half its width.
const TIP: (f64, f64) = (9.0, 4.5);
/// How much of a question's corners is cut off.
const CUT: f64 = 11.0;
/// A badge's radius, and how far its middle is above the box's edge, so that it covers no text.
const BADGE: f64 = 10.0;
const RAISED: f64 = 4.0;
/// A telephone's receiver around the badge's middle.
const RECEIVER: &str =
    "M-5-4.2q0-1.3 1.3-1.3h1.3l1.1 2.9-1.4 1.2q1.1 2.5 3.6 3.6l1.2-1.4 2.9 1.1v1.3q0 1.3-1.3 1.3q-8.2-.5-8.7-8.7z";

/// What a file needs where no page's stylesheet reaches; the colours are those of the site's style.
const SHEET: &str = "text{font:16px system-ui,Roboto,'Noto Sans',sans-serif;fill:var(--ink)}.answer{font-size:15px;fill:var(--soft)}\
    .line,.seam{fill:none;stroke:var(--soft);stroke-width:1.75}.tip{fill:var(--soft)}.seam{stroke:var(--line)}\
    .box{fill:var(--paper);stroke:var(--soft);stroke-width:1.5}.question .box{fill:var(--accent-wash);stroke:var(--accent)}\
    .hotline .box{fill:var(--do-wash);stroke:var(--do);stroke-width:3}.badge circle{fill:var(--accent)}.hotline circle{fill:var(--do)}\
    .badge text{font-weight:700;fill:var(--accent-ink);text-anchor:middle}.badge path{fill:var(--accent-ink)}.ground{fill:var(--paper)}";

/// A picture within a page: `class` names it to the stylesheet, `title` to those who listen, `to_step` is put before a
/// step's id in links.
pub fn inline(graph: &Flowchart, drawing: &Drawing, class: &str, title: &str, to_step: &str) -> String {
    let (width, height) = (drawing.width, drawing.height);
    let title = escape(title);
    let mut svg = String::new();
    _ = write!(
        svg,
        "<svg class=\"{class}\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"group\" aria-label=\"{title}\">"
    );
    svg + &inside(graph, drawing, Some(to_step)) + "</svg>"
}

/// A picture as a file; it links to the steps where the site's address is known.
pub fn file(graph: &Flowchart, drawing: &Drawing, palette: &Palette, title: &str, to_step: Option<&str>) -> String {
    let (width, height) = (drawing.width, drawing.height);
    let title = escape(title);
    let (sheet, inside) = (palette.resolve(SHEET), inside(graph, drawing, to_step));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\n\
         <title>{title}</title>\n<style>{sheet}</style>\n<path class=\"ground\" d=\"M0 0h{width}v{height}H0z\"/>\n{inside}\n</svg>\n"
    )
}

/// A small box of this kind, for a picture's key.
pub fn sample(kind: Kind) -> String {
    let outline = outline(kind, (1.5, 12.5), (57.0, 36.0));
    let place =
        Placed { node: 0, kind, x: 1.5, y: 15.0, width: 57.0, height: 36.0, rows: Vec::new(), title: Vec::new() };
    let (class, badge) = (class(kind), badge(&place));
    format!(
        "<svg class=\"sample {class}\" viewBox=\"0 0 60 50\" aria-hidden=\"true\"><path class=\"box\" d=\"{outline}\"/>{badge}</svg>"
    )
}

fn inside(graph: &Flowchart, drawing: &Drawing, to_step: Option<&str>) -> String {
    let lines: String = drawing.lines.iter().map(path).collect();
    let tips: String = drawing.lines.iter().filter(|line| line.arrow).map(tip).collect();
    let mut svg = format!("<path class=\"line\" d=\"{lines}\"/><path class=\"tip\" d=\"{tips}\"/>");
    for place in &drawing.boxes {
        let (open, close) = match to_step {
            Some(to) => (format!("a href=\"{}{}\"", escape(to), graph.nodes[place.node].id), "a"),
            None => ("g".to_owned(), "g"),
        };
        _ = write!(svg, "\n<{open} class=\"node {}\">{}</{close}>", class(place.kind), node(place));
    }
    svg
}

fn class(kind: Kind) -> &'static str {
    match kind {
        Kind::Question => "question",
        Kind::Advice => "advice",
        Kind::Hotline => "hotline",
    }
}

fn node(place: &Placed) -> String {
    let mut svg =
        format!("<path class=\"box\" d=\"{}\"/>", outline(place.kind, (place.x, place.y), (place.width, place.height)));
    for row in &place.rows {
        let seam = format!("M{} {}h{}", short(place.x), short(row.end), short(place.width));
        _ = write!(svg, "<path class=\"seam\" d=\"{seam}\"/>{}", text(&row.lines, "answer"));
    }
    svg + &text(&place.title, "title") + &badge(place)
}

/// Each line is followed by a space, so that words stay apart for those who listen or copy.
fn text(lines: &[Text], class: &str) -> String {
    let spans: Vec<String> = lines
        .iter()
        .map(|text| format!("<tspan x=\"{}\" y=\"{}\">{}</tspan>", short(text.x), short(text.y), escape(&text.line)))
        .collect();
    format!("<text class=\"{class}\">{}</text> ", spans.join(" "))
}

/// A sign on the upper edge, which tells what the colour tells: a question, or the telephone.
fn badge(place: &Placed) -> String {
    let (x, y) = (place.x + place.width - 2.0 * BADGE, place.y - RAISED);
    let sign = match place.kind {
        Kind::Advice => return String::new(),
        Kind::Question => format!("<text x=\"{}\" y=\"{}\">?</text>", short(x), short(y + 5.5)),
        Kind::Hotline => format!("<path transform=\"translate({} {})\" d=\"{RECEIVER}\"/>", short(x), short(y)),
    };
    format!(
        "<g class=\"badge\" aria-hidden=\"true\"><circle cx=\"{}\" cy=\"{}\" r=\"{BADGE}\"/>{sign}</g>",
        short(x),
        short(y)
    )
}

/// A question has cut corners, an advice slightly round ones, the hotline very round ones.
fn outline(kind: Kind, (x, y): (f64, f64), (width, height): (f64, f64)) -> String {
    let (corner, bend) = match kind {
        Kind::Question => (CUT, false),
        Kind::Advice => (5.0, true),
        Kind::Hotline => (18.0, true),
    };
    let (width, height) = (width - 2.0 * corner, height - 2.0 * corner);
    let turn = |dx: f64, dy: f64| {
        let sweep = if bend { format!("a{corner} {corner} 0 0 1 ") } else { "l".to_owned() };
        format!("{sweep}{} {}", dx * corner, dy * corner)
    };
    format!(
        "M{} {}h{}{}v{}{}h{}{}v{}{}z",
        short(x + corner),
        short(y),
        short(width),
        turn(1.0, 1.0),
        short(height),
        turn(-1.0, 1.0),
        short(-width),
        turn(-1.0, -1.0),
        short(-height),
        turn(1.0, -1.0)
    )
}

/// A line with round bends; it stops within its arrowhead.
fn path(line: &Line) -> String {
    let mut points = line.points.clone();
    points.dedup();
    let last = points.len() - 1;
    if line.arrow {
        points[last] = towards(points[last], points[last - 1], TIP.0 - 1.0);
    }
    let mut path = format!("M{} {}", short(points[0].0), short(points[0].1));
    for at in 1..last {
        let (before, corner, after) = (points[at - 1], points[at], points[at + 1]);
        // A piece between two bends is shared by them.
        let most = |one: (f64, f64), end: bool| distance(one, corner) / if end { 1.0 } else { 2.0 };
        let bend = BEND.min(most(before, at == 1)).min(most(after, at + 1 == last));
        let (start, end) = (towards(corner, before, bend), towards(corner, after, bend));
        _ = write!(
            path,
            "L{} {}Q{} {} {} {}",
            short(start.0),
            short(start.1),
            short(corner.0),
            short(corner.1),
            short(end.0),
            short(end.1)
        );
    }
    path + &format!("L{} {}", short(points[last].0), short(points[last].1))
}

/// The arrowhead at a line's end, which runs level.
fn tip(line: &Line) -> String {
    let [.., before, end] = line.points[..] else { return String::new() };
    let back = TIP.0.copysign(before.0 - end.0);
    format!("M{} {}l{back} {}v{}z", short(end.0), short(end.1), -TIP.1, 2.0 * TIP.1)
}

fn distance(one: (f64, f64), other: (f64, f64)) -> f64 {
    (one.0 - other.0).abs() + (one.1 - other.1).abs()
}

/// The point that lies so far from one point towards another, on a level or upright line.
fn towards(from: (f64, f64), to: (f64, f64), far: f64) -> (f64, f64) {
    let whole = distance(from, to);
    if whole == 0.0 {
        return from;
    }
    (from.0 + (to.0 - from.0) / whole * far, from.1 + (to.1 - from.1) / whole * far)
}

/// A number to a tenth, without a nought at its end.
fn short(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
