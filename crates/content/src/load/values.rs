//! The rules for single values of the content: phone numbers, e-mail and web addresses, dates. Each function reports a value that breaks
//! its rule.

use guide_core::schedule::civil::Date;
use guide_core::text::Text;

use crate::addresses::{self, AddressFault};
use crate::message;
use crate::toml_reader::Reader;

/// Reports a phone number that is not in the international form.
pub fn phone(reader: &Reader, phone: &Text) {
    let digits = phone.strip_prefix('+').unwrap_or_default();
    let is_valid = (8..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !phone.is_empty() && !is_valid {
        reader.error(
            phone.at.clone(),
            message!("телефон «{phone}» так не набрать", "the phone number “{phone}” can't be dialled"),
            message!(
                "Напишите полный номер с плюсом, кодом страны и города, без пробелов и скобок: phone = \"+74932482808\"",
                "Write the full number with a plus, the codes of the country and the town, without spaces and brackets: phone = \"+74932482808\""
            ),
        );
    }
}

/// Reports an e-mail address that is none.
pub fn email(reader: &Reader, address: &Text) {
    let letters = |text: &str, more: &str| {
        !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || more.contains(c))
    };
    let is_valid = address.split_once('@').is_some_and(|(name, host)| {
        letters(name, "._%+-") && letters(host, ".-") && host.contains('.') && !host.split('.').any(str::is_empty)
    });
    if !address.is_empty() && !is_valid {
        reader.error(
            address.at.clone(),
            message!("«{address}» — не адрес электронной почты", "“{address}” is not an e-mail address"),
            message!(
                "Напишите адрес целиком, латинскими буквами: email = \"school@example.ru\"",
                "Write the whole address, in Latin letters: email = \"school@example.ru\""
            ),
        );
    }
}

/// Reports an address of a web page that is none. `example` is one that would be right.
pub fn page_address(reader: &Reader, url: &Text, example: &str) {
    report_address(reader, url, addresses::page_address(url).err(), example);
}

/// Reports an address that a site can't have: it must be that of a folder.
pub fn site_address(reader: &Reader, url: &Text) {
    report_address(reader, url, addresses::site_address(url).err(), "https://example.ru/navigator/");
}

fn report_address(reader: &Reader, url: &Text, fault: Option<AddressFault>, example: &str) {
    let (what, instead) = match fault.filter(|_| !url.is_empty()) {
        None => return,
        Some(AddressFault::NotAnAddress) => (
            message!("«{url}» — не адрес страницы", "“{url}” is not the address of a page"),
            message!(
                "Напишите адрес целиком, с https://, например: \"{example}\"",
                "Write the whole address, with https://, for example: \"{example}\""
            ),
        ),
        Some(AddressFault::NotAFolder) => (
            message!("адрес сайта должен кончаться косой чертой", "the address of a site must end in a slash"),
            message!(
                "Назовите папку, в которой лежит сайт, например: \"{example}\"",
                "Name the folder that the site lies in, for example: \"{example}\""
            ),
        ),
    };
    reader.error(url.at.clone(), what, instead);
}

/// Reports a date that the calendar does not have.
pub fn date(reader: &Reader, date: &Text) {
    if !date.is_empty() && Date::parse(date).is_none() {
        reader.error(
            date.at.clone(),
            message!("даты «{date}» нет", "there is no date “{date}”"),
            message!(
                "Напишите год, месяц и день через чёрточку: \"2024-12-18\"",
                "Write the year, the month and the day with hyphens between them: \"2024-12-18\""
            ),
        );
    }
}
