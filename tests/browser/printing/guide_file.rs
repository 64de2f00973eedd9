//! Content files that tests write: a guide with what a test is about, and the least of everything else.

use std::path::{Path, PathBuf};

use crate::support::built_site::site_from;

/// The file of a guide, part by part.
pub struct GuideFile {
    pub title: String,
    pub url: Option<String>,
    /// Tables such as `[[contact]]` and `[[rung]]`, as they are.
    pub tables: String,
    /// The answers of the first step: each with its label, the id of the next step, and more keys.
    pub options: Vec<(String, String, String)>,
    /// The other steps, as they are. A step `s` that ends is there where none is given.
    pub steps: String,
}

impl Default for GuideFile {
    fn default() -> GuideFile {
        GuideFile {
            title: "Справочник".into(),
            url: Some("https://example.ru/".into()),
            tables: String::new(),
            options: vec![("Потерялось".into(), "s".into(), String::new())],
            steps: String::new(),
        }
    }
}

impl GuideFile {
    /// The folder of the built site. `name` tells it from those of other tests.
    #[track_caller]
    pub fn site(&self, name: &str) -> &'static Path {
        let folder: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join("guides");
        std::fs::create_dir_all(&folder).expect("a folder for guides");
        let path = folder.join(format!("{}.toml", name.replace(' ', "-")));
        std::fs::write(&path, self.text()).expect("a guide's file");
        site_from(Box::leak(path.to_string_lossy().into_owned().into_boxed_str()))
    }

    fn text(&self) -> String {
        let url = self.url.as_ref().map_or_else(String::new, |url| format!("url = {url:?}\n"));
        let option = |(index, (label, next, more)): (usize, &(String, String, String))| {
            format!("  {{ id = \"o{index}\", label = {label:?}, next = {next:?}{more} }},\n")
        };
        let options: String = self.options.iter().enumerate().map(option).collect();
        let step = "[[step]]\nid = \"s\"\ntitle = \"Совет\"\ndo = \"Спросите.\"\nend = true\nsource = \"п. 1\"\n";
        let steps = if self.steps.is_empty() { step } else { &self.steps };
        format!(
            "start = \"start\"\n[site]\nname = {:?}\ndescription = \"Что делать.\"\n{url}\
             [source]\ntitle = \"Памятка\"\nauthor = \"центра\"\ndate = \"2026-03-01\"\n{}\n\
             [[step]]\nid = \"start\"\nquestion = \"Что случилось?\"\noption = [\n{options}]\n{steps}",
            self.title, self.tables
        )
    }
}
