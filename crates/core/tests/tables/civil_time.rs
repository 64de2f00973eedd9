//! Civil dates and times, against an independent calendar.

use guide_core::schedule::{Date, Moment, Time, Weekday};

fn date(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|| panic!("{text} is no date"))
}

#[test]
fn every_day_of_two_centuries_agrees_with_jiff() {
    let first = jiff::civil::date(1900, 1, 1);
    let mut theirs = first;
    let mut ours = date("1900-01-01");
    let start = ours;
    for number in 0.. {
        assert_eq!(ours, date(&theirs.to_string()));
        let fields = (ours.year() as i16, ours.month() as i8, ours.day() as i8);
        assert_eq!(fields, (theirs.year(), theirs.month(), theirs.day()));
        let weekday = theirs.weekday().to_monday_zero_offset() as usize;
        assert_eq!(ours.weekday().index(), weekday, "{theirs}");
        assert_eq!(start.days_until(ours), number, "{theirs}");
        if number > 0 {
            let before = ours.previous_day().expect("a day before");
            assert_eq!(before, date(&theirs.yesterday().expect("a day before").to_string()));
        }
        assert_eq!(ours.days_until(start), -number, "{theirs}");
        if theirs == jiff::civil::date(2100, 12, 31) {
            break;
        }
        let next = ours.next_day().expect("a next day");
        assert!(ours < next);
        theirs = theirs.tomorrow().expect("a next day");
        ours = next;
    }
}

#[test]
fn the_first_and_the_last_year_are_handled() {
    assert_eq!(date("0000-01-01").weekday(), Weekday::Saturday);
    assert_eq!(date("0000-02-28").next_day(), Some(date("0000-02-29")));
    assert_eq!(date("0000-02-29").next_day(), Some(date("0000-03-01")));
    assert_eq!(date("9999-12-31").weekday(), Weekday::Friday);
    assert_eq!(date("9999-12-31").next_day(), None);
    assert_eq!(date("0000-01-01").previous_day(), None);
    assert_eq!(date("0000-01-01").days_until(date("9999-12-31")), 3_652_424);
    assert_eq!(Moment::at(date("9999-12-31"), Time::END), None);
}

#[test]
fn only_existing_dates_in_the_one_form_are_read() {
    for text in [
        "",
        "-",
        "--",
        "2026-1-01",
        "2026-01-1",
        "26-01-01",
        "02026-01-01",
        "+026-01-01",
        "2026-01-01 ",
        " 2026-01-01",
        "2026/01/01",
        "2026-00-01",
        "2026-13-01",
        "2026-01-00",
        "2026-01-32",
        "2026-04-31",
        "2026-02-29",
        "1900-02-29",
        "2026-01-01-01",
        "２026-01-01",
        "2026-01",
        "2026-255-01",
        "2026-12-31..2027-01-01",
    ] {
        assert_eq!(Date::parse(text), None, "{text:?}");
    }
    assert_eq!(Date::new(10_000, 1, 1), None);
    assert_eq!(Date::new(2026, 12, 255), None);
    assert_eq!(Date::new(2000, 2, 29), Date::parse("2000-02-29"));
}

#[test]
fn times_range_over_two_days() {
    assert_eq!(Time::new(24, 0), Some(Time::END));
    assert_eq!(Time::new(0, 0), Some(Time::START));
    assert_eq!(Time::new(26, 30).map(|time| (time.hour(), time.minute())), Some((26, 30)));
    for (hour, minute) in [(48, 1), (49, 0), (12, 60), (255, 255)] {
        assert_eq!(Time::new(hour, minute), None);
    }
    let time = Time::new(16, 30).expect("a time");
    assert_eq!((time.hour(), time.minute(), time.seconds()), (16, 30, 59_400));
}

#[test]
fn moments_count_by_the_clock() {
    let at = |day: &str, second| Moment::new(date(day), second).expect("a moment");
    let evening = at("2026-12-31", 86_399);
    let morning = at("2027-01-01", 0);
    assert!(evening < morning);
    assert_eq!(Moment::new(date("2026-12-31"), 86_400), None);
    assert_eq!(Moment::at(date("2026-12-31"), Time::END), Some(morning));
    let time = |hour, minute| Time::new(hour, minute).expect("a time");
    assert_eq!(Moment::at(date("2026-12-31"), time(26, 30)), Some(at("2027-01-01", 9000)));
    assert_eq!(Moment::at(date("2026-12-31"), time(48, 0)), Some(at("2027-01-02", 0)));
    assert_eq!(evening.seconds_until(morning), 1);
    assert_eq!(morning.seconds_until(evening), -1);
    assert_eq!(evening.time(), Time::new(23, 59).expect("a time"));

    let open_until = at("2026-11-24", 16 * 3600 + 30 * 60);
    for (second, minutes) in [(0, 130), (1, 130), (59, 130), (60, 129), (7799, 1), (7800, 0), (7801, 0), (7860, -1)] {
        let now = at("2026-11-24", 14 * 3600 + 20 * 60 + second);
        assert_eq!(now.minutes_until(open_until), minutes, "{second}");
    }
}
