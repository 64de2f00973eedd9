//! What can be wrong with a schedule's texts, and where.

use std::ops::Range;

/// A text that is no schedule: which text, which bytes of it, and why.
///
/// The words for it are a native matter (`explain`), so that the phone does not carry them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScheduleError {
    /// The text at fault.
    pub part: Part,
    /// The bytes of that text to point at; always on character borders.
    pub at: Range<usize>,
    /// What is wrong there.
    pub kind: Kind,
}

/// Which of the texts given to [`Schedule::parse`](super::Schedule::parse).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The opening hours.
    Hours,
    /// The holiday with this index, from 0.
    Holiday(usize),
    /// The closed date with this index, from 0.
    Closed(usize),
}

/// The ways to go wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// There is nothing but spaces.
    Empty,
    /// Nothing stands before, after or between semicolons.
    EmptyRule,
    /// Days without hours and without `off`.
    MissingHours,
    /// A list of days or a range of days does not go on with a day.
    DayExpected,
    /// A time without the time at which it ends.
    MissingEnd,
    /// A comma or a hyphen after which no time comes.
    TimeExpected,
    /// A time that is not two digits, a colon, two digits.
    TimeShape,
    /// A time that no clock shows, or 24:00 as a beginning.
    NoSuchTime,
    /// A span that ends when it begins.
    EmptySpan,
    /// A span over midnight: the notation has it, this subset has not.
    Overnight,
    /// Two spans with no comma between.
    AnotherSpan,
    /// Days after hours with no semicolon between.
    AnotherRule,
    /// Russian letters, some of which look just like Latin ones.
    Cyrillic,
    /// A long dash, which an editor likes to put in a hyphen's place.
    Dash,
    /// A space where none may be, or a space of an odd kind.
    Space,
    /// Days and hours with no space between.
    Joined,
    /// A known word in the wrong case, or a day's name in full.
    Spelling,
    /// A word that the notation has not.
    Word,
    /// A sign that has no place here.
    Sign,
    /// Months or dates in the hours: not in this subset.
    Month,
    /// A year in the hours: not in this subset.
    Year,
    /// Week numbers: not in this subset.
    Week,
    /// School holidays, `SH`: not in this subset.
    SchoolHolidays,
    /// The n-th such day of a month, `Mo[1]`: not in this subset.
    Nth,
    /// Times that follow the sun: not in this subset.
    Sun,
    /// An open end, `13:00+`, or a shifted day, `PH +1 day`: not in this subset.
    Plus,
    /// Quoted comments: not in this subset.
    Comment,
    /// Fallback rules, `||`: not in this subset.
    Fallback,
    /// Times at intervals, `10:00-16:00/01:30`: not in this subset.
    Interval,
    /// The words `open` and `unknown`: not in this subset.
    State,
    /// A text that is not in the shape of a date (for a holiday: of a date or a range).
    DateShape,
    /// A date that no calendar has.
    NoSuchDate,
}
