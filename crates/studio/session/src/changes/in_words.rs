//! Values as people read them in a list of changes.

use guide_studio_model::Node;

/// The keys by which a table is called, the best first.
const NAMES: [&str; 7] = ["question", "title", "name", "label", "text", "shown", "url"];
/// A name of more letters is cut.
const LONGEST_NAME: usize = 80;

/// What a table is called; empty where nothing in it says so.
pub fn name_of(table: &Node) -> String {
    let name = NAMES.iter().chain(&["id"]).find_map(|key| table.get(key).and_then(Node::text));
    let name = name.unwrap_or_default().trim();
    match name.char_indices().nth(LONGEST_NAME) {
        Some((end, _)) => format!("{}…", name[..end].trim_end()),
        None => name.to_owned(),
    }
}

/// A value as text: the texts of a table one after the other, without what only holds the guide together.
pub fn in_words(node: &Node) -> String {
    match node {
        Node::Text(text) => text.clone(),
        Node::Number(number) => number.to_string(),
        Node::Flag(flag) => if *flag { "да" } else { "нет" }.to_owned(),
        Node::Other(written) => written.clone(),
        Node::List(items) => items.iter().map(in_words).collect::<Vec<_>>().join(", "),
        Node::Table(entries) => {
            let texts = entries.iter().filter(|(key, value)| key != "id" && !matches!(value, Node::Flag(_)));
            texts.map(|(_, value)| in_words(value)).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("; ")
        }
    }
}

/// The size of a file.
pub fn size(bytes: usize) -> String {
    format!("{} кБ", bytes.div_ceil(1000))
}
