//! Holidays and closed dates that are refused, and the messages.

use guide_core::schedule::{Kind, Part, Schedule};

use crate::schedule_refusals::{refused, said as explain};

#[test]
fn malformed_holidays_are_refused_with_their_index() {
    for (text, at, kind) in [
        ("02-30", 0..5, Kind::NoSuchDate),
        ("13-01", 0..5, Kind::NoSuchDate),
        ("00-10", 0..5, Kind::NoSuchDate),
        ("01-01..04-31", 7..12, Kind::NoSuchDate),
        ("02-30..03-01", 0..5, Kind::NoSuchDate),
        ("2-23", 0..4, Kind::DateShape),
        ("2026-02-23", 0..10, Kind::DateShape),
        ("01-01…01-08", 0..13, Kind::DateShape),
        ("01-01..", 7..7, Kind::DateShape),
        ("..01-08", 0..0, Kind::DateShape),
        ("01-01...01-08", 7..13, Kind::DateShape),
        ("01-01 .. 01-08", 0..6, Kind::DateShape),
        ("23 февраля", 0..17, Kind::DateShape),
        ("", 0..0, Kind::DateShape),
    ] {
        let error = refused("off", &["01-01", text], &[], &[]);
        assert_eq!((error.part, error.at.clone(), error.kind), (Part::Holiday(1), at, kind), "{text:?}");
        let said = explain(&error, text);
        let expected = if kind == Kind::NoSuchDate {
            "в календаре нет. Сначала месяц"
        } else {
            "(«01-01..01-08»), без года."
        };
        assert!(said.contains(expected), "{said}");
    }
    assert_eq!(
        explain(&refused("off", &["02-30"], &[], &[]), "02-30"),
        "Даты «02-30» в календаре нет. Сначала месяц, потом день: 23 февраля — «02-23»."
    );
}

#[test]
fn malformed_closed_dates_are_refused_with_their_index() {
    for (text, at, kind, said) in [
        ("2026-02-29", 0..10, Kind::NoSuchDate, "Даты «2026-02-29» в календаре нет."),
        ("2026-13-01", 0..10, Kind::NoSuchDate, "Сначала год"),
        ("12-31", 0..5, Kind::DateShape, "Дата «12-31» записана не так."),
        ("31.12.2026", 0..10, Kind::DateShape, "«2026-12-31»"),
        ("2026-12-30..2026-12-32", 12..22, Kind::NoSuchDate, "Даты «2026-12-32»"),
        ("2026-12-30..12-31", 12..17, Kind::DateShape, "Дата «12-31» записана не так."),
        ("2026-12-30..", 12..12, Kind::DateShape, "промежуток из двух таких дат"),
        ("2026-12-31..2026-12-30", 0..22, Kind::DateOrder, "кончается раньше"),
        ("2026-12-31 10:00-12:00", 0..22, Kind::DateShape, "записана не так"),
        ("0000-12-31", 0..10, Kind::DateShape, "записана не так"),
        ("", 0..0, Kind::DateShape, "записана не так"),
    ] {
        let error = refused("off", &[], &["2028-02-29", text], &[]);
        assert_eq!((error.part, error.at.clone(), error.kind), (Part::Closed(1), at, kind), "{text:?}");
        assert!(explain(&error, text).contains(said), "{}", explain(&error, text));
    }
}

#[test]
fn malformed_additional_days_are_refused_with_their_index() {
    for (text, at, kind, said) in [
        ("2027-01-09", 0..10, Kind::MissingHours, "«2027-01-09 10:00-14:00»"),
        ("2027-01-09 ", 0..10, Kind::MissingHours, "не указаны часы"),
        ("01-09 10:00-14:00", 0..5, Kind::DateShape, "Дополнительный день «01-09» записан не так"),
        ("2027-02-29 10:00-14:00", 0..10, Kind::NoSuchDate, "Даты «2027-02-29» в календаре нет"),
        ("2027-01-09..2027-01-08 10:00-14:00", 0..22, Kind::DateOrder, "кончается раньше"),
        ("10:00-14:00", 0..11, Kind::DateShape, "дата или промежуток дат, пробел и часы"),
        ("2027-01-09 10:00", 11..16, Kind::MissingEnd, "не указано"),
        ("2027-01-09 10:00-25:60", 17..22, Kind::NoSuchTime, "Времени «25:60»"),
        ("2027-01-09 10:00–14:00", 16..19, Kind::Dash, "обычный дефис"),
        ("2027-01-09 10:00-14:00 15:00-16:00", 23..28, Kind::AnotherSpan, "не хватает запятой"),
        ("2027-01-09 Mo 10:00-14:00", 11..13, Kind::Spelling, "«Mo» здесь лишнее"),
        ("2027-01-09 off", 11..14, Kind::Spelling, "«off» здесь лишнее"),
        ("2027-01-09 10:00-14:00, Mo 10:00-12:00", 22..23, Kind::Sign, "«,» здесь лишнее"),
        ("2027-01-09 10:00-14:00 \"x\"", 23..26, Kind::Comment, "Напишите только дату и часы"),
        ("", 0..0, Kind::DateShape, "записан не так"),
    ] {
        let error = refused("off", &[], &[], &["2028-02-29 10:00-12:00", text]);
        assert_eq!((error.part, error.at.clone(), error.kind), (Part::Open(1), at, kind), "{text:?}");
        assert!(explain(&error, text).contains(said), "{}", explain(&error, text));
    }
}

#[test]
fn a_day_is_open_once_and_not_closed() {
    let closed = ["2027-01-01..2027-01-10"];
    let error = refused("off", &[], &closed, &["2027-01-11 10:00-12:00", "2027-01-09 10:00-14:00"]);
    assert_eq!((error.part, error.at.clone(), error.kind), (Part::Open(1), 0..10, Kind::ClosedToo));
    let said = explain(&error, "2027-01-09 10:00-14:00");
    assert!(said.starts_with("День «2027-01-09» назван и среди дополнительных"), "{said}");
    let error = refused("off", &[], &[], &["2027-01-05..2027-01-09 10:00-12:00", "2027-01-09 13:00-14:00"]);
    assert_eq!((error.part, error.at.clone(), error.kind), (Part::Open(1), 0..10, Kind::OpenTwice));
    let said = explain(&error, "2027-01-09 13:00-14:00");
    assert!(said.contains("«2027-01-09 10:00-12:00,13:00-15:00»"), "{said}");
}

/// Each text with an error is named at once.
#[test]
fn all_texts_with_errors_are_refused_together() {
    let errors = Schedule::parse("Mo", &["1"], &["2", "2026-12-31"], &["3"]).err().expect("errors");
    let parts: Vec<Part> = errors.iter().map(|error| error.part).collect();
    assert_eq!(parts, [Part::Hours, Part::Holiday(0), Part::Closed(0), Part::Open(0)]);
}
