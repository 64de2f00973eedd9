//! The syntax of iCalendar files (RFC 5545): lines, texts, times, offsets.

use crate::schedule::Moment;

/// When the alarm goes off, relative to the start of its event: ten minutes before.
pub const ALARM_TRIGGER: &str = "-PT10M";
/// The most octets of a line; a longer one is folded.
const MAX_LINE_OCTETS: usize = 75;

/// A moment as a local date and time, `20261124T130000`.
pub fn date_time(moment: Moment) -> String {
    let date = moment.date();
    let second = moment.second_of_day();
    let mut text = String::new();
    push_digits(&mut text, u32::from(date.year()), 4);
    push_digits(&mut text, u32::from(date.month()), 2);
    push_digits(&mut text, u32::from(date.day()), 2);
    text.push('T');
    push_digits(&mut text, second / 3600, 2);
    push_digits(&mut text, second / 60 % 60, 2);
    push_digits(&mut text, second % 60, 2);
    text
}

/// An offset from UTC, `+0300`; `minutes` ahead of it.
pub fn utc_offset(minutes: i32) -> String {
    let mut text = String::from(if minutes < 0 { "-" } else { "+" });
    push_digits(&mut text, minutes.unsigned_abs() / 60, 2);
    push_digits(&mut text, minutes.unsigned_abs() % 60, 2);
    text
}

/// Adds the last `count` digits of a number, with leading zeros.
fn push_digits(text: &mut String, number: u32, count: u32) {
    for place in (0..count).rev() {
        let digit = number / 10u32.pow(place) % 10;
        text.push(char::from(b'0' + digit as u8));
    }
}

/// Escapes a text for the value of a property.
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

/// Adds a line, folded between characters where it is longer than the standard allows.
pub fn push_line(file: &mut String, line: &str) {
    let mut octets = 0;
    for c in line.chars() {
        if octets + c.len_utf8() > MAX_LINE_OCTETS {
            file.push_str("\r\n ");
            octets = 1;
        }
        file.push(c);
        octets += c.len_utf8();
    }
    file.push_str("\r\n");
}
