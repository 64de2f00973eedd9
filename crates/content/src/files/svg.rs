//! SVG drawings: their sizes, and everything in them that could do more than be drawn.
//!
//! A page shows a drawing as a picture, where no browser runs its scripts; but anybody may open the file itself, from the guide's own
//! address. So what runs, or loads something, is refused.

use roxmltree::{Document, Error, Node, ParsingOptions};

use super::faults::SvgFault;

const SVG: &str = "http://www.w3.org/2000/svg";
/// What the common editors leave in a drawing, besides SVG; none of it is drawn or run.
const EDITORS: [&str; 6] = [
    "http://www.inkscape.org/namespaces/inkscape",
    "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://creativecommons.org/ns#",
    "http://web.resource.org/cc/",
    "http://purl.org/dc/elements/1.1/",
];
/// A drawing of half a megabyte has fewer.
const MOST_NODES: u32 = 100_000;

/// The width and height of a drawing in pixels of CSS, rounded up.
pub fn size(bytes: &[u8]) -> Result<(u32, u32), SvgFault> {
    let text = std::str::from_utf8(bytes).map_err(|_| SvgFault::NotUtf8)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let options = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|error| match error {
        Error::DtdDetected => SvgFault::Doctype,
        Error::NodesLimitReached => SvgFault::TooComplex,
        _ => SvgFault::NotXml,
    })?;
    let root = document.root_element();
    if !root.has_tag_name((SVG, "svg")) {
        return Err(SvgFault::NotSvg);
    }
    for node in document.descendants() {
        check(node)?;
    }
    root_size(root).ok_or(SvgFault::NoSize)
}

/// Refuses what could do more than be drawn.
fn check(node: Node) -> Result<(), SvgFault> {
    if node.is_pi() {
        return Err(SvgFault::Instruction);
    }
    if !node.is_element() {
        return Ok(());
    }
    let (namespace, name) = (node.tag_name().namespace().unwrap_or_default(), node.tag_name().name());
    if namespace != SVG {
        return if EDITORS.contains(&namespace) { Ok(()) } else { Err(SvgFault::Foreign) };
    }
    match name.to_ascii_lowercase().as_str() {
        "script" | "handler" | "listener" => return Err(SvgFault::Script),
        "foreignobject" | "iframe" | "embed" | "object" | "audio" | "video" | "canvas" => {
            return Err(SvgFault::Foreign);
        }
        "style" => check_style(node.descendants().filter_map(|inside| inside.text()).collect::<String>().as_str())?,
        _ => {}
    }
    for attribute in node.attributes() {
        let (name, value) = (attribute.name().to_ascii_lowercase(), attribute.value());
        match name.as_str() {
            _ if name.starts_with("on") => return Err(SvgFault::Script),
            "href" | "src" => check_reference(value)?,
            "base" => return Err(SvgFault::External),
            // An animation may change a reference, or what happens on a click.
            "attributename" if value.to_ascii_lowercase().contains("href") || value.trim_start().starts_with("on") => {
                return Err(SvgFault::Script);
            }
            // Names and paths of the editors' own, which no browser reads.
            _ if attribute.namespace().is_some_and(|namespace| EDITORS.contains(&namespace)) => {}
            // Fills, masks and the like are styles in attributes of their own.
            _ => check_style(value)?,
        }
    }
    Ok(())
}

/// A reference may lead to another part of the drawing, or be a picture that is written out in it.
fn check_reference(value: &str) -> Result<(), SvgFault> {
    let value = value.trim_start().to_ascii_lowercase();
    let written_out = ["png", "jpeg", "jpg", "webp"].map(|kind| format!("data:image/{kind};base64,"));
    let is_inside =
        value.is_empty() || value.starts_with('#') || written_out.iter().any(|start| value.starts_with(start));
    match () {
        () if is_inside => Ok(()),
        // A browser leaves out white space within the scheme.
        () if value.split_whitespace().collect::<String>().starts_with("javascript:") => Err(SvgFault::Script),
        () => Err(SvgFault::External),
    }
}

/// A style may only refer to other parts of the drawing.
fn check_style(style: &str) -> Result<(), SvgFault> {
    let style = style.to_ascii_lowercase();
    if style.contains("javascript:") || style.contains("expression(") {
        return Err(SvgFault::Script);
    }
    // With an escape the name of a function may be written in many ways.
    let loads = ["@import", "image-set(", "image(", "src("].iter().any(|function| style.contains(function));
    let hides = style.contains('\\') && style.contains('(');
    let leads_out = style.split("url(").skip(1).any(|rest| {
        let target = rest.trim_start().trim_start_matches(['"', '\'']).trim_start();
        !target.starts_with('#')
    });
    if loads || hides || leads_out { Err(SvgFault::External) } else { Ok(()) }
}

/// The size that the drawing gives itself, or that of what is seen of it.
fn root_size(root: Node) -> Option<(u32, u32)> {
    let own = |name: &str| pixels(root.attribute(name)?);
    let seen: Vec<f64> = root.attribute("viewBox").into_iter().flat_map(numbers).collect();
    let seen = <[f64; 4]>::try_from(seen).ok().filter(|[_, _, width, height]| *width > 0.0 && *height > 0.0);
    let (width, height) = match (own("width"), own("height"), seen) {
        (Some(width), Some(height), _) => (width, height),
        (Some(width), None, Some([_, _, w, h])) => (width, width * h / w),
        (None, Some(height), Some([_, _, w, h])) => (height * w / h, height),
        (None, None, Some([_, _, w, h])) => (w, h),
        _ => return None,
    };
    let whole = |length: f64| (length.is_finite() && length > 0.0).then(|| length.ceil() as u32);
    Some((whole(width)?, whole(height)?))
}

fn numbers(list: &str) -> impl Iterator<Item = f64> {
    list.split([' ', ',', '\t', '\n', '\r'])
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().unwrap_or(f64::NAN))
}

/// A length in pixels of CSS; `None` where it depends on the page, as `100%`.
fn pixels(length: &str) -> Option<f64> {
    let length = length.trim();
    let units =
        [("px", 1.0), ("pt", 96.0 / 72.0), ("pc", 16.0), ("mm", 96.0 / 25.4), ("cm", 96.0 / 2.54), ("in", 96.0)];
    let unit = units.into_iter().find_map(|(unit, factor)| Some((length.strip_suffix(unit)?, factor)));
    let (number, factor) = unit.unwrap_or((length, 1.0));
    number.trim().parse::<f64>().ok().map(|number| number * factor)
}
