//! The live status: right at each instant and in each zone, on the minute, after sleep, and never larger than its place.

use std::time::Duration;

use serde_json::json;

use crate::guide::{answer, answered, host, path_by, wait_for_islands, wait_for_step, wait_for_trail, word};
use crate::search::{paste, wait_for_first};
use crate::support::{Host, Page, Setup};

/// The card of the start step and the one of the hotline's own.
const CARDS: [&str; 2] = ["", "#hotline"];
const STATUS: &str = "[data-island=status]";

/// What the shown status says.
#[track_caller]
fn status(page: &Page) -> String {
    page.text(STATUS)
}

/// The words that the status begins with when open or closed.
fn state(open: bool) -> String {
    word("status", if open { "open" } else { "closed" })
}

/// Waits until the shown status says that it is open, or closed.
#[track_caller]
pub fn wait_for_state(page: &Page, open: bool) {
    let shown = format!("[...document.querySelectorAll('{STATUS}')].find(e => e.checkVisibility()).innerText");
    page.wait_until(&format!("{shown}.includes({})", json!(state(open))), &state(open));
}

/// A page at an instant, with its islands.
#[track_caller]
fn at(host: &Host, fragment: &str, instant: &str) -> Page {
    let page = Setup::default().clock_at(instant).page();
    page.open(&host.url(fragment));
    wait_for_islands(&page);
    page
}

#[test]
fn the_status_is_right_at_each_instant_in_every_time_zone() {
    let host = host();
    // A Tuesday, its edges, a Wednesday, a holiday on a Tuesday, a day off by decree on a Thursday.
    let instants = [
        ("2026-11-24T09:00:00+03:00", false, "13:00"),
        ("2026-11-24T12:59:30+03:00", false, "13:00"),
        ("2026-11-24T13:00:00+03:00", true, "16:30"),
        ("2026-11-24T14:20:00+03:00", true, "16:30"),
        ("2026-11-24T16:29:30+03:00", true, "16:30"),
        ("2026-11-24T16:30:00+03:00", false, "13:00"),
        ("2026-11-25T14:00:00+03:00", false, "13:00"),
        ("2027-02-23T14:00:00+03:00", false, "13:00"),
        ("2026-12-31T14:00:00+03:00", false, "13:00"),
        // Still Tuesday evening in Los Angeles, already Wednesday in Kamchatka.
        ("2026-11-25T02:00:00+03:00", false, "13:00"),
    ];
    for (instant, open, time) in instants {
        let mut told = Vec::new();
        for zone in ["Europe/Moscow", "Asia/Kamchatka", "America/Los_Angeles"] {
            let page = Setup::default().clock_at(instant).zone(zone).page();
            page.open(&host.url("#hotline"));
            wait_for_islands(&page);
            told.push(status(&page));
        }
        assert!(told.iter().all(|said| *said == told[0]), "{instant}: {told:#?}");
        let said = &told[0];
        assert!(said.contains(&state(open)) && !said.contains(&state(!open)), "{instant}: {said}");
        assert!(said.contains(time), "{instant}: {said}");
    }
}

#[test]
fn both_cards_show_the_same_status() {
    let host = host();
    let said = CARDS.map(|card| status(&at(&host, card, "2026-11-24T14:20:10+03:00")));
    assert_eq!(said[0], said[1]);
    assert!(said[0].contains('2') && said[0].contains("10"), "two hours and ten minutes are left: {}", said[0]);
}

#[test]
fn without_script_the_hours_are_shown() {
    let host = host();
    let page = Setup::default().script_off().page();
    for card in CARDS {
        page.open("about:blank");
        page.open(&host.url(card));
        let said = status(&page);
        assert!(said.contains("13:00") && said.contains("16:30"), "{said}");
        assert!(!said.contains(&state(true)) && !said.contains(&state(false)), "{said}");
    }
}

#[test]
fn the_status_changes_on_time_at_opening_and_closing() {
    let host = host();
    for (before, edge, open) in [
        ("2026-11-24T12:59:58.500+03:00", "2026-11-24T13:00:00+03:00", true),
        ("2026-11-24T16:29:58.500+03:00", "2026-11-24T16:30:00+03:00", false),
    ] {
        let page = at(&host, "#hotline", &before.replace(":58.500", ":05"));
        wait_for_state(&page, !open);
        // The status notes when it changed, by the page's own clock.
        let note = format!(
            "window.changes = []; for (const e of document.querySelectorAll('{STATUS}'))
                new MutationObserver(() => changes.push([Date.now(), e.innerText.includes({})])).observe(e, {{ subtree: true, childList: true, characterData: true, attributes: true }})",
            json!(state(open))
        );
        page.eval(&note);
        page.advance_to(before);
        wait_for_state(&page, open);
        let late = format!("changes.filter(([, now]) => now)[0][0] - Date.parse({})", json!(edge));
        let late = page.eval(&late).as_f64().unwrap();
        assert!((0.0..1500.0).contains(&late), "{edge}: changed {late} ms after it");
        assert_eq!(page.console(), [""; 0]);
    }
}

