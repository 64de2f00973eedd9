//! The status of schedules at given moments: tables of cases.

use guide_core::schedule::{Date, Moment, Schedule, Status, Weekday};
use jiff::Timestamp;
use jiff::tz::TimeZone;

const HOURS: &str = "Tu,Th 13:00-16:30; PH off";
const HOLIDAYS: [&str; 7] = ["01-01..01-08", "02-23", "03-08", "05-01", "05-09", "06-12", "11-04"];

/// Reads `2026-11-24 13:00` or `2026-11-24 13:00:00`.
pub fn moment(text: &str) -> Moment {
    let read = || {
        let (date, time) = text.split_once(' ')?;
        let mut second = 0;
        for (field, unit) in time.split(':').zip([3600, 60, 1]) {
            second += field.parse::<u32>().ok()? * unit;
        }
        Moment::new(Date::parse(date)?, second)
    };
    read().unwrap_or_else(|| panic!("{text:?} is no moment"))
}

/// Writes what [`moment`] reads.
pub fn written(moment: Moment) -> String {
    let (date, second) = (moment.date(), moment.second_of_day());
    let (year, month, day) = (date.year(), date.month(), date.day());
    let mut text = format!("{year:04}-{month:02}-{day:02} {:02}:{:02}", second / 3600, second / 60 % 60);
    if second % 60 != 0 {
        text += &format!(":{:02}", second % 60);
    }
    text
}

/// The status in words: `open until …`, `open`, `closed until …`, `closed`.
fn in_words(status: Status) -> String {
    let state = if status.is_open() { "open" } else { "closed" };
    match status.next_change() {
        None => state.to_string(),
        Some(change) => format!("{state} until {}", written(change)),
    }
}

/// A schedule that is checked at several moments.
struct Case(Schedule);

fn case(hours: &str, holidays: &[&str], closed: &[&str]) -> Case {
    Case(Schedule::parse(hours, holidays, closed, &[]).unwrap_or_else(|error| panic!("{hours:?}: {error:?}")))
}

impl Case {
    #[track_caller]
    fn check(&self, now: &str, expected: &str) -> &Case {
        assert_eq!(in_words(self.0.status(moment(now))), expected, "at {now}");
        self
    }
}

#[test]
fn the_schedule_of_the_hotline_has_the_given_statuses() {
    let schedule = Schedule::parse(HOURS, &HOLIDAYS, &[], &[]).expect("a good schedule");
    let moscow = TimeZone::get("Europe/Moscow").expect("a zone");
    let civil = |instant: &str| {
        let instant: Timestamp = instant.parse().expect("an instant");
        moment(&instant.to_zoned(moscow.clone()).strftime("%Y-%m-%d %H:%M:%S").to_string())
    };
    let table = include_str!("../../../../tests/data/schedule.tsv");
    let mut rows = 0;
    for row in table.lines().skip(1).filter(|row| !row.is_empty()) {
        let [instant, state, change, note] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("not four columns: {row}");
        };
        let expected = format!("{state} until {}", written(civil(change)));
        assert_eq!(in_words(schedule.status(civil(instant))), expected, "{instant}: {note}");
        rows += 1;
    }
    assert_eq!(rows, 40);
}

#[test]
fn a_span_includes_its_first_second_and_not_its_end() {
    case(HOURS, &HOLIDAYS, &[])
        .check("2026-11-24 12:59:59", "closed until 2026-11-24 13:00")
        .check("2026-11-24 13:00:00", "open until 2026-11-24 16:30")
        .check("2026-11-24 16:29:59", "open until 2026-11-24 16:30")
        .check("2026-11-24 16:30:00", "closed until 2026-11-26 13:00");
}

#[test]
fn a_closed_date_and_the_holidays_after_it_are_closed_all_day() {
    case(HOURS, &HOLIDAYS, &["2026-12-31"])
        .check("2026-12-29 16:30", "closed until 2027-01-12 13:00")
        .check("2026-12-31 00:00", "closed until 2027-01-12 13:00")
        .check("2026-12-31 14:00", "closed until 2027-01-12 13:00")
        .check("2026-12-31 23:59:59", "closed until 2027-01-12 13:00")
        .check("2025-12-30 17:00", "closed until 2026-01-13 13:00");
    // It wins over hours for holidays, and it ends what would go on for ever.
    case("24/7; PH 10:00-12:00", &["01-01"], &["2027-01-01"])
        .check("2027-01-01 11:00", "closed until 2027-01-02 00:00")
        .check("2028-01-01 11:00", "open until 2028-01-01 12:00");
    case("24/7", &[], &["2026-12-31", "2027-01-01"])
        .check("2026-11-24 12:00", "open until 2026-12-31 00:00")
        .check("2026-12-31 12:00", "closed until 2027-01-02 00:00")
        .check("2027-01-02 00:00", "open");
}

