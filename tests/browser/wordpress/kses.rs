//! `wp_kses_post`: what WordPress 6.1 keeps of a text that an author without the right to unfiltered HTML saves.
//!
//! Written from the documented lists: other elements lose their tags and keep their content; other attributes are removed,
//! and so are properties of a `style` that `safecss_filter_attr` does not list.

use super::markup::{Tag, Token, tokenize};

/// The allowed elements, with the attributes that they may have besides the common ones.
const ELEMENTS: [(&str, &[&str]); 44] = [
    ("a", &["href", "rel", "rev", "name", "target", "download"]),
    ("abbr", &[]),
    ("article", &["align"]),
    ("aside", &["align"]),
    ("b", &[]),
    ("blockquote", &["cite"]),
    ("br", &[]),
    ("button", &["disabled", "name", "type", "value"]),
    ("cite", &[]),
    ("code", &[]),
    ("dd", &[]),
    ("details", &["align", "open"]),
    ("div", &["align"]),
    ("dl", &[]),
    ("dt", &[]),
    ("em", &[]),
    ("figcaption", &["align"]),
    ("figure", &["align"]),
    ("h1", &["align"]),
    ("h2", &["align"]),
    ("h3", &["align"]),
    ("h4", &["align"]),
    ("hr", &["align", "noshade", "size", "width"]),
    ("i", &[]),
    ("img", &["alt", "align", "border", "height", "hspace", "loading", "longdesc", "vspace", "src", "usemap", "width"]),
    ("kbd", &[]),
    ("li", &["align", "value"]),
    ("nav", &["align"]),
    ("ol", &["start", "type", "reversed"]),
    ("p", &["align"]),
    ("pre", &["width"]),
    ("q", &["cite"]),
    ("s", &[]),
    ("section", &["align"]),
    ("small", &[]),
    ("span", &["align"]),
    ("strong", &[]),
    ("sub", &[]),
    ("summary", &["align"]),
    ("sup", &[]),
    ("table", &["align", "bgcolor", "border", "cellpadding", "cellspacing", "rules", "summary", "width"]),
    (
        "td",
        &["abbr", "align", "bgcolor", "colspan", "headers", "height", "nowrap", "rowspan", "scope", "valign", "width"],
    ),
    ("tr", &["align", "bgcolor", "valign"]),
    ("ul", &["type"]),
];

/// The attributes that any element may have, besides every `data-` attribute.
const COMMON: [&str; 14] = [
    "aria-describedby",
    "aria-details",
    "aria-label",
    "aria-labelledby",
    "aria-hidden",
    "class",
    "dir",
    "id",
    "lang",
    "style",
    "title",
    "role",
    "xml:lang",
    "data-*",
];

/// Prefixes of allowed style properties: `border` also allows `border-width`.
const PROPERTY_FAMILIES: [&str; 11] =
    ["background", "border", "column", "font", "margin", "padding", "flex", "text", "justify", "align", "object"];
/// Allowed style properties without a family. `display` and `position` are not allowed.
const PROPERTIES: [&str; 18] = [
    "color",
    "filter",
    "letter-spacing",
    "line-height",
    "height",
    "min-height",
    "max-height",
    "width",
    "min-width",
    "max-width",
    "gap",
    "row-gap",
    "clear",
    "cursor",
    "direction",
    "float",
    "overflow",
    "vertical-align",
];

/// The protocols that an address may have.
const PROTOCOLS: [&str; 8] = ["http", "https", "ftp", "mailto", "tel", "sms", "fax", "webcal"];

/// The text as it is saved.
pub fn kses(text: &str) -> String {
    let kept = tokenize(text).into_iter().map(|token| match token {
        Token::Text(text) if text.starts_with('<') => String::new(),
        Token::Text(text) => text.replace('>', "&gt;"),
        Token::Comment(text) => text.to_owned(),
        Token::Tag(tag) => filter_tag(&tag),
    });
    kept.collect()
}

