//! A table of notations: every change of three years equals that of the independent crate `opening-hours`.

use guide_core::schedule::Schedule;
use jiff::civil;

use crate::schedule_reference::{intervals, our_intervals, reference};

const HOLIDAYS: [&str; 5] = ["12-30..01-08", "02-23", "02-29", "05-01", "11-04"];

/// Compares the text itself, as the reference reads it, from 2026 to 2028: a year of 53 weeks and a leap year are among them.
#[track_caller]
fn check(hours: &str) {
    let schedule = Schedule::parse(hours, &HOLIDAYS, &[], &[]).unwrap_or_else(|error| panic!("{hours}: {error:?}"));
    let theirs = reference(hours, &HOLIDAYS.map(str::to_owned)).unwrap_or_else(|| panic!("only we read {hours}"));
    let (from, to) = (civil::datetime(2026, 1, 1, 0, 0, 0, 0), civil::datetime(2029, 1, 1, 0, 0, 0, 0));
    let expected = intervals(&theirs, from, to);
    assert!(!expected.is_empty(), "{hours} is never open");
    assert_eq!(our_intervals(&schedule, from, to), expected, "{hours}");
    let read = Schedule::read(&schedule.compact()).unwrap_or_else(|| panic!("{hours}: {}", schedule.compact()));
    assert_eq!(our_intervals(&read, from, to), expected, "{hours} as {}", schedule.compact());
}

#[test]
fn hours_mean_what_they_mean_to_openstreetmap() {
    for hours in [
        "Tu,Th 13:00-16:30; PH off",
        "Mo-Fr 09:00-12:00,13:00-17:00; PH 10:00-12:00",
        "Mo-Fr 09:00-18:00; 13:00-14:00 off",
        "24/7",
        "24/7; PH off",
        // Weekdays of the month.
        "Sa[1] 10:00-14:00",
        "Sa[1,3] 10:00-14:00",
        "Sa[-1] 10:00-14:00",
        "Sa[1-2,-1] 10:00-14:00",
        "Mo[5] 10:00-14:00",
        "Mo-Fr 09:00-17:00; Sa[1,3] 10:00-14:00",
        "Mo-Sa 09:00-17:00; Sa[-1] off",
        "Tu,Sa[1],Su[-1] 10:00-14:00; PH off",
        "PH,Sa[2] 10:00-14:00",
        // Weeks.
        "week 1-53/2 Sa 10:00-14:00",
        "week 2-52/2 Sa 10:00-14:00",
        "week 1-53/2 Mo-Fr 09:00-12:00; week 2-52/2 Mo-Fr 13:00-17:00",
        "week 10-20 Mo 09:00-12:00",
        "week 53 Mo-Su 09:00-12:00",
        "week 1 Mo-Su 09:00-12:00",
        "week 1,5,10-12,20-40/5 Mo 09:00-12:00",
        "week 01-09 Mo 09:00-12:00",
        // Months and dates.
        "Jun-Aug Mo-Fr 09:00-12:00",
        "Mo-Fr 09:00-17:00; Jun-Aug Mo-Fr 09:00-12:00",
        "Mo-Fr 09:00-17:00; Jun-Aug off",
        "Jun-Aug: Mo-Fr 09:00-12:00",
        "Nov-Feb 10:00-15:00",
        "Feb 10:00-15:00",
        "Jan,Mar,Jun-Aug Mo 10:00-15:00",
        "Jan 09 10:00-14:00",
        "Jan 9 10:00-14:00",
        "Jan 09-12 10:00-14:00",
        "Feb 29 10:00-14:00",
        "Feb 28-Mar 01 10:00-14:00",
        "Mo-Fr 09:00-17:00; Dec 25-Jan 08 off",
        "Mo-Fr 09:00-17:00; Dec 25-Jan 08,May 01-10 off",
        "Sep 01-May 31 Mo-Fr 09:00-17:00; PH off",
        "Jun-Aug week 1-53/2 Mo 09:00-12:00",
        "Jan Sa[1] 10:00-12:00",
        "Jan PH 10:00-12:00",
        "2027 Jan 09 10:00-14:00",
        "2027 Jan 09-12 10:00-14:00",
        "2027 Dec 25-2028 Jan 08 10:00-14:00",
        "2027 Dec 25-Jan 08 10:00-14:00",
        "Mo-Fr 09:00-17:00; 2027 Jan 09 10:00-14:00; 2027 Jan 11 off",
        "2026 Jun 01,2027 Jan 09 10:00-14:00",
        // Over midnight.
        "20:00-02:00",
        "Fr,Sa 20:00-02:00",
        "Fr 20:00-26:00",
        "Mo-Fr 09:00-12:00,22:00-01:00",
        "Su 22:00-46:00",
        "Dec 31 20:00-04:00",
        "week 1-53/2 Su 20:00-04:00",
        "Sa[-1] 20:00-04:00",
        "Mo-Su 20:00-04:00; 02:00-03:00 off",
        "Mo-Su 20:00-04:00; Sa 23:00-01:00 off",
        "Mo-Fr 08:00-20:00, Fr 22:00-03:00",
        // Additional rules.
        "Mo 09:00-12:00, We 13:00-17:00",
        "Mo-Fr 09:00-12:00, We 14:00-17:00",
        "Mo-Fr 09:00-12:00, We 11:00-17:00, PH off",
        "Mo-Fr 09:00-12:00, Sa[1] 10:00-11:00, week 1-53/2 Mo 14:00-15:00; PH off",
        "Mo-Fr 09:00-12:00, Jun-Aug Mo 14:00-15:00",
        "Mo-Fr 09:00-12:00, 2027 Jan 09 10:00-14:00",
        "PH off, Mo 09:00-12:00",
        "Mo-Fr 09:00-12:00; We off, We 14:00-17:00",
        // With a comment, which is a comment on hours.
        "Mo-Fr 09:00-17:00 \"по записи\"",
        "Mo-Fr 09:00-17:00 \"по записи; звоните, пожалуйста\"; PH off \"праздник\"",
    ] {
        check(hours);
    }
}
