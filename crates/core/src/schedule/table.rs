//! The schedule: whether a contact is open at a moment, and until when.

use super::civil::{Date, Moment};
use super::error::{Part, ScheduleError};
use super::rule::{Dates, Rule, Weekdays};
use super::span::{Span, add};
use super::{Weekday, exceptions, parser};

/// How many days ahead a change is searched for: forty years. In any forty years each date, 29 February included, falls on each
/// weekday and into each week that it can, so a status that does not change within them never does, unless by a date of a year still later.
const HORIZON: u32 = 40 * 366;
/// The same where no rule is about dates or weeks: each weekday with each number in the month comes within that time.
const UNDATED_HORIZON: u32 = 366;

/// The opening hours, with public holidays, closed and additional days.
///
/// The default one is never open.
#[derive(Clone, Default)]
pub struct Schedule {
    pub(super) rules: Vec<Rule>,
    /// What the rules call `PH`.
    pub(super) holidays: Vec<Dates>,
    /// Closed days, then additional ones: rules for single dates, which come after all others.
    pub(super) exceptions: Vec<Rule>,
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
    /// Parses the texts of a schedule.
    ///
    /// - `hours`: a subset of OpenStreetMap's `opening_hours`: `Tu,Th 13:00-16:30; PH off`.
    /// - `holidays`: the days that `PH` means, each a yearly date, `02-23`, or a range of them, `01-01..01-08`.
    /// - `closed`: single dates, `2026-12-31`, or ranges, `2027-01-01..2027-01-10`, which are closed in any case.
    /// - `open`: the same with hours, `2027-01-09 10:00-14:00`, which hold on these dates in place of all others.
    ///
    /// A date both closed and open is an error, so neither needs to come before the other. The errors are the first of each text, or else
    /// what is wrong between the texts; there is at least one.
    pub fn parse(
        hours: &str,
        holidays: &[&str],
        closed: &[&str],
        open: &[&str],
    ) -> Result<Schedule, Vec<ScheduleError>> {
        let mut errors = Vec::new();
        let mut note = |part, (at, kind)| errors.push(ScheduleError { part, at, kind });
        let parsed = parser::parse(hours).map_err(|fault| note(Part::Hours, fault)).unwrap_or_default();
        let yearly = exceptions::holidays(holidays, |index, fault| note(Part::Holiday(index), fault));
        let dates = exceptions::closed(closed, |index, fault| note(Part::Closed(index), fault));
        let openings = exceptions::open(open, |index, fault| note(Part::Open(index), fault));
        if errors.is_empty() {
            let mut note = |part, (at, kind)| errors.push(ScheduleError { part, at, kind });
            if let Some(at) = parsed.holidays.filter(|_| holidays.is_empty()) {
                note(Part::Hours, (at, super::Kind::NoHolidays));
            }
            exceptions::contradictions(open, &openings, &dates, |index, fault| note(Part::Open(index), fault));
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        Ok(Schedule { rules: parsed.rules, holidays: yearly, exceptions: exceptions::rules(dates, openings) })
    }

    /// Whether it is open at `now`, and until when.
    pub fn status(&self, now: Moment) -> Status {
        let second = now.seconds_since_1970();
        // Where the open time that `now` is in ends, as far as it is known.
        let mut until = None;
        let mut date = now.date();
        if let Some(yesterday) = date.previous_day() {
            date = yesterday;
        }
        let undated = |rule: &Rule| rule.days.dates.is_empty() && rule.days.weeks.is_empty();
        let is_undated = self.holidays.is_empty() && self.rules.iter().chain(&self.exceptions).all(undated);
        for _ in 0..if is_undated { UNDATED_HORIZON } else { HORIZON } {
            let Some(midnight) = Moment::new(date, 0).map(Moment::seconds_since_1970) else { break };
            if let Some(end) = until.filter(|end| *end < midnight) {
                return Status::Open { until: Moment::since_1970(end) };
            }
            for span in self.spans(date) {
                // A span includes its start and not its end.
                let (start, end) =
                    (midnight + i64::from(span.start.seconds()), midnight + i64::from(span.end.seconds()));
                match until {
                    None if start > second => return Status::Closed { opens: Moment::since_1970(start) },
                    None if end > second => until = Some(end),
                    Some(reached) if start > reached => return Status::Open { until: Moment::since_1970(reached) },
                    Some(reached) => until = Some(reached.max(end)),
                    None => {}
                }
            }
            let Some(next) = date.next_day() else {
                // The calendar ends: what is open to its end has no change.
                return until
                    .map_or(Status::Closed { opens: None }, |end| Status::Open { until: Moment::since_1970(end) });
            };
            date = next;
        }
        if until.is_some() { Status::Open { until: None } } else { Status::Closed { opens: None } }
    }

    /// The open spans that begin on a date, in order, with a gap between any two; holidays, closed and additional days are taken into
    /// account. A span may go on after midnight, and then it may overlap those of the next day.
    pub fn spans(&self, date: Date) -> Vec<Span> {
        let mut spans = Vec::new();
        for rule in self.rules.iter().chain(&self.exceptions) {
            rule.apply(&mut spans, date, &self.holidays);
        }
        spans
    }

    /// Every span that some rule or additional day has for such a weekday, in some week, joined where they touch.
    pub fn possible_spans(&self, weekday: Weekday) -> Vec<Span> {
        let mut spans = Vec::new();
        for rule in self.rules.iter().chain(&self.exceptions).filter(|rule| rule.effect != super::Effect::Cut) {
            let days = &rule.days.weekdays;
            let fits = |days: &Weekdays| days.days & (Weekdays::HOLIDAYS | 1 << weekday.index()) != 0;
            if days.is_empty() || days.iter().any(fits) {
                rule.spans.iter().for_each(|span| add(&mut spans, *span));
            }
        }
        spans
    }

    /// The rules of the hours, in order.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The same schedule without its closed and additional days.
    pub fn without_closed(self) -> Schedule {
        Schedule { exceptions: Vec::new(), ..self }
    }

    /// The last year for which a closed or an additional day is given; `None` where there is none. Days off are decreed year by year, so
    /// for a later year the page advises to ask.
    pub fn last_closed_year(&self) -> Option<u16> {
        let dates = self.exceptions.iter().flat_map(|rule| &rule.days.dates);
        dates.filter_map(|dates| Dates::year(dates.last)).max()
    }
}