/// A tag as it is saved; empty where it is not allowed.
fn filter_tag(tag: &Tag) -> String {
    let Some((name, own)) = ELEMENTS.iter().find(|(name, _)| *name == tag.name) else { return String::new() };
    if tag.closing {
        return format!("</{name}>");
    }
    let allowed = |name: &str| own.contains(&name) || COMMON.contains(&name) || name.starts_with("data-");
    let mut kept = format!("<{name}");
    for &(attribute, value) in tag.attributes.iter().filter(|(name, _)| allowed(&name.to_ascii_lowercase())) {
        let value = value.map(|value| match attribute.to_ascii_lowercase().as_str() {
            "style" => filter_style(value),
            "href" | "src" | "cite" => filter_address(value).to_owned(),
            _ => value.to_owned(),
        });
        match value {
            // A style without any allowed property is removed.
            Some(value) if value.is_empty() && attribute == "style" => {}
            Some(value) => kept += &format!(" {attribute}=\"{value}\""),
            None => kept += &format!(" {attribute}"),
        }
    }
    kept + if tag.raw.ends_with("/>") { " />" } else { ">" }
}

/// What `safecss_filter_attr` leaves of a style.
pub fn filter_style(text: &str) -> String {
    let allowed = |declaration: &&str| {
        let Some((name, value)) = declaration.split_once(':') else { return false };
        let name = name.trim();
        let family = PROPERTY_FAMILIES.iter().any(|family| {
            name.strip_prefix(family).is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', 's']))
        });
        (family || PROPERTIES.contains(&name)) && !value.contains(['\\', '(', '&', '=', '}']) && !value.contains("/*")
    };
    text.split(';').map(str::trim).filter(allowed).collect::<Vec<_>>().join(";")
}

/// An address without a protocol that is not allowed: what follows it is kept.
fn filter_address(text: &str) -> &str {
    match text.split_once(':') {
        Some((protocol, rest)) if protocol.chars().all(|c| c.is_ascii_alphanumeric()) => {
            if PROTOCOLS.contains(&protocol.to_ascii_lowercase().as_str()) { text } else { filter_address(rest) }
        }
        _ => text,
    }
}

#[test]
fn kses_keeps_only_listed_elements_and_attributes() {
    let cases = [
        ("<p>a <strong>b</strong></p>", "<p>a <strong>b</strong></p>"),
        // The tags are removed, their text is kept.
        ("<script>alert(1)</script>", "alert(1)"),
        ("a<iframe src=\"x\" style=\"border:0\"></iframe>b", "ab"),
        ("<p onclick=\"x()\" data-guide=\"x\" id=a>a</p>", "<p data-guide=\"x\" id=\"a\">a</p>"),
        ("<div data-guide>a</div>", "<div data-guide>a</div>"),
        ("<a href=\"javascript:alert(1)\">x</a>", "<a href=\"alert(1)\">x</a>"),
        (
            "<a href=\"tel:+7\" target=\"_blank\" rel=\"noopener\">x</a>",
            "<a href=\"tel:+7\" target=\"_blank\" rel=\"noopener\">x</a>",
        ),
        ("<br /><!-- wp:html -->", "<br /><!-- wp:html -->"),
        ("&lt;div data-guide&gt;", "&lt;div data-guide&gt;"),
        ("<p style=\"display:block\">a</p>", "<p>a</p>"),
    ];
    for (text, expected) in cases {
        assert_eq!(kses(text), expected, "{text}");
        assert_eq!(kses(&kses(text)), expected, "twice: {text}");
    }
}

#[test]
fn kses_keeps_only_listed_style_properties() {
    let cases = [
        (
            "display:block;border:0;width:100%;max-width:480px;height:800px",
            "border:0;width:100%;max-width:480px;height:800px",
        ),
        ("position:fixed; color: red ", "color: red"),
        ("width:expression(1);background-color:red;columns:2", "background-color:red;columns:2"),
        (
            "margin-block-start:1em;text-align:left;border-radius:3px",
            "margin-block-start:1em;text-align:left;border-radius:3px",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(filter_style(text), expected, "{text}");
    }
}
