//! Filling placeholders.

use guide_core::fill::{fill, placeholders};

#[track_caller]
fn check(template: &str, expected: &str) {
    let filled = fill(template, &[("a", "1"), ("b", "{a}")]);
    assert_eq!(filled, expected);
}

#[test]
fn placeholders_with_a_value_are_filled() {
    check("", "");
    check("{a}", "1");
    check("до {a}, по {a}", "до 1, по 1");
    // What is filled in is text, not a template.
    check("{b}{a}", "{a}1");
    check("{c} и {a", "{c} и {a");
    check("}{", "}{");
    check("{{a}}", "{{a}}");
}

#[test]
fn placeholders_are_listed_with_their_ranges() {
    let found: Vec<_> = placeholders("в {time} — {ё}").map(|(name, at)| (name, at.start)).collect();
    assert_eq!(found, [("time", 3), ("ё", 14)]);
}
