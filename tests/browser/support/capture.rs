//! Screenshots, PDFs and the accessibility tree of a page.

use std::fs;
use std::path::Path;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use super::page::Page;

/// One node of the accessibility tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessibleNode {
    pub role: String,
    pub name: String,
}

impl Page {
    /// Writes a PNG of the whole page, for people to look at.
    #[track_caller]
    pub fn screenshot(&self, path: &Path) {
        self.save(&self.call("Page.captureScreenshot", json!({ "captureBeyondViewport": true })), path);
    }

    /// Prints to A4 with the page's own print stylesheet, with or without backgrounds.
    #[track_caller]
    pub fn pdf(&self, path: &Path, backgrounds: bool) {
        let paper = json!({ "paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true, "printBackground": backgrounds });
        self.pdf_on(path, paper);
    }

    /// Prints with these settings of `Page.printToPDF`.
    #[track_caller]
    pub fn pdf_on(&self, path: &Path, paper: Value) {
        self.save(&self.call("Page.printToPDF", paper), path);
    }

    /// The nodes that a screen reader reads, in reading order, without text runs and without containers that have no role
    /// or name.
    #[track_caller]
    pub fn accessible_nodes(&self) -> Vec<AccessibleNode> {
        let tree = self.accessibility_tree();
        let text = |node: &Value, field: &str| node[field]["value"].as_str().unwrap_or_default().to_owned();
        (tree["nodes"].as_array().into_iter().flatten())
            .filter(|node| node["ignored"] != true)
            .map(|node| AccessibleNode { role: text(node, "role"), name: text(node, "name") })
            .filter(|node| !matches!(node.role.as_str(), "none" | "generic" | "InlineTextBox" | "StaticText"))
            .collect()
    }

    /// The raw accessibility tree of the DevTools protocol.
    #[track_caller]
    pub fn accessibility_tree(&self) -> Value {
        self.call("Accessibility.getFullAXTree", json!({}))
    }

    #[track_caller]
    fn save(&self, answer: &Value, path: &Path) {
        let bytes =
            BASE64_STANDARD.decode(answer["data"].as_str().unwrap_or_default()).expect("the browser sends base64");
        fs::write(path, bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
}
