//! A reminder to call: an iCalendar file (RFC 5545) with the next opening and an alarm before it.

use crate::ical::{ALARM, escape, fold, offset, stamp};
use crate::schedule::{Moment, Schedule, Status};

/// The next time the hotline opens, and when it closes again.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Opening {
    pub from: Moment,
    pub to: Moment,
}

/// The first opening after `now`; while it is open, that is the next one. `None` where none comes, or none that ends.
pub fn next_opening(schedule: &Schedule, now: Moment) -> Option<Opening> {
    let from = match schedule.status(now) {
        Status::Closed { opens } => opens?,
        Status::Open { until } => schedule.status(until?).next_change()?,
    };
    let to = schedule.status(from).next_change()?;
    Some(Opening { from, to })
}

/// What a calendar says of a call.
pub struct Reminder<'t> {
    pub opening: Opening,
    /// IANA name of the zone that `opening` is told in.
    pub zone: &'t str,
    /// How far that zone is ahead of UTC at the opening, in minutes.
    pub offset: i32,
    /// When the file is made, in UTC.
    pub made: Moment,
    pub summary: &'t str,
    pub description: &'t str,
}

impl Reminder<'_> {
    /// The file's text.
    pub fn ics(&self) -> String {
        let start = stamp(self.opening.from);
        let offset = offset(self.offset);
        let local = |key: &str, moment| [key, ";TZID=", self.zone, ":", &stamp(moment)].concat();
        let mut file = String::new();
        let mut line = |text: &str| fold(&mut file, text);
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//navigator-guide//RU");
        // Apple's calendar wants the zone spelt out; one offset is all that one event needs.
        line("BEGIN:VTIMEZONE");
        line(&["TZID:", self.zone].concat());
        line("BEGIN:STANDARD");
        line("DTSTART:19700101T000000");
        line(&["TZOFFSETFROM:", &offset].concat());
        line(&["TZOFFSETTO:", &offset].concat());
        line("END:STANDARD");
        line("END:VTIMEZONE");
        line("BEGIN:VEVENT");
        // The same opening is the same event, however often it is asked for.
        line(&["UID:", &start, "-call@navigator-guide"].concat());
        line(&["DTSTAMP:", &stamp(self.made), "Z"].concat());
        line(&local("DTSTART", self.opening.from));
        line(&local("DTEND", self.opening.to));
        line(&["SUMMARY:", &escape(self.summary)].concat());
        line(&["DESCRIPTION:", &escape(self.description)].concat());
        line("BEGIN:VALARM");
        line("ACTION:DISPLAY");
        line(&["TRIGGER:", ALARM].concat());
        line(&["DESCRIPTION:", &escape(self.summary)].concat());
        line("END:VALARM");
        line("END:VEVENT");
        line("END:VCALENDAR");
        file
    }
}
