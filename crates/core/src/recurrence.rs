//! Dates of one weekday as few recurring events of a calendar file (RFC 5545).

use crate::schedule::{Date, Weekday};

/// So many weeks or fortnights in a row may be missing in a recurrence; after more of them another one begins.
const MAX_MISSING: i32 = 8;
/// How many lines of the file an event takes, and an exception from it: one.
const EVENT_LINES: usize = 13;

/// An event that recurs, or one on a single date.
pub struct Series {
    /// Its first date.
    pub first: Date,
    /// How it recurs; `None` for a single date.
    pub recurrence: Option<Recurrence>,
    /// The dates on which it does not take place.
    pub exceptions: Vec<Date>,
}

/// How an event recurs.
pub struct Recurrence {
    /// The frequency, such as `WEEKLY;INTERVAL=2`.
    pub frequency: &'static str,
    /// The days, such as `TU` or `1SA,3SA`.
    pub days: String,
    /// The last date that it may be on.
    pub until: Date,
}

/// Events that together are on exactly these dates, which are in order and all of this weekday; `end` is the last date that the file is
/// about. Of the ways to say it the one with the fewest lines is taken: each week, each second week, or by numbers in the month.
pub fn series(dates: &[Date], weekday: Weekday, end: Date) -> Vec<Series> {
    let lines = |series: &[Series]| series.iter().map(|one| EVENT_LINES + one.exceptions.len()).sum::<usize>();
    let each_week = by_weeks(dates, weekday, end, "WEEKLY", 7);
    // A weekly event with few exceptions needs no comparison.
    if lines(&each_week) <= EVENT_LINES + dates.len() / 4 {
        return each_week;
    }
    let second_weeks = by_weeks(dates, weekday, end, "WEEKLY;INTERVAL=2", 14);
    let monthly = (1..64).map(|numbers| by_month(dates, weekday, end, numbers));
    [each_week, second_weeks].into_iter().chain(monthly).min_by_key(|series| lines(series)).unwrap_or_default()
}

/// Events every so many days.
fn by_weeks(dates: &[Date], weekday: Weekday, end: Date, frequency: &'static str, step: i32) -> Vec<Series> {
    let mut runs: Vec<(Vec<Date>, Vec<Date>)> = Vec::new();
    for date in dates {
        match runs.last_mut() {
            Some((run, missing)) if run.last().is_some_and(|last| continues(*last, *date, step)) => {
                missing.extend(run.last().into_iter().flat_map(|last| between(*last, *date, step)));
                run.push(*date);
            }
            _ => runs.push((vec![*date], Vec::new())),
        }
    }
    let count = runs.len();
    let series = runs.into_iter().enumerate().filter_map(|(index, (run, mut exceptions))| {
        let (first, mut until) = (*run.first()?, *run.last()?);
        if run.len() == 1 {
            return Some(Series { first, recurrence: None, exceptions });
        }
        // The last run goes on to the file's end if that is near.
        if index + 1 == count && until.days_until(end) <= MAX_MISSING * step {
            exceptions.extend(between(until, end.next_day().unwrap_or(end), step));
            until = end;
        }
        let recurrence = Recurrence { frequency, days: day_code(weekday).to_owned(), until };
        Some(Series { first, recurrence: Some(recurrence), exceptions })
    });
    series.collect()
}

fn continues(last: Date, date: Date, step: i32) -> bool {
    let days = last.days_until(date);
    days % step == 0 && days / step <= MAX_MISSING
}

/// The dates that are whole steps after `last` and before `end`.
fn between(last: Date, end: Date, step: i32) -> impl Iterator<Item = Date> {
    std::iter::successors(last.days_later(step), move |date| date.days_later(step)).take_while(move |date| *date < end)
}

/// One event on the weekdays with these numbers in the month, as bits (the first is 1, the fifth 16, the last 32), and one for each date
/// that has another number.
fn by_month(dates: &[Date], weekday: Weekday, end: Date, numbers: u8) -> Vec<Series> {
    let has_number =
        |date: &Date| numbers >> ((date.day() - 1) / 7) & 1 == 1 || numbers & 32 != 0 && date.is_last_weekday();
    let (fitting, others): (Vec<Date>, Vec<Date>) = dates.iter().partition(|date| has_number(date));
    let single = |date| Series { first: date, recurrence: None, exceptions: Vec::new() };
    let mut series: Vec<Series> = Vec::new();
    if let [first, _, ..] = fitting[..] {
        let exceptions = between(first, end.next_day().unwrap_or(end), 7)
            .filter(|date| has_number(date) && fitting.binary_search(date).is_err());
        let codes = (0..6).filter(|bit| numbers >> bit & 1 == 1).map(|bit| match bit {
            5 => format!("-1{}", day_code(weekday)),
            _ => format!("{}{}", bit + 1, day_code(weekday)),
        });
        let days = codes.collect::<Vec<_>>().join(",");
        let recurrence = Recurrence { frequency: "MONTHLY", days, until: end };
        series.push(Series { first, recurrence: Some(recurrence), exceptions: exceptions.collect() });
        series.extend(others.into_iter().map(single));
    } else {
        series.extend(dates.iter().copied().map(single));
    }
    series
}

/// A weekday as the standard writes it.
pub fn day_code(weekday: Weekday) -> &'static str {
    ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][weekday.index()]
}
