//! Pictures, prints, and the page as a screen reader has it.

use std::fs;
use std::path::Path;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use super::page::Page;

/// One thing of the accessibility tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    pub role: String,
    pub name: String,
}

impl Page {
    /// Writes a PNG of the whole page, for people to look at.
    #[track_caller]
    pub fn screenshot(&self, path: &Path) {
        self.save(&self.call("Page.captureScreenshot", json!({ "captureBeyondViewport": true })), path);
    }

    /// Prints to A4 as the page's own stylesheet asks, with or without backgrounds.
    #[track_caller]
    pub fn pdf(&self, path: &Path, backgrounds: bool) {
        let paper = json!({ "paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true, "printBackground": backgrounds });
        self.save(&self.call("Page.printToPDF", paper), path);
    }

    /// What a screen reader meets, in its order; bare text runs and containers without a role or name are left out.
    #[track_caller]
    pub fn spoken(&self) -> Vec<Spoken> {
        let tree = self.accessibility();
        let told = |node: &Value, field: &str| node[field]["value"].as_str().unwrap_or_default().to_owned();
        (tree["nodes"].as_array().into_iter().flatten())
            .filter(|node| node["ignored"] != true)
            .map(|node| Spoken { role: told(node, "role"), name: told(node, "name") })
            .filter(|thing| !matches!(thing.role.as_str(), "none" | "generic" | "InlineTextBox" | "StaticText"))
            .collect()
    }

    /// The whole accessibility tree, as the browser tells it.
    #[track_caller]
    pub fn accessibility(&self) -> Value {
        self.call("Accessibility.getFullAXTree", json!({}))
    }

    #[track_caller]
    fn save(&self, answer: &Value, path: &Path) {
        let bytes =
            BASE64_STANDARD.decode(answer["data"].as_str().unwrap_or_default()).expect("the browser sends base64");
        fs::write(path, bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
}
