//! The calendar file, read and its recurrences expanded by independent crates, over all days of two years.

use guide_core::calendar::Calendar;
use guide_core::schedule::{Date, Moment, Schedule, Time};
use guide_core::zone::Zone;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::calendar_times::times;

const HOLIDAYS: [&str; 4] = ["12-30..01-08", "02-23", "02-29", "05-09"];
const CLOSED: [&str; 3] = ["2024-12-24", "2026-12-29", "2025-06-10"];
const FIRST: &str = "2024-12-18";
const YEARS: [u16; 2] = [2025, 2026];

fn date(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

/// The offsets of a zone in the years of these tests.
fn zone(name: &str) -> Zone {
    let there = TimeZone::get(name).expect("a zone");
    let (from, to): (Timestamp, Timestamp) =
        ("2024-01-01T00:00Z".parse().expect("an instant"), "2030-01-01T00:00Z".parse().expect("an instant"));
    let minutes = |offset: jiff::tz::Offset| offset.seconds() / 60;
    let changes = there.following(from).take_while(|change| change.timestamp() < to);
    let changes: Vec<_> =
        changes.map(|change| (change.timestamp().as_second() / 60, minutes(change.offset()))).collect();
    Zone::new(minutes(there.to_offset(from)), changes)
}

fn ics(hours: &str, zone_name: &str) -> Option<String> {
    let schedule = Schedule::parse(hours, &HOLIDAYS, &CLOSED, &[]).expect("a schedule");
    let summary = "Позвонить в МОЦ; +7 (4932) 48-28-08, очень длинная строка, чтобы её пришлось разделить";
    Calendar {
        schedule: &schedule,
        days: (date(FIRST), date("2029-12-31")),
        zone: &zone(zone_name),
        zone_name,
        id: "74932482808",
        summary,
        description: "Горячая линия открыта",
    }
    .ics()
}

#[track_caller]
fn check_agreement(hours: &str, zone_name: &str) {
    let text = ics(hours, zone_name).unwrap_or_else(|| panic!("{hours}: no file"));
    let schedule = Schedule::parse(hours, &HOLIDAYS, &CLOSED, &[]).expect("a schedule");
    let times = times(&text);
    assert!(times.windows(2).all(|pair| pair[0].1 <= pair[1].0), "{hours}: events overlap");
    let mut day = date(&format!("{}-01-01", YEARS[0]));
    let mut asked = 0;
    while YEARS.contains(&day.year()) {
        // The state changes at no other moments, by the file or by the schedule.
        let midnight = Moment::at(day, Time::START).expect("a moment").seconds_since_1970();
        let near = |(start, end): &&(i64, i64)| *start < midnight + 86_400 && *end >= midnight;
        let today: Vec<(i64, i64)> = times.iter().filter(near).copied().collect();
        let of_file = today.iter().flat_map(|(start, end)| [*start, *end]).map(|second| second - midnight);
        let spans = schedule.spans(day);
        let of_schedule = spans.iter().flat_map(|span| [span.start, span.end]).map(|time| i64::from(time.seconds()));
        let mut seconds: Vec<i64> = of_file.chain(of_schedule).flat_map(|second| [second - 1, second]).collect();
        seconds.push(12 * 3600);
        for second in seconds.into_iter().filter(|second| (0..86_400).contains(second)) {
            let now = Moment::since_1970(midnight + second).expect("a moment");
            let open = today.iter().any(|(start, end)| (*start..*end).contains(&(midnight + second)));
            assert_eq!(open, schedule.status(now).is_open(), "{hours}, {zone_name}: {now:?}");
            asked += 1;
        }
        day = day.next_day().expect("a day");
    }
    assert!(asked >= 730, "{asked}");
}

#[test]
fn the_file_has_the_hours_of_the_schedule_on_each_day() {
    for hours in [
        "Tu,Th 13:00-16:30; PH off",
        "Mo-Fr 09:00-12:00,13:00-17:00; PH off",
        "Mo-Fr 09:00-17:00; PH 10:00-12:00",
        "Mo-Fr 09:00-17:00; Sa,PH 09:00-11:00,12:00-17:00",
        "PH 10:00-12:00",
        "Fr 20:00-24:00; Sa 00:00-02:00; PH off",
        "Mo-Su 18:00-24:00; PH 00:00-24:00",
        "24/7; PH off",
    ] {
        check_agreement(hours, "Europe/Moscow");
    }
}

#[test]
fn the_file_has_irregular_hours_on_each_day() {
    for hours in [
        "Sa[1,3] 10:00-14:00",
        "Sa[-1] 10:00-14:00; PH off",
        "Mo-Fr 09:00-17:00; Sa[1,-1] 10:00-14:00; PH off",
        "week 1-53/2 Sa 10:00-14:00; PH off",
        "week 1-53/2 Mo 09:00-12:00; week 2-52/2 Mo 13:00-17:00",
        "Jun-Aug Mo-Fr 09:00-12:00",
        "Mo-Fr 09:00-17:00; Jun-Aug Mo-Fr 09:00-12:00; Dec 25-Jan 08 off",
        "2025 Jan 09 10:00-14:00; 2026 Jun 01-Jun 30 09:00-12:00",
        "Fr,Sa 20:00-02:00; PH off",
        "Mo-Su 20:00-08:00, Mo-Su 07:00-10:00",
        "Mo-Su 08:00-32:00; PH off",
        "Mo-Fr 09:00-12:00, We 14:00-17:00; 10:00-11:00 off",
    ] {
        check_agreement(hours, "Europe/Moscow");
    }
    for zone in ["Europe/Berlin", "America/New_York"] {
        check_agreement("Sa[1,-1] 20:00-04:00", zone);
    }
}

/// What recurs is said as a recurrence, so that a calendar can show it as one and a file has no thousands of events.
#[test]
fn irregular_hours_take_few_events() {
    for (hours, rule, most) in [
        ("Tu 13:00-16:30", "RRULE:FREQ=WEEKLY;UNTIL=20291231T205959Z;BYDAY=TU", 1),
        ("Sa[1,3] 10:00-14:00", "RRULE:FREQ=MONTHLY;UNTIL=20291231T205959Z;BYDAY=1SA,3SA", 1),
        ("Sa[-1] 10:00-14:00", "RRULE:FREQ=MONTHLY;UNTIL=20291231T205959Z;BYDAY=-1SA", 1),
        // The 53 weeks of 2026 shift the even ones.
        ("week 2-52/2 Sa 10:00-14:00", "RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20261226T205959Z;BYDAY=SA", 2),
        ("Jun-Aug Mo 09:00-12:00", "RRULE:FREQ=WEEKLY;UNTIL=20250825T205959Z;BYDAY=MO", 5),
    ] {
        let text = ics(hours, "Europe/Moscow").expect("a file").replace("\r\n ", "");
        assert!(text.contains(rule), "{hours}: {text}");
        assert_eq!(text.matches("BEGIN:VEVENT").count(), most, "{hours}: {text}");
        let ids: Vec<&str> = text.lines().filter(|line| line.starts_with("UID:")).collect();
        let different: std::collections::BTreeSet<&&str> = ids.iter().collect();
        assert_eq!(different.len(), ids.len(), "{hours}: {ids:?}");
    }
}

#[test]
fn a_hotline_that_is_always_open_has_no_gap_and_no_alarm() {
    let text = ics("24/7", "Europe/Moscow").expect("a file");
    assert!(!text.contains("BEGIN:VALARM"), "an alarm each midnight: {text}");
    check_agreement("24/7", "Europe/Moscow");
}

/// Clocks are changed at two in the night of a Sunday: a weekly event would be an hour longer or shorter then.
#[test]
fn changes_of_the_clocks_do_not_change_the_hours() {
    for hours in ["Tu,Th 13:00-16:30; PH off", "Su 00:00-24:00", "Sa,Su 00:00-06:00,20:00-24:00"] {
        for zone in ["Europe/Berlin", "America/New_York", "Asia/Vladivostok"] {
            check_agreement(hours, zone);
        }
    }
}

#[test]
fn a_hotline_that_is_never_open_has_no_file() {
    for hours in ["off", "Mo-Fr 09:00-12:00 off"] {
        assert!(ics(hours, "Europe/Moscow").is_none(), "{hours}");
    }
}

/// For programs without a time zone database the file has the offsets of the zone.
#[test]
fn the_file_defines_its_time_zone() {
    for name in ["Europe/Moscow", "Europe/Berlin", "America/St_Johns", "Africa/Casablanca"] {
        let text = ics("Tu,Th 13:00-16:30; PH off", name).expect("a file");
        let (_, zone) = text.split_once("BEGIN:VTIMEZONE\r\n").expect("a zone");
        let (zone, _) = zone.split_once("END:VTIMEZONE\r\n").expect("its end");
        // From which instant which offset holds, both in seconds.
        let mut offsets = Vec::new();
        let mut onsets = Vec::new();
        let mut before = 0;
        for line in zone.lines() {
            match line.split_once(':').expect("a property") {
                ("TZID", value) => assert_eq!(value, name),
                ("DTSTART" | "RDATE", value) => {
                    onsets.push(value.parse::<jiff::civil::DateTime>().expect("a time"));
                }
                ("TZOFFSETFROM", value) => before = offset(value),
                ("TZOFFSETTO", value) => {
                    for onset in onsets.drain(..) {
                        let utc = onset.to_zoned(TimeZone::UTC).expect("an instant").timestamp().as_second();
                        offsets.push((utc - before, offset(value)));
                    }
                }
                _ => {}
            }
        }
        let there = TimeZone::get(name).expect("a zone");
        let first: Timestamp = "2024-12-18T00:00Z".parse().expect("an instant");
        for hours in 0..24 * 365 * 2 {
            let second = first.as_second() + hours * 3600;
            let (_, told) = offsets.iter().filter(|(from, _)| *from <= second).max().expect("an offset");
            let now = Timestamp::from_second(second).expect("an instant");
            assert_eq!(*told, i64::from(there.to_offset(now).seconds()), "{name} at {now}");
        }
    }
}

/// An offset as the file has it, in seconds.
fn offset(text: &str) -> i64 {
    let number: i64 = text.parse().expect("a number");
    (number / 100 * 60 + number % 100) * 60
}

#[test]
fn lines_follow_the_standard() {
    let text = ics("Mo-Fr 09:00-17:00; PH 10:00-12:00", "Europe/Moscow").expect("a file");
    assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "only whole line ends");
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "no line is longer than 75 octets");
    let whole = text.replace("\r\n ", "");
    assert!(whole.contains("SUMMARY:Позвонить в МОЦ\\; +7 (4932) 48-28-08\\, очень"), "{whole}");
    let ids: Vec<&str> = whole.lines().filter(|line| line.starts_with("UID:")).collect();
    let different: std::collections::BTreeSet<&&str> = ids.iter().collect();
    assert_eq!(different.len(), ids.len(), "no two events are the same: {ids:?}");
    assert_eq!(text, ics("Mo-Fr 09:00-17:00; PH 10:00-12:00", "Europe/Moscow").expect("a file"));
}

/// A newer file replaces the events with the same ids.
#[test]
fn events_with_changed_hours_keep_their_ids() {
    let id = |hours| {
        let text = ics(hours, "Europe/Moscow").expect("a file");
        text.lines().find(|line| line.starts_with("UID:")).expect("an id").to_owned()
    };
    assert_eq!(id("Tu 13:00-16:30"), id("Tu 14:00-17:00"));
    assert_ne!(id("Tu 13:00-16:30"), id("We 13:00-16:30"));
}
