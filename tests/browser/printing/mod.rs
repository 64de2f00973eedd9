//! Printing: the printed PDF, read by poppler's tools.

mod content_file;
mod guide_file;
mod leaflets;
mod legibility;
mod long_prints;
mod outline;
mod poster;
mod print_pages;
mod qr_codes;

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::json;

use crate::guide::{normalize_spaces, ui_string};
use crate::support::{Host, Page, Setup};

/// The guides that are printed: the shipped one, and others of other sizes.
const GUIDES: [&str; 3] = ["content/ivanovo.toml", "tests/data/small.toml", "tests/data/large.toml"];

/// The pages for printing.
const PAGES: [&str; 2] = ["print/", "print/poster/"];

/// A printed document.
pub struct PrintedDocument {
    path: PathBuf,
    /// The text, with all white space as single spaces.
    text: String,
}

/// Prints the page in its present state, and asserts that no type is smaller than ten points.
#[track_caller]
pub fn print(page: &Page, name: &str) -> PrintedDocument {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("paper");
    std::fs::create_dir_all(&folder).expect("a folder for prints");
    let path = folder.join(format!("{}.pdf", name.replace(['/', '.', '#', ' '], "-")));
    page.pdf(&path, false);
    // In document order, as columns are beside each other on the page.
    let text = normalize_spaces(&run_poppler("pdftotext", &["-raw"], &path, &["-"]));
    let document = PrintedDocument { path, text };
    let sizes = document.font_sizes();
    assert!(sizes.iter().all(|size| *size >= 30), "{name}: {sizes:?} thirds of a point");
    document
}

/// Opens a page on a desktop screen and prints it.
#[track_caller]
fn open_and_print(host: &Host, at: &str, name: &str) -> PrintedDocument {
    let page = Setup::default().desktop(1280, 800).page();
    page.open(&host.url(at));
    print(&page, name)
}

impl PrintedDocument {
    /// The number of pages. Asserts that each is A4 portrait.
    #[track_caller]
    pub fn pages(&self) -> usize {
        let output = run_poppler("pdfinfo", &[], &self.path, &[]);
        let line = |key: &str| {
            let line = output.lines().find_map(|line| line.strip_prefix(key));
            line.unwrap_or_else(|| panic!("pdfinfo does not tell {key} {output}")).trim().to_owned()
        };
        let size = line("Page size:");
        let mut sides = size.split(' ').filter_map(|word| word.parse::<f64>().ok());
        let (width, height) = (sides.next().expect("a width"), sides.next().expect("a height"));
        assert!((width - 595.3).abs() < 1.0 && (height - 841.9).abs() < 1.0, "{}: {size}", self.path.display());
        line("Pages:").parse().expect("a number of pages")
    }

    /// The text of each page.
    #[track_caller]
    pub fn sheets(&self) -> Vec<String> {
        let text = run_poppler("pdftotext", &["-raw"], &self.path, &["-"]);
        // Each page ends with a form feed.
        text.trim_end_matches('\u{c}').split('\u{c}').map(normalize_spaces).collect()
    }

    /// Asserts that the document contains a text; `{…}` in it stands for something that the page fills in.
    #[track_caller]
    pub fn assert_contains(&self, text: &str) {
        for part in text.split(['{', '}']).step_by(2).map(normalize_spaces).filter(|part| !part.is_empty()) {
            assert!(self.text.contains(&part), "{}: «{part}» is not in\n{}", self.path.display(), self.text);
        }
    }

    /// Asserts that the document does not contain a text.
    #[track_caller]
    pub fn assert_lacks(&self, text: &str) {
        assert!(!self.text.contains(text), "{}: «{text}» is in\n{}", self.path.display(), self.text);
    }

    /// Asserts that controls which work only on a screen are not printed.
    #[track_caller]
    fn assert_lacks_screen_controls(&self) {
        let strings = [
            ("paper", "whole"),
            ("paper", "print"),
            ("paper", "hint"),
            ("paper", "sheet"),
            ("page", "home"),
            ("page", "change"),
            ("page", "privacy"),
            ("find", "label"),
            ("message", "copy"),
            ("message", "optional"),
            ("message", "warning"),
            ("message", "mail"),
            ("remind", "button"),
            ("share", "button"),
            ("share", "vk"),
            ("status", "open"),
            ("status", "closed"),
        ];
        for (table, key) in strings {
            self.assert_lacks(&ui_string(table, key));
        }
    }

    /// The font sizes, in thirds of a point, rounded down.
    #[track_caller]
    fn font_sizes(&self) -> Vec<u32> {
        let output = run_poppler("pdftohtml", &["-xml", "-i", "-zoom", "3", "-stdout"], &self.path, &[]);
        let sizes: Vec<u32> = (output.split("<fontspec ").skip(1))
            .filter_map(|font| font.split("size=\"").nth(1)?.split('"').next()?.parse().ok())
            .collect();
        assert!(!sizes.is_empty(), "{}: no type at all", self.path.display());
        sizes
    }
}

/// Runs one of poppler's tools on a file.
#[track_caller]
fn run_poppler(tool: &str, before: &[&str], file: &Path, after: &[&str]) -> String {
    let output = Command::new(tool).args(before).arg(file).args(after).output();
    let output = output.unwrap_or_else(|why| panic!("{tool} does not start ({why}): install poppler-utils"));
    assert!(output.status.success(), "{tool}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Shows the page as it would be printed.
#[track_caller]
fn emulate_print(page: &Page, scheme: &str) {
    let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
    page.call("Emulation.setEmulatedMedia", json!({ "media": "print", "features": features }));
}
