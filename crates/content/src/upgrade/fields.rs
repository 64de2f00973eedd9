//! The four fields of messages that were built in become `[[field]]`, as far as messages use them.

use guide_core::fill::placeholders;
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

use super::edit::{text, text_in};
use crate::message;
use crate::message::Message;

/// The former fields: the id, and the label and the placeholder that their words had unless a guide had its own.
const FORMER: [(&str, &str, &str); 4] = [
    ("child", "Фамилия и имя ребёнка", "[фамилия и имя ребёнка]"),
    ("born", "Дата рождения ребёнка", "[день, месяц, год]"),
    ("programme", "Название программы", "[название программы]"),
    (FROM_SEARCH, "Что случилось", "[опишите, что случилось]"),
];
/// The field that took what was typed in the search.
const FROM_SEARCH: &str = "situation";

/// Adds the fields that messages use and that the guide does not have, behind its contacts.
pub fn add(guide: &mut DocumentMut, words: Option<&DocumentMut>, changes: &mut Vec<Message>) {
    let used = used_in_messages(guide);
    let fields = guide.get("field").and_then(Item::as_array_of_tables);
    let has =
        |id: &str| fields.is_some_and(|fields| fields.iter().any(|field| text(field, "id").as_deref() == Some(id)));
    let from_search = fields.is_some_and(|fields| fields.iter().any(|field| field.contains_key("from_search")));
    let missing: Vec<_> =
        FORMER.into_iter().filter(|(id, ..)| used.iter().any(|name| name == id) && !has(id)).collect();
    if missing.is_empty() || guide.get("field").is_some_and(|field| !field.is_array_of_tables()) {
        return;
    }
    let position = last_position(guide, "field").or(last_position(guide, "contact")).or(last_position(guide, "source"));
    let is_first = fields.is_none();
    let entry = guide.entry("field").or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    let Some(fields) = entry.as_array_of_tables_mut() else { return };
    for (index, (id, label, placeholder)) in missing.iter().enumerate() {
        let word = |section: &str| words.and_then(|words| text_in(words, section, id));
        let mut field = Table::new();
        field.set_position(position);
        field.insert("id", value(*id));
        field.insert("label", value(word("message").unwrap_or((*label).to_owned())));
        field.insert("placeholder", value(word("blank").unwrap_or((*placeholder).to_owned())));
        if *id == FROM_SEARCH && !from_search {
            field.insert("from_search", value(true));
        }
        let comment = if is_first && index == 0 {
            "\n# Что родитель может вписать в сообщения.\n"
        } else {
            ""
        };
        field.decor_mut().set_prefix(comment);
        fields.push(field);
    }
    let ids: Vec<&str> = missing.iter().map(|(id, ..)| *id).collect();
    changes.push(message!(
        "вставки сообщений стали полями [[field]]: {}",
        "the placeholders of messages became fields [[field]]: {}",
        ids.join(", ")
    ));
}

/// The names of the placeholders in the messages of all steps.
fn used_in_messages(guide: &DocumentMut) -> Vec<String> {
    let steps = guide.get("step").and_then(Item::as_array_of_tables);
    let messages = steps.into_iter().flat_map(ArrayOfTables::iter).filter_map(|step| text(step, "message"));
    messages.flat_map(|message| placeholders(&message).map(|(name, _)| name.to_owned()).collect::<Vec<_>>()).collect()
}

/// The place of the last table of a section in the file.
fn last_position(guide: &DocumentMut, section: &str) -> Option<isize> {
    match guide.get(section)? {
        Item::Table(table) => table.position(),
        Item::ArrayOfTables(tables) => tables.iter().filter_map(Table::position).max(),
        _ => None,
    }
}
