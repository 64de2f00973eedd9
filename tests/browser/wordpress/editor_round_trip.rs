//! The two tabs of the classic editor: what a text becomes on the way «Текст» → «Визуально» → «Текст», and what becomes of
//! a snippet that is pasted into «Визуально».
//!
//! Written from the observed behaviour of TinyMCE 4.9 in WordPress 6.1. It keeps scripts, and elements with all `data-`
//! attributes; it knows the attributes of HTML 5.0 only, so a frame loses newer ones; paragraphs are made on the way there
//! and removed on the way back.

use super::markup::{Tag, Token, tokenize};
use super::wpautop::wpautop;

/// The attributes that a frame keeps, in the order in which they are written.
const FRAME_ATTRIBUTES: [&str; 12] = [
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

/// The text after it was shown in «Визуально».
pub fn round_trip(text: &str) -> String {
    unmake_paragraphs(&filter_markup(&wpautop(text)))
}

/// The saved text of a snippet that was pasted into «Визуально» as plain text.
pub fn paste_as_text(code: &str) -> String {
    code.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// What the editor keeps of markup.
fn filter_markup(html: &str) -> String {
    let each = tokenize(html).into_iter().map(|token| match token {
        Token::Text(text) | Token::Comment(text) => text.to_owned(),
        Token::Tag(tag) if tag.name == "iframe" && !tag.closing => frame(&tag),
        Token::Tag(tag) => tag.raw.to_owned(),
    });
    each.collect()
}

fn frame(tag: &Tag) -> String {
    let value = |name: &str| {
        tag.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| value.unwrap_or_default())
    };
    let attribute = |name: &&str| {
        let value = value(name)?;
        Some(format!(" {name}=\"{}\"", if *name == "style" { format_style(value) } else { value.to_owned() }))
    };
    format!("<iframe{}>", FRAME_ATTRIBUTES.iter().filter_map(attribute).collect::<String>())
}

/// A style as the editor writes it.
fn format_style(style: &str) -> String {
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
    for (text, expected) in cases {
        assert_eq!(round_trip(&text), expected, "{text}");
        assert_eq!(round_trip(&expected), expected, "a second look: {text}");
    }
}

#[test]
fn a_snippet_pasted_into_the_visual_editor_is_text() {
    assert_eq!(paste_as_text("<div data-guide=\"x?a&b\"></div>"), "&lt;div data-guide=\"x?a&amp;b\"&gt;&lt;/div&gt;");
    assert_eq!(wpautop(&paste_as_text("<div></div>")), "<p>&lt;div&gt;&lt;/div&gt;</p>\n");
}
