//! The classic editor's two tabs: what a text becomes on its way «Текст» → «Визуально» → «Текст», and what becomes of a code that
//! is pasted into «Визуально».
//!
//! Written from what TinyMCE 4.9 of WordPress 6.1 was seen to do. It keeps scripts as they are and elements with all `data-`
//! attributes; it knows the attributes of HTML 5.0 only, so a frame loses those that came later; paragraphs are made on the way
//! there and unmade on the way back.

use super::markup::{Piece, Tag, pieces};
use super::wpautop::autop;

/// What a frame keeps, in the order in which it is written.
const OF_FRAME: [&str; 12] = [
    "style",
    "title",
    "src",
    "name",
    "width",
    "height",
    "frameborder",
    "scrolling",
    "sandbox",
    "allowfullscreen",
    "id",
    "class",
];
const PARAGRAPH: &str = "<p>";

/// The text after a look at it in «Визуально».
pub fn round_trip(text: &str) -> String {
    unmake_paragraphs(&kept(&autop(text)))
}

/// The text that is saved when it was pasted into «Визуально» as the plain text that a code is.
pub fn pasted(code: &str) -> String {
    code.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// What the editor keeps of markup.
fn kept(html: &str) -> String {
    let each = pieces(html).into_iter().map(|piece| match piece {
        Piece::Text(text) | Piece::Comment(text) => text.to_owned(),
        Piece::Tag(tag) if tag.name == "iframe" && !tag.closing => frame(&tag),
        Piece::Tag(tag) => tag.raw.to_owned(),
    });
    each.collect()
}

fn frame(tag: &Tag) -> String {
    let value = |name: &str| {
        tag.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| value.unwrap_or_default())
    };
    let written = |name: &&str| {
        let value = value(name)?;
        Some(format!(" {name}=\"{}\"", if *name == "style" { spaced(value) } else { value.to_owned() }))
    };
    format!("<iframe{}>", OF_FRAME.iter().filter_map(written).collect::<String>())
}

/// A style as the editor writes it.
fn spaced(style: &str) -> String {
    let each = style.split(';').filter_map(|declaration| declaration.split_once(':'));
    each.map(|(name, value)| format!("{}: {};", name.trim(), value.trim())).collect::<Vec<_>>().join(" ")
}

/// Paragraphs as text with blank lines between them; blocks on lines of their own.
fn unmake_paragraphs(html: &str) -> String {
    let mut text = String::new();
    let mut after_paragraph = false;
    for block in html.split_inclusive(">\n").map(str::trim).filter(|block| !block.is_empty()) {
        let inner = block.strip_prefix(PARAGRAPH).and_then(|rest| rest.strip_suffix("</p>"));
        if !text.is_empty() {
            text += if after_paragraph && inner.is_some() { "\n\n" } else { "\n" };
        }
        text += inner.unwrap_or(block);
        after_paragraph = inner.is_some();
    }
    text
}

#[test]
fn a_round_trip_through_the_visual_editor_keeps_the_snippets() {
    let link = "<a href=\"https://guide.example/#start\">Навигатор</a>";
    let script = "<script src=\"https://guide.example/embed.js\" async></script>";
    let frame = "<iframe src=\"https://guide.example/?embed#start\" title=\"Навигатор\" style=\"display:block;border:0\" loading=\"lazy\" referrerpolicy=\"no-referrer\" allow=\"clipboard-write; web-share\"></iframe>";
    let frame_kept = "<iframe style=\"display: block; border: 0;\" title=\"Навигатор\" src=\"https://guide.example/?embed#start\"></iframe>";
    let cases = [
        (
            format!("<div data-guide=\"x\">{link}</div>{script}"),
            format!("<div data-guide=\"x\">{link}</div>\n{script}"),
        ),
        (format!("<div data-guide=\"x\">{link}{script}</div>"), format!("<div data-guide=\"x\">{link}{script}</div>")),
        (format!("{frame}<p>{link}</p>"), format!("{frame_kept}\n\n{link}")),
        (
            format!("До\n\n<div data-guide=\"x\">{link}</div>{script}\n\nПосле"),
            format!("До\n<div data-guide=\"x\">{link}</div>\n{script}\n\nПосле"),
        ),
        (format!("До\n\n{frame}<p>{link}</p>\n\nПосле"), format!("До\n\n{frame_kept}\n\n{link}\n\nПосле")),
    ];
    for (text, wanted) in cases {
        assert_eq!(round_trip(&text), wanted, "{text}");
        assert_eq!(round_trip(&wanted), wanted, "a second look: {text}");
    }
}

#[test]
fn a_snippet_pasted_into_the_visual_editor_is_text() {
    assert_eq!(pasted("<div data-guide=\"x?a&b\"></div>"), "&lt;div data-guide=\"x?a&amp;b\"&gt;&lt;/div&gt;");
    assert_eq!(autop(&pasted("<div></div>")), "<p>&lt;div&gt;&lt;/div&gt;</p>\n");
}
