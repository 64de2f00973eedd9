//! The live status: right at each instant and in each time zone, on the minute, after sleep, and never larger than its
//! reserved box.

use std::time::Duration;

use serde_json::json;

use crate::guide::{
    answer, answered_steps, host, path_by_options, ui_string, wait_for_islands, wait_for_step, wait_for_trail,
};
use crate::search::{replace_by_pasting, wait_for_first_result};
use crate::support::{Host, Page, Setup};

/// The hotline's card on the start step and on its own step.
const CARDS: [&str; 2] = ["", "#hotline"];
const STATUS: &str = "[data-island=status]";

/// The text of the visible status.
#[track_caller]
fn status_text(page: &Page) -> String {
    page.text(STATUS)
}

/// The words with which an open or a closed status begins.
fn state_word(open: bool) -> String {
    ui_string("status", if open { "open" } else { "closed" })
}

/// Waits until the visible status says open, or closed.
#[track_caller]
pub fn wait_for_status(page: &Page, open: bool) {
    let shown = format!("[...document.querySelectorAll('{STATUS}')].find(e => e.checkVisibility()).innerText");
    page.wait_until(&format!("{shown}.includes({})", json!(state_word(open))), &state_word(open));
}

/// Opens a page at an instant, with its islands.
#[track_caller]
fn open_at(host: &Host, fragment: &str, instant: &str) -> Page {
    let page = Setup::default().clock_at(instant).page();
    page.open(&host.url(fragment));
    wait_for_islands(&page);
    page
}

#[test]
fn the_status_is_right_at_each_instant_in_every_time_zone() {
    let host = host();
    // A Tuesday, its opening and closing, a Wednesday, a holiday on a Tuesday, an exceptional day off on a Thursday.
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
        let mut texts = Vec::new();
        for zone in ["Europe/Moscow", "Asia/Kamchatka", "America/Los_Angeles"] {
            let page = Setup::default().clock_at(instant).zone(zone).page();
            page.open(&host.url("#hotline"));
            wait_for_islands(&page);
            texts.push(status_text(&page));
        }
        assert!(texts.iter().all(|text| *text == texts[0]), "{instant}: {texts:#?}");
        let text = &texts[0];
        assert!(text.contains(&state_word(open)) && !text.contains(&state_word(!open)), "{instant}: {text}");
        assert!(text.contains(time), "{instant}: {text}");
    }
}

#[test]
fn both_cards_show_the_same_status() {
    let host = host();
    let text = CARDS.map(|card| status_text(&open_at(&host, card, "2026-11-24T14:20:10+03:00")));
    assert_eq!(text[0], text[1]);
    assert!(text[0].contains('2') && text[0].contains("10"), "two hours and ten minutes are left: {}", text[0]);
}

#[test]
fn without_script_the_hours_are_shown() {
    let host = host();
    let page = Setup::default().script_off().page();
    for card in CARDS {
        page.open("about:blank");
        page.open(&host.url(card));
        let text = status_text(&page);
        assert!(text.contains("13:00") && text.contains("16:30"), "{text}");
        assert!(!text.contains(&state_word(true)) && !text.contains(&state_word(false)), "{text}");
    }
}

#[test]
fn the_status_changes_on_time_at_opening_and_closing() {
    let host = host();
    for (before, edge, open) in [
        ("2026-11-24T12:59:58.500+03:00", "2026-11-24T13:00:00+03:00", true),
        ("2026-11-24T16:29:58.500+03:00", "2026-11-24T16:30:00+03:00", false),
    ] {
        let page = open_at(&host, "#hotline", &before.replace(":58.500", ":05"));
        wait_for_status(&page, !open);
        // Records when the status changed, by the page's own clock.
        let recorder = format!(
            "window.changes = []; for (const e of document.querySelectorAll('{STATUS}'))
                new MutationObserver(() => changes.push([Date.now(), e.innerText.includes({})])).observe(e, {{ subtree: true, childList: true, characterData: true, attributes: true }})",
            json!(state_word(open))
        );
        page.eval(&recorder);
        page.advance_to(before);
        wait_for_status(&page, open);
        let delay = format!("changes.filter(([, now]) => now)[0][0] - Date.parse({})", json!(edge));
        let delay = page.eval(&delay).as_f64().unwrap();
        assert!((0.0..1500.0).contains(&delay), "{edge}: changed {delay} ms after it");
        assert_eq!(page.console(), [""; 0]);
    }
}

