//! A complete file of words becomes one that holds only what the guide says otherwise than the tool.

use guide_core::language::Language;
use toml_edit::{DocumentMut, Item, Key, Table, Value};

use crate::load::strings_file::BUILT_IN;
use crate::message;
use crate::message::Message;

/// The words that are no longer used: those of built-in fields, and those that now stand in the content.
const FORMER: [(&str, &str); 10] = [
    ("embed_texts", "vk"),
    ("message", "child"),
    ("message", "born"),
    ("message", "programme"),
    ("message", "situation"),
    ("blank", "child"),
    ("blank", "born"),
    ("blank", "programme"),
    ("blank", "situation"),
    ("map", "hotline"),
];

/// Drops the words that are no longer used, and those that are the tool's own in this language. A file for a language that the tool
/// does not have stays complete.
pub fn keep_own(words: &mut DocumentMut, language: &Language, changes: &mut Vec<Message>) {
    let heading = heading(&words.to_string());
    rename_hotline(words, changes);
    let former = FORMER.iter().filter(|(section, key)| remove(words, section, key)).count();
    let built_in = BUILT_IN.iter().find(|(code, _)| *code == language.code()).map(|(_, text)| *text);
    // The tool's own words are TOML: a test reads them.
    let tool = built_in.and_then(|text| text.parse::<DocumentMut>().ok());
    let same = tool.map_or(0, |tool| remove_same(words, &tool));
    if former + same == 0 {
        return;
    }
    let empty: Vec<String> = words
        .iter()
        .filter(|(_, item)| item.as_table().is_some_and(Table::is_empty))
        .map(|(key, _)| key.to_owned())
        .collect();
    empty.iter().for_each(|section| drop(words.remove(section)));
    restore_heading(words, &heading);
    if same > 0 {
        changes.push(message!(
            "из файла слов убраны те, что совпадают со словами программы: {same}",
            "words that are the program's own were removed from the file of words: {same}"
        ));
    }
    if former > 0 {
        changes.push(message!(
            "из файла слов убраны те, которые больше не нужны: {former}",
            "words that are no longer needed were removed from the file of words: {former}"
        ));
    }
}

/// The word for a contact in the legend of the map has another key now.
fn rename_hotline(words: &mut DocumentMut, changes: &mut Vec<Message>) {
    let Some(map) = words.get_mut("map").and_then(Item::as_table_mut) else { return };
    if map.contains_key("contact") || !map.contains_key("hotline") {
        return;
    }
    if let Some((key, item)) = map.remove_entry("hotline") {
        let renamed = Key::new("contact").with_leaf_decor(key.leaf_decor().clone());
        map.insert_formatted(&renamed, item);
        changes.push(message!(
            "слово map.hotline теперь называется map.contact",
            "the word map.hotline is now called map.contact"
        ));
    }
}

/// Removes a key, and tells whether it was there.
fn remove(words: &mut DocumentMut, section: &str, key: &str) -> bool {
    words.get_mut(section).and_then(Item::as_table_mut).and_then(|table| table.remove(key)).is_some()
}

/// Removes the keys with the tool's own texts, and counts them.
fn remove_same(words: &mut DocumentMut, tool: &DocumentMut) -> usize {
    let mut same = 0;
    for (section, own) in tool.iter() {
        let (Some(own), Some(table)) = (own.as_table(), words.get_mut(section).and_then(Item::as_table_mut)) else {
            continue;
        };
        let before = table.len();
        table.retain(|key, item| own.get(key).is_none_or(|own| texts(own) != texts(item)));
        same += before - table.len();
    }
    same
}

/// The texts of a key: its one, or those of its list. `None` for anything else.
fn texts(item: &Item) -> Option<Vec<&str>> {
    match item.as_value()? {
        Value::String(text) => Some(vec![text.value()]),
        Value::Array(list) => list.iter().map(Value::as_str).collect(),
        _ => None,
    }
}

/// The comment at the beginning of the file, up to the first blank line: it is about the whole file.
fn heading(text: &str) -> String {
    let lines: Vec<&str> = text.lines().take_while(|line| line.starts_with('#')).collect();
    if text.lines().nth(lines.len()).is_some_and(|line| line.trim().is_empty()) {
        lines.join("\n")
    } else {
        String::new()
    }
}

/// Puts the heading before what remains, if it went with its section.
fn restore_heading(words: &mut DocumentMut, heading: &str) {
    let text = words.to_string();
    if heading.is_empty() || text.starts_with(heading) {
        return;
    }
    if let Ok(restored) = format!("{heading}\n\n{}\n", text.trim()).parse() {
        *words = restored;
    }
}