#[test]
fn the_remaining_time_counts_down_by_the_minute() {
    let host = host();
    let page = at(&host, "#hotline", "2026-11-24T16:20:10+03:00");
    assert!(status(&page).contains("10"), "{}", status(&page));
    for left in ["9", "8", "7"] {
        page.advance(Duration::from_secs(60));
        page.wait_until(
            &format!("document.querySelector('#hotline {STATUS}').innerText.includes({})", json!(left)),
            left,
        );
        let said = status(&page);
        assert!(!said.contains("10"), "{said}");
    }
}

#[test]
fn a_tab_that_slept_shows_the_right_status() {
    let host = host();
    let page = at(&host, "#hotline", "2026-11-24T10:00:10+03:00");
    wait_for_state(&page, false);
    for (hours, open) in [(4, true), (3, false), (7 * 24 - 3, true)] {
        page.sleep(Duration::from_secs(hours * 3600));
        wait_for_state(&page, open);
    }
}

/// No browser tells that the clock was set; the next turn of the minute does.
#[test]
fn a_changed_clock_is_followed_within_a_minute() {
    let host = host();
    let page = at(&host, "#hotline", "2026-11-24T12:30:05+03:00");
    wait_for_state(&page, false);
    for (seconds, open) in
        [(3600, true), (-3600, false), (3 * 3600, true), (3600, false), (-86_400 - 7200, false), (86_400, true)]
    {
        page.jump(seconds);
        page.advance(Duration::from_secs(61));
        wait_for_state(&page, open);
    }
    assert_eq!(page.console(), [""; 0]);
    assert_eq!(page.layout_shifts(), [""; 0]);
}

#[test]
fn a_tab_that_slept_for_days_keeps_its_step_and_updates_the_status() {
    let host = host();
    let page = at(&host, "", "2026-11-24T14:20:10+03:00");
    let path = path_by(&["application-cancelled", "no", "not-helped"]);
    for turn in path {
        answer(&page, turn);
    }
    let day = Duration::from_secs(24 * 3600);
    // From Tuesday, when it is open, to Wednesday, Thursday and Friday.
    for (open, next) in [(false, "20261126T130000"), (true, "20261201T130000"), (false, "20261201T130000")] {
        page.sleep(day);
        wait_for_state(&page, open);
        page.wait_until(
            &format!("document.querySelector('#hotline .remind a').href.includes('{next}')"),
            "the reminder",
        );
        wait_for_trail(&page, &answered(path));
    }
    // It was not only looked at.
    page.back();
    wait_for_step(&page, &path[2].from);
    page.tap(".top a");
    wait_for_step(&page, "start");
    paste(&page, "забыл почту");
    wait_for_first(&page, "forgot-email");
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn the_live_status_has_the_size_of_the_plain_one() {
    let host = host();
    let plain = Setup::default().script_off().page();
    // Near and far openings, and one so far that nobody knows the holidays: each has words of its own length.
    let live = Setup::default().clock_at("2026-11-24T09:00:10+03:00").page();
    let leaps = [0, 5, 4, 24, 40 * 24, 300 * 24, 24, 24];
    for card in CARDS {
        for page in [&plain, &live] {
            page.open("about:blank");
            page.open(&host.url(card));
        }
        wait_for_islands(&live);
        for hours in leaps {
            live.sleep(Duration::from_secs(hours * 3600));
            for (width, height) in [(320, 568), (360, 640), (412, 915), (768, 1024), (1280, 800)] {
                let boxes = [&plain, &live].map(|page| {
                    page.resize(width, height);
                    page.eval(&format!("(e => [e.offsetWidth, e.offsetHeight, e.closest('section').offsetHeight].join('×'))([...document.querySelectorAll('{STATUS}')].find(e => e.checkVisibility()))"))
                });
                assert_eq!(boxes[0], boxes[1], "{width} px wide, «{}»", status(&live));
                let over = live.eval(&format!("(e => e.scrollHeight - e.clientHeight)([...document.querySelectorAll('{STATUS}')].find(e => e.checkVisibility()))"));
                assert_eq!(over, 0, "{width} px wide, «{}» does not fit", status(&live));
            }
        }
    }
}
