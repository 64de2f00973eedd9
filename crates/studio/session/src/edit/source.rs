//! The text of a file that is being edited, and finding a value in it.

use std::ops::Range;

use guide_studio_model::{FileRole, Key};
use toml_edit::{ArrayOfTables, Item, Table, Value};

use crate::tree::{Toml, parse};

/// A file that is being edited.
#[derive(Clone)]
pub struct Source {
    /// Which file it is.
    pub file: FileRole,
    /// Its text.
    pub text: String,
}

/// What stands at the end of a way.
#[derive(Clone, Copy)]
pub enum Spot<'d> {
    /// A table with a head, or the whole file, or one that is only named by the keys or heads of what is in it.
    Section(&'d Table),
    /// The sections `[[…]]` of one name.
    Sections(&'d ArrayOfTables),
    /// A value behind `=`, or within such a one.
    Value(&'d Value),
}

impl Source {
    /// The file, parsed. It is, unless somebody else has written it: an edit is undone where it can't be parsed behind it.
    pub fn parse(&self) -> Result<Toml<'_>, String> {
        parse(&self.text)
            .ok_or_else(|| "В файле ошибка, из-за которой его не прочесть: сначала исправьте её.".to_owned())
    }

    /// Puts a text in place of these bytes. Its lines end as those of the file do.
    pub fn splice(&mut self, at: Range<usize>, text: &str) {
        let start = self.text.floor_char_boundary(at.start);
        let end = self.text.ceil_char_boundary(at.end).max(start);
        match self.text.contains("\r\n") {
            true => self.text.replace_range(start..end, &text.replace("\r\n", "\n").replace('\n', "\r\n")),
            false => self.text.replace_range(start..end, text),
        }
    }
}

impl<'d> Spot<'d> {
    /// What stands at the end of a way.
    pub fn find(toml: &'d Toml, keys: &[Key]) -> Option<Spot<'d>> {
        keys.iter().try_fold(Spot::Section(toml.as_table()), Spot::step)
    }

    fn step(self, key: &Key) -> Option<Spot<'d>> {
        match (self, key) {
            (Spot::Section(table), Key::Name(name)) => match table.get(name)? {
                Item::None => None,
                Item::Value(value) => Some(Spot::Value(value)),
                Item::Table(table) => Some(Spot::Section(table)),
                Item::ArrayOfTables(tables) => Some(Spot::Sections(tables)),
            },
            (Spot::Sections(tables), Key::Index(index)) => tables.get(*index).map(Spot::Section),
            (Spot::Value(Value::Array(items)), Key::Index(index)) => items.get(*index).map(Spot::Value),
            (Spot::Value(Value::InlineTable(table)), Key::Name(name)) => table.get(name).map(Spot::Value),
            _ => None,
        }
    }
}

/// The way to the table or list that the end of a way is in, and its key there.
pub fn split(keys: &[Key]) -> Result<(&[Key], &Key), String> {
    keys.split_last().map(|(last, parent)| (parent, last)).ok_or_else(|| "Так весь файл не изменить.".to_owned())
}

/// Why an edit is refused whose place is not in the file.
pub fn no_such_place() -> String {
    "Этого места в файле уже нет: посмотрите, как он выглядит сейчас.".to_owned()
}

/// Why an edit is refused that this layout does not allow.
pub fn unusual() -> String {
    "Это место файла записано непривычно, и редактор его не изменит: поправьте его в самом файле.".to_owned()
}
