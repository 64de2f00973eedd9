//! A guide's texts as its content file has them, for comparing with what is printed.

use toml::{Table, Value};

/// A guide's content, read plainly.
pub struct Content(Table);

impl Content {
    #[track_caller]
    pub fn of(file: &str) -> Content {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        let text = std::fs::read_to_string(&path).unwrap_or_else(|why| panic!("{file}: {why}"));
        Content(text.parse().unwrap_or_else(|why| panic!("{file}: {why}")))
    }

    /// A text of one of the tables.
    #[track_caller]
    pub fn text(&self, table: &str, key: &str) -> &str {
        self.0[table][key].as_str().unwrap_or_else(|| panic!("no {table}.{key}"))
    }

    /// A text of each of a list's tables.
    pub fn texts(&self, list: &str, key: &str) -> Vec<&str> {
        self.list(list).iter().filter_map(|item| item.get(key)?.as_str()).collect()
    }

    pub fn steps(&self) -> impl Iterator<Item = Step<'_>> {
        self.list("step").iter().map(Step)
    }

    fn list(&self, list: &str) -> &[Value] {
        self.0[list].as_array().map_or(&[], Vec::as_slice)
    }

    /// The id of the first step.
    pub fn start(&self) -> &str {
        self.0["start"].as_str().expect("a start")
    }

    /// The document's date as people write it.
    pub fn date(&self) -> String {
        self.text("source", "date").split('-').rev().collect::<Vec<_>>().join(".")
    }

    /// The community's address as people write it.
    pub fn community(&self) -> &str {
        self.text("hotline", "vk").trim_start_matches("https://")
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

    /// Its question or its title.
    pub fn heading(self) -> &'c str {
        self.get("question").or(self.get("title")).expect("a step has a heading")
    }

    /// Its answers but the one set apart: what they say, and where they lead.
    pub fn answers(self) -> Vec<(&'c str, &'c str)> {
        let options = self.0.get("option").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let told = |option: &'c Value| Some((option.get("label")?.as_str()?, option.get("next")?.as_str()?));
        options.iter().filter(|option| option.get("aside").is_none()).filter_map(told).collect()
    }
}
