//! Values as TOML, in the layout that content files have.

use std::fmt::Write;

use guide_studio_model::{FileRole, Key, Node};
use toml_edit::Value;

use super::order::{key_order, rank};

/// Writes values that stand at one place.
pub struct Writer {
    /// The file.
    pub file: FileRole,
    /// Whether a text or a list may take several lines here: not within the braces of an inline table.
    pub lines: bool,
}

impl Writer {
    /// A value at the end of a way. A text keeps the quotes of the one that it replaces, `old` as it is written, where they can hold it.
    pub fn value(&self, node: &Node, way: &[Key], old: Option<&str>) -> Result<String, String> {
        Ok(match node {
            Node::Text(text) => self.text(text, old),
            Node::Number(number) => number.to_string(),
            Node::Flag(flag) => flag.to_string(),
            Node::Other(written) => other(written)?,
            Node::List(items) => self.list(items, way)?,
            Node::Table(entries) => self.table(entries, way)?,
        })
    }

    /// The line `key = value`, without a line end.
    pub fn entry(&self, name: &str, node: &Node, way: &[Key], old: Option<&str>) -> Result<String, String> {
        Ok(format!("{} = {}", key(name), self.value(node, way, old)?))
    }

    /// The keys of a section as lines.
    pub fn lines(&self, entries: &[(String, Node)], way: &[Key]) -> Result<String, String> {
        let mut lines = String::new();
        for (name, node) in ordered(self.file, entries, way) {
            let way = [way, &[Key::from(name)]].concat();
            lines.push_str(&self.entry(name, node, &way, None)?);
            lines.push('\n');
        }
        Ok(lines)
    }

    fn list(&self, items: &[Node], way: &[Key]) -> Result<String, String> {
        let inner = Writer { file: self.file, lines: false };
        let items: Vec<String> = items.iter().map(|item| inner.value(item, way, None)).collect::<Result<_, _>>()?;
        let is_long = items.iter().map(|item| item.chars().count() + 2).sum::<usize>() > LONGEST_LIST;
        let several_tables = items.len() > 1 && items.iter().all(|item| item.starts_with('{'));
        Ok(match self.lines && (several_tables || is_long) {
            true => many_lines(&items),
            false => format!("[{}]", items.join(", ")),
        })
    }

    fn table(&self, entries: &[(String, Node)], way: &[Key]) -> Result<String, String> {
        let inner = Writer { file: self.file, lines: false };
        let mut written = Vec::new();
        for (name, node) in ordered(self.file, entries, way) {
            written.push(inner.entry(name, node, &[way, &[Key::from(name)]].concat(), None)?);
        }
        Ok(match written.is_empty() {
            true => "{}".to_owned(),
            false => format!("{{ {} }}", written.join(", ")),
        })
    }

    fn text(&self, text: &str, old: Option<&str>) -> String {
        let old = old.unwrap_or_default();
        let several_lines = self.lines && text.contains('\n');
        let may_be_literal = old.starts_with("'''") && self.lines || several_lines && self.file == FileRole::Phrases;
        if let Some(literal) = literal_lines(text).filter(|_| may_be_literal) {
            return literal;
        }
        if several_lines || self.lines && (old.starts_with("\"\"\"") || old.starts_with("'''")) {
            return basic_lines(text);
        }
        let is_plain = text.chars().all(|sign| sign == '\t' || !sign.is_control());
        if old.starts_with('\'') && is_plain && !text.contains('\'') {
            return format!("'{text}'");
        }
        basic(text)
    }
}

/// A list of so many characters still stands on one line.
const LONGEST_LIST: usize = 160;

/// A list with an item a line.
pub fn many_lines(items: &[String]) -> String {
    let lines: String = items.iter().map(|item| format!("  {item},\n")).collect();
    format!("[\n{lines}]")
}

/// The entries of a table in their usual order.
fn ordered<'n>(file: FileRole, entries: &'n [(String, Node)], way: &[Key]) -> Vec<(&'n str, &'n Node)> {
    let order = key_order(file, way);
    let mut entries: Vec<(&str, &Node)> = entries.iter().map(|(name, node)| (name.as_str(), node)).collect();
    entries.sort_by_key(|(name, _)| rank(order, name));
    entries
}

/// A key, in quotes where it needs them.
pub fn key(name: &str) -> String {
    let is_bare =
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    if is_bare { name.to_owned() } else { basic(name) }
}

/// A value of another kind, as it is written; an error where it is none.
fn other(written: &str) -> Result<String, String> {
    match written.trim().parse::<Value>() {
        Ok(Value::Float(_) | Value::Datetime(_)) => Ok(written.trim().to_owned()),
        _ => Err(format!("Значения «{written}» в файле быть не может.")),
    }
}

/// `"…"`.
fn basic(text: &str) -> String {
    let mut written = String::from("\"");
    for sign in text.chars() {
        match sign {
            '"' => written.push_str("\\\""),
            '\n' => written.push_str("\\n"),
            '\t' => written.push_str("\\t"),
            sign => push_escaped(&mut written, sign),
        }
    }
    written.push('"');
    written
}

/// `"""…"""`, the text on lines of its own.
fn basic_lines(text: &str) -> String {
    let mut written = String::from("\"\"\"\n");
    let mut quotes = 0;
    let length = text.len();
    for (at, sign) in text.char_indices() {
        quotes = if sign == '"' { quotes + 1 } else { 0 };
        match sign {
            // Three of them, or one at the end, would close the text.
            '"' if quotes == 3 || at + 1 == length => {
                written.push_str("\\\"");
                quotes = 0;
            }
            '\n' | '\t' | '"' => written.push(sign),
            sign => push_escaped(&mut written, sign),
        }
    }
    written.push_str("\"\"\"");
    written
}

/// `'''…'''`, the text on lines of its own; `None` where such quotes can't hold it.
fn literal_lines(text: &str) -> Option<String> {
    let is_plain = text.chars().all(|sign| matches!(sign, '\n' | '\t') || !sign.is_control());
    (is_plain && !text.contains("'''") && !text.ends_with('\'')).then(|| format!("'''\n{text}'''"))
}

fn push_escaped(written: &mut String, sign: char) {
    match sign {
        '\\' => written.push_str("\\\\"),
        '\r' => written.push_str("\\r"),
        sign if sign.is_control() => _ = write!(written, "\\u{:04X}", sign as u32),
        sign => written.push(sign),
    }
}
