//! `wpautop`: how WordPress makes paragraphs of a text with line breaks when it shows what the classic editor has saved.
//!
//! Written from its documented behaviour: a blank line parts two paragraphs, and so does the border of a block; what is not a
//! block itself is wrapped into `<p>`; other line breaks become `<br />`, but not beside blocks and not in scripts.

use super::markup::{Piece, pieces};

/// The elements that are never within a paragraph.
const BLOCKS: [&str; 37] = [
    "table",
    "thead",
    "tfoot",
    "caption",
    "col",
    "colgroup",
    "tbody",
    "tr",
    "td",
    "th",
    "div",
    "dl",
    "dd",
    "dt",
    "ul",
    "ol",
    "li",
    "pre",
    "form",
    "blockquote",
    "address",
    "style",
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "section",
    "article",
    "aside",
    "figure",
    "figcaption",
    "details",
    "summary",
];
/// The elements whose line breaks are their own.
const OWN_BREAKS: [&str; 4] = ["pre", "script", "style", "svg"];
/// Stands for a line break that is to be left alone.
const KEPT_BREAK: char = '\u{e000}';
const BLANK_LINE: &str = "\n\n";

/// The text as it is shown.
pub fn autop(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace("<br /><br />", BLANK_LINE);
    let parted = without_blank_spaces(&part(&text));
    let paragraphs =
        parted.split(BLANK_LINE).map(|part| part.trim_matches('\n')).filter(|part| !part.trim().is_empty());
    paragraphs.map(|text| paragraph(text) + "\n").collect::<String>().replace(KEPT_BREAK, "\n")
}

/// The text with a blank line at each border of a block, and nowhere in a script, a tag or preformatted text.
fn part(text: &str) -> String {
    let mut parted = String::new();
    // The element whose line breaks are its own.
    let mut within: Option<String> = None;
    for piece in pieces(text) {
        let kept = |raw: &str| raw.replace('\n', &KEPT_BREAK.to_string());
        match piece {
            Piece::Text(raw) if within.is_none() => parted += raw,
            Piece::Text(raw) | Piece::Comment(raw) => parted += &kept(raw),
            Piece::Tag(tag) => {
                let block = BLOCKS.contains(&tag.name.as_str());
                if block && !tag.closing && within.is_none() {
                    parted += BLANK_LINE;
                }
                parted += &kept(tag.raw);
                if within.as_ref().is_some_and(|name| tag.closing && *name == tag.name) {
                    within = None;
                } else if within.is_none() && !tag.closing && OWN_BREAKS.contains(&tag.name.as_str()) {
                    within = Some(tag.name.clone());
                }
                if block && (tag.closing || tag.name == "hr") && within.is_none() {
                    parted += BLANK_LINE;
                }
            }
        }
    }
    parted
}

/// A line of white space alone is blank.
fn without_blank_spaces(text: &str) -> String {
    text.split('\n').map(|line| if line.trim().is_empty() { "" } else { line }).collect::<Vec<_>>().join("\n")
}

/// One part of the text: wrapped where it is no block. A `<br />` at its border would say the same again.
fn paragraph(text: &str) -> String {
    let text = text.trim_start_matches("<br />").trim_end_matches("<br />");
    let start = if begins_with_block(text) { "" } else { "<p>" };
    let end = if ends_with_block(text) { "" } else { "</p>" };
    format!("{start}{}{end}", lines(text))
}

/// Line breaks, told by `<br />` but beside blocks.
fn lines(text: &str) -> String {
    let lines: Vec<&str> = text.split('\n').collect();
    let mut told = lines[0].to_owned();
    for (before, line) in lines.iter().zip(&lines[1..]) {
        let plain = before.is_empty()
            || ends_with_block(before)
            || begins_with_block(line)
            || before.trim_end().ends_with("<br />");
        told = told.trim_end().to_owned() + if plain { "\n" } else { "<br />\n" } + line;
    }
    told
}

fn begins_with_block(text: &str) -> bool {
    matches!(pieces(text.trim_start()).first(), Some(Piece::Tag(tag)) if BLOCKS.contains(&tag.name.as_str()))
}

fn ends_with_block(text: &str) -> bool {
    matches!(pieces(text.trim_end()).last(), Some(Piece::Tag(tag)) if BLOCKS.contains(&tag.name.as_str()))
}

#[test]
fn wpautop_makes_paragraphs() {
    let cases = [
        ("", ""),
        (
            "Some long text\nthat has many lines\n\nand paragraphs in it.",
            "<p>Some long text<br />\nthat has many lines</p>\n<p>and paragraphs in it.</p>\n",
        ),
        ("a\n \nb", "<p>a</p>\n<p>b</p>\n"),
        ("<p>a</p>\n<p>b</p>", "<p>a</p>\n<p>b</p>\n"),
        ("<div><span>a</span></div>b", "<div><span>a</span></div>\n<p>b</p>\n"),
        ("a <div>b</div>", "<p>a </p>\n<div>b</div>\n"),
        ("<div>a</div><br />b<br /><p>c</p>", "<div>a</div>\n<p>b</p>\n<p>c</p>\n"),
        ("a\n<div>b</div>\nc", "<p>a</p>\n<div>b</div>\n<p>c</p>\n"),
        ("<script src=\"a.js\"></script>", "<p><script src=\"a.js\"></script></p>\n"),
        ("a<script>\nb\n</script>", "<p>a<script>\nb\n</script></p>\n"),
        ("<pre>a\n\nb</pre>\nc", "<pre>a\n\nb</pre>\n<p>c</p>\n"),
        ("<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("&lt;div&gt;", "<p>&lt;div&gt;</p>\n"),
        ("<div>\n<a>x</a>\n</div>", "<div>\n<a>x</a>\n</div>\n"),
        ("<iframe\nsrc=\"x\"></iframe>", "<p><iframe\nsrc=\"x\"></iframe></p>\n"),
    ];
    for (text, wanted) in cases {
        assert_eq!(autop(text), wanted, "{text}");
    }
}
