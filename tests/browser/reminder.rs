//! The reminder: a calendar file with the next opening, whatever the phone's time zone.

use icalendar::parser::{read_calendar, unfold};
use serde_json::json;

use crate::guide::{host, normalize_spaces, ui_string, wait_for_islands, wait_for_step};
use crate::support::{Page, Setup};

const REMINDER_LINK: &str = "#hotline .remind a";

/// The calendar file as the phone would get it.
#[track_caller]
fn calendar_file(page: &Page) -> String {
    let link = page.eval(&format!(
        "(a => [a.href.split(',')[0], decodeURIComponent(a.href.slice(a.href.indexOf(',') + 1)), a.download])(document.querySelector('{REMINDER_LINK}'))"
    ));
    assert_eq!(link[0], "data:text/calendar;charset=utf-8");
    assert_eq!(link[2], json!(ui_string("remind", "file")));
    link[1].as_str().unwrap_or_default().to_owned()
}

/// A property of the event: its value and its time zone.
#[track_caller]
fn property(text: &str, name: &str) -> (String, String) {
    let unfolded = unfold(text);
    let calendar = read_calendar(&unfolded).expect("a calendar");
    let event = calendar.components.iter().find(|part| part.name == "VEVENT").expect("an event");
    let property = event.properties.iter().find(|property| property.name == name).unwrap_or_else(|| panic!("{name}"));
    let zone = property.params.iter().find(|param| param.key == "TZID").and_then(|param| param.val.as_ref());
    (property.val.to_string(), zone.map(|zone| zone.to_string()).unwrap_or_default())
}

#[test]
fn the_reminder_is_the_next_opening_in_every_time_zone() {
    let host = host();
    let cases = [
        // A Monday; a moment when the line is open, so the opening after it; the last opening of a year, followed by the
        // holidays.
        ("2026-11-23T10:00:00+03:00", "20261124T130000", "20261124T163000"),
        ("2026-11-24T14:00:00+03:00", "20261126T130000", "20261126T163000"),
        ("2026-12-29T17:00:00+03:00", "20270112T130000", "20270112T163000"),
    ];
    for (instant, from, to) in cases {
        for zone in ["Europe/Moscow", "Asia/Kamchatka", "America/Los_Angeles"] {
            let page = Setup::default().clock_at(instant).zone(zone).page();
            page.open(&host.url("#hotline"));
            wait_for_islands(&page);
            assert_eq!(normalize_spaces(&page.text(REMINDER_LINK)), ui_string("remind", "button"));
            let text = calendar_file(&page);
            let moscow = |text: &str| (text.to_owned(), "Europe/Moscow".to_owned());
            assert_eq!(property(&text, "DTSTART"), moscow(from), "{instant} in {zone}");
            assert_eq!(property(&text, "DTEND"), moscow(to), "{instant} in {zone}");
            assert!(text.contains("TRIGGER:-PT10M"), "{text}");
            assert!(text.contains("TZOFFSETTO:+0300"), "{text}");
            // The file is stamped with this instant, in UTC.
            let stamp = property(&text, "DTSTAMP").0;
            let utc = page
                .eval(&format!("new Date({}).toISOString().replace(/[-:]|\\.\\d+/g, '').slice(0, 11)", json!(instant)));
            assert!(stamp.starts_with(utc.as_str().expect("text")), "{stamp} at {utc}");
            assert_eq!(page.console(), [""; 0]);
        }
    }
}

#[test]
fn the_reminder_moves_on_when_the_line_opens() {
    let host = host();
    let page = Setup::default().clock_at("2026-11-24T12:59:05+03:00").page();
    page.open(&host.url("#hotline"));
    wait_for_islands(&page);
    assert_eq!(property(&calendar_file(&page), "DTSTART").0, "20261124T130000");
    page.advance_to("2026-11-24T13:00:01+03:00");
    page.wait_until(
        &format!("document.querySelector('{REMINDER_LINK}').href.includes('20261126T130000')"),
        "the next opening",
    );
}

