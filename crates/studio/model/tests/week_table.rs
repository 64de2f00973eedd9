//! The table of weekdays says what its notation says, by the guide's own reading of it.

use guide_core::schedule::civil::Date;
use guide_core::schedule::{Schedule, Span};
use guide_studio_model::{Interval, WeekTable, time_of, time_text};

/// The hours of two weeks, a day after the other, of which the second Tuesday is a holiday.
fn open_hours(notation: &str) -> Vec<Vec<Span>> {
    let Ok(schedule) = Schedule::parse(notation, &["12-01"], &[], &[]) else { panic!("{notation}") };
    let monday = Date::new(2026, 11, 23).expect("a day");
    (0..14).map(|day| schedule.spans(monday.days_later(day).expect("a day"))).collect()
}

#[test]
fn notations_that_a_table_can_show() {
    for (notation, written) in [
        ("Tu,Th 13:00-16:30; PH off", "Tu,Th 13:00-16:30; PH off"),
        ("Mo-Fr 09:00-13:00,14:00-18:00", "Mo-Fr 09:00-13:00,14:00-18:00"),
        ("Mo-Fr 09:00-13:00, 14:00-18:00; We off", "Mo,Tu,Th,Fr 09:00-13:00,14:00-18:00"),
        ("Mo-Th 09:00-18:00; Fr 09:00-17:00; PH closed", "Mo-Th 09:00-18:00; Fr 09:00-17:00; PH off"),
        ("Sa-Mo 10:00-12:00", "Mo,Sa,Su 10:00-12:00"),
        ("24/7", "Mo-Su 00:00-24:00"),
        ("09:00-17:00; PH off", "Mo-Su 09:00-17:00; PH off"),
        ("PH off; 09:00-17:00", "Mo-Su 09:00-17:00"),
        ("Fr,Sa 22:00-06:00", "Fr,Sa 22:00-06:00"),
        ("Mo-Fr 20:00-00:00", "Mo-Fr 20:00-00:00"),
        ("Mo-Su off", "Mo-Su off"),
        ("Mo-Fr off; Su 10:00-11:00", "Su 10:00-11:00"),
    ] {
        let table = WeekTable::parse(notation).unwrap_or_else(|| panic!("{notation}"));
        assert_eq!(table.notation(), written, "{notation}");
        assert_eq!(WeekTable::parse(written).as_ref(), Some(&table), "{written}");
        assert_eq!(open_hours(notation), open_hours(written), "{notation}");
    }
}

#[test]
fn notations_that_a_table_cannot_show() {
    for notation in [
        "",
        "Mo",
        "Mo-Fr",
        "Mo-Fr 9:00-17:00",
        "Mo-Fr 09:00",
        "Mo-Fr 09:00-17:00;",
        "Пн 09:00-17:00",
        "Sa[1,3] 10:00-14:00",
        "Jun-Aug Mo-Fr 09:00-12:00",
        "week 1-53/2 Mo 09:00-12:00",
        "2027 Jan 09 10:00-14:00",
        "Sa 10:00-14:00 \"по записи\"",
        "Mo 09:00-10:00,11:00-12:00,13:00-14:00",
        "Mo 11:00-12:00,09:00-10:00",
        "Mo 20:00-26:00",
        "Mo 09:00-09:00",
        "PH 10:00-14:00",
        "Mo,PH off",
        "PH off; Mo 09:00-17:00",
        "Mo-Fr 08:00-12:00, We 13:00-17:00",
        "Mo 25:00-26:00",
    ] {
        assert_eq!(WeekTable::parse(notation), None, "{notation}");
    }
}

#[test]
fn every_table_reads_back() {
    let choices =
        [vec![], vec![(540, 1080)], vec![(540, 780), (840, 1080)], vec![(1320, 360)], vec![(0, 1440)], vec![(1200, 0)]];
    // Numbers of six digits in base six, with a stride that meets every digit at every day.
    for seed in (0..6_usize.pow(7)).step_by(1009) {
        let mut rest = seed;
        let days = std::array::from_fn(|_| {
            let choice = &choices[rest % 6];
            rest /= 6;
            choice.iter().map(|(from, to)| Interval { from: *from, to: *to }).collect()
        });
        let table = WeekTable { days, closed_on_holidays: seed % 2 == 0 };
        let is_closed = table.days.iter().all(Vec::is_empty);
        let back = WeekTable::parse(&table.notation()).unwrap_or_else(|| panic!("{}", table.notation()));
        assert_eq!(back.days, table.days, "{}", table.notation());
        assert_eq!(back.closed_on_holidays, table.closed_on_holidays && !is_closed);
    }
}

#[test]
fn times_as_people_write_them() {
    for (text, wanted) in [
        ("9", 540),
        ("09:00", 540),
        (" 9.30 ", 570),
        ("930", 570),
        ("13-05", 785),
        ("0", 0),
        ("24:00", 1440),
        ("1800", 1080),
    ] {
        assert_eq!(time_of(text), Some(wanted), "{text}");
    }
    for text in ["", "25", "9:60", "24:01", "9:5", "девять", "9:00-10:00", "12345", "ё0", "-1", "+9", "9:+5"] {
        assert_eq!(time_of(text), None, "{text}");
    }
    assert_eq!(time_text(545), "09:05");
}
