//! The contacts: the hotline with its hours, the institutions, and the rules for phone numbers, addresses and dates.

use guide_core::guide::{Hotline, Institution};
use guide_core::schedule::civil::Date;
use guide_core::schedule::{Part, Schedule};
use guide_core::text::Text;
use guide_core::zone::Zone;

use super::schedule_errors::explain;
use crate::World;
use crate::addresses::{self, AddressFault};
use crate::toml_reader::Reader;

/// Reads `[hotline]`. The offsets of its time zone begin with the year of the source's date.
pub fn hotline(mut reader: Reader, source_date: &str, world: &World) -> Hotline {
    let hotline = Hotline {
        name: reader.text("name"),
        phone: reader.text("phone"),
        phone_shown: reader.text("phone_shown"),
        hours: reader.text("hours"),
        time_zone: reader.text("time_zone"),
        holidays: reader.texts("holidays", None),
        closed: reader.texts("closed", None),
        vk: reader.text("vk"),
        schedule: Schedule::default(),
        zone: Zone::new(0, []),
    };
    phone(&reader, &hotline.phone);
    page_address(&reader, &hotline.vk);
    // A source without a date is an error already; any year will do then.
    let year = Date::parse(source_date).map_or(2000, |date| date.year());
    let zone = (world.zone)(&hotline.time_zone, year);
    if !hotline.time_zone.is_empty() && zone.is_none() {
        reader.error(
            hotline.time_zone.at.clone(),
            format!("часового пояса «{}» нет", hotline.time_zone),
            "Напишите имя из базы IANA, например: time_zone = \"Europe/Moscow\"",
        );
    }
    let schedule = schedule(&reader, &hotline);
    reader.finish();
    Hotline { schedule, zone: zone.unwrap_or_else(|| Zone::new(0, [])), ..hotline }
}

/// Reads one `[[institution]]`.
pub fn institution(mut reader: Reader) -> Institution {
    let institution = Institution {
        id: reader.text("id"),
        name: reader.text("name"),
        phone: reader.maybe_text("phone"),
        phone_shown: reader.maybe_text("phone_shown"),
        email: reader.maybe_text("email"),
        site: reader.maybe_text("site"),
    };
    institution.phone.iter().for_each(|number| phone(&reader, number));
    institution.email.iter().for_each(|address| email(&reader, address));
    institution.site.iter().for_each(|site| page_address(&reader, site));
    if institution.phone.is_none() && institution.email.is_none() && !institution.id.is_empty() {
        reader.error(
            institution.id.at.clone(),
            format!("у учреждения «{}» нет ни телефона, ни почты", institution.id),
            "Назовите хотя бы одно: phone = \"+74932000000\" или email = \"school@example.ru\"",
        );
    }
    reader.finish();
    institution
}

/// The schedule of the hotline's hours, holidays and closed dates. Each text with an error is reported.
fn schedule(reader: &Reader, hotline: &Hotline) -> Schedule {
    let (holidays, closed) = (as_strs(&hotline.holidays), as_strs(&hotline.closed));
    let errors = match Schedule::parse(&hotline.hours, &holidays, &closed, &[]) {
        Ok(schedule) => return schedule,
        Err(errors) => errors,
    };
    for error in errors {
        let at = match error.part {
            Part::Hours => Some(&hotline.hours),
            Part::Holiday(index) => hotline.holidays.get(index),
            Part::Closed(index) => hotline.closed.get(index),
            Part::Open(_) => None,
        };
        let Some(at) = at.filter(|at| !at.is_empty()) else { continue };
        let explained = explain(&error, at);
        let (what, instead) = explained.split_once(". ").unwrap_or((&explained, ""));
        // The error counts from the text's first byte; in the file an opening quote comes before that.
        let start = (at.at.start + 1 + error.at.start).min(at.at.end);
        let end = (at.at.start + 1 + error.at.end).clamp(start, at.at.end);
        reader.error(start..end, what, instead);
    }
    Schedule::default()
}

fn as_strs(texts: &[Text]) -> Vec<&str> {
    texts.iter().map(|text| text.value.as_str()).collect()
}

/// Reports a phone number that is not in the international form.
fn phone(reader: &Reader, phone: &Text) {
    let digits = phone.strip_prefix('+').unwrap_or_default();
    let is_valid = (11..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !phone.is_empty() && !is_valid {
        reader.error(
            phone.at.clone(),
            format!("телефон «{phone}» так не набрать"),
            "Напишите полный номер с плюсом, кодом страны и города, без пробелов и скобок: phone = \"+74932482808\"",
        );
    }
}

/// Reports an e-mail address that is none.
fn email(reader: &Reader, address: &Text) {
    let letters = |text: &str, more: &str| {
        !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || more.contains(c))
    };
    let is_valid = address.split_once('@').is_some_and(|(name, host)| {
        letters(name, "._%+-") && letters(host, ".-") && host.contains('.') && !host.split('.').any(str::is_empty)
    });
    if !address.is_empty() && !is_valid {
        reader.error(
            address.at.clone(),
            format!("«{address}» — не адрес электронной почты"),
            "Напишите адрес целиком, латинскими буквами: email = \"school@example.ru\"",
        );
    }
}

/// Reports an address of a web page that is none.
pub fn page_address(reader: &Reader, url: &Text) {
    report_address(reader, url, addresses::page_address(url).err(), "https://vk.com/mocivanovo");
}

/// Reports an address that a site can't have: it must be that of a folder.
pub fn site_address(reader: &Reader, url: &Text) {
    report_address(reader, url, addresses::site_address(url).err(), "https://example.ru/navigator/");
}

fn report_address(reader: &Reader, url: &Text, fault: Option<AddressFault>, example: &str) {
    let (what, instead) = match fault.filter(|_| !url.is_empty()) {
        None => return,
        Some(AddressFault::NotAnAddress) => (
            format!("«{url}» — не адрес страницы"),
            format!("Напишите адрес целиком, с https://, например: \"{example}\""),
        ),
        Some(AddressFault::NotAFolder) => (
            "адрес сайта должен кончаться косой чертой".to_owned(),
            format!("Назовите папку, в которой лежит сайт, например: \"{example}\""),
        ),
    };
    reader.error(url.at.clone(), what, instead);
}

/// Reports a date that the calendar does not have.
pub fn date(reader: &Reader, date: &Text) {
    if !date.is_empty() && Date::parse(date).is_none() {
        reader.error(
            date.at.clone(),
            format!("даты «{date}» нет"),
            "Напишите год, месяц и день через чёрточку: \"2024-12-18\"",
        );
    }
}
