//! The content: loaded from the disk, checked.

use std::path::Path;

use guide_content::check::check;
use guide_content::training::phrases::Phrases;
use guide_content::{World, load, zone_database};
use guide_core::guide::Guide;
use guide_core::schedule::{Date, Schedule};
use guide_core::text::Text;

use crate::disk::unreadable;

/// A guide that can be built, and what its search learns from.
pub struct Content {
    pub guide: Guide,
    pub phrases: Option<Phrases>,
}

/// The content of a file, its warnings told on standard error; the error is the report of all that is wrong.
pub fn open(path: &Path) -> Result<Content, String> {
    let read = |path: &str| std::fs::read_to_string(path).map_err(|why| unreadable(Path::new(path), &why));
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
        None => Err(format!("{report}{}", verdict(errors))),
    }
}

fn verdict(errors: usize) -> String {
    let word = match (errors % 10, errors % 100) {
        (_, 11..=14) => "ошибок",
        (1, _) => "ошибка",
        (2..=4, _) => "ошибки",
        _ => "ошибок",
    };
    format!("Найдено: {errors} {word}. Сайт не собран, прежний остался как был.")
}

/// The hotline's schedule, with or without its single closed days.
pub fn schedule(guide: &Guide, without_exceptions: bool) -> Result<Schedule, String> {
    let hotline = &guide.hotline;
    let closed = if without_exceptions { &[][..] } else { &hotline.closed };
    Schedule::parse(&hotline.hours, &strs(&hotline.holidays), &strs(closed))
        .map_err(|_| "расписание не читается".to_owned())
}

fn strs(texts: &[Text]) -> Vec<&str> {
    texts.iter().map(|text| text.value.as_str()).collect()
}
