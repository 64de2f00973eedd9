//! Strings of the interface in one attribute of the document, from which the browser reads them: those of one kind of island.

/// Texts by key: lines of `key: text`. A list is one text with `|` between its items.
#[derive(Clone, PartialEq)]
pub struct Strings(String);

impl Strings {
    /// The strings in an attribute.
    pub fn read(text: &str) -> Strings {
        Strings(text.to_owned())
    }

    /// Strings from keys and their texts.
    pub fn write<'t>(strings: impl IntoIterator<Item = (&'t str, String)>) -> Strings {
        let lines: Vec<String> = strings.into_iter().map(|(key, text)| [key, ": ", &text].concat()).collect();
        Strings(lines.join("\n"))
    }

    /// The text for the attribute.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// The text of a key; `None` where there is no such line.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.split('\n').find_map(|line| line.strip_prefix(key)?.strip_prefix(": "))
    }

    /// One item of the list of a key, from 0; `None` where there is no such item.
    pub fn item(&self, key: &str, index: usize) -> Option<&str> {
        self.get(key)?.split('|').nth(index)
    }
}
