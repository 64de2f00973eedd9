//! The hotline's hours as a calendar file (RFC 5545): each span of the week is an event that returns weekly, with an alarm.
//!
//! The weekly event is excepted on each day that has other hours, a holiday or a closed day; what such a day has instead is an
//! event of its own. So the file says of every day what [`Schedule::spans`] says.

use crate::guide::Guide;
use crate::ical::{ALARM, escape, fold, offset, stamp};
use crate::schedule::{Date, Moment, Schedule, Span, Time, Weekday};
use crate::zone::Zone;

/// Whether a guide's hotline is ever open, so that its site has a calendar file to link to.
pub fn has_calendar(guide: &Guide) -> bool {
    let first = Date::parse(&guide.source.date).and_then(|date| Moment::at(date, Time::START));
    let status = first.map(|first| guide.hotline.schedule.status(first));
    status.is_some_and(|status| status.is_open() || status.next_change().is_some())
}

/// What a calendar says of a hotline.
pub struct Calendar<'t> {
    pub schedule: &'t Schedule,
    /// The first and the last day that the file tells of.
    pub days: (Date, Date),
    pub zone: &'t Zone,
    /// IANA name of the zone.
    pub zone_name: &'t str,
    /// Tells this hotline's events from those of others, as letters and digits; such as its number.
    pub id: &'t str,
    pub summary: &'t str,
    pub description: &'t str,
}

/// A time at which the hotline is open, on one day or weekly from there.
struct Event<'e> {
    id: String,
    date: Date,
    span: Span,
    weekly: Option<Weekly<'e>>,
    alarm: bool,
}

/// How an event returns.
struct Weekly<'e> {
    weekday: Weekday,
    excepted: &'e [Date],
}

