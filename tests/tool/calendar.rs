//! The calendar file of the built site, compared with `guide status` for each day.

use crate::calendar_times::times;
use crate::{SMALL, content, guide, guide_reading, stderr, stdout};

/// Moscow's offset from UTC in these years, in seconds.
const OFFSET: i64 = 3 * 3600;

#[test]
fn the_calendar_file_matches_the_status_over_two_years() {
    let folder = tempfile::tempdir().expect("a folder");
    let built = guide(&["build", "--out", &folder.path().to_string_lossy()]);
    assert_eq!(built.status.code(), Some(0), "{}", stderr(&built));
    let text = std::fs::read_to_string(folder.path().join("hotline.ics")).expect("the file");
    let worker = std::fs::read_to_string(folder.path().join("sw.js")).expect("the worker");
    assert!(worker.contains("\"hotline.ics\":\"sha384-"), "it is kept for days without a network");
    for word in ["+7 (4932) 48-28-08", "18.12.2024", "В праздники уточняйте.", "TRIGGER:-PT10M"] {
        assert!(text.replace("\r\n ", "").contains(word), "{word}: {text}");
    }

    let times = times(&text);
    let first: jiff::Timestamp = "2025-01-01T00:00:00+03:00".parse().expect("an instant");
    let days = (0..365 * 2).map(|day| first.as_second() + day * 86_400);
    // Around every moment at which an event may begin or end, and at other times of the day.
    let instants: Vec<i64> = days
        .flat_map(|day| [0, 9 * 60, 13 * 60, 16 * 60 + 30, 24 * 60].map(|minute| day + minute * 60))
        .flat_map(|second| [second - 1, second])
        .collect();
    let rfc3339 = |second: &i64| jiff::Timestamp::from_second(*second).expect("an instant").to_string() + "\n";
    let answered = guide_reading(&["status", "--stdin"], &instants.iter().map(rfc3339).collect::<String>());
    let answers: Vec<String> = stdout(&answered).lines().map(str::to_owned).collect();
    assert_eq!(answers.len(), instants.len(), "{}", stderr(&answered));
    let mut open = 0;
    for (second, answer) in instants.iter().zip(&answers) {
        let in_event = times.iter().any(|(start, end)| (*start..*end).contains(&(second + OFFSET)));
        assert_eq!(in_event, answer.contains("\"open\""), "{}: {answer}", rfc3339(second));
        open += usize::from(in_event);
    }
    assert!(open > 300, "only {open}");
}

#[test]
fn a_hotline_that_is_never_open_has_no_calendar_file() {
    let (folder, path) = content(&SMALL.replace("Mo-Fr 09:00-12:00,13:00-17:00; PH off", "off"));
    let out = folder.path().join("dist");
    let built = guide(&["build", "--content", &path, "--out", &out.to_string_lossy()]);
    assert_eq!(built.status.code(), Some(0), "{}", stderr(&built));
    assert!(out.join("index.html").is_file() && !out.join("hotline.ics").exists());
}