#[test]
fn a_status_that_never_changes_has_no_next_change() {
    case("24/7", &[], &[]).check("2026-11-24 12:00", "open");
    case("Mo-Su 00:00-24:00", &[], &[]).check("2026-11-24 12:00", "open");
    case("off", &[], &[]).check("2026-11-24 12:00", "closed");
    case("24/7 closed", &[], &[]).check("2026-11-24 12:00", "closed");
    case("PH 10:00-12:00; Mo-Su off", &["01-01"], &[]).check("2026-11-24 12:00", "closed");
    case("24/7", &[], &[]).check("9999-12-31 23:59:59", "open").check("0000-01-01 00:00", "open");
}

#[test]
fn adjoining_spans_are_joined() {
    case("Mo-Fr 09:00-12:00,12:00-17:00", &[], &[]).check("2026-11-24 10:00", "open until 2026-11-24 17:00");
    case("Mo 20:00-24:00; Tu 00:00-02:00", &[], &[])
        .check("2026-11-23 23:59:59", "open until 2026-11-24 02:00")
        .check("2026-11-24 00:00", "open until 2026-11-24 02:00")
        .check("2026-11-24 02:00", "closed until 2026-11-30 20:00");
    case("Fr-Su 00:00-24:00", &[], &[]).check("2026-11-27 00:00", "open until 2026-11-30 00:00");
    // Over the turn of the year, and one inside another, in whatever order.
    case("Th 00:00-24:00; PH 00:00-06:00", &["01-01"], &[]).check("2026-12-31 12:00", "open until 2027-01-01 06:00");
    case("Mo 14:00-15:00,09:00-17:00,10:00-11:00", &[], &[]).check("2026-11-23 09:00", "open until 2026-11-23 17:00");
}

#[test]
fn a_later_rule_replaces_earlier_ones_on_its_days() {
    let weekdays = case("Mo-Fr 09:00-17:00; We 13:00-15:00; Fr off", &[], &[]);
    weekdays
        .check("2026-11-24 09:00", "open until 2026-11-24 17:00")
        .check("2026-11-25 09:00", "closed until 2026-11-25 13:00")
        .check("2026-11-26 17:00", "closed until 2026-11-30 09:00");
    // Without days a rule is for every day, so here nothing is left of the first.
    case("Mo 09:00-12:00; 10:00-11:00", &[], &[]).check("2026-11-23 09:00", "closed until 2026-11-23 10:00");
    // Closed for certain hours leaves the rest of the day as it was.
    case("Mo-Fr 09:00-18:00; 13:00-14:00 off", &[], &[])
        .check("2026-11-24 10:00", "open until 2026-11-24 13:00")
        .check("2026-11-24 13:00", "closed until 2026-11-24 14:00")
        .check("2026-11-24 14:00", "open until 2026-11-24 18:00")
        .check("2026-11-28 13:00", "closed until 2026-11-30 09:00");
    case("24/7; Su 10:00-12:00,11:00-13:00 off", &[], &[])
        .check("2026-11-24 10:00", "open until 2026-11-29 10:00")
        .check("2026-11-29 10:00", "closed until 2026-11-29 13:00");
}

#[test]
fn a_range_of_days_may_go_over_the_weeks_end() {
    case("Sa-Mo 10:00-12:00", &[], &[])
        .check("2026-11-27 10:00", "closed until 2026-11-28 10:00")
        .check("2026-11-29 12:00", "closed until 2026-11-30 10:00")
        .check("2026-11-30 12:00", "closed until 2026-12-05 10:00");
    case("Mo-Mo 10:00-12:00", &[], &[]).check("2026-11-23 12:00", "closed until 2026-11-30 10:00");
    case("Tu-Mo 10:00-12:00", &[], &[]).check("2026-11-23 12:00", "closed until 2026-11-24 10:00");
}

