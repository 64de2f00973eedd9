//! A schedule as numbers, as the document carries it.

use guide_core::schedule::Schedule;
use proptest::prelude::*;

const CENTRE: &str = "101,108 223/=780,990:10;=:128/=::20261231";

#[test]
fn the_schedule_of_the_hotline_is_short() {
    let schedule = Schedule::parse("Tu,Th 13:00-16:30; PH off", &["01-01..01-08", "02-23"], &["2026-12-31"], &[]);
    assert_eq!(schedule.expect("a good schedule").compact(), CENTRE);
    let never = Schedule::parse("off", &[], &[], &[]).expect("a good schedule").compact();
    assert_eq!(never, "/=/");
    assert!(Schedule::read(&never).is_some());
}

#[test]
fn a_text_with_any_error_is_refused() {
    let garbled = [
        "",
        "/",
        "///",
        "/780,990/",
        "/~780,990/",
        "/=780/",
        "/=780,990,0/",
        "/=780,990,0,0/",
        "/=990,780/",
        "/=780,780/",
        "/=780,2881/",
        "/=1440,1500/",
        "/=780,99999999999/",
        "/=-780,990/",
        "/=x/",
        "/=:0/",
        "/=:256/",
        "/=:1,0/",
        "/=:1,64/",
        "/=:1,1,1/",
        "/=::101,20261231/",
        "/=::,101/",
        "/=::20261231,101/",
        "/=::20261231,20261230/",
        "/=::230,230/",
        "/=::20260230,20260230/",
        "/=::999991231,999991231/",
        "/=:::0,1,1/",
        "/=:::1,54,1/",
        "/=:::2,1,1/",
        "/=:::1,53,0/",
        "/=:::1,53/",
        "/=::::/",
        "101,/=/",
        "1341,1341/=/",
        "101,108,1/=/",
        "//=::20260230,20260230",
    ];
    for text in garbled {
        assert!(Schedule::read(text).is_none(), "{text:?} was read");
    }
    assert!(Schedule::read(&format!("/{}/", "=780,990:10;".repeat(700))).is_none(), "a text without end was read");
    assert!(Schedule::read("229,229/=600,720/=::20240229,20240229").is_some(), "29 February is a day of some years");
    assert!(Schedule::read("/=1200,1560:127,63:1225,108:1,53,2/").is_some());
}

/// Many rules, none of which is ever open: the search for a change goes on to its end.
#[test]
fn a_long_text_has_an_answer() {
    let schedule = Schedule::read(&format!("/{}/", vec!["=:::53,53,1"; 200].join(";"))).expect("a schedule");
    let now = crate::schedule_status::moment("2026-11-24 12:00");
    assert_eq!(schedule.status(now).next_change(), None);
}

proptest! {
    #[test]
    fn similar_texts_are_read_and_answered_or_refused(text in "[=+-]?[0-9,:;= /]{0,40}") {
        if let Some(schedule) = Schedule::read(&text) {
            let _ = schedule.status(crate::schedule_status::moment("2026-11-24 12:00"));
            let again = Schedule::read(&schedule.compact());
            prop_assert!(again.is_some_and(|again| again.compact() == schedule.compact()), "{}", text);
        }
    }
}
