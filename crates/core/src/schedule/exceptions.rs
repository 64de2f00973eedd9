//! The texts beside the hours: public holidays, closed days, additional open days.

use super::civil::{Date, month_and_day};
use super::error::Kind;
use super::rule::{Dates, Days, Effect, Rule};
use super::scanner::{Fault, Scan};
use super::span::Span;
use std::ops::Range;

/// Additional open days and their hours.
pub(super) type Opening = (Dates, Vec<Span>);

/// The yearly public holidays: dates, `02-23`, or ranges of them, `01-01..01-08` (`12-30..01-08` goes over New Year; `02-29` is a holiday
/// in leap years only). `note` gets the index and the error of each text that has one, here as below.
pub(super) fn holidays(texts: &[&str], note: impl FnMut(usize, Fault)) -> Vec<Dates> {
    each(texts, note, |text| range(text, yearly_date))
}

/// The closed days: dates, `2026-12-31`, or ranges of them, `2027-01-01..2027-01-10`.
pub(super) fn closed(texts: &[&str], note: impl FnMut(usize, Fault)) -> Vec<Dates> {
    each(texts, note, dates)
}

/// The additional open days: dates or ranges of them, a space, and hours, `2027-01-09 10:00-14:00`.
pub(super) fn open(texts: &[&str], note: impl FnMut(usize, Fault)) -> Vec<Opening> {
    each(texts, note, |text| {
        let days = dates_of(text);
        let dates = dates(&text[days.clone()])?;
        let mut scan = Scan::new(text, days.end);
        scan.spaces();
        if scan.rest().is_empty() {
            return Err((days, Kind::MissingHours));
        }
        if !scan.digit() {
            return Err(scan.fault(Kind::Sign));
        }
        let mut spans = Vec::new();
        scan.spans(&mut spans)?;
        scan.spaces();
        if scan.rest().is_empty() { Ok((dates, spans)) } else { Err(scan.fault(Kind::AnotherSpan)) }
    })
}

/// Notes each text of `open` that has a date of `closed` or of a text before it. The error is at its dates.
pub(super) fn contradictions(texts: &[&str], open: &[Opening], closed: &[Dates], mut note: impl FnMut(usize, Fault)) {
    let overlaps = |one: &Dates, other: &Dates| one.first <= other.last && other.first <= one.last;
    for (index, ((dates, _), text)) in open.iter().zip(texts).enumerate() {
        if closed.iter().any(|closed| overlaps(closed, dates)) {
            note(index, (dates_of(text), Kind::ClosedToo));
        } else if open[..index].iter().any(|(earlier, _)| overlaps(earlier, dates)) {
            note(index, (dates_of(text), Kind::OpenTwice));
        }
    }
}

/// The rules for closed and additional days.
pub(super) fn rules(closed: Vec<Dates>, open: Vec<Opening>) -> Vec<Rule> {
    let rule = |dates, spans| Rule {
        days: Days { dates, ..Days::default() },
        effect: Effect::Replace,
        spans,
        comment: String::new(),
        off: false,
    };
    let closed = if closed.is_empty() { None } else { Some(rule(closed, Vec::new())) };
    closed.into_iter().chain(open.into_iter().map(|(dates, spans)| rule(vec![dates], spans))).collect()
}

fn each<T>(texts: &[&str], mut note: impl FnMut(usize, Fault), read: impl Fn(&str) -> Result<T, Fault>) -> Vec<T> {
    let mut items = Vec::new();
    for (index, text) in texts.iter().enumerate() {
        match read(text) {
            Ok(item) => items.push(item),
            Err(fault) => note(index, fault),
        }
    }
    items
}

/// The byte range of the dates in an additional day's text: all before the first space.
fn dates_of(text: &str) -> Range<usize> {
    0..text.find(' ').filter(|at| *at > 0).unwrap_or(text.len())
}

/// Dates with a year, in the order of time.
fn dates(text: &str) -> Result<Dates, Fault> {
    let dates = range(text, full_date)?;
    if dates.first <= dates.last { Ok(dates) } else { Err((0..text.len(), Kind::DateOrder)) }
}

/// A date or two with `..` between them; `read` gets each and its position in the text.
fn range(text: &str, read: fn(&str, usize) -> Result<u32, Fault>) -> Result<Dates, Fault> {
    match text.split_once("..") {
        None => read(text, 0).map(|day| Dates { first: day, last: day }),
        Some((first, last)) => Ok(Dates { first: read(first, 0)?, last: read(last, text.len() - last.len())? }),
    }
}

/// Reads `02-23`.
fn yearly_date(text: &str, offset: usize) -> Result<u32, Fault> {
    // A leap year, in which 29 February exists.
    let fields = month_and_day(text).map(|(month, day)| (2024, month, day));
    Ok(numbered(text, offset, fields)? % 10_000)
}

/// Reads `2026-12-31`.
fn full_date(text: &str, offset: usize) -> Result<u32, Fault> {
    numbered(text, offset, Date::fields(text).filter(|(year, ..)| *year > 0))
}

fn numbered(text: &str, offset: usize, fields: Option<(u16, u8, u8)>) -> Result<u32, Fault> {
    let fault = |kind| (offset..offset + text.len(), kind);
    let (year, month, day) = fields.ok_or(fault(Kind::DateShape))?;
    Date::new(year, month, day).map(day_number).ok_or(fault(Kind::NoSuchDate))
}

/// A date as [`Dates`] has it.
pub(super) fn day_number(date: Date) -> u32 {
    u32::from(date.year()) * 10_000 + u32::from(date.month()) * 100 + u32::from(date.day())
}
