//! The hours of a contact as a calendar file (RFC 5545): each span of a weekday is a recurring event with an alarm.
//!
//! Which dates have a span is taken from [`Schedule::spans`], day by day, and then put into as few events as possible, with exceptions
//! such as holidays. So the file has exactly the hours of the schedule, whatever its rules are.

use crate::ical::{ALARM_TRIGGER, date_time, escape, push_line, utc_offset};
use crate::recurrence::{Recurrence, Series, day_code, series};
use crate::schedule::{Date, Moment, Schedule, Span, Time, Weekday};
use crate::zone::Zone;

/// Whether a contact is ever open from this day on, so that its hours can be a calendar file.
pub fn has_calendar(schedule: &Schedule, first: Date) -> bool {
    let status = Moment::at(first, Time::START).map(|first| schedule.status(first));
    status.is_some_and(|status| status.is_open() || status.next_change().is_some())
}

/// What the calendar file of a hotline is made from.
pub struct Calendar<'t> {
    /// The hours.
    pub schedule: &'t Schedule,
    /// The first and the last day that the file is about.
    pub days: (Date, Date),
    /// The time zone of the hours.
    pub zone: &'t Zone,
    /// The IANA name of the zone.
    pub zone_name: &'t str,
    /// Distinguishes the hotline's events from those of others: letters and digits, such as its number.
    pub id: &'t str,
    /// The title of each event.
    pub summary: &'t str,
    /// The text of each event.
    pub description: &'t str,
}

/// A span of open time on a date.
struct Occurrence {
    date: Date,
    span: Span,
    /// Whether it is closed before, so that the beginning is worth an alarm.
    begins_closed: bool,
}

