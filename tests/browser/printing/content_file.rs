//! The texts of a guide as its content file has them, for comparison with what is printed.

use toml::{Table, Value};

use crate::guide::{tool_string, ui_string};

/// A content file, parsed as plain TOML.
pub struct ContentFile(Table);

impl ContentFile {
    #[track_caller]
    pub fn read(file: &str) -> ContentFile {
        let path = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(file);
        let text = std::fs::read_to_string(&path).unwrap_or_else(|why| panic!("{file}: {why}"));
        ContentFile(text.parse().unwrap_or_else(|why| panic!("{file}: {why}")))
    }

    /// A text of a table.
    #[track_caller]
    pub fn text(&self, table: &str, key: &str) -> &str {
        self.0[table][key].as_str().unwrap_or_else(|| panic!("no {table}.{key}"))
    }

    /// A text of each item of a list.
    pub fn texts(&self, list: &str, key: &str) -> Vec<&str> {
        self.list(list).iter().filter_map(|item| item.get(key)?.as_str()).collect()
    }

    pub fn steps(&self) -> impl Iterator<Item = Step<'_>> {
        self.list("step").iter().map(Step)
    }

    fn list(&self, list: &str) -> &[Value] {
        self.0.get(list).and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }

    /// A word of the interface, as this guide says it.
    #[track_caller]
    pub fn word(&self, table: &str, key: &str) -> String {
        if self.0.contains_key("words") { ui_string(table, key) } else { tool_string(table, key) }
    }

    /// The id of the first step.
    pub fn start(&self) -> &str {
        self.0["start"].as_str().expect("a start")
    }

    /// The id of the step for those whom no other fits.
    pub fn fallback(&self) -> Option<&str> {
        self.0.get("fallback")?.as_str()
    }

    /// The date of the source document as people write it.
    pub fn date(&self) -> String {
        self.text("source", "date").split('-').rev().collect::<Vec<_>>().join(".")
    }

    /// The name of the main contact.
    pub fn contact(&self) -> &str {
        self.main_contact()["name"].as_str().expect("a name")
    }

    /// Its number as the source has it.
    pub fn phone(&self) -> &str {
        self.main_contact()["phone"]["shown"].as_str().expect("a number")
    }

    /// The address of its page on VK.
    pub fn vk(&self) -> &str {
        let vk = &self.main_contact()["vk"];
        vk.as_str().or_else(|| vk.get("url")?.as_str()).expect("a page on VK")
    }

    /// The same as people write it.
    pub fn community(&self) -> &str {
        self.vk().trim_start_matches("https://")
    }

    /// A text of the main contact, where it has one of this key.
    pub fn contact_text(&self, key: &str) -> Option<&str> {
        self.main_contact().get(key)?.as_str()
    }

    fn main_contact(&self) -> &Value {
        &self.list("contact")[0]
    }
}

/// A step of the content.
#[derive(Clone, Copy)]
pub struct Step<'c>(&'c Value);

impl<'c> Step<'c> {
    pub fn get(self, key: &str) -> Option<&'c str> {
        self.0.get(key)?.as_str()
    }

    pub fn id(self) -> &'c str {
        self.get("id").expect("a step has an id")
    }

    /// The question or the title.
    pub fn heading(self) -> &'c str {
        self.get("question").or(self.get("title")).expect("a step has a heading")
    }

    /// The answers except the one set apart: label and target step.
    pub fn answers(self) -> Vec<(&'c str, &'c str)> {
        let options = self.0.get("option").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let label_and_target =
            |option: &'c Value| Some((option.get("label")?.as_str()?, option.get("next")?.as_str()?));
        options.iter().filter(|option| option.get("aside").is_none()).filter_map(label_and_target).collect()
    }
}
