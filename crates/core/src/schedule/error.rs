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
    /// The closed date or range with this index, from 0.
    Closed(usize),
    /// The additional open date or range with this index, from 0.
    Open(usize),
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
    /// The hours are longer than any office needs.
    TooLong,
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
    /// A month in full or in the wrong case, or `week` in the wrong case.
    MonthSpelling,
    /// Months, dates or weeks after the weekdays or the hours.
    Order,
    /// A list or a range of dates continues with something else.
    DateExpected,
    /// A range of dates of which only one end has a day, or only the last a year.
    DateRange,
    /// A range of dates that ends before it begins.
    DateOrder,
    /// A year that does not belong to a date.
    Year,
    /// A week that is none, or a range of weeks that ends before it begins.
    Week,
    /// Easter: not in this subset.
    Easter,
    /// Public holidays in the hours, of which none is given.
    NoHolidays,
    /// School holidays, `SH`: not in this subset.
    SchoolHolidays,
    /// The number of a weekday in the month that is none of `Mo[1]`, `Mo[1,3]`, `Mo[1-2]`, `Mo[-1]`.
    Nth,
    /// A number in the month of a range of weekdays, `Mo-Fr[1]`.
    NthOfRange,
    /// Times of sunrise and sunset: not in this subset.
    Sun,
    /// An open end, `13:00+`, or a shifted day, `PH +1 day`: not in this subset.
    Plus,
    /// A quoted comment that is empty, not closed, or not at the end of its rule.
    Comment,
    /// Fallback rules, `||`: not in this subset.
    Fallback,
    /// Times at intervals, `10:00-16:00/01:30`: not in this subset.
    Interval,
    /// The words `open` and `unknown`: not in this subset.
    State,
    /// A text that does not have the form of a date or a range.
    DateShape,
    /// An additional open day that is also a closed one.
    ClosedToo,
    /// An additional open day that another text has already.
    OpenTwice,
    /// A date that does not exist.
    NoSuchDate,
}
