//! The schedule: whether the hotline is open at a moment, and until when.

use super::civil::{Date, Moment, Time};
use super::error::{Kind, Part, ScheduleError};
use super::holidays::Holidays;
use super::parser;
use super::week::{Span, Week};

/// How many days ahead a change is searched for: forty years. In any forty years each date, 29 February included, falls on each
/// weekday, so a status that does not change within them never does, unless by a closed date still later.
const HORIZON: u32 = 40 * 366;

/// The opening hours with public holidays and closed dates.
pub struct Schedule {
    pub(super) week: Week,
    pub(super) holidays: Holidays,
    pub(super) closed: Vec<Date>,
}

impl Default for Schedule {
    /// Never open.
    fn default() -> Schedule {
        Schedule { week: Week::closed(), holidays: Holidays::none(), closed: Vec::new() }
    }
}

/// The state at a moment, and when it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Open.
    Open {
        /// The first moment that is closed again; `None` where there is none, as with `24/7`.
        until: Option<Moment>,
    },
    /// Closed.
    Closed {
        /// The first moment that is open again; `None` where there is none, as with `off`.
        opens: Option<Moment>,
    },
}

impl Status {
    /// Whether it is open.
    pub fn is_open(self) -> bool {
        matches!(self, Status::Open { .. })
    }

    /// The moment of the next change; `None` where there is none.
    pub fn next_change(self) -> Option<Moment> {
        match self {
            Status::Open { until: change } | Status::Closed { opens: change } => change,
        }
    }
}

impl Schedule {
    /// Parses the three texts of a schedule.
    ///
    /// - `hours`: a subset of OpenStreetMap's `opening_hours`: `Tu,Th 13:00-16:30; PH off`.
    /// - `holidays`: the days that `PH` means, each a yearly date, `02-23`, or a range of them, `01-01..01-08`.
    /// - `closed`: single dates, `2026-12-31`, which are closed in any case.
    ///
    /// The error is the first one, with its text and its byte range.
    pub fn parse(hours: &str, holidays: &[&str], closed: &[&str]) -> Result<Schedule, ScheduleError> {
        let wrong = |part| move |(at, kind)| ScheduleError { part, at, kind };
        let mut schedule = Schedule {
            week: parser::parse(hours).map_err(wrong(Part::Hours))?,
            holidays: Holidays::none(),
            closed: Vec::new(),
        };
        for (index, text) in holidays.iter().enumerate() {
            let added = schedule.holidays.add(text);
            added.map_err(wrong(Part::Holiday(index)))?;
        }
        for (index, text) in closed.iter().enumerate() {
            let fault = |kind| wrong(Part::Closed(index))((0..text.len(), kind));
            let (year, month, day) = Date::fields(text).ok_or(fault(Kind::DateShape))?;
            let date = Date::new(year, month, day).ok_or(fault(Kind::NoSuchDate))?;
            schedule.closed.push(date);
        }
        Ok(schedule)
    }

    /// Whether it is open at `now`, and until when.
    pub fn status(&self, now: Moment) -> Status {
        let second = now.second_of_day();
        let open = self.spans(now.date()).iter().any(|span| {
            // A span includes its start and not its end.
            span.start.seconds() <= second && second < span.end.seconds()
        });
        let change = self.change(now, open);
        if open { Status::Open { until: change } } else { Status::Closed { opens: change } }
    }

    /// The first moment after `now` whose state is not `open`, which is that of `now`.
    fn change(&self, now: Moment, open: bool) -> Option<Moment> {
        let (mut date, mut second) = (now.date(), now.second_of_day());
        for _ in 0..HORIZON {
            let ahead = |span: &&Span| span.end.seconds() > second;
            match self.spans(date).iter().find(ahead) {
                Some(span) if !open => return Moment::at(date, span.start),
                // Open until midnight: the next day may begin open.
                Some(span) if span.start.seconds() <= second && span.end == Time::END => {}
                Some(span) if span.start.seconds() <= second => {
                    return Moment::at(date, span.end);
                }
                _ if open => return Moment::new(date, second),
                _ => {}
            }
            (date, second) = (date.next_day()?, 0);
        }
        None
    }

    /// The open spans of a date, in order, with holidays and closed dates taken into account.
    pub fn spans(&self, date: Date) -> &[Span] {
        if self.closed.contains(&date) {
            &[]
        } else if self.holidays.contains(date) {
            self.week.on_holiday(date.weekday())
        } else {
            self.week.on(date.weekday())
        }
    }

    /// The hours of the week.
    pub fn hours(&self) -> &Week {
        &self.week
    }

    /// The yearly public holidays.
    pub fn holidays(&self) -> &Holidays {
        &self.holidays
    }

    /// The single closed dates, in the order in which they were given.
    pub fn closed(&self) -> &[Date] {
        &self.closed
    }

    /// The same schedule without its single closed dates.
    pub fn without_closed(self) -> Schedule {
        Schedule { closed: Vec::new(), ..self }
    }

    /// The last year for which a closed date is given; `None` where there is none. Days off are decreed year by year, so for a later
    /// year the page advises to ask.
    pub fn last_closed_year(&self) -> Option<u16> {
        self.closed.iter().map(|date| date.year()).max()
    }
}
