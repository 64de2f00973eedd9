//! The contacts: phone, hours, time zone, holidays, addresses.

use super::World;
use super::reader::Reader;
use crate::guide::model::{Hotline, Institution, Text};
use crate::guide::schedule::civil::Date;
use crate::guide::schedule::explain::explain;
use crate::guide::schedule::{Part, Schedule};

/// Reads `[hotline]`.
pub fn hotline(mut reader: Reader, world: &World) -> Hotline {
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
    };
    phone(&reader, &hotline.phone);
    web_address(&reader, &hotline.vk, false);
    if !hotline.time_zone.is_empty() && !(world.zone_known)(&hotline.time_zone) {
        reader.error(
            hotline.time_zone.at.clone(),
            format!("часового пояса «{}» нет", hotline.time_zone),
            "Напишите имя из базы IANA, например: time_zone = \"Europe/Moscow\"",
        );
    }
    let schedule = schedule(&reader, &hotline);
    reader.finish();
    Hotline { schedule, ..hotline }
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
    institution.site.iter().for_each(|site| web_address(&reader, site, false));
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

/// The schedule that the texts say. Each mistake is reported by itself: a wrong part is left out, and the rest is tried
/// again, until what remains can be read.
fn schedule(reader: &Reader, hotline: &Hotline) -> Schedule {
    let mut hours: &str = &hotline.hours;
    let mut holidays: Vec<&Text> = hotline.holidays.iter().collect();
    let mut closed: Vec<&Text> = hotline.closed.iter().collect();
    loop {
        let error = match Schedule::parse(hours, &strs(&holidays), &strs(&closed)) {
            Ok(schedule) => return schedule,
            Err(error) => error,
        };
        let at = match error.part {
            Part::Hours => {
                hours = "off";
                &hotline.hours
            }
            Part::Holiday(index) if index < holidays.len() => holidays.remove(index),
            Part::Closed(index) if index < closed.len() => closed.remove(index),
            _ => return Schedule::default(),
        };
        if at.is_empty() {
            continue;
        }
        let said = explain(&error, at);
        let (what, instead) = said.split_once(". ").unwrap_or((&said, ""));
        // One byte for the opening quote: the error counts from the text, the file has it in quotes.
        let start = (at.at.start + 1 + error.at.start).min(at.at.end);
        let end = (at.at.start + 1 + error.at.end).clamp(start, at.at.end);
        reader.error(start..end, what, instead);
    }
}

fn strs<'t>(texts: &[&'t Text]) -> Vec<&'t str> {
    texts.iter().map(|text| text.value.as_str()).collect()
}

/// Reports a phone number that no phone would dial.
fn phone(reader: &Reader, phone: &Text) {
    let digits = phone.strip_prefix('+').unwrap_or_default();
    let sound = (11..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !phone.is_empty() && !sound {
        reader.error(
            phone.at.clone(),
            format!("телефон «{phone}» так не набрать"),
            "Напишите полный номер с плюсом, кодом страны и города, без пробелов и скобок: phone = \"+74932482808\"",
        );
    }
}

/// Reports an e-mail address that no letter would reach.
fn email(reader: &Reader, address: &Text) {
    let letters = |text: &str, more: &str| {
        !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || more.contains(c))
    };
    let sound = address.split_once('@').is_some_and(|(name, host)| {
        letters(name, "._%+-") && letters(host, ".-") && host.contains('.') && !host.split('.').any(str::is_empty)
    });
    if !address.is_empty() && !sound {
        reader.error(
            address.at.clone(),
            format!("«{address}» — не адрес электронной почты"),
            "Напишите адрес целиком, латинскими буквами: email = \"school@example.ru\"",
        );
    }
}

/// Reports an address of the web that is none; one of the site itself must name a folder.
pub fn web_address(reader: &Reader, url: &Text, folder: bool) {
    let parsed = url::Url::parse(url).ok().filter(|url| url.scheme() == "https" && url.domain().is_some());
    let example = if folder { "https://example.ru/navigator/" } else { "https://vk.com/mocivanovo" };
    if url.is_empty() {
        return;
    }
    let Some(parsed) = parsed else {
        reader.error(
            url.at.clone(),
            format!("«{url}» — не адрес страницы"),
            format!("Напишите адрес целиком, с https://, например: \"{example}\""),
        );
        return;
    };
    if folder && (!parsed.path().ends_with('/') || parsed.query().is_some() || parsed.fragment().is_some()) {
        reader.error(
            url.at.clone(),
            "адрес сайта должен кончаться косой чертой",
            format!("Назовите папку, в которой лежит сайт, например: \"{example}\""),
        );
    }
}

/// Reports a date that does not exist.
pub fn date(reader: &Reader, date: &Text) {
    if !date.is_empty() && Date::parse(date).is_none() {
        reader.error(
            date.at.clone(),
            format!("даты «{date}» нет"),
            "Напишите год, месяц и день через чёрточку: \"2024-12-18\"",
        );
    }
}
