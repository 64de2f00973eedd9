//! The height in the frame's snippet: measured from the real steps, without side effects.

use serde_json::json;

use super::{choose, choose_way, open};
use crate::guide::{host, normalize_spaces, steps, ui_string, wait_for_islands, wait_for_step};
use crate::support::built_site::site_from;
use crate::support::{Host, Page, Setup};

/// The expression that the snippet has a measured height.
pub const MEASURED: &str = "document.querySelector('#frame [data-part=height]').textContent.endsWith('px')";
const MEASURED_TEXT: &str = "document.querySelector('#frame .measured').textContent";

/// The height in the snippet, in pixels.
#[track_caller]
fn height(page: &Page) -> i64 {
    page.eval("parseInt(document.querySelector('#frame [data-part=height]').textContent)").as_i64().expect("px")
}

/// The heights that the steps need at a width, each measured on a page of its own: the first step, the longest other step,
/// and the end of the first step's answers, in pixels.
fn needed_heights(guide: &Host, width: u32) -> [i64; 3] {
    let page = Setup::default().desktop(width, 600).page();
    let mut needed = Vec::new();
    let mut answers = 0;
    for step in steps() {
        page.open(&guide.url(&format!("?embed#{step}")));
        wait_for_step(&page, step);
        wait_for_islands(&page);
        needed.push(
            page.eval("Math.ceil(document.documentElement.getBoundingClientRect().height)").as_i64().expect("px"),
        );
        if step == "start" {
            let end = "Math.ceil(Math.max(...[...document.querySelectorAll('.first .choices')].map(e => e.getBoundingClientRect().bottom)))";
            answers = page.eval(end).as_i64().expect("px");
        }
    }
    [needed[0], *needed[1..].iter().max().expect("steps"), answers]
}

#[track_caller]
pub fn assert_near(found: i64, needed: i64, what: &str) {
    assert!((found - needed).abs() <= 2, "{what}: {found} px, and really {needed}");
}

#[test]
fn the_height_is_what_the_steps_need() {
    let guide = host();
    let page = open(Setup::default().desktop(1000, 700), &guide);
    assert_eq!(page.eval("document.querySelectorAll('iframe').length"), 0, "a frame before anybody needs it");
    choose_way(&page, "builder");
    let before = page.eval("[history.length, scrollY, location.href]");
    let mut heights = Vec::new();
    for (choice, width) in [("", 344), ("300", 300), ("640", 344)] {
        choose(&page, "width", choice);
        let is_measured = format!("{MEASURED} && {MEASURED_TEXT}.includes('{width}\\u00a0px')");
        page.wait_until(&is_measured, &format!("the heights at {width} px"));
        let [start, longest, answers] = needed_heights(&guide, width);
        assert_near(height(&page), longest.max(answers), "the code");
        // The sentence has the same numbers.
        let text = page.eval(MEASURED_TEXT);
        let numbers: Vec<i64> = normalize_spaces(text.as_str().expect("a sentence"))
            .split(|c: char| !c.is_ascii_digit())
            .filter_map(|number| number.parse().ok())
            .collect();
        let [text_width, text_start, text_longest] = numbers[..] else { panic!("{text}") };
        assert_eq!(text_width, i64::from(width));
        assert_near(text_start, start, "the first step");
        assert_near(text_longest, longest, "the longest");
        heights.push(height(&page));
    }
    assert!(heights[1] > heights[0], "what is narrower is higher: {heights:?}");
    // Measuring has changed neither history, scroll position, address nor focus.
    assert_eq!(page.eval("[history.length, scrollY, location.href]"), before);
    assert_eq!(page.eval("document.activeElement.localName"), "summary");
    page.key("Tab");
    assert_eq!(page.eval("document.activeElement.matches('#builder *')"), true);
    assert_eq!(page.console(), [""; 0]);
}

/// In engines without `inert` the measured guide would take the focus, as it does on a page of its own.
#[test]
fn measuring_the_height_keeps_the_focus() {
    let guide = host();
    let no_inert = "(set => { Element.prototype.setAttribute = function (name, value) { if (name !== 'inert') set.call(this, name, value) } })(Element.prototype.setAttribute)";
    let page = open(Setup::default().desktop(1000, 700).init_script(no_inert), &guide);
    choose_way(&page, "builder");
    page.wait_until(MEASURED, "the height");
    let inner = page.frame(0);
    inner.wait_until("document.querySelector('[data-island=share] button')", "the guide's program");
    page.settle();
    assert_eq!(page.eval("document.activeElement.localName"), "summary");
    // Tab does not reach it either.
    page.eval("document.querySelector('.checker button').focus()");
    page.key("Tab");
    assert_eq!(page.eval("document.activeElement.localName"), "body");
}

/// Without a network the snippet stays as it was, and opening the way again measures again.
#[test]
fn the_height_is_measured_again_when_the_network_is_back() {
    let guide = host();
    let page = open(Setup::default(), &guide);
    let network = |offline: bool| {
        let speed = json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        page.call("Network.emulateNetworkConditions", speed);
    };
    page.eval("new MutationObserver(() => { window.tried = true }).observe(document.body, { childList: true })");
    network(true);
    choose_way(&page, "builder");
    page.wait_until("window.tried", "a frame");
    page.wait_until("!document.querySelector('iframe')", "the end of a frame with nothing in it");
    assert_eq!(page.eval("document.querySelector('#frame [data-part=height]').textContent"), "80vh");
    network(false);
    choose_way(&page, "own-site");
    choose_way(&page, "builder");
    page.wait_until(MEASURED, "the height");
    let uncaught: Vec<String> = page.console().into_iter().filter(|line| line.contains("Uncaught")).collect();
    assert_eq!(uncaught, [""; 0]);
}

/// A guide with hundreds of steps: the steps measured within the time limit are used, and the page says so.
#[test]
fn measuring_stops_at_its_time_limit() {
    let guide = host();
    // Each reading of the clock advances it by 400 ms.
    let slow_clock = "if (self === top) { let now = 0; performance.now = () => (now += 400); }";
    let page = open(Setup::default().init_script(slow_clock), &guide);
    choose_way(&page, "builder");
    page.wait_until(MEASURED, "the height");
    let text = normalize_spaces(page.eval(MEASURED_TEXT).as_str().expect("a sentence"));
    let partly = ui_string("embed_codes", "partly");
    let (before, after) = partly.split_once("{n}").expect("a number");
    let measured = text.split_once(before).and_then(|(_, rest)| rest.strip_suffix(after));
    let measured: usize = measured.and_then(|n| n.parse().ok()).unwrap_or_else(|| panic!("{text}"));
    assert!(measured > 1 && measured < steps().len(), "{text}");
    assert!(height(&page) > 400);
}

/// An institution's card is part of the steps, so it is measured with them.
#[test]
fn the_height_includes_the_institutions_card() {
    let guide = Host::serve(site_from("tests/data/small.toml"));
    let page = open(Setup::default(), &guide);
    choose_way(&page, "builder");
    page.wait_until(MEASURED, "the height");
    let before = page.eval("history.length");
    let measured = page.frame(0);
    assert_eq!(measured.eval("document.querySelectorAll('#lost .institution').length"), 0);
    page.eval("document.querySelector('#frame .measured').textContent = ''");
    choose(&page, "institution", "school-5");
    page.wait_until(MEASURED_TEXT, "the heights with a card");
    assert_eq!(measured.eval("document.querySelectorAll('#lost .institution').length"), 1);
    assert_eq!(page.eval("history.length"), before);
}