#[test]
fn the_remaining_time_counts_down_by_the_minute() {
    let host = host();
    let page = open_at(&host, "#hotline", "2026-11-24T16:20:10+03:00");
    assert!(status_text(&page).contains("10"), "{}", status_text(&page));
    for left in ["9", "8", "7"] {
        page.advance(Duration::from_secs(60));
        page.wait_until(
            &format!("document.querySelector('#hotline {STATUS}').innerText.includes({})", json!(left)),
            left,
        );
        let text = status_text(&page);
        assert!(!text.contains("10"), "{text}");
    }
}

#[test]
fn a_tab_that_slept_shows_the_right_status() {
    let host = host();
    let page = open_at(&host, "#hotline", "2026-11-24T10:00:10+03:00");
    wait_for_status(&page, false);
    for (hours, open) in [(4, true), (3, false), (7 * 24 - 3, true)] {
        page.sleep(Duration::from_secs(hours * 3600));
        wait_for_status(&page, open);
    }
}

/// No browser fires an event when the clock is set; the next minute tick notices it.
#[test]
fn a_changed_clock_is_followed_within_a_minute() {
    let host = host();
    let page = open_at(&host, "#hotline", "2026-11-24T12:30:05+03:00");
    wait_for_status(&page, false);
    for (seconds, open) in
        [(3600, true), (-3600, false), (3 * 3600, true), (3600, false), (-86_400 - 7200, false), (86_400, true)]
    {
        page.jump(seconds);
        page.advance(Duration::from_secs(61));
        wait_for_status(&page, open);
    }
    assert_eq!(page.console(), [""; 0]);
    assert_eq!(page.layout_shifts(), [""; 0]);
}

#[test]
fn a_tab_that_slept_for_days_keeps_its_step_and_updates_the_status() {
    let host = host();
    let page = open_at(&host, "", "2026-11-24T14:20:10+03:00");
    let path = path_by_options(&["application-cancelled", "no", "not-helped"]);
    for edge in path {
        answer(&page, edge);
    }
    let day = Duration::from_secs(24 * 3600);
    // From Tuesday, when it is open, to Wednesday, Thursday and Friday.
    for (open, next) in [(false, "20261126T130000"), (true, "20261201T130000"), (false, "20261201T130000")] {
        page.sleep(day);
        wait_for_status(&page, open);
        page.wait_until(
            &format!("document.querySelector('#hotline .remind a').href.includes('{next}')"),
            "the reminder",
        );
        wait_for_trail(&page, &answered_steps(path));
    }
    // The page still works.
    page.back();
    wait_for_step(&page, &path[2].from);
    page.tap(".top a");
    wait_for_step(&page, "start");
    replace_by_pasting(&page, "забыл почту");
    wait_for_first_result(&page, "forgot-email");
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn the_live_status_has_the_size_of_the_plain_one() {
    let host = host();
    let plain_page = Setup::default().script_off().page();
    // Near and far openings, and one beyond the known holidays: each has a text of another length.
    let live_page = Setup::default().clock_at("2026-11-24T09:00:10+03:00").page();
    let hours_asleep = [0, 5, 4, 24, 40 * 24, 300 * 24, 24, 24];
    for card in CARDS {
        for page in [&plain_page, &live_page] {
            page.open("about:blank");
            page.open(&host.url(card));
        }
        wait_for_islands(&live_page);
        for hours in hours_asleep {
            live_page.sleep(Duration::from_secs(hours * 3600));
            for (width, height) in [(320, 568), (360, 640), (412, 915), (768, 1024), (1280, 800)] {
                let boxes = [&plain_page, &live_page].map(|page| {
                    page.resize(width, height);
                    page.eval(&format!("(e => [e.offsetWidth, e.offsetHeight, e.closest('section').offsetHeight].join('×'))([...document.querySelectorAll('{STATUS}')].find(e => e.checkVisibility()))"))
                });
                assert_eq!(boxes[0], boxes[1], "{width} px wide, «{}»", status_text(&live_page));
                let overflow = live_page.eval(&format!("(e => e.scrollHeight - e.clientHeight)([...document.querySelectorAll('{STATUS}')].find(e => e.checkVisibility()))"));
                assert_eq!(overflow, 0, "{width} px wide, «{}» does not fit", status_text(&live_page));
            }
        }
    }
}
