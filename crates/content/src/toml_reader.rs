//! Reading TOML tables key by key. A key that is missing, unknown or of the wrong kind becomes a diagnostic, and reading goes on.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use guide_core::text::Text;

use crate::diagnostics::Diagnostics;
use crate::message;
use crate::message::Message;
use crate::nearest::nearest;
use crate::syntax::{self, Reach, SyntaxError};

/// Reads one table. Every key that is asked for counts as known; [`Reader::finish`] reports the others.
pub struct Reader<'r> {
    /// `None` where the table is missing, which has been reported: its keys are not reported again.
    table: Option<&'r DeTable<'r>>,
    /// What messages call the table.
    name: TableName<'r>,
    /// The bytes of the table in the file.
    at: Range<usize>,
    file: usize,
    /// The text of the file.
    source: &'r str,
    known: Vec<&'static str>,
    diagnostics: &'r Diagnostics,
}

/// What messages call a table.
enum TableName<'r> {
    /// The file outside of its sections.
    FileStart,
    /// The section of this name.
    Section(&'r str),
    /// One of the sections of this name, or of the tables of this list.
    Item(&'static str),
    /// A value of this key.
    Value(&'static str),
}

impl TableName<'_> {
    fn words(&self) -> Message {
        match self {
            TableName::FileStart => message!("начало файла", "the beginning of the file"),
            TableName::Section(name) => message!("раздел [{name}]", "section [{name}]"),
            TableName::Item(name) => Message::same(format!("[[{name}]]")),
            TableName::Value(key) => message!("«{key}»", "“{key}”"),
        }
    }
}

/// A value that may be written shortly as a text, or at length as a table.
pub enum TextOrTable<'r> {
    /// A text that is not empty.
    Text(Text),
    /// A table.
    Table(Reader<'r>),
}

/// A file that was parsed.
pub struct Document<'t> {
    /// `None` where it has syntax errors.
    table: Option<Spanned<DeTable<'t>>>,
    source: &'t str,
}

impl Document<'_> {
    /// Whether it can be read: it has no syntax errors.
    pub fn is_sound(&self) -> bool {
        self.table.is_some()
    }
}

/// Parses a file. Syntax errors go to the diagnostics; nothing else is reported of a file that has them, as what is missing there may
/// only have been swallowed.
pub fn parse<'t>(text: &'t str, file: usize, diagnostics: &Diagnostics) -> Document<'t> {
    let (table, errors) = syntax::parse(text);
    let is_sound = errors.iter().all(|error| error.reach == Reach::Nothing);
    for SyntaxError { at, what, instead, .. } in errors {
        diagnostics.error(file, at, what, instead);
    }
    Document { table: is_sound.then_some(table), source: text }
}

impl<'r> Reader<'r> {
    /// A reader for the whole file.
    pub fn root(document: &'r Document<'r>, file: usize, diagnostics: &'r Diagnostics) -> Reader<'r> {
        Reader {
            table: document.table.as_ref().map(Spanned::get_ref),
            name: TableName::FileStart,
            at: 0..0,
            file,
            source: document.source,
            known: Vec::new(),
            diagnostics,
        }
    }

    /// Reports an error in this file: two sentences, what is wrong and what to write instead.
    pub fn error(&self, at: Range<usize>, what: Message, instead: Message) {
        self.diagnostics.error(self.file, at, what, instead);
    }

    /// Reports a warning in this file, as [`Reader::error`] reports an error.
    pub fn warning(&self, at: Range<usize>, what: Message, instead: Message) {
        self.diagnostics.warning(self.file, at, what, instead);
    }

    /// The text of the whole file.
    pub fn source(&self) -> &'r str {
        self.source
    }

    /// The bytes of the table in the file.
    pub fn at(&self) -> Range<usize> {
        self.at.clone()
    }

    /// Whether the table has a key.
    pub fn has(&self, key: &str) -> bool {
        self.table.is_some_and(|table| table.contains_key(key))
    }

    fn value(&mut self, key: &'static str) -> Option<&'r Spanned<DeValue<'r>>> {
        self.known.push(key);
        self.table?.get(key)
    }

    /// Reports that a key is missing, which should be as in the example.
    pub fn missing(&self, key: &str, example: &str) {
        if self.table.is_some() {
            let (what, instead) = (
                message!(name = self.name.words(); "нет ключа «{key}» ({name})", "there is no key “{key}” ({name})"),
                message!("Допишите строку: {key} = {example}", "Add the line: {key} = {example}"),
            );
            self.diagnostics.error(self.file, self.at.clone(), what, instead);
        }
    }

    fn wrong_kind(&self, key: &str, value: &Spanned<DeValue>, wanted: Message, example: Message) {
        self.diagnostics.error(
            self.file,
            value.span(),
            message!(wanted = wanted; "«{key}»: здесь должен быть {wanted}", "“{key}” must be {wanted}"),
            message!(example = example; "Напишите так: {key} = {example}", "Write it like this: {key} = {example}"),
        );
    }

