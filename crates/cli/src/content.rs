//! The content: loaded from the disk and checked.

use std::path::Path;

use guide_content::check::check;
use guide_content::diagnostics::counted;
use guide_content::message;
use guide_content::message::Message;
use guide_content::training::phrases::Phrases;
use guide_content::{Diagnostic, Loaded, Severity, World, load, markers, zone_database};
use guide_core::contact::Hours;
use guide_core::guide::{ContentFile, Guide};
use guide_core::schedule::Date;

use crate::disk::unreadable;
use crate::language::{said, spoken};
use crate::to_fill;

/// A guide without errors, and what else its site is made of.
pub struct Content {
    /// The guide.
    pub guide: Guide,
    /// The phrases, where the guide names a file of them.
    pub phrases: Option<Phrases>,
    /// The content files as they were read.
    pub sources: Vec<ContentFile>,
    /// The path of the guide's own file among them.
    pub guide_path: String,
    /// What somebody should look at.
    pub warnings: Vec<Warning>,
    /// How many places are marked as still to be filled in.
    pub to_fill: usize,
}

/// Something that somebody should look at.
pub struct Warning {
    /// The sentence that says what it is.
    what: Message,
    /// The whole message, with its place.
    message: String,
}

impl Content {
    /// The hours of the contact with this id, or of the first that has any. The error is for people.
    pub fn hours(self, contact: Option<&str>) -> Result<Hours, Message> {
        let ids: Vec<String> = self.guide.contacts.iter().map(|contact| contact.id.value.clone()).collect();
        let mut contacts = self.guide.contacts.into_iter();
        let Some(id) = contact else {
            let hours = contacts.find_map(|contact| contact.hours);
            return hours.ok_or_else(|| {
                message!("Ни у одного контакта справочника нет часов работы.", "No contact of the guide has hours.")
            });
        };
        let found = contacts.find(|contact| *contact.id == *id);
        let found = found.ok_or_else(|| {
            message!(
                "Контакта «{id}» в справочнике нет. Есть: {}.",
                "There is no contact “{id}” in the guide. There are: {}.",
                ids.join(", ")
            )
        })?;
        found.hours.ok_or_else(|| message!("У контакта «{id}» нет часов работы.", "The contact “{id}” has no hours."))
    }
}

/// The day that it is here, as `2026-11-26`.
pub fn today() -> String {
    jiff::Zoned::now().date().to_string()
}

/// Loads and checks a content file. The error is the report of everything that is wrong.
pub fn open(path: &Path) -> Result<Content, String> {
    open_with(path, |_| {})
}

/// The same where nothing is published: facts of another place that are still to be replaced are only warned of.
pub fn open_to_look(path: &Path) -> Result<Content, String> {
    open_with(path, markers::tolerate)
}

fn open_with(path: &Path, judge: impl Fn(&Loaded)) -> Result<Content, String> {
    let read = |path: &str| std::fs::read(path).map_err(|why| unreadable(Path::new(path), &why));
    let loaded = load(&path.to_string_lossy(), &World { read: &read, zone: &zone_database::offsets });
    if let Some(guide) = &loaded.guide {
        check(guide, loaded.phrases.as_ref(), Date::parse(&today()), &loaded.diagnostics);
    }
    judge(&loaded);
    let errors = loaded.diagnostics.errors();
    let report = loaded.report(spoken());
    let (sources, guide_path) = (loaded.sources(), loaded.guide_path());
    let to_fill = markers::count(&loaded.files);
    let warning = |one: Diagnostic| Warning { message: one.render(&loaded.files, spoken()), what: one.what };
    match loaded.guide.filter(|_| errors == 0) {
        Some(guide) => {
            let warnings = loaded.diagnostics.sorted().into_iter().map(warning).collect();
            Ok(Content { guide, phrases: loaded.phrases, sources, guide_path, warnings, to_fill })
        }
        None => {
            let left = to_fill::sentence(to_fill).map(|left| format!("\n{}", said(&left))).unwrap_or_default();
            Err(format!("{report}{}{left}", said(&error_count(errors))))
        }
    }
}

/// The sentences of the warnings that have been printed, so that the same ones are not printed again, even where lines have moved.
#[derive(Default)]
pub struct ShownWarnings(Vec<Message>);

impl ShownWarnings {
    /// Prints to standard error those warnings that were not among the last ones.
    pub fn show(&mut self, warnings: Vec<Warning>) {
        for warning in warnings.iter().filter(|warning| !self.0.contains(&warning.what)) {
            eprint!("{}", warning.message);
        }
        self.0 = warnings.into_iter().map(|warning| warning.what).collect();
    }
}

/// The last line of a report with errors.
pub fn error_count(errors: usize) -> Message {
    message!(errors = counted(errors, Severity::Error); "Найдено: {errors}.", "Found: {errors}.")
}
