//! The words of the notation: those that the subset has, and those that are refused by name.

use super::civil::number;
use super::error::Kind;

/// The weekdays' names, Monday first.
pub(super) const WEEKDAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/// Whether the word closes the days before it.
pub(super) fn is_off(word: &str) -> bool {
    word == "off" || word == "closed"
}

/// Whether the sign is a dash or hyphen other than the one on the keyboard.
pub(super) fn is_dash(sign: char) -> bool {
    // U+2010 to U+2015 are Unicode's hyphens and dashes; U+2212 is the minus sign.
    matches!(sign, '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// Whether the digits look like a year rather than like a time whose colon was forgotten.
pub(super) fn is_year(digits: &str) -> bool {
    number(digits, 4).is_some_and(|year| year >= 1900)
}

/// Why a word cannot stand where it does.
pub(super) fn kind_of(word: &str) -> Kind {
    if word.chars().any(|c| matches!(c, '\u{400}'..='\u{52f}')) {
        return Kind::Cyrillic;
    }
    // A list of word beginnings is enough: the notation's words differ in their first letters.
    let begins = |names: &[&str]| {
        names.iter().any(|name| word.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name)))
    };
    let is = |names: &[&str]| names.iter().any(|name| word.eq_ignore_ascii_case(name));
    if is(&["sunrise", "sunset", "dawn", "dusk"]) {
        Kind::Sun
    } else if is(&["SH"]) {
        Kind::SchoolHolidays
    } else if is(&["week"]) {
        Kind::Week
    } else if is(&["open", "unknown"]) {
        Kind::State
    } else if is(&WEEKDAYS) || is(&["PH", "off", "closed"]) || begins(&DAY_BEGINNINGS) {
        Kind::Spelling
    } else if begins(&MONTH_BEGINNINGS) {
        Kind::Month
    } else {
        Kind::Word
    }
}

const DAY_BEGINNINGS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

const MONTH_BEGINNINGS: [&str; 13] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "easter"];
