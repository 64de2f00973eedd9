//! The content: loaded with the real world around it, checked, walked.

use std::path::Path;

use navigator_guide::guide::load::{Loaded, World, load as load_file};
use navigator_guide::guide::model::{Guide, Text};
use navigator_guide::guide::schedule::{Date, Schedule};
use navigator_guide::view::setting::Setting;

use crate::project;

fn loaded(path: &Path) -> Loaded {
    let world = World {
        read: &|path| std::fs::read_to_string(path).map_err(|why| project::unreadable(Path::new(path), &why)),
        zone_known: &|name| jiff::tz::TimeZone::get(name).is_ok(),
        today: Date::parse(&jiff::Zoned::now().date().to_string()),
    };
    load_file(&path.to_string_lossy(), &world)
}

/// The guide of a content file, its warnings told on standard error; the error is the report of all that is wrong.
pub fn load(path: &Path) -> Result<Guide, String> {
    let loaded = loaded(path);
    let report = loaded.report();
    let errors = loaded.errors();
    match loaded.guide {
        Some(guide) => {
            eprint!("{report}");
            Ok(guide)
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

/// `guide check`.
pub fn check(path: &Path) -> Result<(), String> {
    load(path)?;
    println!("Ошибок нет");
    Ok(())
}

/// `guide paths`: every way through the flow, `start -teen-14-> teen-14 -yes-> …`.
pub fn paths(path: &Path) -> Result<(), String> {
    let guide = load(path)?;
    let flow = Setting::new(&guide).ok_or("нет первого шага")?.flow;
    for path in flow.paths() {
        let way: Vec<String> = path
            .answers
            .iter()
            .map(|answer| format!("{} -{}-> ", flow.id(answer.step), flow.option_id(*answer)))
            .collect();
        println!("{}{}", way.concat(), flow.id(path.at));
    }
    Ok(())
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
