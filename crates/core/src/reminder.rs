//! A reminder to call: the next opening of a contact as a calendar file (RFC 5545) with an alarm.

use crate::ical::{ALARM_TRIGGER, date_time, escape, push_line, utc_offset};
use crate::schedule::{Moment, Schedule, Status};

/// A time at which a contact opens, and when it closes again.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Opening {
    /// The first open moment.
    pub from: Moment,
    /// The first moment that is closed again.
    pub to: Moment,
}

/// The first opening after `now`, even while it is open. `None` where it never opens again, or never closes then.
pub fn next_opening(schedule: &Schedule, now: Moment) -> Option<Opening> {
    let from = match schedule.status(now) {
        Status::Closed { opens } => opens?,
        Status::Open { until } => schedule.status(until?).next_change()?,
    };
    let to = schedule.status(from).next_change()?;
    Some(Opening { from, to })
}

/// What the calendar file of a reminder is made from.
pub struct Reminder<'t> {
    /// When to call.
    pub opening: Opening,
    /// The IANA name of the time zone of `opening`.
    pub zone: &'t str,
    /// The offset of that zone at the opening, in minutes ahead of UTC.
    pub offset: i32,
    /// When the file was made, in UTC.
    pub made: Moment,
    /// The title of the event.
    pub summary: &'t str,
    /// The text of the event.
    pub description: &'t str,
}

impl Reminder<'_> {
    /// The file's text.
    pub fn ics(&self) -> String {
        let start = date_time(self.opening.from);
        let offset = utc_offset(self.offset);
        let local = |key: &str, moment| [key, ";TZID=", self.zone, ":", &date_time(moment)].concat();
        let mut file = String::new();
        let mut line = |text: &str| push_line(&mut file, text);
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//navigator-guide//EN");
        // Apple's calendar needs a definition of the zone; one event needs one offset only.
        line("BEGIN:VTIMEZONE");
        line(&["TZID:", self.zone].concat());
        line("BEGIN:STANDARD");
        line("DTSTART:19700101T000000");
        line(&["TZOFFSETFROM:", &offset].concat());
        line(&["TZOFFSETTO:", &offset].concat());
        line("END:STANDARD");
        line("END:VTIMEZONE");
        line("BEGIN:VEVENT");
        // A second reminder of the same opening replaces the first, unless it is about another number.
        let number: String = self.summary.chars().filter(char::is_ascii_digit).collect();
        line(&["UID:", &start, "-", &number, "@navigator-guide"].concat());
        line(&["DTSTAMP:", &date_time(self.made), "Z"].concat());
        line(&local("DTSTART", self.opening.from));
        line(&local("DTEND", self.opening.to));
        line(&["SUMMARY:", &escape(self.summary)].concat());
        line(&["DESCRIPTION:", &escape(self.description)].concat());
        line("BEGIN:VALARM");
        line("ACTION:DISPLAY");
        line(&["TRIGGER:", ALARM_TRIGGER].concat());
        line(&["DESCRIPTION:", &escape(self.summary)].concat());
        line("END:VALARM");
        line("END:VEVENT");
        line("END:VCALENDAR");
        file
    }
}
