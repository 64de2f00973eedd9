//! `wpautop`: how WordPress turns line breaks into paragraphs when it shows what the classic editor has saved.
//!
//! Written from its documented behaviour: a blank line separates two paragraphs, and so does the border of a block; what is
//! no block is wrapped in `<p>`; other line breaks become `<br />`, but not next to blocks and not in scripts.

use super::markup::{Token, tokenize};

/// The elements that are never inside of a paragraph.
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
/// The elements whose line breaks are kept.
const VERBATIM_ELEMENTS: [&str; 4] = ["pre", "script", "style", "svg"];
/// A placeholder for a line break that is kept.
const PROTECTED_BREAK: char = '\u{e000}';
const BLANK_LINE: &str = "\n\n";

/// The text as it is shown.
pub fn wpautop(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace("<br /><br />", BLANK_LINE);
    let split = without_trailing_spaces(&split_blocks(&text));
    let paragraphs = split.split(BLANK_LINE).map(|part| part.trim_matches('\n')).filter(|part| !part.trim().is_empty());
    paragraphs.map(|text| paragraph(text) + "\n").collect::<String>().replace(PROTECTED_BREAK, "\n")
}

/// The text with a blank line at each border of a block, and none in scripts, tags or preformatted text.
fn split_blocks(text: &str) -> String {
    let mut split = String::new();
    // The open element whose line breaks are kept.
    let mut open_element: Option<String> = None;
    for token in tokenize(text) {
        let protect_breaks = |raw: &str| raw.replace('\n', &PROTECTED_BREAK.to_string());
        match token {
            Token::Text(raw) if open_element.is_none() => split += raw,
            Token::Text(raw) | Token::Comment(raw) => split += &protect_breaks(raw),
            Token::Tag(tag) => {
                let block = BLOCKS.contains(&tag.name.as_str());
                if block && !tag.closing && open_element.is_none() {
                    split += BLANK_LINE;
                }
                split += &protect_breaks(tag.raw);
                if open_element.as_ref().is_some_and(|name| tag.closing && *name == tag.name) {
                    open_element = None;
                } else if open_element.is_none() && !tag.closing && VERBATIM_ELEMENTS.contains(&tag.name.as_str()) {
                    open_element = Some(tag.name.clone());
                }
                if block && (tag.closing || tag.name == "hr") && open_element.is_none() {
                    split += BLANK_LINE;
                }
            }
        }
    }
    split
}

/// A line of white space alone is blank.
fn without_trailing_spaces(text: &str) -> String {
    text.split('\n').map(|line| if line.trim().is_empty() { "" } else { line }).collect::<Vec<_>>().join("\n")
}

/// One part of the text, wrapped unless it is a block, without `<br />` at its ends.
fn paragraph(text: &str) -> String {
    let text = text.trim_start_matches("<br />").trim_end_matches("<br />");
    let start = if begins_with_block(text) { "" } else { "<p>" };
    let end = if ends_with_block(text) { "" } else { "</p>" };
    format!("{start}{}{end}", line_breaks(text))
}

/// Line breaks become `<br />` except next to blocks.
fn line_breaks(text: &str) -> String {
    let lines: Vec<&str> = text.split('\n').collect();
    let mut html = lines[0].to_owned();
    for (before, line) in lines.iter().zip(&lines[1..]) {
        let plain = before.is_empty()
            || ends_with_block(before)
            || begins_with_block(line)
            || before.trim_end().ends_with("<br />");
        html = html.trim_end().to_owned() + if plain { "\n" } else { "<br />\n" } + line;
    }
    html
}

fn begins_with_block(text: &str) -> bool {
    matches!(tokenize(text.trim_start()).first(), Some(Token::Tag(tag)) if BLOCKS.contains(&tag.name.as_str()))
}

fn ends_with_block(text: &str) -> bool {
    matches!(tokenize(text.trim_end()).last(), Some(Token::Tag(tag)) if BLOCKS.contains(&tag.name.as_str()))
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
    for (text, expected) in cases {
        assert_eq!(wpautop(text), expected, "{text}");
    }
}
