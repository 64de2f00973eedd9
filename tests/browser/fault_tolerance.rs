//! Faults of the page as a whole: a slow program, half a document, corrupt attributes, storage that throws. For faults of
//! single files see `asset_faults`.

use std::time::Duration;

use crate::guide::{
    SHOWN_STEPS, answer, answered_steps, any_island_live, host, path_by_options, step_is_shown, trail, ui_string,
    wait_for_islands, wait_for_request, wait_for_script, wait_for_step, wait_for_trail,
};
use crate::status::wait_for_status;
use crate::support::{Fault, Host, Page, Setup};

const STATUS: &str = "[data-island=status]";
/// Delayed until the faults are cleared, or longer than any wait of the page.
const DELAYED: Fault = Fault::Slow(Duration::from_secs(120));
/// Every kind of storage throws.
pub const STORAGE_THROWS: &str = "for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
    Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError') } });
    Object.defineProperty(Document.prototype, 'cookie', { get() { throw new DOMException('denied', 'SecurityError') }, set() { throw new DOMException('denied', 'SecurityError') } });";

/// Walks a path there and back, and asserts that the hours are shown in place of the status.
#[track_caller]
pub fn assert_walkable(page: &Page, host: &Host) {
    let path = path_by_options(&["application-cancelled", "no", "not-helped"]);
    page.open(&host.url(""));
    page.settle();
    wait_for_step(page, "start");
    for edge in path {
        answer(page, edge);
    }
    assert!(page.text(STATUS).contains("13:00"), "no hours: {}", page.text(STATUS));
    for edge in path.iter().rev() {
        page.back();
        wait_for_step(page, &edge.from);
    }
}

/// For an engine that is too old, the whole script is one syntax error.
#[test]
fn an_engine_that_cannot_parse_the_script_shows_the_plain_page() {
    let host = host().fault(".js", Fault::edited(|script| format!("let tomorrow = #syntax;\n{script}")));
    let page = Page::new();
    assert_walkable(&page, &host);
    assert!(!any_island_live(&page));
    let messages = page.console();
    assert!(messages.len() == 1 && messages[0].contains("SyntaxError"), "{messages:#?}");
    page.open("about:blank");
    page.open(&host.url("#forgot-email"));
    wait_for_step(&page, "forgot-email");
}

#[test]
fn wrong_content_types_do_not_stop_the_program() {
    for (file, mime) in [(".wasm", "application/octet-stream"), (".wasm", "text/html"), (".js", "text/plain")] {
        let host = host().fault(file, Fault::Mime(mime));
        let page = Page::new();
        page.open(&host.url(""));
        wait_for_islands(&page);
    }
}

#[test]
fn taps_before_a_slow_program_are_answered_and_kept_in_the_trail() {
    for file in [".wasm", ".js"] {
        let host = host().fault(file, DELAYED);
        let path = path_by_options(&["application-cancelled", "no", "not-helped"]);
        let page = Setup::default().clock_at("2026-11-24T14:20:00+03:00").page();
        page.start_loading(&host.url(""));
        wait_for_step(&page, "start");
        wait_for_request(&page, &host, file);
        if file == ".wasm" {
            wait_for_script(&page);
        }
        for edge in &path[..2] {
            answer(&page, edge);
        }
        assert!(!any_island_live(&page), "the islands came before their file {file}");
        page.draw();
        host.clear_faults();
        wait_for_islands(&page);
        wait_for_step(&page, "none");
        let shown = trail(&page);
        if file == ".wasm" {
            assert_eq!(shown, answered_steps(&path[..2]), "the trail of what was tapped before");
        } else {
            // Without any script the trail cannot be recorded; the start is still one tap away.
            assert_eq!(shown.first().map(String::as_str), Some("start"));
        }
        answer(&page, &path[2]);
        wait_for_status(&page, true);
        if file == ".wasm" {
            wait_for_trail(&page, &answered_steps(path));
        }
        page.settle();
        assert_eq!(page.layout_shifts(), [""; 0], "slow {file}");
        assert_eq!(page.console(), [""; 0], "slow {file}");
    }
}

