//! Paper: what comes out of the printer, read from the PDF by poppler's tools.

mod content_file;
mod leaflets;
mod legibility;
mod print_pages;
mod qr_codes;

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::json;

use crate::guide::{plain, word};
use crate::support::{Host, Page, Setup};

/// The guides that are printed: the shipped one, and others of other sizes.
const GUIDES: [&str; 3] = ["content/ivanovo.toml", "tests/data/small.toml", "tests/data/large.toml"];

/// The pages for printing.
const PAGES: [&str; 2] = ["print/", "print/poster/"];

/// A printed document.
pub struct Sheets {
    path: PathBuf,
    /// The running text, spaces and line ends folded.
    text: String,
}

/// Prints the page as it stands. Whatever it is, its type is ten points or more.
#[track_caller]
pub fn print(page: &Page, name: &str) -> Sheets {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("paper");
    std::fs::create_dir_all(&folder).expect("a folder for prints");
    let path = folder.join(format!("{}.pdf", name.replace(['/', '.', '#', ' '], "-")));
    page.pdf(&path, false);
    // In the order of the document: side by side stands what was written one after another.
    let text = plain(&poppler("pdftotext", &["-raw"], &path, &["-"]));
    let sheets = Sheets { path, text };
    let sizes = sheets.sizes();
    assert!(sizes.iter().all(|size| *size >= 30), "{name}: {sizes:?} thirds of a point");
    sheets
}

/// Opens a page of a site on a desk's screen, where people print, and prints it.
#[track_caller]
fn printed(host: &Host, at: &str, name: &str) -> Sheets {
    let page = Setup::default().desktop(1280, 800).page();
    page.open(&host.url(at));
    print(&page, name)
}

impl Sheets {
    /// How many pages there are. Each is A4, upright.
    #[track_caller]
    pub fn pages(&self) -> usize {
        let told = poppler("pdfinfo", &[], &self.path, &[]);
        let line = |key: &str| {
            let line = told.lines().find_map(|line| line.strip_prefix(key));
            line.unwrap_or_else(|| panic!("pdfinfo does not tell {key} {told}")).trim().to_owned()
        };
        let size = line("Page size:");
        let mut sides = size.split(' ').filter_map(|word| word.parse::<f64>().ok());
        let (width, height) = (sides.next().expect("a width"), sides.next().expect("a height"));
        assert!((width - 595.3).abs() < 1.0 && (height - 841.9).abs() < 1.0, "{}: {size}", self.path.display());
        line("Pages:").parse().expect("a number of pages")
    }

    /// Asserts that a text stands there; `{…}` in it is something that the page fills in.
    #[track_caller]
    pub fn says(&self, text: &str) {
        for part in text.split(['{', '}']).step_by(2).map(plain).filter(|part| !part.is_empty()) {
            assert!(self.text.contains(&part), "{}: «{part}» is not in\n{}", self.path.display(), self.text);
        }
    }

    /// Asserts that a text does not stand there.
    #[track_caller]
    pub fn hides(&self, text: &str) {
        assert!(!self.text.contains(text), "{}: «{text}» is in\n{}", self.path.display(), self.text);
    }

    /// Asserts that nothing is there that only a screen can do.
    #[track_caller]
    fn hides_what_is_for_the_screen(&self) {
        let words = [
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
        for (table, key) in words {
            self.hides(&word(table, key));
        }
    }

    /// The sizes of type, in thirds of a point, rounded down.
    #[track_caller]
    fn sizes(&self) -> Vec<u32> {
        let told = poppler("pdftohtml", &["-xml", "-i", "-zoom", "3", "-stdout"], &self.path, &[]);
        let sizes: Vec<u32> = (told.split("<fontspec ").skip(1))
            .filter_map(|font| font.split("size=\"").nth(1)?.split('"').next()?.parse().ok())
            .collect();
        assert!(!sizes.is_empty(), "{}: no type at all", self.path.display());
        sizes
    }
}

/// Runs one of poppler's tools on a file.
#[track_caller]
fn poppler(tool: &str, before: &[&str], file: &Path, after: &[&str]) -> String {
    let done = Command::new(tool).args(before).arg(file).args(after).output();
    let done = done.unwrap_or_else(|why| panic!("{tool} does not start ({why}): install poppler-utils"));
    assert!(done.status.success(), "{tool}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8_lossy(&done.stdout).into_owned()
}

/// Shows the page as it would be printed.
#[track_caller]
fn as_paper(page: &Page, scheme: &str) {
    let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
    page.call("Emulation.setEmulatedMedia", json!({ "media": "print", "features": features }));
}
