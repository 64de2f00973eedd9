//! A content file as a tree of values, and which of them stands at a byte.

use std::ops::Range;

use guide_studio_model::{Key, Node};
use toml_edit::{Document, Item, Table, Value};

use crate::blocks;

/// A content file that was parsed, with the places of everything in its text.
pub type Toml<'t> = Document<&'t str>;

/// Parses the text of a content file; `None` where it has syntax errors.
pub fn parse(text: &str) -> Option<Toml<'_>> {
    Document::parse(text).ok()
}

/// The tree of a content file.
pub fn tree(toml: &Toml) -> Node {
    table_node(toml.as_table(), toml.raw())
}

/// The tree of a text; `None` where it has syntax errors.
pub fn tree_of(text: &str) -> Option<Node> {
    parse(text).map(|toml| tree(&toml))
}

fn table_node(table: &Table, text: &str) -> Node {
    Node::Table(table.iter().map(|(key, item)| (key.to_owned(), item_node(item, text))).collect())
}

fn item_node(item: &Item, text: &str) -> Node {
    match item {
        Item::None => Node::Table(Vec::new()),
        Item::Value(value) => value_node(value, text),
        Item::Table(table) => table_node(table, text),
        Item::ArrayOfTables(tables) => Node::List(tables.iter().map(|table| table_node(table, text)).collect()),
    }
}

/// The tree of a value. Line ends of Windows within a text are those of everyone else: the file's are a matter of its layout.
pub fn value_node(value: &Value, text: &str) -> Node {
    match value {
        Value::String(string) => Node::Text(string.value().replace("\r\n", "\n")),
        Value::Integer(number) => Node::Number(*number.value()),
        Value::Boolean(flag) => Node::Flag(*flag.value()),
        Value::Array(items) => Node::List(items.iter().map(|item| value_node(item, text)).collect()),
        Value::InlineTable(table) => {
            Node::Table(table.iter().map(|(key, value)| (key.to_owned(), value_node(value, text))).collect())
        }
        Value::Float(_) | Value::Datetime(_) => {
            Node::Other(value.span().and_then(|at| text.get(at)).unwrap_or_default().to_owned())
        }
    }
}

/// Where every value of a file stands.
pub struct PlaceIndex {
    /// Each after the one that it is in; the first is the whole file.
    entries: Vec<IndexEntry>,
}

/// A value in the text.
struct IndexEntry {
    /// The entry that it is in.
    parent: usize,
    /// Its key there; the first entry has none.
    key: Option<Key>,
    /// From its key to the end of the value; a section from its head to the next.
    at: Range<usize>,
    /// The end of the value, or of the section's head.
    head_end: usize,
}

impl PlaceIndex {
    /// The places of a file's values.
    pub fn new(toml: &Toml) -> PlaceIndex {
        let length = toml.raw().len();
        let whole = IndexEntry { parent: 0, key: None, at: 0..length, head_end: 0 };
        let mut index = PlaceIndex { entries: vec![whole] };
        let heads: Vec<usize> = blocks::headers(toml).iter().map(|header| header.head.start).collect();
        index.add_table(0, toml.as_table(), &heads, length);
        index
    }

    fn add(&mut self, parent: usize, key: Key, at: Range<usize>, head_end: usize) -> usize {
        self.entries.push(IndexEntry { parent, key: Some(key), at, head_end });
        self.entries.len() - 1
    }

    fn add_table(&mut self, parent: usize, table: &Table, heads: &[usize], length: usize) {
        for (name, item) in table.iter() {
            let key_at = table.key(name).and_then(toml_edit::Key::span);
            match item {
                Item::Value(value) => self.add_value(parent, Key::from(name), key_at, value),
                Item::Table(table) => self.add_section(parent, Key::from(name), table, heads, length),
                Item::ArrayOfTables(tables) => {
                    let list = self.add(parent, Key::from(name), 0..0, 0);
                    for (index, table) in tables.iter().enumerate() {
                        self.add_section(list, Key::from(index), table, heads, length);
                    }
                }
                Item::None => {}
            }
        }
    }

    fn add_section(&mut self, parent: usize, key: Key, table: &Table, heads: &[usize], length: usize) {
        let head = table.span().filter(|_| !table.is_implicit() && !table.is_dotted()).unwrap_or(0..0);
        let next = heads.iter().copied().find(|start| *start > head.start).unwrap_or(length);
        let at = if head.is_empty() { 0..0 } else { head.start..next };
        let entry = self.add(parent, key, at, head.end);
        self.add_table(entry, table, heads, length);
    }

    fn add_value(&mut self, parent: usize, key: Key, key_at: Option<Range<usize>>, value: &Value) {
        let value_at = value.span().unwrap_or(0..0);
        let start = key_at.map_or(value_at.start, |at| at.start.min(value_at.start));
        let entry = self.add(parent, key, start..value_at.end, value_at.end);
        match value {
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.add_value(entry, Key::from(index), None, item);
                }
            }
            Value::InlineTable(table) => {
                for (name, value) in table.iter() {
                    let key_at = table.key(name).and_then(toml_edit::Key::span);
                    self.add_value(entry, Key::from(name), key_at, value);
                }
            }
            _ => {}
        }
    }

    /// The way to the innermost value that a byte is in.
    pub fn at(&self, byte: usize) -> Vec<Key> {
        let is_in = |entry: &IndexEntry| entry.at.start <= byte && byte < entry.at.end;
        let inner = (0..self.entries.len()).filter(|index| is_in(&self.entries[*index]));
        let size = |index: &usize| self.entries[*index].at.len();
        self.way(inner.min_by_key(|index| (size(index), usize::MAX - index)).unwrap_or(0))
    }

    /// The way to the outermost value, or to the section, that ends on the line of a byte before it, as the value that a comment stands
    /// behind.
    pub fn before(&self, byte: usize, text: &str) -> Vec<Key> {
        let line = text.get(..byte).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1);
        let ends_here = |entry: &IndexEntry| line < entry.head_end && entry.head_end <= byte;
        self.way((0..self.entries.len()).find(|index| ends_here(&self.entries[*index])).unwrap_or(0))
    }

    /// The ways to all values and sections.
    pub fn ways(&self) -> impl Iterator<Item = Vec<Key>> {
        (1..self.entries.len()).map(|index| self.way(index))
    }

    /// Where the value at the end of a way ends, or the head of the section; `None` where it has no place of its own.
    pub fn end_of(&self, way: &[Key]) -> Option<usize> {
        let entry = (0..self.entries.len()).find(|index| self.way(*index) == way)?;
        Some(self.entries[entry].head_end).filter(|end| *end > 0)
    }

    fn way(&self, mut index: usize) -> Vec<Key> {
        let mut keys = Vec::new();
        while let Some(key) = self.entries.get(index).and_then(|entry| entry.key.clone()) {
            keys.push(key);
            index = self.entries[index].parent;
        }
        keys.reverse();
        keys
    }
}