#[test]
fn a_deep_link_shows_its_step_before_the_program() {
    for file in [".js", ".wasm"] {
        let host = host().fault(file, DELAYED);
        for step in ["forgot-email", "hotline"] {
            let page = Page::new();
            page.start_loading(&host.url(&format!("#{step}")));
            page.wait_until("document.querySelector('footer')", "the end of the document");
            // A deferred script delays the end of parsing, and with it `:target` in Chromium; until then the start is
            // shown.
            page.wait_until(&step_is_shown(step), &format!("{step}, ahead of the {file},"));
            assert!(!any_island_live(&page), "the islands came before their file {file}");
        }
    }
}

#[test]
fn a_deep_link_into_half_a_document_shows_no_other_step() {
    let host = host().fault("index.html", Fault::Stalled(Duration::from_secs(1)));
    for script in [true, false] {
        let page = Setup::default().script(script).page();
        for step in ["forgot-email", "hotline"] {
            page.open("about:blank");
            page.start_loading(&host.url(&format!("#{step}")));
            page.wait_until("document.querySelector('main h1')", "the first half");
            page.draw();
            // The step may be in the half that has not come yet; then there is nothing to show.
            let shown = page.eval(SHOWN_STEPS);
            assert!(shown == "" || shown == step, "{shown} is shown on the way to {step}, script {script}");
            wait_for_step(&page, step);
            if script {
                wait_for_islands(&page);
            }
        }
    }
}

/// Replaces the value of an attribute (`None`: removes it), at most `limit` times.
fn replace_attribute(html: &str, attribute: &str, value: Option<&str>, limit: usize) -> String {
    let start_of_value = format!(" {attribute}=\"");
    let mut out = String::new();
    let mut rest = html;
    for _ in 0..limit {
        let Some(from) = rest.find(&start_of_value) else { break };
        let value_at = from + start_of_value.len();
        let end = value_at + rest[value_at..].find('"').expect("an attribute ends");
        out += &rest[..from];
        if let Some(value) = value {
            out += &format!("{start_of_value}{value}\"");
        }
        rest = &rest[end + 1..];
    }
    out + rest
}

/// The guide with one attribute replaced (`None`: removed), on a page that has loaded.
#[track_caller]
fn open_with_attribute(attribute: &'static str, value: Option<&'static str>, limit: usize) -> (Host, Page) {
    open_with_fault(Fault::edited(move |html| {
        let edited = replace_attribute(&html, attribute, value, limit);
        assert_ne!(html, edited, "the page has no {attribute}");
        edited
    }))
}

/// The guide with this fault, on a page that has loaded.
#[track_caller]
fn open_with_fault(fault: Fault) -> (Host, Page) {
    let host = host().fault("index.html", fault);
    let page = Setup::default().clock_at("2026-11-24T14:20:00+03:00").page();
    page.open(&host.url(""));
    page.wait_until(
        "performance.getEntriesByType('resource').some(e => e.name.endsWith('.wasm') && e.responseEnd)",
        "the program",
    );
    page.settle();
    (host, page)
}

const INVALID_VALUES: [Option<&str>; 3] = [None, Some(""), Some("☠ }{ 99:99 =;|")];

#[test]
fn a_corrupt_status_attribute_leaves_a_plain_status_and_a_live_trail() {
    let path = path_by_options(&["application-cancelled", "no", "not-helped"]);
    for attribute in ["data-hours", "data-hours-of", "data-words-of", "data-words"] {
        for value in INVALID_VALUES {
            let (_host, page) = open_with_attribute(attribute, value, usize::MAX);
            for edge in path {
                answer(&page, edge);
            }
            page.wait_until("document.title.includes('—')", "the step's title");
            wait_for_trail(&page, &answered_steps(path));
            let status = page.text(STATUS);
            assert!(status.contains("13:00") && !any_island_live(&page), "{attribute}={value:?}: {status}");
            assert_eq!(page.console(), [""; 0], "{attribute}={value:?}");
        }
    }
}

