//! Small steps in a file whose layout is kept.

use toml_edit::{DocumentMut, Item, Table, value};

/// The document as text, with the ends of lines that the former text has.
pub fn written(document: &DocumentMut, former: &str) -> String {
    let text = document.to_string().replace("\r\n", "\n");
    if former.contains("\r\n") { text.replace('\n', "\r\n") } else { text }
}

/// The text of a key of a table.
pub fn text(table: &Table, key: &str) -> Option<String> {
    table.get(key)?.as_str().map(str::to_owned)
}

/// The text of a key in a section of a document.
pub fn text_in(document: &DocumentMut, section: &str, key: &str) -> Option<String> {
    text(document.get(section)?.as_table()?, key)
}

/// Adds a key with a text behind the key `after`, or at the end where there is no such key.
pub fn insert_behind(table: &mut Table, after: &str, key: &str, new: &str) {
    let behind: Vec<String> =
        table.iter().map(|(key, _)| key.to_owned()).skip_while(|key| key != after).skip(1).collect();
    let moved: Vec<_> = behind.iter().filter_map(|key| table.remove_entry(key)).collect();
    table.insert(key, value(new));
    for (key, item) in moved {
        table.insert_formatted(&key, item);
    }
}

/// The comment behind a value, without the spaces around it.
pub fn comment_behind(item: &Item) -> Option<String> {
    let suffix = item.as_value()?.decor().suffix()?.as_str()?.trim();
    (!suffix.is_empty()).then(|| suffix.to_owned())
}

/// The lines above a key: its comments and blank lines.
pub fn lines_above(table: &Table, key: &str) -> String {
    let prefix = table.key(key).and_then(|key| key.leaf_decor().prefix()).and_then(|prefix| prefix.as_str());
    prefix.unwrap_or_default().to_owned()
}
