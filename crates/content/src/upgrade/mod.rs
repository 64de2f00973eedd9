//! From the former format of content files to the present one, with comments, order and layout as they are.
//!
//! A guide had one `[hotline]`, four fields of messages that were built in, and a complete file of the interface's words. What is in
//! the present format already is left alone, so an upgrade of an upgraded guide changes nothing.

mod contact;
mod edit;
mod fields;
mod words;

use guide_core::language::Language;
use toml_edit::{DocumentMut, TomlError};

use crate::message::Message;

/// The files of a guide in the present format.
pub struct Upgraded {
    /// The text of the guide's file.
    pub guide: String,
    /// The text of its file of words, where it has one.
    pub words: Option<String>,
    /// What was changed, in sentences; none where nothing was.
    pub changes: Vec<Message>,
}

/// Why there is nothing to upgrade.
#[derive(Debug)]
pub struct NotToml;

impl From<TomlError> for NotToml {
    fn from(_: TomlError) -> NotToml {
        NotToml
    }
}

/// Upgrades the text of a guide in this language, and that of its file of words. A file that is no TOML is refused: loading says why.
pub fn upgrade(guide: &str, words: Option<&str>, language: &Language) -> Result<Upgraded, NotToml> {
    let mut changes = Vec::new();
    let mut guide_file: DocumentMut = guide.parse()?;
    let mut words_file = words.map(str::parse::<DocumentMut>).transpose()?;
    contact::hotline(&mut guide_file, &mut changes);
    if let Some(words) = &mut words_file {
        contact::words_about_contacts(&mut guide_file, words, &mut changes);
    }
    fields::add(&mut guide_file, words_file.as_ref(), &mut changes);
    contact::rung_of_institutions(&mut guide_file, &mut changes);
    if let Some(words) = &mut words_file {
        words::keep_own(words, language, &mut changes);
    }
    let changed = !changes.is_empty();
    Ok(Upgraded {
        guide: if changed { edit::written(&guide_file, guide) } else { guide.to_owned() },
        words: words_file
            .zip(words)
            .map(|(file, text)| if changed { edit::written(&file, text) } else { text.to_owned() }),
        changes,
    })
}
