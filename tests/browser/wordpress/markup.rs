//! A tokenizer for markup as WordPress does it: by angle brackets, not as a browser would.

/// A token of markup; all tokens in order are the whole text.
#[derive(Debug, PartialEq)]
pub enum Token<'a> {
    Text(&'a str),
    /// `<!-- … -->`, verbatim.
    Comment(&'a str),
    Tag(Tag<'a>),
}

/// A tag, opening or closing.
#[derive(Debug, PartialEq)]
pub struct Tag<'a> {
    /// Verbatim, with angle brackets.
    pub raw: &'a str,
    /// In lower case.
    pub name: String,
    pub closing: bool,
    /// Names verbatim, and values without quotes; `None` where there is no value.
    pub attributes: Vec<(&'a str, Option<&'a str>)>,
}

/// The tokens of a text.
pub fn tokenize(mut text: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    while !text.is_empty() {
        let end = if text.starts_with("<!--") {
            text.find("-->").map_or(text.len(), |at| at + 3)
        } else if text.starts_with('<') {
            text.find('>').map_or(text.len(), |at| at + 1)
        } else {
            text.find('<').unwrap_or(text.len())
        };
        let (token, rest) = text.split_at(end);
        found.push(match tag(token) {
            _ if token.starts_with("<!--") => Token::Comment(token),
            Some(tag) => Token::Tag(tag),
            None => Token::Text(token),
        });
        text = rest;
    }
    found
}

/// The token as a tag, if it is one.
fn tag(raw: &str) -> Option<Tag<'_>> {
    let inside = raw.strip_prefix('<')?.strip_suffix('>')?;
    let inside = inside.strip_suffix('/').unwrap_or(inside);
    let (closing, inside) = inside.strip_prefix('/').map_or((false, inside), |inside| (true, inside));
    let end = inside.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(inside.len());
    let (name, rest) = inside.split_at(end);
    (!name.is_empty()).then(|| Tag { raw, name: name.to_ascii_lowercase(), closing, attributes: attributes(rest) })
}

fn attributes(mut text: &str) -> Vec<(&str, Option<&str>)> {
    let mut found = Vec::new();
    loop {
        text = text.trim_start();
        let end = text.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(text.len());
        if text.is_empty() || end == 0 {
            return found;
        }
        let (name, rest) = text.split_at(end);
        let Some(rest) = rest.trim_start().strip_prefix('=').map(str::trim_start) else {
            found.push((name, None));
            text = rest;
            continue;
        };
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, after) = match quote {
            Some(quote) => rest[1..].split_once(quote).unwrap_or((&rest[1..], "")),
            None => rest.split_at(rest.find(char::is_whitespace).unwrap_or(rest.len())),
        };
        found.push((name, Some(value)));
        text = after;
    }
}

#[test]
fn markup_is_split_into_tokens() {
    let text = "a<!-- <p> --><IFRAME src=\"x?a=1\" allowfullscreen width=480></iframe>";
    let found = tokenize(text);
    let texts: Vec<&str> = (found.iter())
        .map(|token| match token {
            Token::Text(text) | Token::Comment(text) => text,
            Token::Tag(tag) => tag.raw,
        })
        .collect();
    assert_eq!(texts.concat(), text);
    assert!(matches!(found[1], Token::Comment("<!-- <p> -->")), "{found:#?}");
    let Token::Tag(frame) = &found[2] else { panic!("{found:#?}") };
    assert_eq!((frame.name.as_str(), frame.closing), ("iframe", false));
    assert_eq!(frame.attributes, [("src", Some("x?a=1")), ("allowfullscreen", None), ("width", Some("480"))]);
    assert!(matches!(&found[3], Token::Tag(tag) if tag.closing && tag.name == "iframe"));
}
