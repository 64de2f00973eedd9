//! One rule of the hours: the days that it names, and what it does to their open spans.

use super::civil::Date;
use super::span::{Span, add, cut};

/// A rule: it is applied to each day that it names, after the rules before it.
#[derive(Clone)]
pub struct Rule {
    /// The days that it names.
    pub days: Days,
    /// What it does to them.
    pub effect: Effect,
    /// The spans, in order and apart from each other.
    pub spans: Vec<Span>,
    /// The quoted comment; empty where there is none. Not among the numbers that the document carries.
    pub comment: String,
    /// Whether it says that its days, or its spans, are closed. A rule with a comment alone does not. Not among the numbers either.
    pub off: bool,
}

/// What a rule does to the open time of a day that it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Its spans replace those of the day; without spans the day is closed. The rest of a span that began on the day before stays.
    Replace,
    /// Its spans are added.
    Add,
    /// Its spans are closed, whichever day the open time began on.
    Cut,
}

/// Days: those that fit all three lists, in each of which one item must fit. A list without items fits every day.
#[derive(Clone, Default, Debug, PartialEq, Eq)]
pub struct Days {
    /// Days of the week and public holidays.
    pub weekdays: Vec<Weekdays>,
    /// Dates.
    pub dates: Vec<Dates>,
    /// Weeks of the year.
    pub weeks: Vec<Weeks>,
}

/// Days of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weekdays {
    /// A bit for each: Monday 1, Sunday 64, public holidays on whatever day 128.
    pub days: u8,
    /// Which of them in a month: a bit for each from the first, 1, to the fifth, 16; 32 for the last. It does not apply to holidays.
    pub nth: u8,
}

impl Weekdays {
    /// The bit of public holidays.
    pub const HOLIDAYS: u8 = 128;
    /// Each of the month.
    pub const EACH: u8 = 63;
    /// The bit of the last of a month.
    pub(super) const LAST: u8 = 32;

    fn contains(self, date: Date, holidays: &[Dates]) -> bool {
        let fits =
            |nth: u8| nth >> ((date.day() - 1) / 7) & 1 == 1 || nth & Weekdays::LAST != 0 && date.is_last_weekday();
        self.days >> date.weekday().index() & 1 == 1 && (self.nth == Weekdays::EACH || fits(self.nth))
            || self.days & Weekdays::HOLIDAYS != 0 && holidays.iter().any(|dates| dates.contains(date))
    }
}

/// The days from the first to the last, both included.
///
/// A yearly day is `month × 100 + day`, and of two yearly days the last may be the earlier one, over New Year. A day of a certain year is
/// `year × 10 000` more. Both are of the same kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dates {
    /// The first day.
    pub first: u32,
    /// The last day.
    pub last: u32,
}

impl Dates {
    /// The year of a day; `None` for a yearly one.
    pub fn year(day: u32) -> Option<u16> {
        u16::try_from(day / 10_000).ok().filter(|year| *year > 0)
    }

    /// Whether a date is one of them.
    pub fn contains(self, date: Date) -> bool {
        let Dates { first, last } = self;
        let year = if first < 10_000 { 0 } else { u32::from(date.year()) };
        let day = year * 10_000 + u32::from(date.month()) * 100 + u32::from(date.day());
        if first <= last { first <= day && day <= last } else { first <= day || day <= last }
    }
}

/// Weeks by their number in the year (ISO 8601): the first, and each `step`-th after it up to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "explained above")]
pub struct Weeks {
    pub first: u8,
    pub last: u8,
    pub step: u8,
}

impl Weeks {
    fn contains(self, date: Date) -> bool {
        let week = date.week();
        (self.first..=self.last).contains(&week) && (week - self.first).is_multiple_of(self.step)
    }
}

impl Days {
    /// Whether a date is one of them.
    pub(super) fn contains(&self, date: Date, holidays: &[Dates]) -> bool {
        fits(&self.weekdays, |days| days.contains(date, holidays))
            && fits(&self.dates, |dates| dates.contains(date))
            && fits(&self.weeks, |weeks| weeks.contains(date))
    }
}

fn fits<T: Copy>(list: &[T], fits: impl Fn(T) -> bool) -> bool {
    list.is_empty() || list.iter().any(|item| fits(*item))
}

impl Rule {
    /// Applies the rule to the spans that begin on a date.
    pub(super) fn apply(&self, spans: &mut Vec<Span>, date: Date, holidays: &[Dates]) {
        if self.effect == Effect::Cut {
            // What is closed by the clock is closed in spans of the day before too, and may itself go on after midnight.
            for (day, minutes) in [(date.previous_day(), -1440), (Some(date), 0), (date.next_day(), 1440)] {
                if day.is_some_and(|day| self.days.contains(day, holidays)) {
                    self.spans.iter().for_each(|span| cut(spans, span.shifted(minutes)));
                }
            }
        } else if self.days.contains(date, holidays) {
            if self.effect == Effect::Replace {
                spans.clear();
            }
            self.spans.iter().for_each(|span| add(spans, *span));
        }
    }
}
