//! Instants and the lines of JSON that answer them.

use super::*;

const HOLIDAYS: [&str; 2] = ["01-01..01-08", "11-04"];

fn schedule(hours: &str) -> Schedule {
    Schedule::parse(hours, &HOLIDAYS, &["2026-12-31"], &[]).expect("a good schedule")
}

#[track_caller]
fn check(hours: &str, zone: &str, instant: &str, expected: &str) {
    let answer = time_zone(zone).and_then(|zone| answer_text(&schedule(hours), &zone, instant));
    assert_eq!(answer.unwrap_or_else(|error| error.ru), expected);
}

#[test]
fn an_instant_is_answered_in_the_zone_of_the_guide() {
    let at = |instant, expected| check("Tu,Th 13:00-16:30; PH off", "Europe/Moscow", instant, expected);
    let opens = r#"{"state":"closed","next_change":"2026-11-24T13:00:00+03:00"}"#;
    at("2026-11-24T12:59:59+03:00", opens);
    at("2026-11-24T12:59:59.999+03:00", opens);
    at("2026-11-24T09:59:59Z", opens);
    at("2026-11-24T12:59:59+03:00[Europe/Moscow]", opens);
    at("2026-11-24T13:00:00+03:00", r#"{"state":"open","next_change":"2026-11-24T16:30:00+03:00"}"#);
    at("2026-12-31T14:00:00+03:00", r#"{"state":"closed","next_change":"2027-01-12T13:00:00+03:00"}"#);
}

#[test]
fn a_status_that_never_changes_has_a_null_change() {
    check("off", "Europe/Moscow", "2026-11-24T12:00:00Z", r#"{"state":"closed","next_change":null}"#);
    check("24/7", "Europe/Moscow", "2027-11-24T12:00:00Z", r#"{"state":"open","next_change":null}"#);
}

#[test]
fn each_change_has_the_offset_of_its_instant() {
    let berlin = |hours, instant, expected| check(hours, "Europe/Berlin", instant, expected);
    berlin(
        "Mo 09:00-10:00",
        "2026-10-24T12:00:00+02:00",
        r#"{"state":"closed","next_change":"2026-10-26T09:00:00+01:00"}"#,
    );
    // 02:30 comes twice on that night: the answer is the one still ahead.
    berlin(
        "Su 02:30-03:00",
        "2026-10-25T02:10:00+02:00",
        r#"{"state":"closed","next_change":"2026-10-25T02:30:00+02:00"}"#,
    );
    berlin(
        "Su 02:30-03:00",
        "2026-10-25T02:10:00+01:00",
        r#"{"state":"closed","next_change":"2026-10-25T02:30:00+01:00"}"#,
    );
    // 02:30 does not come at all on that one.
    berlin(
        "Su 02:30-05:00",
        "2026-03-29T01:00:00+01:00",
        r#"{"state":"closed","next_change":"2026-03-29T03:30:00+02:00"}"#,
    );
}

#[test]
fn a_bad_instant_or_zone_is_refused_in_russian() {
    let at = |instant, expected| check("24/7", "Europe/Moscow", instant, expected);
    at(
        "2026-11-24T12:59:59",
        "У момента «2026-11-24T12:59:59» нет смещения от UTC: без него не понять, где это время. Напишите, например, 2026-11-24T12:59:59+03:00 (или Z вместо +03:00).",
    );
    at(
        "завтра",
        "Момент «завтра» не разобрать: нужны существующие дата, время и смещение от UTC. Напишите, например, 2026-11-24T12:59:59+03:00.",
    );
    at(
        "2026-02-30T12:00:00Z",
        "Момент «2026-02-30T12:00:00Z» не разобрать: нужны существующие дата, время и смещение от UTC. Напишите, например, 2026-11-24T12:59:59+03:00.",
    );
    at("", "Момент не указан. Напишите, например, 2026-11-24T12:59:59+03:00.");
    at("-000001-01-01T00:00:00Z", "Год этой даты не поддерживается: нужен год от 0000 до 9999.");
    check(
        "24/7",
        "Europe/Ivanovo",
        "2026-11-24T12:00:00Z",
        "Часовой пояс «Europe/Ivanovo» неизвестен. Напишите, например, Europe/Moscow.",
    );
}

#[test]
fn a_bad_instant_or_zone_is_refused_in_english() {
    let refused = |instant| answer_text(&schedule("24/7"), &TimeZone::UTC, instant).expect_err("a bad instant").en;
    let start = "The instant “завтра” makes no sense: it needs a date and a time that exist, and an offset from UTC. ";
    assert_eq!(refused("завтра"), format!("{start}Write, for example, 2026-11-24T12:59:59+03:00."));
    assert!(refused("2026-11-24T12:59:59").contains("has no offset from UTC"));
    assert_eq!(refused(""), "There is no instant. Write, for example, 2026-11-24T12:59:59+03:00.");
    assert!(refused("-000001-01-01T00:00:00Z").contains("from 0000 to 9999"));
    let zone = time_zone("Europe/Ivanovo").expect_err("no zone").en;
    assert_eq!(zone, "The time zone “Europe/Ivanovo” is unknown. Write, for example, Europe/Moscow.");
}

#[test]
fn a_bad_line_is_answered_and_the_others_too() {
    let zone = time_zone("Europe/Moscow").expect("a zone");
    let lines = |input: &[u8]| {
        let mut output = Vec::new();
        let good = answer_lines(&schedule("off"), &zone, input, &mut output).expect("no I/O error");
        (good, String::from_utf8(output).expect("text"))
    };
    let off = "{\"state\":\"closed\",\"next_change\":null}\n";
    let input = b"2026-11-24T12:00:00Z\topen\t\xff\r\n\n  \n2026-11-24T12:00:00+03:00";
    assert_eq!(lines(input), (true, off.repeat(2)));
    let (good, output) = lines(b"2026-11-24T12:00:00Z\n\"\xff\"\n\tnothing\n2026-11-24T12:00:00Z\n");
    let output: Vec<&str> = output.split_inclusive('\n').collect();
    assert!(!good);
    assert_eq!((output.len(), output[0], output[3]), (4, off, off));
    assert!(output[1].starts_with("{\"error\":\"Момент «\\\""), "{}", output[1]);
    assert!(output[2].starts_with("{\"error\":\"Момент не указан."), "{}", output[2]);
}