#[test]
fn both_cards_offer_the_same_reminder() {
    let host = host();
    let page = Setup::default().clock_at("2026-11-23T10:00:00+03:00").page();
    page.open(&host.url(""));
    wait_for_islands(&page);
    page.tap(".sign");
    wait_for_step(&page, "hotline");
    wait_for_islands(&page);
    // Each is stamped with the second in which it was made.
    let stamp = "decodeURIComponent(a.href).replace(/DTSTAMP:\\w+/, 'DTSTAMP')";
    let links = page.eval(&format!("[...document.querySelectorAll('.remind a')].map(a => {stamp})"));
    let links = links.as_array().expect("links");
    assert!(links.len() == 2 && links[0] == links[1], "{links:?}");
    assert!(links[0].as_str().is_some_and(|link| link.contains("\nDTSTAMP\r\n")), "{links:?}");
}

#[test]
fn without_script_there_is_no_reminder_and_its_space_is_reserved() {
    let host = host();
    let (live, plain) = (Page::new(), Setup::default().script_off().page());
    for page in [&live, &plain] {
        page.open(&host.url("#hotline"));
    }
    wait_for_islands(&live);
    assert_eq!(plain.eval("document.querySelectorAll('.remind a').length"), 0);
    for (width, height) in [(320, 568), (360, 640), (412, 915), (768, 1024), (1280, 800)] {
        let heights = [&live, &plain].map(|page| {
            page.resize(width, height);
            page.eval("[document.querySelector('#hotline .remind').offsetHeight, document.querySelector('#hotline').offsetHeight].join()")
        });
        assert_eq!(heights[0], heights[1], "{width} px wide");
    }
}

/// The card's first two buttons, in visual and reading order.
const BUTTON_ORDER: &str =
    "[...document.querySelectorAll('#hotline .calls .button')].map(e => e.href.split(':')[0]).join()";

#[test]
fn the_reminder_precedes_the_call_while_the_line_is_closed() {
    let host = host();
    let page = Setup::default().clock_at("2026-11-24T12:59:05+03:00").page();
    page.open(&host.url("#hotline"));
    wait_for_islands(&page);
    assert_eq!(page.eval(BUTTON_ORDER), "data,tel");
    // The first button is the main one, by its background.
    const BACKGROUNDS: &str =
        "[...document.querySelectorAll('#hotline .calls .button')].map(e => getComputedStyle(e).backgroundColor)";
    let backgrounds = page.eval(BACKGROUNDS);
    assert_ne!(backgrounds[0], backgrounds[1]);
    const BOXES: &str = "[...document.querySelectorAll('#hotline .calls, #hotline .calls .button')]
        .map(e => (b => [b.x, b.y, b.width, b.height].join())(e.getBoundingClientRect()))";
    let boxes = page.eval(BOXES);

    // A focus on the call button stays there when the line opens.
    page.eval("document.querySelector('#hotline .calls [href^=tel]').focus({ preventScroll: true })");
    page.advance_to("2026-11-24T13:00:01+03:00");
    page.wait_until(&format!("{BUTTON_ORDER} === 'tel,data'"), "the call before the reminder");
    assert_eq!(page.eval(BACKGROUNDS), backgrounds);
    assert_eq!(page.eval(BOXES), boxes, "the same boxes");
    assert_eq!(page.eval("document.activeElement.protocol"), "tel:");
    page.advance_to("2026-11-24T16:30:01+03:00");
    page.wait_until(&format!("{BUTTON_ORDER} === 'data,tel'"), "the reminder before the call");
    assert_eq!(page.eval("document.activeElement.protocol"), "tel:");
    assert_eq!(page.layout_shifts(), [""; 0]);
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn putting_the_reminder_first_causes_no_layout_shift() {
    let host = host();
    for (width, height) in [(320, 568), (360, 640), (1280, 800)] {
        let page = Setup::default().size(width, height).clock_at("2026-11-23T10:00:00+03:00").page();
        page.open(&host.url("#hotline"));
        wait_for_step(&page, "hotline");
        wait_for_islands(&page);
        page.settle();
        assert_eq!(page.eval(BUTTON_ORDER), "data,tel");
        assert_eq!(page.layout_shifts(), [""; 0], "{width} px wide");
    }
}
