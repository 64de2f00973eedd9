//! From a content file to a [`Guide`] and everything that is wrong with it, all at once.
//!
//! The world is an argument: how to read a file, which time zones exist, what day it is.

mod contacts;
mod finding;
mod guide;
mod order;
mod phrases;
mod reader;
mod words;

pub use finding::{File, Finding, GUIDE, Log, PHRASES, Severity};
pub use reader::nearest;
pub use words::allowed;

use super::model::Guide;
use super::schedule::civil::Date;

/// What loading asks of the world outside.
pub struct World<'w> {
    /// The text of a file, or a sentence that says why there is none.
    pub read: &'w dyn Fn(&str) -> Result<String, String>,
    /// Whether the time-zone database has a zone of this name.
    pub zone_known: &'w dyn Fn(&str) -> bool,
    /// The day of the check, in any zone: it is only compared with the source's date.
    pub today: Option<Date>,
}

/// What a content file gave.
pub struct Loaded {
    /// The guide; `None` where any finding is an error.
    pub guide: Option<Guide>,
    /// The files that were read: the guide's, then its words'.
    pub files: Vec<File>,
    /// In the order of the files and lines.
    pub findings: Vec<Finding>,
}

impl Loaded {
    /// Every finding as a text for people, errors and warnings alike.
    pub fn report(&self) -> String {
        self.findings.iter().map(|finding| finding.render(&self.files)).collect()
    }

    /// How many findings are errors.
    pub fn errors(&self) -> usize {
        self.findings.iter().filter(|finding| finding.severity == Severity::Error).count()
    }
}

/// Loads and checks the content file called `path`. The words' file is named in it, relative to its folder.
pub fn load(path: &str, world: &World) -> Loaded {
    let mut files = Vec::new();
    let log = Log::default();
    let guide = match (world.read)(path) {
        Ok(text) => {
            files.push(File { path: path.to_owned(), text });
            guide::guide(&mut files, world, &log)
        }
        Err(why) => {
            files.push(File { path: path.to_owned(), text: String::new() });
            log.error(0, 0..0, why, "Проверьте путь: его называет ключ --content.");
            None
        }
    };
    if let Some(guide) = &guide {
        super::check::check(guide, world.today, &log);
    }
    let findings = log.into_findings();
    let sound = findings.iter().all(|finding| finding.severity != Severity::Error);
    Loaded { guide: guide.filter(|_| sound), files, findings }
}
