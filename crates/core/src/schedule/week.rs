//! The weekly table of open spans, on ordinary days and on public holidays.

use super::civil::{Time, Weekday};

/// A span of open time within a day; `start` is before `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first open minute.
    pub start: Time,
    /// The first minute that is closed again; 24:00 where the day ends open.
    pub end: Time,
}

/// The open spans of each weekday, where it is an ordinary day and where it is a public holiday.
///
/// The rules of the hours are applied to the table one after the other.
pub struct Week {
    ordinary: [Vec<Span>; 7],
    holiday: [Vec<Span>; 7],
}

/// The days that a rule names.
#[derive(Clone, Copy)]
pub(super) struct Days(u8);

impl Days {
    pub(super) const NONE: Days = Days(0);
    /// Every weekday, public holidays included.
    pub(super) const EVERY: Days = Days(0x7f);
    /// Public holidays on any weekday.
    pub(super) const HOLIDAYS: Days = Days(0x80);

    /// The days of both.
    pub(super) fn and(self, other: Days) -> Days {
        Days(self.0 | other.0)
    }

    /// The weekdays from `first` to `last` (0 is Monday), over the end of the week where `last` is before `first`.
    pub(super) fn range(first: usize, last: usize) -> Days {
        let length = (last + 7 - first) % 7;
        (0..=length).fold(Days::NONE, |days, step| days.and(Days(1 << ((first + step) % 7))))
    }

    fn has(self, weekday: usize, holiday: bool) -> bool {
        self.0 >> weekday & 1 == 1 || (holiday && self.0 & Days::HOLIDAYS.0 != 0)
    }
}

impl Week {
    /// A week without open spans.
    pub(super) fn closed() -> Week {
        Week { ordinary: Default::default(), holiday: Default::default() }
    }

    /// The spans of a weekday that is not a holiday, in order, with a gap between any two.
    pub fn on(&self, weekday: Weekday) -> &[Span] {
        &self.ordinary[weekday.index()]
    }

    /// The spans of a weekday that is a public holiday, in order, with a gap between any two.
    pub fn on_holiday(&self, weekday: Weekday) -> &[Span] {
        &self.holiday[weekday.index()]
    }

    /// Adds a span to a weekday (0 is Monday), either as an ordinary day or as a public holiday.
    pub(super) fn add(&mut self, weekday: usize, holiday: bool, span: Span) {
        let table = if holiday { &mut self.holiday } else { &mut self.ordinary };
        if let Some(list) = table.get_mut(weekday) {
            add(list, span);
        }
    }

    /// Replaces the hours of the days by `spans`.
    pub(super) fn open(&mut self, days: Days, spans: &[Span]) {
        self.each(days, |list| {
            list.clear();
            spans.iter().for_each(|&span| add(list, span));
        });
    }

    /// Removes `spans` from the hours of the days.
    pub(super) fn close(&mut self, days: Days, spans: &[Span]) {
        self.each(days, |list| spans.iter().for_each(|&span| cut(list, span)));
    }

    fn each(&mut self, days: Days, mut change: impl FnMut(&mut Vec<Span>)) {
        for (table, holiday) in [(&mut self.ordinary, false), (&mut self.holiday, true)] {
            for (weekday, list) in table.iter_mut().enumerate() {
                if days.has(weekday, holiday) {
                    change(list);
                }
            }
        }
    }
}

/// Adds a span to an ordered list, joined with those that it touches.
fn add(list: &mut Vec<Span>, mut span: Span) {
    list.retain(|other| {
        let apart = other.end < span.start || span.end < other.start;
        if !apart {
            span.start = span.start.min(other.start);
            span.end = span.end.max(other.end);
        }
        apart
    });
    let position = list.iter().take_while(|other| other.start < span.start);
    list.insert(position.count(), span);
}

/// Removes a span from an ordered list.
fn cut(list: &mut Vec<Span>, span: Span) {
    let mut rest = Vec::new();
    for &Span { start, end } in list.iter() {
        let before = Span { start, end: end.min(span.start) };
        let after = Span { start: start.max(span.end), end };
        rest.extend([before, after].into_iter().filter(|s| s.start < s.end));
    }
    *list = rest;
}
