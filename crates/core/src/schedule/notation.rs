//! The words of the notation: those of the subset, and those that are refused with an error of their own.

use super::civil::number;
use super::error::Kind;

/// The names of the weekdays, Monday first.
pub(super) const WEEKDAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/// The names of the months.
pub(super) const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Whether a word closes the days before it.
pub(super) fn is_off(word: &str) -> bool {
    word == "off" || word == "closed"
}

/// Whether a character is a dash or a hyphen other than the ASCII one.
pub(super) fn is_dash(sign: char) -> bool {
    // U+2010 to U+2015 are Unicode's hyphens and dashes; U+2212 is the minus sign.
    matches!(sign, '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// Whether digits look like a year rather than like a time without its colon.
pub(super) fn is_year(digits: &str) -> bool {
    number(digits, 4).is_some_and(|year| year >= 1900)
}

/// The kind of error that a word is where it is not allowed.
pub(super) fn kind_of(word: &str) -> Kind {
    if word.chars().any(|c| matches!(c, '\u{400}'..='\u{52f}')) {
        return Kind::Cyrillic;
    }
    // The first letters are enough to tell these words apart.
    let begins = |names: &[&str]| {
        names.iter().any(|name| word.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name)))
    };
    let is = |names: &[&str]| names.iter().any(|name| word.eq_ignore_ascii_case(name));
    if is(&["sunrise", "sunset", "dawn", "dusk"]) {
        Kind::Sun
    } else if is(&["SH"]) {
        Kind::SchoolHolidays
    } else if is(&["easter"]) {
        Kind::Easter
    } else if word == "week" || MONTHS.contains(&word) {
        Kind::Order
    } else if is(&["week"]) || begins(&MONTHS) {
        Kind::MonthSpelling
    } else if is(&["open", "unknown"]) {
        Kind::State
    } else if is(&WEEKDAYS) || is(&["PH", "off", "closed"]) || begins(&DAY_BEGINNINGS) {
        Kind::Spelling
    } else {
        Kind::Word
    }
}

const DAY_BEGINNINGS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
