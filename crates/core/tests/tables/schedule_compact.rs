//! A schedule as numbers, as the document carries it.

use guide_core::schedule::Schedule;
use proptest::prelude::*;

const CENTRE: &str = "1,780,990 3,780,990;;101,108 223,223;20261231";

#[test]
fn the_schedule_of_the_hotline_is_short() {
    let schedule = Schedule::parse("Tu,Th 13:00-16:30; PH off", &["01-01..01-08", "02-23"], &["2026-12-31"]);
    assert_eq!(schedule.expect("a good schedule").compact(), CENTRE);
    let never = Schedule::parse("off", &[], &[]).expect("a good schedule").compact();
    assert_eq!(never, ";;;");
    assert!(Schedule::read(&never).is_some());
}

#[test]
fn a_text_with_any_error_is_refused() {
    let garbled = [
        "",
        ";;",
        ";;;;",
        "1,780,990",
        "1,780;;;",
        "1,780,990,0;;;",
        "7,780,990;;;",
        "-1,780,990;;;",
        "1,990,780;;;",
        "1,780,780;;;",
        "1,780,1441;;;",
        "1,780,99999999999;;;",
        "x;;;",
        ";1,780;;",
        ";;101;",
        ";;1341,1341;",
        ";;10101,10101;",
        ";;230,230;",
        ";;;20260230",
        ";;;999991231",
        ";;;20261231,,",
    ];
    for text in garbled {
        assert!(Schedule::read(text).is_none(), "{text:?} was read");
    }
    assert!(Schedule::read(";;229,229;20240229").is_some(), "29 February is a day of some years");
}

proptest! {
    #[test]
    fn similar_texts_are_read_or_refused(text in "[0-9,; ]{0,40}") {
        if let Some(schedule) = Schedule::read(&text) {
            let again = Schedule::read(&schedule.compact());
            prop_assert!(again.is_some_and(|again| again.compact() == schedule.compact()), "{}", text);
        }
    }
}
