//! The content: loaded from the disk and checked.

use std::path::Path;

use guide_content::check::check;
use guide_content::training::phrases::Phrases;
use guide_content::{World, load, zone_database};
use guide_core::contact::Hours;
use guide_core::guide::Guide;
use guide_core::language::{Language, Plural};
use guide_core::schedule::Date;

use crate::disk::unreadable;

/// A guide without errors, and the phrases that its search is trained on.
pub struct Content {
    /// The guide.
    pub guide: Guide,
    /// The phrases, where the guide names a file of them.
    pub phrases: Option<Phrases>,
}

impl Content {
    /// The hours of the contact with this id, or of the first that has any. The error is for people.
    pub fn hours(self, contact: Option<&str>) -> Result<Hours, String> {
        let ids: Vec<String> = self.guide.contacts.iter().map(|contact| contact.id.value.clone()).collect();
        let mut contacts = self.guide.contacts.into_iter();
        let Some(id) = contact else {
            let hours = contacts.find_map(|contact| contact.hours);
            return hours.ok_or("Ни у одного контакта справочника нет часов работы.".to_owned());
        };
        let found = contacts.find(|contact| *contact.id == *id);
        let found = found.ok_or_else(|| format!("Контакта «{id}» в справочнике нет. Есть: {}.", ids.join(", ")))?;
        found.hours.ok_or_else(|| format!("У контакта «{id}» нет часов работы."))
    }
}

/// Loads and checks a content file, and prints its warnings to standard error. The error is the report of everything that is wrong.
pub fn open(path: &Path) -> Result<Content, String> {
    let read = |path: &str| std::fs::read(path).map_err(|why| unreadable(Path::new(path), &why));
    let loaded = load(&path.to_string_lossy(), &World { read: &read, zone: &zone_database::offsets });
    if let Some(guide) = &loaded.guide {
        let today = Date::parse(&jiff::Zoned::now().date().to_string());
        check(guide, loaded.phrases.as_ref(), today, &loaded.diagnostics);
    }
    let (report, errors) = (loaded.report(), loaded.diagnostics.errors());
    match loaded.guide.filter(|_| errors == 0) {
        Some(guide) => {
            eprint!("{report}");
            Ok(Content { guide, phrases: loaded.phrases })
        }
        None => Err(format!("{report}{}", error_count(errors))),
    }
}

/// The last line of a report with errors.
fn error_count(errors: usize) -> String {
    // The tool itself speaks Russian, whatever the guide's language.
    let word = match Language::default().plural(errors as u64) {
        Plural::One => "ошибка",
        Plural::Few => "ошибки",
        _ => "ошибок",
    };
    format!("Найдено: {errors} {word}. Сайт не собран, прежний остался как был.")
}