#[test]
fn rules_for_holidays_apply_on_holidays() {
    // Wednesday, 4 November 2026. Without a word on holidays the weekday's hours hold.
    case("Mo-Fr 09:00-17:00", &["11-04"], &[]).check("2026-11-04 09:00", "open until 2026-11-04 17:00");
    case("Mo-Fr 09:00-17:00; PH off", &["11-04"], &[]).check("2026-11-03 17:00", "closed until 2026-11-05 09:00");
    case("Mo-Fr 09:00-17:00; PH 10:00-12:00", &["11-04"], &[])
        .check("2026-11-03 17:00", "closed until 2026-11-04 10:00")
        .check("2026-11-04 12:00", "closed until 2026-11-05 09:00");
    case("Mo-Fr 09:00-17:00; Sa,Su,PH off", &["11-04"], &[]).check("2026-11-03 17:00", "closed until 2026-11-05 09:00");
    case("PH,Sa 10:00-12:00", &["11-04"], &[])
        .check("2026-11-03 17:00", "closed until 2026-11-04 10:00")
        .check("2026-11-04 12:00", "closed until 2026-11-07 10:00");
    // The order counts: a later rule for the weekday opens the holiday again.
    case("PH off; Mo-Fr 09:00-17:00", &["11-04"], &[]).check("2026-11-04 09:00", "open until 2026-11-04 17:00");
}

#[test]
fn a_holiday_may_go_over_new_year_and_may_be_a_leap_day() {
    case("24/7; PH off", &["12-30..01-08"], &[])
        .check("2026-12-29 12:00", "open until 2026-12-30 00:00")
        .check("2026-12-30 00:00", "closed until 2027-01-09 00:00")
        .check("2027-01-08 23:59:59", "closed until 2027-01-09 00:00")
        .check("2027-01-09 00:00", "open until 2027-12-30 00:00");
    case("24/7; PH off", &["02-29"], &[])
        .check("2026-02-28 12:00", "open until 2028-02-29 00:00")
        .check("2028-02-29 12:00", "closed until 2028-03-01 00:00")
        .check("2096-03-01 00:00", "open until 2104-02-29 00:00");
    case("24/7; PH off", &["02-28..02-29"], &[])
        .check("2027-02-28 12:00", "closed until 2027-03-01 00:00")
        .check("2028-02-28 12:00", "closed until 2028-03-01 00:00");
    // The rarest of days: a leap day on one certain weekday, with a century's missing one in between.
    case("PH 10:00-12:00; Tu-Su off", &["02-29"], &[]).check("2072-03-01 00:00", "closed until 2112-02-29 10:00");
    // Every day of the year is a range too.
    case("24/7; PH off", &["01-01..12-31"], &[]).check("2026-11-24 12:00", "closed");
}

#[test]
fn harmless_spaces_are_accepted() {
    for hours in
        ["  Tu,Th   13:00 - 16:30 ;PH off  ", "Tu,Th 13:00-15:00, 15:00-16:30;PH closed", "Th,Tu 13:00-16:30;PH off"]
    {
        case(hours, &["11-05"], &[])
            .check("2026-11-03 16:00", "open until 2026-11-03 16:30")
            .check("2026-11-03 16:30", "closed until 2026-11-10 13:00");
    }
}

#[test]
fn a_span_over_midnight_belongs_to_the_day_that_it_begins_on() {
    // Friday, 27 November 2026.
    case("Fr 20:00-02:00", &[], &[])
        .check("2026-11-27 19:59:59", "closed until 2026-11-27 20:00")
        .check("2026-11-27 20:00", "open until 2026-11-28 02:00")
        .check("2026-11-28 01:59:59", "open until 2026-11-28 02:00")
        .check("2026-11-28 02:00", "closed until 2026-12-04 20:00");
    // The next day's own hours, or none, leave the night as it is.
    for next_day in ["Sa 10:00-12:00", "Sa off"] {
        case(&format!("Fr 20:00-02:00; {next_day}"), &[], &[]).check("2026-11-27 23:00", "open until 2026-11-28 02:00");
    }
    case("Mo-Su 20:00-02:00; Sa off", &[], &[])
        .check("2026-11-27 23:00", "open until 2026-11-28 02:00")
        .check("2026-11-28 02:00", "closed until 2026-11-29 20:00");
    // A closed day loses its own night.
    case("Mo-Su 20:00-02:00; PH off", &["11-28"], &["2026-11-30"])
        .check("2026-11-28 01:00", "open until 2026-11-28 02:00")
        .check("2026-11-28 21:00", "closed until 2026-11-29 20:00")
        .check("2026-11-30 01:00", "open until 2026-11-30 02:00")
        .check("2026-11-30 23:00", "closed until 2026-12-01 20:00");
    // What is closed by the clock is closed for both nights that meet there.
    case("Mo-Su 20:00-04:00; Sa 01:00-02:00 off", &[], &[])
        .check("2026-11-27 23:00", "open until 2026-11-28 01:00")
        .check("2026-11-28 01:30", "closed until 2026-11-28 02:00")
        .check("2026-11-28 02:00", "open until 2026-11-28 04:00")
        .check("2026-11-29 00:30", "open until 2026-11-29 04:00");
    // One night goes on into the next day's hours.
    case("Fr 20:00-10:00; Sa 09:00-12:00", &[], &[]).check("2026-11-27 20:00", "open until 2026-11-28 12:00");
    case("Mo-Su 08:00-32:00", &[], &[]).check("2026-11-27 20:00", "open");
    case("20:00-02:00", &[], &[])
        .check("0000-01-01 00:00", "closed until 0000-01-01 20:00")
        .check("9999-12-31 23:00", "open");
}

