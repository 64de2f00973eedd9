//! The file of the interface's strings, read group by group.

use guide_core::fill::placeholders;
use guide_core::text::Text;
use guide_core::ui_strings::{StringSource, UiStrings};

use crate::diagnostics::{Diagnostics, STRINGS};
use crate::placeholders::allowed_placeholders;
use crate::toml_reader::{Reader, parse};

/// Reads the interface's strings from the text of their file.
pub fn read(text: &str, diagnostics: &Diagnostics) -> UiStrings {
    let table = parse(text, STRINGS, diagnostics);
    let mut file = StringsFile { root: Reader::root(&table, STRINGS, diagnostics), group: None };
    let strings = UiStrings::read(&mut file);
    file.close_group();
    file.root.finish();
    strings
}

struct StringsFile<'r> {
    root: Reader<'r>,
    group: Option<Reader<'r>>,
}

impl<'r> StringsFile<'r> {
    fn close_group(&mut self) {
        if let Some(group) = self.group.take() {
            group.finish();
        }
    }

    /// The table that strings are read from: the group that was begun last.
    fn current(&mut self) -> &mut Reader<'r> {
        self.group.as_mut().unwrap_or(&mut self.root)
    }
}

impl StringSource for StringsFile<'_> {
    fn group(&mut self, section: &'static str) {
        self.close_group();
        self.group = Some(self.root.table(section));
    }

    fn string(&mut self, key: &'static str, wanted: &[&'static str]) -> Text {
        let reader = self.current();
        let text = reader.text(key);
        for (name, _) in placeholders(&text).filter(|(name, _)| !wanted.contains(name)) {
            reader.error(
                text.at.clone(),
                format!("{{{name}}}: эту вставку здесь заполнить нечем"),
                allowed_placeholders(wanted),
            );
        }
        for missing in wanted.iter().filter(|_| !text.is_empty()) {
            if !placeholders(&text).any(|(name, _)| name == *missing) {
                reader.error(
                    text.at.clone(),
                    format!("«{key}»: потерялась вставка {{{missing}}}"),
                    format!("Верните {{{missing}}} в текст: на это место программа подставит своё."),
                );
            }
        }
        text
    }

    fn list(&mut self, key: &'static str, count: usize) -> Vec<Text> {
        self.current().texts(key, Some(count))
    }
}
