//! How iCalendar files (RFC 5545) are written: lines, texts, moments, offsets.

use crate::schedule::Moment;

/// How long before the opening the phone speaks up.
pub const ALARM: &str = "-PT10M";
/// Octets a line may have before it is folded.
const LINE: usize = 75;

/// A moment as the calendar writes it, `20261124T130000`.
pub fn stamp(moment: Moment) -> String {
    let date = moment.date();
    let second = moment.second_of_day();
    let mut text = String::new();
    digits(&mut text, u32::from(date.year()), 4);
    digits(&mut text, u32::from(date.month()), 2);
    digits(&mut text, u32::from(date.day()), 2);
    text.push('T');
    digits(&mut text, second / 3600, 2);
    digits(&mut text, second / 60 % 60, 2);
    digits(&mut text, second % 60, 2);
    text
}

/// An offset from UTC, `+0300`; `minutes` ahead of it.
pub fn offset(minutes: i32) -> String {
    let mut text = String::from(if minutes < 0 { "-" } else { "+" });
    digits(&mut text, minutes.unsigned_abs() / 60, 2);
    digits(&mut text, minutes.unsigned_abs() % 60, 2);
    text
}

/// The last `count` digits of a number, zeros before them.
fn digits(text: &mut String, number: u32, count: u32) {
    for place in (0..count).rev() {
        let digit = number / 10u32.pow(place) % 10;
        text.push(char::from(b'0' + digit as u8));
    }
}

/// A text as the value of a property.
pub fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '\n' => escaped.push_str("\\n"),
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// Adds a line, folded so that no part is longer than the standard allows, never within a character.
pub fn fold(file: &mut String, line: &str) {
    let mut octets = 0;
    for c in line.chars() {
        if octets + c.len_utf8() > LINE {
            file.push_str("\r\n ");
            octets = 1;
        }
        file.push(c);
        octets += c.len_utf8();
    }
    file.push_str("\r\n");
}