#[test]
fn an_additional_day_has_its_own_hours_only() {
    let case = |open: &[&str]| {
        let schedule =
            Schedule::parse("Mo-Fr 09:00-17:00; PH off", &["01-01..01-08"], &["2027-01-12..2027-01-14"], open);
        Case(schedule.unwrap_or_else(|error| panic!("{open:?}: {error:?}")))
    };
    // Saturday, 9 January 2027; it beats holidays and the hours of the week.
    case(&["2027-01-07..2027-01-09 10:00-14:00", "2027-01-11 12:00-13:00,20:00-01:00"])
        .check("2026-12-31 17:00", "closed until 2027-01-07 10:00")
        .check("2027-01-08 14:00", "closed until 2027-01-09 10:00")
        .check("2027-01-09 14:00", "closed until 2027-01-11 12:00")
        .check("2027-01-11 13:00", "closed until 2027-01-11 20:00")
        .check("2027-01-12 00:30", "open until 2027-01-12 01:00")
        .check("2027-01-12 01:00", "closed until 2027-01-15 09:00");
    case(&[]).check("2026-12-31 17:00", "closed until 2027-01-11 09:00");
}

#[test]
fn hours_with_a_comment_are_hours_and_a_comment_alone_is_none() {
    case("Mo-Fr 09:00-17:00 \"по записи\"; We \"уточняйте\"", &[], &[])
        .check("2026-11-24 09:00", "open until 2026-11-24 17:00")
        .check("2026-11-24 17:00", "closed until 2026-11-26 09:00");
    case("\"по записи\"", &[], &[]).check("2026-11-24 09:00", "closed");
}

#[test]
fn a_schedule_has_the_spans_of_each_day() {
    let schedule = Schedule::parse(
        "Mo-Fr 09:00-12:00,13:00-17:00; PH 10:00-12:00; Sa[1] 20:00-02:00",
        &["11-04"],
        &["2026-12-31", "2025-05-02..2025-05-04"],
        &["2027-01-09 08:00-11:00"],
    )
    .expect("a good schedule");
    let spans = |date: &str| -> Vec<(u8, u8)> {
        let spans = schedule.spans(Date::parse(date).expect("a date"));
        spans.iter().map(|span| (span.start.hour(), span.end.hour())).collect()
    };
    assert_eq!(spans("2026-11-03"), [(9, 12), (13, 17)]);
    assert_eq!(spans("2026-11-04"), [(10, 12)]);
    assert_eq!(spans("2031-11-04"), [(10, 12)]);
    assert_eq!(spans("2026-11-07"), [(20, 26)]);
    assert_eq!(spans("2026-11-14"), []);
    assert_eq!(spans("2026-12-31"), []);
    assert_eq!(spans("2025-05-02"), []);
    assert_eq!(spans("2027-01-09"), [(8, 11)]);
    assert_eq!(schedule.last_closed_year(), Some(2027));
    let possible: Vec<(u8, u8)> =
        schedule.possible_spans(Weekday::Saturday).iter().map(|span| (span.start.hour(), span.end.hour())).collect();
    assert_eq!(possible, [(8, 12), (20, 26)]);
    assert_eq!(schedule.without_closed().last_closed_year(), None);
}
