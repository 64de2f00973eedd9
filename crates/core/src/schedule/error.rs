//! The errors in the texts of a schedule, and where they are.

use std::ops::Range;

/// An error in the texts of a schedule. The sentence for it is in `guide_content::load`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScheduleError {
    /// The text that has the error.
    pub part: Part,
    /// The byte range of the error in that text; always on character boundaries.
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

/// The kinds of errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// There is nothing but spaces.
    Empty,
    /// There is nothing before, after or between semicolons.
    EmptyRule,
    /// Days without hours and without `off`.
    MissingHours,
    /// A list or a range of days continues with something else.
    DayExpected,
    /// A time without the time at which it ends.
    MissingEnd,
    /// A comma or a hyphen without a time after it.
    TimeExpected,
    /// A time that is not two digits, a colon, two digits.
    TimeShape,
    /// A time that does not exist, or 24:00 as a beginning.
    NoSuchTime,
    /// A span of no length.
    EmptySpan,
    /// A span over midnight: not in this subset.
    Overnight,
    /// Two spans without a comma between them.
    AnotherSpan,
    /// Days after hours without a semicolon between them.
    AnotherRule,
    /// Russian letters, some of which look just like Latin ones.
    Cyrillic,
    /// A dash in place of a hyphen, as some editors write it.
    Dash,
    /// A space where none is allowed, or one that is not the plain space.
    Space,
    /// Days and hours without a space between them.
    Joined,
    /// A known word in the wrong case, or a day's name in full.
    Spelling,
    /// A word that is not in the notation.
    Word,
    /// A character that is not allowed here.
    Sign,
    /// Months or dates in the hours: not in this subset.
    Month,
    /// A year in the hours: not in this subset.
    Year,
    /// Week numbers: not in this subset.
    Week,
    /// School holidays, `SH`: not in this subset.
    SchoolHolidays,
    /// The n-th weekday of a month, `Mo[1]`: not in this subset.
    Nth,
    /// Times of sunrise and sunset: not in this subset.
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
    /// A text that does not have the form of a date (for a holiday: of a date or a range).
    DateShape,
    /// A date that does not exist.
    NoSuchDate,
}
