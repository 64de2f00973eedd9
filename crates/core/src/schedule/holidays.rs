//! Public holidays on the same dates each year.

use super::civil::{Date, month_and_day};
use super::error::Kind;
use std::ops::Range;

/// A set of yearly dates.
pub struct Holidays(Vec<Yearly>);

/// The days from one month and day to another, both included; over New Year where the last is before the first.
struct Yearly {
    first: (u8, u8),
    last: (u8, u8),
}

impl Holidays {
    /// No holidays.
    pub(super) fn none() -> Holidays {
        Holidays(Vec::new())
    }

    /// Adds a date, `02-23`, or a range, `01-01..01-08` (both ends included; `12-30..01-08` goes over New Year). `02-29` is
    /// a holiday in leap years only. The error has the byte range that it is about.
    pub(super) fn add(&mut self, text: &str) -> Result<(), (Range<usize>, Kind)> {
        let (first, last) = match text.split_once("..") {
            None => {
                let day = yearly_date(text, 0)?;
                (day, day)
            }
            Some((first, last)) => (yearly_date(first, 0)?, yearly_date(last, text.len() - last.len())?),
        };
        self.put(first, last);
        Ok(())
    }

    /// Adds the days from `first` to `last`, each a month and a day of it.
    pub(super) fn put(&mut self, first: (u8, u8), last: (u8, u8)) {
        self.0.push(Yearly { first, last });
    }

    /// The first and the last day of each range.
    pub(super) fn ranges(&self) -> impl Iterator<Item = ((u8, u8), (u8, u8))> {
        self.0.iter().map(|Yearly { first, last }| (*first, *last))
    }

    /// Whether a date is a holiday.
    pub fn contains(&self, date: Date) -> bool {
        let day = (date.month(), date.day());
        self.0.iter().any(
            |Yearly { first, last }| {
                if first <= last { *first <= day && day <= *last } else { *first <= day || day <= *last }
            },
        )
    }
}

/// Reads `02-23`; `offset` is the position of the text in the whole one.
fn yearly_date(text: &str, offset: usize) -> Result<(u8, u8), (Range<usize>, Kind)> {
    let at = offset..offset + text.len();
    let Some((month, day)) = month_and_day(text) else {
        return Err((at, Kind::DateShape));
    };
    // A leap year, in which 29 February exists.
    match Date::new(2024, month, day) {
        Some(_) => Ok((month, day)),
        None => Err((at, Kind::NoSuchDate)),
    }
}