impl Calendar<'_> {
    /// The file's text. `None` where the hotline is never open.
    pub fn ics(&self) -> Option<String> {
        let mut events = String::new();
        for weekday in Weekday::ALL {
            self.weekly(&mut events, weekday)?;
        }
        let mut yesterday: &[Span] = &[];
        for date in self.dates() {
            self.single(&mut events, date, yesterday)?;
            yesterday = self.schedule.spans(date);
        }
        if events.is_empty() {
            return None;
        }
        let mut file = String::new();
        for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//navigator-guide//RU"] {
            fold(&mut file, line);
        }
        self.time_zone(&mut file)?;
        file.push_str(&events);
        fold(&mut file, "END:VCALENDAR");
        Some(file)
    }

    fn dates(&self) -> impl Iterator<Item = Date> + use<> {
        let (first, last) = self.days;
        std::iter::successors(Some(first), |date| date.next_day()).take_while(move |date| *date <= last)
    }

    /// Whether a span of the week holds on a date, as an event that returns can tell it: clocks are not set during it, since
    /// such an event takes the same time each week.
    fn holds(&self, span: Span, date: Date) -> bool {
        let offset = |time| Moment::at(date, time).map(|moment| self.zone.offset_at(moment));
        self.schedule.spans(date).contains(&span) && offset(span.start) == offset(span.end)
    }

    /// The events of one weekday; `None` outside the calendar, here as below.
    fn weekly(&self, file: &mut String, weekday: Weekday) -> Option<()> {
        let week = self.schedule.hours();
        let yesterday = week.on(Weekday::ALL[(weekday.index() + 6) % 7]);
        for (number, span) in week.on(weekday).iter().enumerate() {
            let mut dates = self.dates().filter(|date| date.weekday() == weekday);
            let Some(date) = dates.find(|date| self.holds(*span, *date)) else { continue };
            let excepted: Vec<Date> = dates.filter(|date| !self.holds(*span, *date)).collect();
            self.event(
                file,
                &Event {
                    // Of the place in the week, not of the hours: hours that change replace the old ones where the file is taken again.
                    id: format!("{}-{}", BYDAY[weekday.index()].to_lowercase(), number + 1),
                    date,
                    span: *span,
                    weekly: Some(Weekly { weekday, excepted: &excepted }),
                    alarm: opens(span, yesterday),
                },
            )?;
        }
        Some(())
    }

    /// The events that a date has instead of, or beside, those of its weekday.
    fn single(&self, file: &mut String, date: Date, yesterday: &[Span]) -> Option<()> {
        let week = self.schedule.hours().on(date.weekday());
        for span in self.schedule.spans(date).iter().filter(|span| !week.contains(span) || !self.holds(**span, date)) {
            self.event(
                file,
                &Event {
                    id: stamp(Moment::at(date, span.start)?),
                    date,
                    span: *span,
                    weekly: None,
                    alarm: opens(span, yesterday),
                },
            )?;
        }
        Some(())
    }

    fn event(&self, file: &mut String, event: &Event) -> Option<()> {
        let mut line = |text: &str| fold(file, text);
        let local =
            |key: &str, date, time| Some(format!("{key};TZID={}:{}", self.zone_name, stamp(Moment::at(date, time)?)));
        line("BEGIN:VEVENT");
        line(&format!("UID:{}-{}@navigator-guide", event.id, self.id));
        line(&format!("DTSTAMP:{}Z", stamp(Moment::at(self.days.0, Time::START)?)));
        line(&local("DTSTART", event.date, event.span.start)?);
        line(&local("DTEND", event.date, event.span.end)?);
        if let Some(Weekly { weekday, excepted }) = &event.weekly {
            let end = Moment::at(self.days.1, Time::END)?;
            let end = Moment::since_1970(end.seconds_since_1970() - i64::from(self.zone.offset_at(end)) * 60 - 1)?;
            line(&format!("RRULE:FREQ=WEEKLY;UNTIL={}Z;BYDAY={}", stamp(end), BYDAY[weekday.index()]));
            for date in *excepted {
                line(&local("EXDATE", *date, event.span.start)?);
            }
        }
        let summary = escape(self.summary);
        line(&format!("SUMMARY:{summary}"));
        line(&format!("DESCRIPTION:{}", escape(self.description)));
        // Nobody is busy because a hotline is open.
        line("TRANSP:TRANSPARENT");
        if event.alarm {
            line("BEGIN:VALARM");
            line("ACTION:DISPLAY");
            line(&format!("TRIGGER:{ALARM}"));
            line(&format!("DESCRIPTION:{summary}"));
            line("END:VALARM");
        }
        line("END:VEVENT");
        Some(())
    }

    /// The zone's offsets: the first one, then each change of the same kind with all of its dates.
    fn time_zone(&self, file: &mut String) -> Option<()> {
        let mut line = |text: &str| fold(file, text);
        line("BEGIN:VTIMEZONE");
        line(&format!("TZID:{}", self.zone_name));
        let first = self.zone.first();
        let mut kinds = vec![((first, first), vec!["19700101T000000".to_owned()])];
        for (second, before, after) in self.zone.changes() {
            // By the clocks that are about to be set.
            let at = stamp(Moment::since_1970(second + i64::from(before) * 60)?);
            match kinds.iter_mut().find(|(kind, _)| *kind == (before, after)) {
                Some((_, dates)) => dates.push(at),
                None => kinds.push(((before, after), vec![at])),
            }
        }
        for ((before, after), dates) in kinds {
            let kind = if after > before { "DAYLIGHT" } else { "STANDARD" };
            line(&format!("BEGIN:{kind}"));
            for (number, date) in dates.iter().enumerate() {
                line(&format!("{}:{date}", if number == 0 { "DTSTART" } else { "RDATE" }));
            }
            line(&format!("TZOFFSETFROM:{}", offset(before)));
            line(&format!("TZOFFSETTO:{}", offset(after)));
            line(&format!("END:{kind}"));
        }
        line("END:VTIMEZONE");
        Some(())
    }
}

/// The standard's names of the weekdays, Monday first.
const BYDAY: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// Whether the hotline opens when a span begins: it does not where the day before went on to midnight.
fn opens(span: &Span, yesterday: &[Span]) -> bool {
    span.start > Time::START || yesterday.last().is_none_or(|last| last.end < Time::END)
}
