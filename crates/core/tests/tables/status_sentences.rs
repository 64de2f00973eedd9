//! The status in words, with the strings of the shipped guide.

use guide_core::schedule::{Date, Moment, Schedule};
use guide_core::status_text::{sign_text, status_text};
use guide_core::strings::Strings;

fn strings() -> Strings {
    Strings::write([
        ("open", "Сейчас открыто,".to_owned()),
        ("open_until", "до {time} (ещё {left})".to_owned()),
        ("closed", "Сейчас закрыто.".to_owned()),
        ("opens_today", "Откроется сегодня в {time}".to_owned()),
        ("opens", "Откроется {weekday}, {day} {month}, в {time}".to_owned()),
        ("always", "круглосуточно".to_owned()),
        ("never", "Когда откроется, уточняйте".to_owned()),
        ("ask", "В праздники уточняйте.".to_owned()),
        ("hours_minutes", "{h} ч {m} мин".to_owned()),
        ("hours", "{h} ч".to_owned()),
        ("minutes", "{m} мин".to_owned()),
        ("weekdays", "в понедельник|во вторник|в среду|в четверг|в пятницу|в субботу|в воскресенье".to_owned()),
        ("months", "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря".to_owned()),
    ])
}

/// `2026-11-24 12:59:59` in the schedule's own zone.
fn moment(text: &str) -> Moment {
    let (date, time) = text.split_once(' ').expect("date time");
    let mut parts = time.split(':').map(|part| part.parse::<u32>().expect("a number"));
    let mut next = || parts.next().unwrap_or(0);
    let second = next() * 3600 + next() * 60 + next();
    Moment::new(Date::parse(date).expect("a date"), second).expect("a moment")
}

#[track_caller]
fn check(hours: &str, now: &str, expected: &str) {
    let schedule = Schedule::parse(hours, &["01-01..01-08", "11-04"], &["2026-12-31"], &[]).expect("a schedule");
    let now = moment(now);
    let text = status_text(schedule.status(now), now, schedule.last_closed_year(), &strings()).expect("every word");
    assert_eq!(format!("{} {}", text.state, text.rest), expected);
}

const HOURS: &str = "Tu,Th 13:00-16:30; PH off";

#[test]
fn open_and_closed_are_put_into_words() {
    check(HOURS, "2026-11-24 14:20", "Сейчас открыто, до 16:30 (ещё 2 ч 10 мин)");
    check(HOURS, "2026-11-24 13:00:00", "Сейчас открыто, до 16:30 (ещё 3 ч 30 мин)");
    check(HOURS, "2026-11-24 15:30", "Сейчас открыто, до 16:30 (ещё 1 ч)");
    check(HOURS, "2026-11-24 16:29:59", "Сейчас открыто, до 16:30 (ещё 1 мин)");
    check(HOURS, "2026-11-24 16:30:00", "Сейчас закрыто. Откроется в четверг, 26 ноября, в 13:00");
    check(HOURS, "2026-11-23 10:00", "Сейчас закрыто. Откроется во вторник, 24 ноября, в 13:00");
    check(HOURS, "2026-11-24 12:59:59", "Сейчас закрыто. Откроется сегодня в 13:00");
    check("We 09:05-10:00", "2026-11-24 12:00", "Сейчас закрыто. Откроется в среду, 25 ноября, в 09:05");
}

#[test]
fn after_the_last_listed_year_it_advises_to_ask() {
    let asked = "Сейчас закрыто. Откроется во вторник, 12 января, в 13:00. В праздники уточняйте.";
    check(HOURS, "2026-12-30 10:00", asked);
    check(HOURS, "2026-12-31 14:00", asked);
    check(HOURS, "2027-01-12 14:00", "Сейчас открыто, до 16:30 (ещё 2 ч 30 мин). В праздники уточняйте.");
}

#[test]
fn a_status_that_never_changes_is_put_into_words() {
    let text = |hours| {
        let schedule = Schedule::parse(hours, &[], &[], &[]).expect("a schedule");
        let now = moment("2026-11-24 14:20");
        status_text(schedule.status(now), now, None, &strings()).expect("every word").rest
    };
    assert_eq!(text("24/7"), "круглосуточно");
    assert_eq!(text("off"), "Когда откроется, уточняйте");
}

#[test]
fn a_missing_string_gives_no_text() {
    let schedule = Schedule::parse(HOURS, &["01-01..01-08"], &[], &[]).expect("a schedule");
    let now = moment("2026-11-24 14:20");
    let all = strings();
    for key in ["open", "open_until", "hours_minutes"] {
        let rest: String =
            all.text().lines().filter(|line| !line.starts_with(&format!("{key}: "))).collect::<Vec<_>>().join("\n");
        assert!(status_text(schedule.status(now), now, Some(2026), &Strings::read(&rest)).is_none(), "{key}");
    }
    assert!(status_text(schedule.status(now), now, Some(2026), &Strings::read("")).is_none());
}

#[track_caller]
fn check_sign(hours: &str, now: &str, expected: &str) {
    let schedule = Schedule::parse(hours, &["01-01..01-08", "11-04"], &["2026-12-31"], &[]).expect("a schedule");
    let strings = Strings::write([
        ("open", "открыта".to_owned()),
        ("open_until", "открыта до {time}".to_owned()),
        ("closed", "закрыта".to_owned()),
        ("closed_today", "закрыта до {time}".to_owned()),
        ("closed_until", "закрыта до {weekday} {time}".to_owned()),
        ("closed_long", "закрыта до {day} {month}".to_owned()),
        ("weekdays", "пн|вт|ср|чт|пт|сб|вс".to_owned()),
        ("months", "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря".to_owned()),
    ]);
    let now = moment(now);
    let text = sign_text(schedule.status(now), now, None, &strings).expect("every word");
    assert_eq!((text.state.as_str(), text.rest.as_str()), (expected, ""));
    assert_eq!(text.open, schedule.status(now).is_open());
}

#[test]
fn the_sign_has_the_status_in_a_few_words() {
    check_sign(HOURS, "2026-11-24 14:20", "открыта до 16:30");
    check_sign(HOURS, "2026-11-24 12:59:59", "закрыта до 13:00");
    check_sign(HOURS, "2026-11-24 16:30", "закрыта до чт 13:00");
    // Six days ahead the weekday is enough; the same one of next week is not.
    check_sign("Tu 13:00-16:30", "2026-11-25 00:00", "закрыта до вт 13:00");
    check_sign("Tu 13:00-16:30", "2026-11-24 16:30", "закрыта до 1 декабря");
    check_sign(HOURS, "2026-12-29 17:00", "закрыта до 12 января");
    check_sign("24/7", "2026-11-24 14:20", "открыта");
    check_sign("off", "2026-11-24 14:20", "закрыта");
    // A closing that is more than a day away has a time that says nothing of today.
    check_sign("Mo-Sa 00:00-24:00; Su 00:00-09:00", "2026-11-28 10:00", "открыта до 09:00");
    check_sign("Mo-Sa 00:00-24:00; Su 00:00-09:00", "2026-11-28 08:59", "открыта");
}
