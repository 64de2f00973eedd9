//! The hotline's hours as a calendar file (RFC 5545): each span of the week is a weekly event with an alarm.
//!
//! A weekly event has exceptions for the days with other hours: holidays and closed days. The hours of such a day are single
//! events. So the file has for every day the hours that [`Schedule::spans`] gives.

use crate::ical::{ALARM_TRIGGER, date_time, escape, push_line, utc_offset};
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

/// A span of open time, on one day or weekly from that day on.
struct Event<'e> {
    id: String,
    date: Date,
    span: Span,
    recurrence: Option<Weekly<'e>>,
    alarm: bool,
}

/// The recurrence of a weekly event.
struct Weekly<'e> {
    weekday: Weekday,
    /// The days on which the event does not take place.
    exceptions: &'e [Date],
}

impl Calendar<'_> {
    /// The file's text. `None` where the hotline is never open.
    pub fn ics(&self) -> Option<String> {
        let mut events = String::new();
        for weekday in Weekday::ALL {
            self.push_weekly_events(&mut events, weekday)?;
        }
        let mut yesterday: &[Span] = &[];
        for date in self.dates() {
            self.push_single_events(&mut events, date, yesterday)?;
            yesterday = self.schedule.spans(date);
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

    /// Whether a weekly event of this span is right on a date: the date has the span, and no clocks are changed during it, since a
    /// weekly event lasts equally long each week.
    fn is_regular(&self, span: Span, date: Date) -> bool {
        let offset = |time| Moment::at(date, time).map(|moment| self.zone.offset_at(moment));
        self.schedule.spans(date).contains(&span) && offset(span.start) == offset(span.end)
    }

    /// Adds the weekly events of one weekday. `None` for a moment after the year 9999, here as below.
    fn push_weekly_events(&self, file: &mut String, weekday: Weekday) -> Option<()> {
        let week = self.schedule.hours();
        let yesterday = week.on(Weekday::ALL[(weekday.index() + 6) % 7]);
        for (number, span) in week.on(weekday).iter().enumerate() {
            let mut dates = self.dates().filter(|date| date.weekday() == weekday);
            let Some(date) = dates.find(|date| self.is_regular(*span, *date)) else { continue };
            let exceptions: Vec<Date> = dates.filter(|date| !self.is_regular(*span, *date)).collect();
            self.push_event(
                file,
                &Event {
                    // Made of the position in the week, not of the hours, so that a newer file replaces the old events.
                    id: format!("{}-{}", BYDAY[weekday.index()].to_lowercase(), number + 1),
                    date,
                    span: *span,
                    recurrence: Some(Weekly { weekday, exceptions: &exceptions }),
                    alarm: follows_closed_time(span, yesterday),
                },
            )?;
        }
        Some(())
    }

    /// Adds the events of a date that are not among the weekly ones.
    fn push_single_events(&self, file: &mut String, date: Date, yesterday: &[Span]) -> Option<()> {
        let week = self.schedule.hours().on(date.weekday());
        for span in
            self.schedule.spans(date).iter().filter(|span| !week.contains(span) || !self.is_regular(**span, date))
        {
            self.push_event(
                file,
                &Event {
                    id: date_time(Moment::at(date, span.start)?),
                    date,
                    span: *span,
                    recurrence: None,
                    alarm: follows_closed_time(span, yesterday),
                },
            )?;
        }
        Some(())
    }

    /// Adds one event.
    fn push_event(&self, file: &mut String, event: &Event) -> Option<()> {
        let mut line = |text: &str| push_line(file, text);
        let local = |key: &str, date, time| {
            Some(format!("{key};TZID={}:{}", self.zone_name, date_time(Moment::at(date, time)?)))
        };
        line("BEGIN:VEVENT");
        line(&format!("UID:{}-{}@navigator-guide", event.id, self.id));
        line(&format!("DTSTAMP:{}Z", date_time(Moment::at(self.days.0, Time::START)?)));
        line(&local("DTSTART", event.date, event.span.start)?);
        line(&local("DTEND", event.date, event.span.end)?);
        if let Some(Weekly { weekday, exceptions }) = &event.recurrence {
            let end = Moment::at(self.days.1, Time::END)?;
            let end = Moment::since_1970(end.seconds_since_1970() - i64::from(self.zone.offset_at(end)) * 60 - 1)?;
            line(&format!("RRULE:FREQ=WEEKLY;UNTIL={}Z;BYDAY={}", date_time(end), BYDAY[weekday.index()]));
            for date in *exceptions {
                line(&local("EXDATE", *date, event.span.start)?);
            }
        }
        let summary = escape(self.summary);
        line(&format!("SUMMARY:{summary}"));
        line(&format!("DESCRIPTION:{}", escape(self.description)));
        // The event is not shown as busy time.
        line("TRANSP:TRANSPARENT");
        if event.alarm {
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

/// The weekdays as the standard writes them, Monday first.
const BYDAY: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// Whether the hotline is closed before a span, so that its beginning is worth an alarm. It is not where the day before is open until
/// midnight.
fn follows_closed_time(span: &Span, yesterday: &[Span]) -> bool {
    span.start > Time::START || yesterday.last().is_none_or(|last| last.end < Time::END)
}
