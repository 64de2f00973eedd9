//! The interface's strings as they travel in the document: lines in one attribute, so that the phone's code holds none of them.

/// Texts by key, one `key: text` a line; a list is one text with `|` between its items.
#[derive(Clone, PartialEq)]
pub struct Strings(String);

impl Strings {
    /// Strings as they stand in an attribute.
    pub fn read(text: &str) -> Strings {
        Strings(text.to_owned())
    }

    /// Strings from keys and their texts.
    pub fn write<'t>(strings: impl IntoIterator<Item = (&'t str, String)>) -> Strings {
        let lines: Vec<String> = strings.into_iter().map(|(key, text)| [key, ": ", &text].concat()).collect();
        Strings(lines.join("\n"))
    }

    /// The lines as one text.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// The text of a key.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.split('\n').find_map(|line| line.strip_prefix(key)?.strip_prefix(": "))
    }

    /// One item of the list under a key.
    pub fn item(&self, key: &str, index: usize) -> Option<&str> {
        self.get(key)?.split('|').nth(index)
    }
}
