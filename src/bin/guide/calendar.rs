//! The hotline's hours as a calendar file of the site.

use navigator_guide::guide::calendar::Calendar;
use navigator_guide::guide::fill::fill;
use navigator_guide::guide::model::Guide;
use navigator_guide::guide::schedule::Date;
use navigator_guide::site::pages::HOTLINE_CALENDAR;
use navigator_guide::view::setting::{Setting, full_phone};

use crate::public::File;
use crate::zone;

/// The file; `None` where the hotline is never open. The same content gives the same one, whenever it is built.
///
/// It tells of the years that the offsets of the zone are told for, from the source's date on. Yearly holidays are known for
/// all of them. What may be decreed for the years after the last closed day is not, so each event says to ask, as the page does.
pub fn file(guide: &Guide) -> Result<Option<File>, String> {
    let setting = Setting::new(guide).ok_or("в содержании нет первого шага")?;
    let (hotline, words, source) = (&guide.hotline, &guide.words, &guide.source);
    let first = Date::parse(&source.date).ok_or("дата источника не читается")?;
    let last = Date::new(first.year() + zone::YEARS - 1, 12, 31).ok_or("дата источника слишком далеко")?;
    let id: String = hotline.phone.chars().filter(char::is_ascii_digit).collect();
    let backed = fill(&words.page.source, &[("author", &source.author), ("date", &setting.date(&source.date))]);
    let calendar = Calendar {
        schedule: &hotline.schedule,
        days: (first, last),
        zone: &zone::zone(guide)?,
        zone_name: &hotline.time_zone,
        id: &id,
        summary: &fill(&words.remind.summary, &[("phone", &full_phone(hotline))]),
        description: &[&*words.remind.description, &*words.status.ask, &*backed].join(" "),
    };
    Ok(calendar.ics().map(|text| (HOTLINE_CALENDAR.to_owned(), text.into_bytes())))
}
