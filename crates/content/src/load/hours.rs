//! The hours of a contact: when it is open, in which time zone, with which holidays and other days.

use guide_core::contact::Hours;
use guide_core::schedule::civil::Date;
use guide_core::schedule::{Part, Schedule};
use guide_core::text::Text;
use guide_core::zone::Zone;

use super::schedule_errors::explain;
use super::time_zones;
use crate::World;
use crate::diagnostics::two_sentences;
use crate::markup::Places;
use crate::message;
use crate::toml_reader::Reader;

/// What holds for every contact that has none of its own.
pub struct HoursDefaults {
    /// The time zone.
    pub time_zone: Option<Text>,
    /// The yearly public holidays.
    pub holidays: Vec<Text>,
    /// The year from which on the offsets of time zones are listed: that of the source's date.
    pub year: u16,
}

impl HoursDefaults {
    /// Reads the keys at the beginning of the guide's file.
    pub fn read(root: &mut Reader, source_date: &str) -> HoursDefaults {
        HoursDefaults {
            time_zone: root.maybe_text("time_zone"),
            holidays: root.texts("holidays", None),
            // A source without a date is an error already; any year will do then.
            year: Date::parse(source_date).map_or(2000, |date| date.year()),
        }
    }
}

/// The days on which other hours hold.
struct Days {
    holidays: Vec<Text>,
    closed: Vec<Text>,
    open: Vec<Text>,
}

/// Reads the hours of a contact; `None` where it names none.
pub fn hours(reader: &mut Reader, defaults: &HoursDefaults, world: &World) -> Option<Hours> {
    let (notation, lead, zone_text) =
        (reader.maybe_text("hours"), reader.maybe_text("hours_text"), reader.maybe_text("zone_text"));
    let own_zone = reader.maybe_text("time_zone");
    let has_own_holidays = reader.has("holidays");
    let own = Days {
        holidays: reader.texts("holidays", None),
        closed: reader.texts("closed", None),
        open: reader.texts("open", None),
    };
    let Some(notation) = notation else {
        let unused =
            [lead, own_zone, zone_text].into_iter().flatten().chain(own.holidays).chain(own.closed).chain(own.open);
        for text in unused.take(1) {
            reader.error(
                text.at,
                message!(
                    "это относится к часам работы, а часы не указаны",
                    "this is about the hours, but there are no hours"
                ),
                message!(
                    "Допишите часы, например: hours = \"Mo-Fr 09:00-17:00\", или уберите эту строку.",
                    "Add the hours, for example: hours = \"Mo-Fr 09:00-17:00\", or remove this line."
                ),
            );
        }
        return None;
    };
    let holidays = if has_own_holidays { own.holidays } else { defaults.holidays.clone() };
    let schedule = schedule(reader, &notation, &Days { holidays, ..own });
    let (time_zone, zone) = match own_zone.or_else(|| defaults.time_zone.clone()) {
        Some(name) => {
            let zone = time_zone(reader, &name, defaults.year, world);
            (name, zone)
        }
        None => {
            reader.error(
                notation.at.clone(),
                message!("часы есть, а часового пояса нет", "there are hours but no time zone"),
                message!(
                    "Допишите пояс, например: time_zone = \"Europe/Moscow\"",
                    "Add the zone, for example: time_zone = \"Europe/Moscow\""
                ),
            );
            (Text::default(), None)
        }
    };
    let zone = zone.unwrap_or_else(|| Zone::new(0, []));
    Some(Hours { notation, lead, time_zone, zone_text, schedule, zone })
}

fn time_zone(reader: &Reader, name: &Text, year: u16, world: &World) -> Option<Zone> {
    let zone = (world.zone)(name, year);
    if zone.is_none() {
        reader.error(
            name.at.clone(),
            message!("часового пояса «{name}» нет", "there is no time zone “{name}”"),
            time_zones::advice(name, year, world),
        );
    }
    zone
}

/// The schedule of the hours, holidays, closed and additional days. Each text with an error is reported.
fn schedule(reader: &Reader, notation: &Text, days: &Days) -> Schedule {
    let errors = match Schedule::parse(notation, &as_strs(&days.holidays), &as_strs(&days.closed), &as_strs(&days.open))
    {
        Ok(schedule) => return schedule,
        Err(errors) => errors,
    };
    for error in errors {
        let at = match error.part {
            Part::Hours => Some(notation),
            Part::Holiday(index) => days.holidays.get(index),
            Part::Closed(index) => days.closed.get(index),
            Part::Open(index) => days.open.get(index),
        };
        let Some(at) = at.filter(|at| !at.is_empty()) else { continue };
        let explained = explain(&error, at);
        let (what, instead) = two_sentences(&explained);
        reader.error(Places::new(at, reader.source()).in_file(error.at.clone()), what, instead);
    }
    Schedule::default()
}

fn as_strs(texts: &[Text]) -> Vec<&str> {
    texts.iter().map(|text| text.value.as_str()).collect()
}
