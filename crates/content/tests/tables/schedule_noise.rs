//! Random texts in the place of hours or dates: an answer, never a panic.

use guide_content::load::schedule_errors::explain;
use guide_core::schedule::{Date, Part, Schedule};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::schedule_tokens::TOKENS;

/// Any text, and text that is nearly right.
fn noise() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[MoTuWeThFrSaPHofJanDecweek 0-9:;,./+|\"–—ВтМо\u{a0}\\[\\]-]{0,40}",
        "[0-9.-]{0,14}",
        "20[0-9]{2}-[01][0-9]-[0-3][0-9][0-9:., -]{0,14}",
        vec(select(&TOKENS[..]), 0..9).prop_map(|tokens| tokens.concat()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn parsing_never_panics_and_each_error_has_a_place_and_a_message(text in noise(), other in noise()) {
        let _ = Date::parse(&text);
        let _ = Schedule::read(&text);
        for parsed in [
            Schedule::parse(&text, &[], &[], &[]),
            Schedule::parse("off", &[&other, &text], &[], &[]),
            Schedule::parse("off", &[], &[&other, &text], &[]),
            Schedule::parse("off", &[], &[], &[&other, &text]),
        ] {
            let errors = parsed.err().unwrap_or_default();
            for error in errors {
                let first = matches!(error.part, Part::Holiday(0) | Part::Closed(0) | Part::Open(0));
                let text = if first { &other } else { &text };
                prop_assert!(text.get(error.at.clone()).is_some(), "{:?} in {:?}", error, text);
                // To point at nothing is right only where the text, or one side of a range, is missing.
                prop_assert!(!error.at.is_empty() || text.is_empty() || text.contains(".."), "{:?} in {:?}", error, text);
                prop_assert!(explain(&error, text).ru.ends_with('.'));
            }
        }
    }
}
