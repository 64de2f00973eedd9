//! Undo and redo: what has been done to the draft, as patches with names.

use crate::{FilePatch, Place};

/// The most bytes that the patches of the history may hold; beyond that the oldest entries are forgotten.
const LARGEST: usize = 50_000_000;

/// Something that was done, in the words of its button or field.
#[derive(Clone, PartialEq, Debug)]
pub struct Entry {
    /// What was done, for people.
    pub name: String,
    /// The field that was typed in, where it was typing: more of it at the same field joins this entry.
    pub typing: Option<Place>,
    /// What it changed, in order.
    pub patches: Vec<FilePatch>,
}

/// The entries that can be undone and those that can be done again.
#[derive(Default)]
pub struct History {
    done: Vec<Entry>,
    /// The last one is the next to be done again.
    undone: Vec<Entry>,
    /// Whether more typing at the same field begins a new entry.
    closed: bool,
}

impl History {
    /// Adds what was done. What had been undone is forgotten.
    pub fn add(&mut self, entry: Entry) {
        if entry.patches.is_empty() {
            return;
        }
        self.undone.clear();
        let joined = !std::mem::take(&mut self.closed) && entry.typing.is_some();
        match self.done.last_mut().filter(|last| joined && last.typing == entry.typing) {
            Some(last) => last.patches.extend(entry.patches),
            None => self.done.push(entry),
        }
        while self.done.len() > 1 && self.done.iter().map(Entry::bytes).sum::<usize>() > LARGEST {
            self.done.remove(0);
        }
    }

    /// Has the next typing begin an entry of its own, as when the field was left.
    pub fn close(&mut self) {
        self.closed = true;
    }

    /// Takes the last entry back: the patches that do so.
    pub fn undo(&mut self) -> Option<Vec<FilePatch>> {
        let entry = self.done.pop()?;
        self.closed = true;
        let patches = entry.patches.iter().rev().map(FilePatch::inverse).collect();
        self.undone.push(entry);
        Some(patches)
    }

    /// Does the last entry again that was taken back: its patches.
    pub fn redo(&mut self) -> Option<Vec<FilePatch>> {
        let entry = self.undone.pop()?;
        self.closed = true;
        let patches = entry.patches.clone();
        self.done.push(entry);
        Some(patches)
    }

    /// The names of what was done, the latest first.
    pub fn done(&self) -> impl Iterator<Item = &str> {
        self.done.iter().rev().map(|entry| &*entry.name)
    }

    /// The names of what can be done again, the next first.
    pub fn undone(&self) -> impl Iterator<Item = &str> {
        self.undone.iter().rev().map(|entry| &*entry.name)
    }
}

impl Entry {
    /// The bytes that its patches hold.
    fn bytes(&self) -> usize {
        self.patches.iter().map(FilePatch::weight).sum()
    }
}
