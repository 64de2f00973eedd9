//! The reminder: which opening it is for, and its calendar file, read by an independent crate.

use guide_core::reminder::{Opening, Reminder, next_opening};
use guide_core::schedule::{Date, Moment, Schedule, Time};
use icalendar::{Calendar, CalendarDateTime, Component, DatePerhapsTime, Event};

fn moment(date: &str, hour: u8, minute: u8) -> Moment {
    Moment::at(Date::parse(date).expect("a date"), Time::new(hour, minute).expect("a time")).expect("a moment")
}

#[track_caller]
fn check(hours: &str, now: Moment, expected: Option<(Moment, Moment)>) {
    let schedule = Schedule::parse(hours, &["01-01..01-08", "11-04"], &["2026-12-31"], &[]).expect("a schedule");
    assert_eq!(next_opening(&schedule, now), expected.map(|(from, to)| Opening { from, to }));
}

#[test]
fn a_reminder_is_for_the_next_opening() {
    let hours = "Tu,Th 13:00-16:30; PH off";
    let tuesday = (moment("2026-11-24", 13, 0), moment("2026-11-24", 16, 30));
    check(hours, moment("2026-11-23", 10, 0), Some(tuesday));
    check(hours, moment("2026-11-24", 12, 59), Some(tuesday));
    let thursday = (moment("2026-11-26", 13, 0), moment("2026-11-26", 16, 30));
    check(hours, moment("2026-11-24", 13, 0), Some(thursday));
    check(hours, moment("2026-11-24", 16, 30), Some(thursday));
    let after_the_holidays = (moment("2027-01-12", 13, 0), moment("2027-01-12", 16, 30));
    check(hours, moment("2026-12-29", 17, 0), Some(after_the_holidays));
    check("off", moment("2026-11-24", 12, 0), None);
    check("24/7", moment("2026-11-24", 12, 0), None);
}

#[test]
fn a_reminder_for_irregular_hours_is_for_the_next_of_them() {
    let saturday = (moment("2026-12-05", 10, 0), moment("2026-12-05", 14, 0));
    check("Sa[1,3] 10:00-14:00", moment("2026-11-23", 10, 0), Some(saturday));
    let second = (moment("2026-12-19", 10, 0), moment("2026-12-19", 14, 0));
    check("Sa[1,3] 10:00-14:00", moment("2026-12-05", 10, 0), Some(second));
    // Week 48 begins on 23 November.
    let even = (moment("2026-11-28", 10, 0), moment("2026-11-28", 14, 0));
    check("week 2-52/2 Sa 10:00-14:00", moment("2026-11-23", 10, 0), Some(even));
    let night = (moment("2026-11-27", 20, 0), moment("2026-11-28", 2, 0));
    check(
        "Fr 20:00-02:00",
        moment("2026-11-28", 1, 0),
        Some((moment("2026-12-04", 20, 0), moment("2026-12-05", 2, 0))),
    );
    check("Fr 20:00-02:00", moment("2026-11-27", 19, 0), Some(night));
    let once = (moment("2027-01-09", 10, 0), moment("2027-01-09", 14, 0));
    check("2027 Jan 09 10:00-14:00", moment("2026-11-23", 10, 0), Some(once));
    check("2027 Jan 09 10:00-14:00", moment("2027-01-09", 14, 0), None);
}

fn ics(summary: &str, description: &str, offset: i32) -> String {
    let opening = Opening { from: moment("2026-11-24", 13, 0), to: moment("2026-11-24", 16, 30) };
    let made = moment("2026-11-23", 10, 5);
    Reminder { opening, zone: "Europe/Moscow", offset, made, summary, description }.ics()
}

#[test]
fn an_independent_crate_reads_the_file() {
    let summary = "Позвонить в МОЦ: +7 (4932) 48-28-08";
    let description =
        "Горячая линия; приготовьте, что сказать: «почта», C:\\ и ещё много слов, чтобы строка была длинной";
    let text = ics(summary, description, 180);
    let calendar: Calendar = text.parse().expect("a calendar");
    let events: Vec<&Event> = calendar.components.iter().filter_map(|component| component.as_event()).collect();
    assert_eq!(events.len(), 1);
    let event = events[0];
    assert_eq!(event.get_summary(), Some(summary));
    assert_eq!(event.get_description().map(|text| text.replace("\\\\", "\\")), Some(description.to_owned()));
    let told = |time: Option<DatePerhapsTime>| match time {
        Some(DatePerhapsTime::DateTime(CalendarDateTime::WithTimezone { date_time, tzid })) => {
            format!("{date_time} {tzid}")
        }
        _ => "no moment of a zone".to_owned(),
    };
    assert_eq!(told(event.get_start()), "2026-11-24 13:00:00 Europe/Moscow");
    assert_eq!(told(event.get_end()), "2026-11-24 16:30:00 Europe/Moscow");
    assert!(text.contains("BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT10M\r\n"));
}

#[test]
fn lines_follow_the_standard() {
    let text = ics("Ы".repeat(200).as_str(), "две\nстроки", 180);
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "only whole line ends");
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "no line is longer than 75 octets");
    assert!(text.contains("DESCRIPTION:две\\nстроки"));
    assert_eq!(text.replace("\r\n ", "").matches(&"Ы".repeat(200)).count(), 2);
}

#[test]
fn the_file_defines_its_time_zone() {
    assert!(ics("", "", 180).contains("TZOFFSETFROM:+0300\r\nTZOFFSETTO:+0300\r\n"));
    assert!(ics("", "", -570).contains("TZOFFSETTO:-0930\r\n"));
}