    /// A text that must be there and must not be empty.
    pub fn text(&mut self, key: &'static str) -> Text {
        match self.value(key) {
            None => {
                self.missing(key, "\"…\"");
                Text::default()
            }
            Some(value) => self.as_text(key, value).unwrap_or_default(),
        }
    }

    /// A text that may be left out but must not be empty.
    pub fn maybe_text(&mut self, key: &'static str) -> Option<Text> {
        let value = self.value(key)?;
        self.as_text(key, value)
    }

    /// A text that may be left out or be empty.
    pub fn maybe_empty_text(&mut self, key: &'static str) -> Option<Text> {
        let value = self.value(key)?;
        self.as_maybe_empty_text(key, value)
    }

    fn as_text(&self, key: &str, value: &Spanned<DeValue>) -> Option<Text> {
        let text = self.as_maybe_empty_text(key, value)?;
        if text.trim().is_empty() {
            self.diagnostics.error(
                self.file,
                value.span(),
                message!("«{key}»: текст пуст", "“{key}”: the text is empty"),
                message!(
                    "Напишите текст между кавычками: {key} = \"…\"",
                    "Write the text between the quotes: {key} = \"…\""
                ),
            );
            return None;
        }
        Some(text)
    }

    fn as_maybe_empty_text(&self, key: &str, value: &Spanned<DeValue>) -> Option<Text> {
        let DeValue::String(text) = value.get_ref() else {
            self.wrong_kind(key, value, message!("текст в кавычках", "a text in quotes"), Message::same("\"…\""));
            return None;
        };
        Some(Text { value: text.to_string(), at: value.span() })
    }

    /// A list of texts. It may be left out unless `count` gives the number that it must have.
    pub fn texts(&mut self, key: &'static str, count: Option<usize>) -> Vec<Text> {
        let Some(value) = self.value(key) else {
            if count.is_some() {
                self.missing(key, "[\"…\", \"…\"]");
            }
            return Vec::new();
        };
        self.as_texts(key, value, count)
    }

    /// A list of texts that may be left out but must not be empty, of `count` items where there is a count.
    pub fn maybe_texts(&mut self, key: &'static str, count: Option<usize>) -> Option<Vec<Text>> {
        let value = self.value(key)?;
        if value.get_ref().as_array().is_some_and(|items| items.is_empty()) && count.is_none() {
            self.wrong_kind(
                key,
                value,
                message!("список хотя бы из одного текста", "a list of at least one text"),
                Message::same("[\"…\", \"…\"]"),
            );
        }
        Some(self.as_texts(key, value, count))
    }

