//! The forms as data: the tables of the format with their fields in order, which `build.rs` reads from `forms/*.toml`.

use guide_studio_model::{FileRole, Key, Node, Place};

include!(concat!(env!("OUT_DIR"), "/forms.rs"));

/// A table of the format.
pub struct Table {
    /// What one of them is called: «Шаг».
    pub item: &'static str,
    /// The same in the genitive: «шага».
    pub of: &'static str,
    /// The button that adds one.
    pub add: &'static str,
    /// The keys that name one to people, the first that is there.
    pub title: &'static [&'static str],
    /// The fields, in the order of the form.
    pub fields: &'static [Field],
}

/// A key of a table.
pub struct Field {
    /// The key.
    pub key: &'static str,
    /// What people call it.
    pub label: &'static str,
    /// A sentence on what to write, and the limits; may be empty.
    pub help: &'static str,
    /// The control.
    pub kind: Kind,
    /// Whether the key must be there.
    pub required: bool,
    /// Whether it stands with what is rarely needed.
    pub more: bool,
    /// The kinds of steps that have it, separated by spaces; empty for all.
    pub only: &'static str,
    /// The table that it holds, or a list of.
    pub table: Option<&'static Table>,
}

/// The control of a field.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A line of plain text.
    Line,
    /// Several lines of plain text.
    PlainText,
    /// A text with paragraphs, lists, links.
    Text,
    /// A letter with placeholders.
    Letter,
    /// Phrases, one a line.
    Lines,
    /// An id, which stays as it is.
    Id,
    /// `true` or nothing.
    Flag,
    /// A whole number.
    Number,
    /// A date.
    Date,
    /// A web address.
    Url,
    /// An e-mail address.
    Email,
    /// A phone number.
    Phone,
    /// The code of a language.
    Lang,
    /// A time zone.
    Zone,
    /// The id of a step.
    Step,
    /// The id of a rung.
    Rung,
    /// The ids of contacts.
    Contacts,
    /// Weekly hours.
    Hours,
    /// Days of every year.
    YearlyDays,
    /// Closed days.
    ClosedDays,
    /// Open days with their hours.
    OpenDays,
    /// A picture.
    Picture,
    /// A value, a table or a list of both: phones and links.
    ShortList,
    /// A list of tables.
    List,
    /// A table.
    Table,
}

impl Table {
    /// The field of a key.
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// What one of these tables is called by people; empty where nothing names it.
    pub fn title_of(&self, node: &Node) -> String {
        let texts = self.title.iter().filter_map(|key| node.get(key).and_then(Node::text));
        let title = texts.map(str::trim).find(|text| !text.is_empty());
        shortened(title.unwrap_or_default(), 60)
    }
}

/// The field at a place of the guide's or the phrases' file, and the nearest table of a list around it with its place.
pub fn field_at(place: &Place) -> (Option<&'static Field>, Option<(&'static Table, Place)>) {
    let mut table = match place.file {
        FileRole::Guide => &ROOT,
        FileRole::Phrases => &SECTION,
        FileRole::Words => return (None, None),
    };
    let skipped = usize::from(place.file == FileRole::Phrases);
    let (mut field, mut owner) = (None, None);
    for (at, key) in place.keys.iter().enumerate().skip(skipped) {
        match key {
            Key::Name(name) => {
                field = table.field(name);
                let Some(found) = field else { return (None, owner) };
                table = found.table.unwrap_or(table);
            }
            Key::Index(_) => {
                if field.is_some_and(|field| field.table.is_some()) {
                    owner = Some((table, Place { file: place.file, keys: place.keys[..=at].to_vec() }));
                    field = None;
                }
            }
        }
    }
    (field, owner)
}

/// The text, cut to so many characters.
pub fn shortened(text: &str, longest: usize) -> String {
    let line = text.lines().next().unwrap_or_default();
    match line.char_indices().nth(longest) {
        Some((at, _)) => format!("{}…", line[..at].trim_end()),
        None => line.to_owned(),
    }
}
