//! A content file as a tree of values, and where something stands in it.

use std::fmt;

use serde::{Deserialize, Serialize};

/// One of the content files that are written in TOML. Others are pictures and files to download.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum FileRole {
    /// The guide itself.
    Guide,
    /// The words of the interface that this guide says in its own way.
    Words,
    /// The phrases that the search is trained on.
    Phrases,
}

/// A value of a content file.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Node {
    /// A text.
    Text(String),
    /// A whole number.
    Number(i64),
    /// `true` or `false`.
    Flag(bool),
    /// A list, or the tables `[[…]]` of one name.
    List(Vec<Node>),
    /// A table, its keys in the order of the file.
    Table(Vec<(String, Node)>),
    /// Another value of TOML, which the format has no use for, as it is written.
    Other(String),
}

/// A step on the way to a value.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Key {
    /// The key of a table.
    Name(String),
    /// The place in a list, from 0.
    Index(usize),
}

/// Where a value stands in the content.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Place {
    /// The file.
    pub file: FileRole,
    /// The way to the value from the start of the file. Empty: the whole file.
    pub keys: Vec<Key>,
}

impl Node {
    /// The text, where it is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Node::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The value of a table's key.
    pub fn get(&self, key: &str) -> Option<&Node> {
        match self {
            Node::Table(entries) => entries.iter().find(|(name, _)| name == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The items of a list; of anything else none.
    pub fn items(&self) -> &[Node] {
        match self {
            Node::List(items) => items,
            _ => &[],
        }
    }

    /// The value at the end of a way from here.
    pub fn at(&self, keys: &[Key]) -> Option<&Node> {
        let Some((first, rest)) = keys.split_first() else { return Some(self) };
        match first {
            Key::Name(name) => self.get(name)?.at(rest),
            Key::Index(index) => self.items().get(*index)?.at(rest),
        }
    }

    /// Puts a value at the end of a way from here. A missing last key is added; `false` where the way leads nowhere.
    pub fn set(&mut self, keys: &[Key], value: Node) -> bool {
        let Some((first, rest)) = keys.split_first() else {
            *self = value;
            return true;
        };
        let next = match (self, first) {
            (Node::Table(entries), Key::Name(name)) => match entries.iter().position(|(key, _)| key == name) {
                Some(index) => &mut entries[index].1,
                None if rest.is_empty() => {
                    entries.push((name.clone(), value));
                    return true;
                }
                None => return false,
            },
            (Node::List(items), Key::Index(index)) => match items.get_mut(*index) {
                Some(item) => item,
                None => return false,
            },
            _ => return false,
        };
        next.set(rest, value)
    }
}

impl Place {
    /// A place in the guide's own file.
    pub fn guide(keys: impl IntoIterator<Item = Key>) -> Place {
        Place { file: FileRole::Guide, keys: keys.into_iter().collect() }
    }

    /// The place of a key within the table that stands here.
    pub fn name(&self, name: &str) -> Place {
        self.with(Key::Name(name.to_owned()))
    }

    /// The place of an item within the list that stands here, from 0.
    pub fn index(&self, index: usize) -> Place {
        self.with(Key::Index(index))
    }

    fn with(&self, key: Key) -> Place {
        let mut keys = self.keys.clone();
        keys.push(key);
        Place { file: self.file, keys }
    }

    /// Whether `other` is here or within what stands here.
    pub fn contains(&self, other: &Place) -> bool {
        self.file == other.file && other.keys.starts_with(&self.keys)
    }
}

impl From<&str> for Key {
    fn from(name: &str) -> Key {
        Key::Name(name.to_owned())
    }
}

impl From<usize> for Key {
    fn from(index: usize) -> Key {
        Key::Index(index)
    }
}

/// The place as an element's id may have it: `guide-step-3-option-0-label`.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self.file {
            FileRole::Guide => "guide",
            FileRole::Words => "words",
            FileRole::Phrases => "phrases",
        })?;
        for key in &self.keys {
            match key {
                Key::Name(name) => write!(f, "-{name}")?,
                Key::Index(index) => write!(f, "-{index}")?,
            }
        }
        Ok(())
    }
}
