//! `[hotline]` becomes the first `[[contact]]`; what the words said about it moves there.

use toml_edit::{ArrayOfTables, DocumentMut, InlineTable, Item, Table, value};

use super::edit::{comment_behind, insert_behind, lines_above, text, text_in};
use crate::message;
use crate::message::Message;

/// The words about the hotline that are keys of a contact now: the section, the key, the key that they stand behind, the new key.
const MOVED: [(&str, &str, &str, &str); 2] =
    [("page", "status", "hours", "hours_text"), ("page", "zone", "time_zone", "zone_text")];

/// The section `[hotline]` as the first contact, with the id by which steps name it.
pub fn hotline(guide: &mut DocumentMut, changes: &mut Vec<Message>) {
    if !guide.get("hotline").is_some_and(Item::is_table) {
        return;
    }
    let Some(Item::Table(mut hotline)) = guide.remove("hotline") else { return };
    join_phone(&mut hotline);
    let mut contact = Table::new();
    *contact.decor_mut() = hotline.decor().clone();
    contact.set_position(hotline.position());
    contact.insert("id", value("hotline"));
    let keys: Vec<String> = hotline.iter().map(|(key, _)| key.to_owned()).collect();
    for (key, item) in keys.iter().filter_map(|key| hotline.remove_entry(key)) {
        contact.insert_formatted(&key, item);
    }
    let mut contacts = ArrayOfTables::new();
    contacts.push(contact);
    if let Some(Item::ArrayOfTables(others)) = guide.remove("contact") {
        contacts.extend(others);
    }
    guide.insert("contact", Item::ArrayOfTables(contacts));
    changes.push(
        message!(
            "раздел [hotline] стал контактом: [[contact]] с id = \"hotline\"; номер и его вид теперь в одном ключе phone",
            "the section [hotline] is now a contact: [[contact]] with id = \"hotline\"; its number and how that is shown are now in one key, phone"
        ),
    );
}

/// `phone` and `phone_shown` in one key, with the comments of both above it.
fn join_phone(hotline: &mut Table) {
    let (Some(number), Some(shown)) = (text(hotline, "phone"), text(hotline, "phone_shown")) else { return };
    let mut above = lines_above(hotline, "phone") + &lines_above(hotline, "phone_shown");
    for key in ["phone", "phone_shown"] {
        if let Some(comment) = hotline.get(key).and_then(comment_behind) {
            above += &comment;
            above += "\n";
        }
    }
    hotline.remove("phone_shown");
    let mut phone = InlineTable::new();
    phone.insert("number", number.into());
    phone.insert("shown", shown.into());
    if let Some(item) = hotline.get_mut("phone") {
        *item = value(phone);
    }
    if let Some(mut key) = hotline.key_mut("phone") {
        key.leaf_decor_mut().set_prefix(above);
    }
}

/// Moves what the words say about the hours, the zone and VK's page to the first contact, and the subject of letters to the site.
pub fn words_about_contacts(guide: &mut DocumentMut, words: &mut DocumentMut, changes: &mut Vec<Message>) {
    for (section, key, behind, new) in MOVED {
        let Some(said) = text_in(words, section, key) else { continue };
        let with_hours = |contact: &&mut Table| contact.contains_key("hours") && !contact.contains_key(new);
        if let Some(contact) = first_contact(guide).filter(with_hours) {
            let behind = if contact.contains_key(behind) { behind } else { "hours" };
            insert_behind(contact, behind, new, &said);
        }
        remove(words, section, key);
        changes.push(message!(
            "слова {section}.{key} переехали в контакт: {new}",
            "the words {section}.{key} moved to the contact: {new}"
        ));
    }
    if let Some(subject) = text_in(words, "message", "subject") {
        if let Some(site) =
            guide.get_mut("site").and_then(Item::as_table_mut).filter(|site| !site.contains_key("topic"))
        {
            insert_behind(site, "description", "topic", &subject);
        }
        remove(words, "message", "subject");
        changes.push(message!(
            "тема письма message.subject переехала в раздел [site]: topic",
            "the subject of letters, message.subject, moved to the section [site]: topic"
        ));
    }
    // Other contacts have pages on VK too, so its name in the words is the plain one now. Only the former words have these keys.
    if text_in(words, "embed_texts", "vk").is_some()
        && let Some(label) = text_in(words, "page", "vk")
    {
        if let Some(vk) = first_contact(guide).and_then(|contact| contact.get_mut("vk"))
            && let Some(url) = vk.as_str().map(str::to_owned)
        {
            let mut page = InlineTable::new();
            page.insert("url", url.into());
            page.insert("label", label.into());
            let decor = vk.as_value().map(|vk| vk.decor().clone());
            *vk = value(page);
            if let Some((vk, decor)) = vk.as_value_mut().zip(decor) {
                *vk.decor_mut() = decor;
            }
        }
        remove(words, "page", "vk");
        changes.push(message!(
            "слова page.vk переехали в контакт: vk = {{ url, label }}",
            "the words page.vk moved to the contact: vk = {{ url, label }}"
        ));
    }
}

fn first_contact(guide: &mut DocumentMut) -> Option<&mut Table> {
    guide.get_mut("contact")?.as_array_of_tables_mut()?.get_mut(0)
}

fn remove(words: &mut DocumentMut, section: &str, key: &str) {
    if let Some(table) = words.get_mut(section).and_then(Item::as_table_mut) {
        table.remove(key);
    }
}

/// The rung that stood for institutions by its id says so now.
pub fn rung_of_institutions(guide: &mut DocumentMut, changes: &mut Vec<Message>) {
    let Some(rungs) = guide.get_mut("rung").and_then(Item::as_array_of_tables_mut) else { return };
    if rungs.iter().any(|rung| rung.contains_key("institutions")) {
        return;
    }
    if let Some(rung) = rungs.iter_mut().find(|rung| text(rung, "id").as_deref() == Some("institution")) {
        rung.insert("institutions", value(true));
        changes.push(message!(
            "у ступени institution теперь сказано, что её шаги показывают карточку учреждения: institutions = true",
            "the rung institution now says that its steps show the card of an institution: institutions = true"
        ));
    }
}