    fn as_texts(&self, key: &str, value: &Spanned<DeValue>, count: Option<usize>) -> Vec<Text> {
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong_kind(key, value, message!("список текстов", "a list of texts"), Message::same("[\"…\", \"…\"]"));
            return Vec::new();
        };
        let texts: Vec<Text> = items.iter().filter_map(|item| self.as_text(key, item)).collect();
        if let Some(count) = count.filter(|count| *count != items.len()) {
            self.wrong_kind(
                key,
                value,
                message!(
                    "список из {count} текстов, а в нём {}",
                    "a list of {count} texts, but it has {}",
                    items.len()
                ),
                Message::same("[\"…\", \"…\"]"),
            );
        }
        texts
    }

    /// `true` or `false`; `false` where it is left out, `true` where it is of the wrong kind.
    pub fn flag(&mut self, key: &'static str) -> bool {
        match self.value(key).map(|value| (value, value.get_ref())) {
            None => false,
            Some((_, DeValue::Boolean(yes))) => *yes,
            Some((value, _)) => {
                self.wrong_kind(
                    key,
                    value,
                    message!("ответ true (да) или false (нет)", "the answer true (yes) or false (no)"),
                    Message::same("true"),
                );
                // Whoever writes the key means it.
                true
            }
        }
    }

    /// The table `[key]`, which must be there.
    pub fn table(&mut self, key: &'static str) -> Reader<'r> {
        let table = match self.value(key).map(|value| (value, value.get_ref())) {
            Some((value, DeValue::Table(table))) => Some((table, value.span())),
            Some((value, _)) => {
                self.wrong_kind(
                    key,
                    value,
                    message!("раздел", "a section"),
                    message!("…  (раздел начинают строкой [{key}])", "…  (a section begins with the line [{key}])"),
                );
                None
            }
            None if self.table.is_none() => None,
            None => {
                self.diagnostics.error(
                    self.file,
                    self.at.clone(),
                    message!("нет раздела [{key}]", "there is no section [{key}]"),
                    message!(
                        "Допишите раздел: строку [{key}], а под ней его ключи.",
                        "Add the section: the line [{key}], and below it its keys."
                    ),
                );
                None
            }
        };
        self.inner(table, TableName::Section(key))
    }

    /// The table `[key]`, where there is one.
    pub fn maybe_table(&mut self, key: &'static str) -> Option<Reader<'r>> {
        if self.table.is_some_and(|table| table.contains_key(key)) {
            return Some(self.table(key));
        }
        self.known.push(key);
        None
    }

    /// The tables `[[key]]`, or the inline tables of a list; none where the key is left out.
    pub fn tables(&mut self, key: &'static str) -> Vec<Reader<'r>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong_kind(
                key,
                value,
                message!("список", "a list"),
                message!("[{{ … }}]  (или разделы [[{key}]])", "[{{ … }}]  (or sections [[{key}]])"),
            );
            return Vec::new();
        };
        let mut readers = Vec::new();
        for item in items.iter() {
            match item.get_ref() {
                DeValue::Table(table) => readers.push(self.inner(Some((table, item.span())), TableName::Item(key))),
                _ => self.wrong_kind(key, item, message!("раздел", "a section"), Message::same("[{ id = \"…\", … }]")),
            }
        }
        readers
    }

    /// The values of a key that may be a text, a table, or a list of either; none where the key is left out.
    pub fn texts_or_tables(&mut self, key: &'static str) -> Vec<TextOrTable<'r>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let items: Vec<&'r Spanned<DeValue<'r>>> = match value.get_ref() {
            DeValue::Array(items) => items.iter().collect(),
            _ => vec![value],
        };
        let one = |item: &'r Spanned<DeValue<'r>>| match item.get_ref() {
            DeValue::Table(table) => {
                Some(TextOrTable::Table(self.inner(Some((table, item.span())), TableName::Value(key))))
            }
            _ => self.as_text(key, item).map(TextOrTable::Text),
        };
        items.into_iter().filter_map(one).collect()
    }

    /// A whole number that may be left out, with the bytes that it stands at.
    pub fn maybe_number(&mut self, key: &'static str) -> Option<(u64, Range<usize>)> {
        let value = self.value(key)?;
        let number = match value.get_ref() {
            DeValue::Integer(number) => u64::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        if number.is_none() {
            self.wrong_kind(key, value, message!("целое число", "a whole number"), Message::same("100"));
        }
        Some((number?, value.span()))
    }

    /// Every table that has not been asked for, with its name, ordered by name: for files whose sections the content's editors name.
    pub fn named_tables(&mut self) -> Vec<(&'r str, Reader<'r>)> {
        let Some(table) = self.table else { return Vec::new() };
        let mut readers: Vec<(&str, Reader)> = Vec::new();
        for (key, value) in table.iter().filter(|(key, _)| !self.known.contains(&key.get_ref().as_ref())) {
            let name: &str = key.get_ref();
            match value.get_ref() {
                DeValue::Table(table) => {
                    readers.push((name, self.inner(Some((table, value.span())), TableName::Section(name))));
                }
                _ => self.wrong_kind(
                    name,
                    value,
                    message!("раздел", "a section"),
                    message!("…  (раздел начинают строкой [{name}])", "…  (a section begins with the line [{name}])"),
                ),
            }
        }
        readers.sort_by_key(|(name, _)| *name);
        readers
    }

    /// Every text of a table with its key: for tables whose keys the content's editors name.
    pub fn named_texts(self) -> Vec<(&'r str, Text)> {
        let entries = self.table.into_iter().flat_map(|table| table.iter());
        let texts = entries.filter_map(|(key, value)| {
            let name: &str = key.get_ref();
            Some((name, self.as_maybe_empty_text(name, value)?))
        });
        texts.collect()
    }

    fn inner(&self, table: Option<(&'r DeTable<'r>, Range<usize>)>, name: TableName<'r>) -> Reader<'r> {
        let at = table.as_ref().map_or(self.at.clone(), |(_, at)| at.clone());
        Reader {
            table: table.map(|(table, _)| table),
            name,
            at,
            file: self.file,
            source: self.source,
            known: Vec::new(),
            diagnostics: self.diagnostics,
        }
    }

    /// Reports the keys that nobody has asked for, each with the known key that it most likely means.
    pub fn finish(self) {
        for (key, _) in self.table.into_iter().flat_map(|table| table.iter()) {
            let name: &str = key.get_ref();
            if self.known.contains(&name) {
                continue;
            }
            let instead = match nearest(self.known.iter().copied(), name) {
                Some(near) => message!("Может быть, «{near}»?", "Did you mean “{near}”?"),
                None => message!("Здесь бывают ключи: {}.", "The keys here are: {}.", self.known.join(", ")),
            };
            self.diagnostics.error(
                self.file,
                key.span(),
                message!(
                    table = self.name.words();
                    "неизвестный ключ «{name}» ({table})",
                    "unknown key “{name}” ({table})"
                ),
                instead,
            );
        }
    }
}
