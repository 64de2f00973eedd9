//! The words' file, group by group.

use super::finding::{Log, WORDS};
use super::reader::{Reader, parse};
use crate::guide::fill::placeholders;
use crate::guide::model::Text;
use crate::guide::words::{WordSource, Words};

/// Reads the interface's words from the text of their file.
pub fn words(text: &str, log: &Log) -> Words {
    let table = parse(text, WORDS, log);
    let mut file = WordFile { root: Reader::root(&table, WORDS, log), group: None };
    let words = Words::read(&mut file);
    file.close_group();
    file.root.finish();
    words
}

struct WordFile<'r> {
    root: Reader<'r>,
    group: Option<Reader<'r>>,
}

impl<'r> WordFile<'r> {
    fn close_group(&mut self) {
        if let Some(group) = self.group.take() {
            group.finish();
        }
    }

    fn open(&mut self) -> &mut Reader<'r> {
        self.group.as_mut().unwrap_or(&mut self.root)
    }
}

impl WordSource for WordFile<'_> {
    fn group(&mut self, section: &'static str) {
        self.close_group();
        self.group = Some(self.root.table(section));
    }

    fn word(&mut self, key: &'static str, wanted: &[&'static str]) -> Text {
        let reader = self.open();
        let text = reader.text(key);
        for (name, _) in placeholders(&text).filter(|(name, _)| !wanted.contains(name)) {
            reader.error(text.at.clone(), format!("{{{name}}}: эту вставку здесь заполнить нечем"), allowed(wanted));
        }
        for lost in wanted.iter().filter(|_| !text.is_empty()) {
            if !placeholders(&text).any(|(name, _)| name == *lost) {
                reader.error(
                    text.at.clone(),
                    format!("«{key}»: потерялась вставка {{{lost}}}"),
                    format!("Верните {{{lost}}} в текст: на это место программа подставит своё."),
                );
            }
        }
        text
    }

    fn list(&mut self, key: &'static str, count: usize) -> Vec<Text> {
        self.open().texts(key, Some(count))
    }
}

/// Which placeholders a text may hold, as advice.
pub fn allowed(names: &[&str]) -> String {
    if names.is_empty() {
        return "Уберите её: в этом тексте вставок не бывает.".into();
    }
    let list: Vec<String> = names.iter().map(|name| format!("{{{name}}}")).collect();
    format!("Здесь бывают вставки: {}.", list.join(", "))
}
