//! Holidays and closed dates that are refused, and the messages.

use guide_content::load::schedule_errors::explain;
use guide_core::schedule::{Kind, Part};

use crate::schedule_refusals::refused;

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
        let error = refused("off", &["01-01", text], &[]);
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
        explain(&refused("off", &["02-30"], &[]), "02-30"),
        "Даты «02-30» в календаре нет. Сначала месяц, потом день: 23 февраля — «02-23»."
    );
}

#[test]
fn malformed_closed_dates_are_refused_with_their_index() {
    for (text, kind, said) in [
        ("2026-02-29", Kind::NoSuchDate, "Даты «2026-02-29» в календаре нет."),
        ("2026-13-01", Kind::NoSuchDate, "Сначала год"),
        ("12-31", Kind::DateShape, "Дата «12-31» записана не так."),
        ("31.12.2026", Kind::DateShape, "например «2026-12-31»."),
        ("2026-12-30..2026-12-31", Kind::DateShape, "одной даты"),
        ("", Kind::DateShape, "записана не так"),
    ] {
        let error = refused("off", &[], &["2028-02-29", text]);
        assert_eq!((error.part, error.at.clone(), error.kind), (Part::Closed(1), 0..text.len(), kind), "{text:?}");
        assert!(explain(&error, text).contains(said), "{}", explain(&error, text));
    }
}