impl Calendar<'_> {
    /// The file's text. `None` where the hotline is never open.
    pub fn ics(&self) -> Option<String> {
        let occurrences = self.occurrences();
        let mut events = String::new();
        for weekday in Weekday::ALL {
            let of_weekday = occurrences.iter().filter(|one| one.date.weekday() == weekday);
            self.push_events(&mut events, weekday, &of_weekday.collect::<Vec<_>>())?;
        }
        if events.is_empty() {
            return None;
        }
        let mut file = String::new();
        for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//navigator-guide//EN"] {
            push_line(&mut file, line);
        }
        self.push_time_zone(&mut file)?;
        file.push_str(&events);
        push_line(&mut file, "END:VCALENDAR");
        Some(file)
    }

    fn dates(&self) -> impl Iterator<Item = Date> + use<> {
        let (first, last) = self.days;
        std::iter::successors(Some(first), |date| date.next_day()).take_while(move |date| *date <= last)
    }

    /// The open time of each date in order. What the day before has open already is left out.
    fn occurrences(&self) -> Vec<Occurrence> {
        let end = |date| self.schedule.spans(date).last().map_or(0, |span| span.end.seconds());
        let day = Time::END.seconds();
        let mut open_until = self.days.0.previous_day().map_or(0, end).checked_sub(day);
        let mut occurrences = Vec::new();
        for date in self.dates() {
            for mut span in self.schedule.spans(date) {
                let begins_closed = open_until.is_none_or(|until| until < span.start.seconds());
                if let Some(until) = open_until.filter(|_| !begins_closed) {
                    span.start = Time::new((until / 3600) as u8, (until / 60 % 60) as u8).unwrap_or(span.start);
                }
                if span.start < span.end {
                    occurrences.push(Occurrence { date, span, begins_closed });
                }
            }
            open_until = end(date).checked_sub(day);
        }
        occurrences
    }

    /// Whether no clocks are changed during a span on a date: a recurring event lasts equally long each time.
    fn is_regular(&self, one: &Occurrence) -> bool {
        let offset = |time| Moment::at(one.date, time).map(|moment| self.zone.offset_at(moment));
        offset(one.span.start) == offset(one.span.end)
    }

    /// Adds the events of one weekday, the most frequent times first. `None` for a moment after the year 9999, here as below.
    fn push_events(&self, file: &mut String, weekday: Weekday, occurrences: &[&Occurrence]) -> Option<()> {
        let mut kinds: Vec<(Span, Vec<Date>)> = Vec::new();
        for one in occurrences.iter().filter(|one| self.is_regular(one)) {
            match kinds.iter_mut().find(|(span, _)| *span == one.span) {
                Some((_, dates)) => dates.push(one.date),
                None => kinds.push((one.span, vec![one.date])),
            }
        }
        kinds.sort_by_key(|(span, dates)| (std::cmp::Reverse(dates.len()), span.start));
        for (number, (span, dates)) in kinds.iter().enumerate() {
            // An alarm for most of them is one for all: each alarm of its own would take an event of its own.
            let same = occurrences.iter().filter(|one| one.span == *span);
            let alarms = same.clone().filter(|one| one.begins_closed).count();
            let alarm = alarms * 2 > same.count();
            // Made of the position in the week, not of the hours, so that a newer file replaces the old events.
            let id = format!("{}-{}", day_code(weekday).to_lowercase(), number + 1);
            let mut recurring = 0;
            for series in series(dates, weekday, self.days.1) {
                let id = match (&series.recurrence, recurring) {
                    (None, _) => date_time(Moment::at(series.first, span.start)?),
                    (Some(_), 0) => id.clone(),
                    (Some(_), _) => format!("{id}-{}", date_time(Moment::at(series.first, span.start)?)),
                };
                recurring += usize::from(series.recurrence.is_some());
                self.push_event(file, &id, *span, alarm, &series)?;
            }
        }
        for one in occurrences.iter().filter(|one| !self.is_regular(one)) {
            let id = date_time(Moment::at(one.date, one.span.start)?);
            let single = Series { first: one.date, recurrence: None, exceptions: Vec::new() };
            self.push_event(file, &id, one.span, one.begins_closed, &single)?;
        }
        Some(())
    }

    /// Adds one event.
    fn push_event(&self, file: &mut String, id: &str, span: Span, alarm: bool, series: &Series) -> Option<()> {
        let mut line = |text: &str| push_line(file, text);
        let local = |key: &str, date, time| {
            Some(format!("{key};TZID={}:{}", self.zone_name, date_time(Moment::at(date, time)?)))
        };
        line("BEGIN:VEVENT");
        line(&format!("UID:{id}-{}@navigator-guide", self.id));
        line(&format!("DTSTAMP:{}Z", date_time(Moment::at(self.days.0, Time::START)?)));
        line(&local("DTSTART", series.first, span.start)?);
        line(&local("DTEND", series.first, span.end)?);
        if let Some(Recurrence { frequency, days, until }) = &series.recurrence {
            let end = Moment::at(*until, Time::END)?;
            let end = Moment::since_1970(end.seconds_since_1970() - i64::from(self.zone.offset_at(end)) * 60 - 1)?;
            line(&format!("RRULE:FREQ={frequency};UNTIL={}Z;BYDAY={days}", date_time(end)));
            for date in &series.exceptions {
                line(&local("EXDATE", *date, span.start)?);
            }
        }
        let summary = escape(self.summary);
        line(&format!("SUMMARY:{summary}"));
        line(&format!("DESCRIPTION:{}", escape(self.description)));
        // The event is not shown as busy time.
        line("TRANSP:TRANSPARENT");
        if alarm {
            line("BEGIN:VALARM");
            line("ACTION:DISPLAY");
            line(&format!("TRIGGER:{ALARM_TRIGGER}"));
            line(&format!("DESCRIPTION:{summary}"));
            line("END:VALARM");
        }
        line("END:VEVENT");
        Some(())
    }

    /// Adds the offsets of the zone: the first one, then for each pair of offsets all dates at which one changes to the other.
    fn push_time_zone(&self, file: &mut String) -> Option<()> {
        let mut line = |text: &str| push_line(file, text);
        line("BEGIN:VTIMEZONE");
        line(&format!("TZID:{}", self.zone_name));
        let first = self.zone.first();
        let mut transitions = vec![((first, first), vec!["19700101T000000".to_owned()])];
        for (second, before, after) in self.zone.changes() {
            // By the clocks before the change.
            let at = date_time(Moment::since_1970(second + i64::from(before) * 60)?);
            match transitions.iter_mut().find(|(offsets, _)| *offsets == (before, after)) {
                Some((_, dates)) => dates.push(at),
                None => transitions.push(((before, after), vec![at])),
            }
        }
        for ((before, after), dates) in transitions {
            let name = if after > before { "DAYLIGHT" } else { "STANDARD" };
            line(&format!("BEGIN:{name}"));
            for (number, date) in dates.iter().enumerate() {
                line(&format!("{}:{date}", if number == 0 { "DTSTART" } else { "RDATE" }));
            }
            line(&format!("TZOFFSETFROM:{}", utc_offset(before)));
            line(&format!("TZOFFSETTO:{}", utc_offset(after)));
            line(&format!("END:{name}"));
        }
        line("END:VTIMEZONE");
        Some(())
    }
}
