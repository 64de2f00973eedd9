//! The usual order of keys and sections in content files, as docs/format.ru.md and the guides have it.

use guide_studio_model::{FileRole, Key};

/// The sections of the guide's file; in front of them the keys of its beginning.
const BEGINNING: &[&str] = &["lang", "words", "start", "fallback", "phrases", "changes", "time_zone", "holidays"];
const SECTIONS: &[&str] =
    &["site", "source", "contact", "field", "rung", "institution", "notice", "rule", "not_covered", "step"];
const SITE: &[&str] = &["name", "place", "description", "url", "topic"];
const SOURCE: &[&str] = &["title", "author", "date"];
const CONTACT: &[&str] = &[
    "id",
    "name",
    "note",
    "phone",
    "email",
    "site",
    "vk",
    "telegram",
    "max",
    "whatsapp",
    "address",
    "map",
    "hours",
    "hours_text",
    "time_zone",
    "zone_text",
    "holidays",
    "closed",
    "open",
];
const PHONE: &[&str] = &["number", "shown", "label"];
const LINK: &[&str] = &["url", "label"];
const FIELD: &[&str] = &["id", "label", "placeholder", "longest", "from_search"];
const RUNG: &[&str] = &["id", "label", "institutions"];
const INSTITUTION: &[&str] = &["id", "name", "phone", "phone_shown", "email", "site"];
const NOTICE: &[&str] = &["mark", "account", "next"];
const RULE: &[&str] = &["text", "source"];
const NOT_COVERED: &[&str] = &["topic", "ask"];
const STEP: &[&str] = &[
    "id",
    "question",
    "title",
    "lead",
    "quote",
    "dont",
    "do",
    "message",
    "picture",
    "contact",
    "end",
    "rung",
    "option",
    "source",
    "editorial",
];
const OPTION: &[&str] = &["id", "next", "label", "short", "group", "aside"];
const PICTURE: &[&str] = &["file", "alt", "print"];
const PHRASES: &[&str] = &["phrases", "tests"];

/// The usual order of the keys of the table at the end of a way. Empty where there is none.
pub fn key_order(file: FileRole, table: &[Key]) -> &'static [&'static str] {
    let names: Vec<&str> = table.iter().filter_map(name).collect();
    match (file, names.as_slice()) {
        (FileRole::Guide, []) => BEGINNING,
        (FileRole::Guide, ["site"]) => SITE,
        (FileRole::Guide, ["source"]) => SOURCE,
        (FileRole::Guide, ["contact"]) => CONTACT,
        (FileRole::Guide, ["contact", "phone"]) => PHONE,
        (FileRole::Guide, ["contact", _]) => LINK,
        (FileRole::Guide, ["field"]) => FIELD,
        (FileRole::Guide, ["rung"]) => RUNG,
        (FileRole::Guide, ["institution"]) => INSTITUTION,
        (FileRole::Guide, ["notice"]) => NOTICE,
        (FileRole::Guide, ["rule"]) => RULE,
        (FileRole::Guide, ["not_covered"]) => NOT_COVERED,
        (FileRole::Guide, ["step"]) => STEP,
        (FileRole::Guide, ["step", "option"]) => OPTION,
        (FileRole::Guide, ["step", "picture"]) => PICTURE,
        (FileRole::Phrases, [_]) => PHRASES,
        _ => &[],
    }
}

/// The usual order of the sections of a file.
pub fn section_order(file: FileRole) -> &'static [&'static str] {
    match file {
        FileRole::Guide => SECTIONS,
        FileRole::Words => &[],
        FileRole::Phrases => &["words"],
    }
}

/// Whether the sections `[[name]]` stand without blank lines between them where there is no example yet.
pub fn is_packed(name: &str) -> bool {
    matches!(name, "field" | "rung" | "institution" | "rule" | "not_covered")
}

/// The place of a name in an order; names that it does not have come last.
pub fn rank(order: &[&str], name: &str) -> usize {
    order.iter().position(|known| *known == name).unwrap_or(order.len())
}

fn name(key: &Key) -> Option<&str> {
    match key {
        Key::Name(name) => Some(name),
        Key::Index(_) => None,
    }
}