#[test]
fn corrupt_hours_leave_the_status_plain() {
    let invalid_dates = ["1,780,990 3,780,990;;1341,1341;", "1,780,990 3,780,990;;;20260230", "1,780,990 3,780,990"];
    let garbled = ["", "☠ }{ 99:99 =;|"];
    let lines = invalid_dates.iter().chain(&garbled).map(|value| ("schedule", *value));
    for (key, value) in lines.chain(garbled.map(|value| ("offsets", value))) {
        let fault = Fault::edited(move |html| {
            let (before, line) = html.split_once(&format!("{key}: ")).expect("the hours");
            let (_, after) = line.split_once('\n').expect("the end of the line");
            format!("{before}{key}: {value}\n{after}")
        });
        let (_host, page) = open_with_fault(fault);
        assert!(!any_island_live(&page), "{key}: {value}: {}", page.text(STATUS));
        assert_eq!(page.console(), [""; 0], "{key}: {value}");
    }
}

#[test]
fn one_corrupt_hotline_card_leaves_the_other_live() {
    // The first contact that the document names is that of the sign in the header; the start's card is the last in the document.
    let (_host, page) = open_with_attribute("data-hours", Some("nobody"), 2);
    wait_for_status(&page, true);
    // The islands of the step are mounted before it is shown.
    page.tap(".sign");
    wait_for_step(&page, "hotline");
    assert!(!page.text(STATUS).contains(&ui_string("status", "open")), "{}", page.text(STATUS));
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn a_corrupt_flow_leaves_navigation_and_the_status_working() {
    let path = path_by_options(&["application-cancelled", "no", "not-helped"]);
    for attribute in ["data-start", "data-change", "data-island", "data-short"] {
        for value in INVALID_VALUES {
            let (_host, page) =
                open_with_attribute(attribute, value, if attribute == "data-island" { 1 } else { usize::MAX });
            for edge in path {
                answer(&page, edge);
            }
            wait_for_status(&page, true);
            assert_eq!(page.console(), [""; 0], "{attribute}={value:?}");
        }
    }
}

/// A memory stick, an attachment: a local file has no origin either, and loads the script payloads.
#[test]
fn the_guide_works_as_a_local_file() {
    let page = Setup::default().clock_at("2026-11-24T14:20:00+03:00").page();
    page.open(&format!("file://{}", crate::support::built_site::site().join("index.html").display()));
    wait_for_islands(&page);
    let path = path_by_options(&["application-cancelled", "no", "not-helped"]);
    for edge in path {
        answer(&page, edge);
    }
    wait_for_trail(&page, &answered_steps(path));
    wait_for_status(&page, true);
}

/// Some browsers forbid storage to some pages by throwing, and some the history API too.
#[test]
fn the_guide_works_without_storage() {
    const HISTORY_THROWS: &str =
        "history.replaceState = history.pushState = () => { throw new DOMException('denied', 'SecurityError') };";
    let path = path_by_options(&["application-cancelled", "no", "not-helped"]);
    let host = host();
    for extra_script in ["", HISTORY_THROWS] {
        let page = Setup::default()
            .clock_at("2026-11-24T14:20:00+03:00")
            .init_script(STORAGE_THROWS)
            .init_script(extra_script)
            .page();
        page.open(&host.url(""));
        assert_eq!(
            page.eval("(() => { try { return typeof localStorage } catch (why) { return why.name } })()"),
            "SecurityError"
        );
        wait_for_islands(&page);
        crate::search::replace_by_pasting(&page, "забыл почту");
        crate::search::wait_for_first_result(&page, "forgot-email");
        for edge in path {
            answer(&page, edge);
        }
        wait_for_trail(&page, &answered_steps(path));
        for (at, edge) in path.iter().enumerate().rev() {
            page.back();
            wait_for_step(&page, &edge.from);
            page.wait_until(&format!("document.activeElement.id === '{}'", edge.from), "the focus");
            wait_for_trail(&page, &answered_steps(&path[..at]));
        }
        page.settle();
        assert_eq!(page.console(), [""; 0]);
    }
}
