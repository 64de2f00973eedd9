//! Faults: a slow program, half a document, what is garbled in it, storage that throws; `assets` has those of each file.

use std::time::Duration;

use crate::guide::{
    SHOWN_STEPS, answer, answered, any_island, host, is_shown, path_by, trail, wait_for_islands, wait_for_step,
    wait_for_trail, wait_until_asked, word,
};
use crate::status::wait_for_state;
use crate::support::{Fault, Host, Page, Setup};

const STATUS: &str = "[data-island=status]";
/// Until the host is mended, or a page has waited for it longer than for anything.
const SLOW: Fault = Fault::Slow(Duration::from_secs(120));
/// Whatever would keep something throws.
pub const STORAGE_THROWS: &str = "for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
    Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError') } });
    Object.defineProperty(Document.prototype, 'cookie', { get() { throw new DOMException('denied', 'SecurityError') }, set() { throw new DOMException('denied', 'SecurityError') } });";

/// Walks there and back, and sees that the hours stand where the status would be.
#[track_caller]
pub fn walkable(page: &Page, host: &Host) {
    let path = path_by(&["application-cancelled", "no", "not-helped"]);
    page.open(&host.url(""));
    page.settle();
    wait_for_step(page, "start");
    for turn in path {
        answer(page, turn);
    }
    assert!(page.text(STATUS).contains("13:00"), "no hours: {}", page.text(STATUS));
    for turn in path.iter().rev() {
        page.back();
        wait_for_step(page, &turn.from);
    }
}

/// An engine that is too old for the script: to it all of it is one error of syntax.
#[test]
fn an_engine_that_cannot_parse_the_script_shows_the_plain_page() {
    let host = host().fault(".js", Fault::edited(|script| format!("let tomorrow = #syntax;\n{script}")));
    let page = Page::new();
    walkable(&page, &host);
    assert!(!any_island(&page));
    let said = page.console();
    assert!(said.len() == 1 && said[0].contains("SyntaxError"), "{said:#?}");
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
        let host = host().fault(file, SLOW);
        let path = path_by(&["application-cancelled", "no", "not-helped"]);
        let page = Setup::default().clock_at("2026-11-24T14:20:00+03:00").page();
        page.start_loading(&host.url(""));
        wait_for_step(&page, "start");
        // The script notes the answers, and asks for the program, once it is there itself.
        wait_until_asked(&page, &host, file);
        for turn in &path[..2] {
            answer(&page, turn);
        }
        assert!(!any_island(&page), "the islands came before their file {file}");
        page.draw();
        host.clear_faults();
        wait_for_islands(&page);
        wait_for_step(&page, "none");
        let told = trail(&page);
        if file == ".wasm" {
            assert_eq!(told, answered(&path[..2]), "the trail of what was tapped before");
        } else {
            // With not a line of script there, nobody could note the way; the start is still a tap away.
            assert_eq!(told.first().map(String::as_str), Some("start"));
        }
        answer(&page, &path[2]);
        wait_for_state(&page, true);
        if file == ".wasm" {
            wait_for_trail(&page, &answered(path));
        }
        page.settle();
        assert_eq!(page.layout_shifts(), [""; 0], "slow {file}");
        assert_eq!(page.console(), [""; 0], "slow {file}");
    }
}

#[test]
fn a_deep_link_shows_its_step_before_the_program() {
    for file in [".js", ".wasm"] {
        let host = host().fault(file, SLOW);
        for step in ["forgot-email", "hotline"] {
            let page = Page::new();
            page.start_loading(&host.url(&format!("#{step}")));
            page.wait_until("document.querySelector('footer')", "the end of the document");
            // A deferred script holds up the end of parsing, and with it `:target` in Chromium; then the start stands here till it comes.
            page.wait_until(&is_shown(step), &format!("{step}, ahead of the {file},"));
            assert!(!any_island(&page), "the islands came before their file {file}");
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
            // Its own half may not have come yet; then there is nothing to show.
            let shown = page.eval(SHOWN_STEPS);
            assert!(shown == "" || shown == step, "{shown} is shown on the way to {step}, script {script}");
            wait_for_step(&page, step);
            if script {
                wait_for_islands(&page);
            }
        }
    }
}

/// Garbles the value of an attribute wherever it stands, or once only.
fn garble(html: &str, attribute: &str, value: Option<&str>, most: usize) -> String {
    let mark = format!(" {attribute}=\"");
    let mut out = String::new();
    let mut rest = html;
    for _ in 0..most {
        let Some(from) = rest.find(&mark) else { break };
        let value_at = from + mark.len();
        let end = value_at + rest[value_at..].find('"').expect("an attribute ends");
        out += &rest[..from];
        if let Some(value) = value {
            out += &format!("{mark}{value}\"");
        }
        rest = &rest[end + 1..];
    }
    out + rest
}

/// The guide with one attribute garbled (`None`: without it), on a page that has come to rest.
#[track_caller]
fn garbled(attribute: &'static str, value: Option<&'static str>, most: usize) -> (Host, Page) {
    let host = host().fault(
        "index.html",
        Fault::edited(move |html| {
            let edited = garble(&html, attribute, value, most);
            assert_ne!(html, edited, "the page has no {attribute}");
            edited
        }),
    );
    let page = Setup::default().clock_at("2026-11-24T14:20:00+03:00").page();
    page.open(&host.url(""));
    page.wait_until(
        "performance.getEntriesByType('resource').some(e => e.name.endsWith('.wasm') && e.responseEnd)",
        "the program",
    );
    page.settle();
    (host, page)
}

const GARBAGE: [Option<&str>; 3] = [None, Some(""), Some("☠ }{ 99:99 =;|")];

#[test]
fn a_corrupt_status_attribute_leaves_a_plain_status_and_a_live_trail() {
    let path = path_by(&["application-cancelled", "no", "not-helped"]);
    for attribute in ["data-schedule", "data-offsets", "data-words"] {
        for value in GARBAGE {
            let (_host, page) = garbled(attribute, value, usize::MAX);
            for turn in path {
                answer(&page, turn);
            }
            page.wait_until("document.title.includes('—')", "the step's title");
            wait_for_trail(&page, &answered(path));
            let said = page.text(STATUS);
            assert!(said.contains("13:00") && !any_island(&page), "{attribute}={value:?}: {said}");
            assert_eq!(page.console(), [""; 0], "{attribute}={value:?}");
        }
    }
}

#[test]
fn invalid_holiday_dates_leave_the_status_plain() {
    for value in ["1,780,990 3,780,990;;1341,1341;", "1,780,990 3,780,990;;;20260230", "1,780,990 3,780,990"] {
        let (_host, page) = garbled("data-schedule", Some(value), usize::MAX);
        assert!(!any_island(&page), "{value}: {}", page.text(STATUS));
        assert_eq!(page.console(), [""; 0], "{value}");
    }
}

#[test]
fn one_corrupt_hotline_card_leaves_the_other_live() {
    let (host, page) = garbled("data-schedule", Some("0,0,1440;nonsense;;"), 1);
    let open = word("status", "open");
    // The start's card stands last in the document.
    let said: Vec<bool> = ["#hotline", ""]
        .map(|card| {
            page.open("about:blank");
            page.open(&host.url(card));
            page.wait_until(&format!("document.body.textContent.includes('{open}')"), "the live card");
            page.text(STATUS).contains(&open)
        })
        .to_vec();
    assert_eq!(said, [false, true]);
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn a_corrupt_flow_leaves_navigation_and_the_status_working() {
    let path = path_by(&["application-cancelled", "no", "not-helped"]);
    for attribute in ["data-start", "data-change", "data-island", "data-short"] {
        for value in GARBAGE {
            let (_host, page) = garbled(attribute, value, if attribute == "data-island" { 1 } else { usize::MAX });
            for turn in path {
                answer(&page, turn);
            }
            wait_for_state(&page, true);
            assert_eq!(page.console(), [""; 0], "{attribute}={value:?}");
        }
    }
}

/// A pupil's memory stick, an attachment: a file has no origin either, and the same scripts carry what it may not read.
#[test]
fn the_guide_works_as_a_local_file() {
    let page = Setup::default().clock_at("2026-11-24T14:20:00+03:00").page();
    page.open(&format!("file://{}", crate::support::built_site::site().join("index.html").display()));
    wait_for_islands(&page);
    let path = path_by(&["application-cancelled", "no", "not-helped"]);
    for turn in path {
        answer(&page, turn);
    }
    wait_for_trail(&page, &answered(path));
    wait_for_state(&page, true);
}

/// Some browsers forbid storage to some pages, by throwing; and some the history's own.
#[test]
fn the_guide_works_without_storage() {
    const FULL: &str =
        "history.replaceState = history.pushState = () => { throw new DOMException('denied', 'SecurityError') };";
    let path = path_by(&["application-cancelled", "no", "not-helped"]);
    let host = host();
    for more in ["", FULL] {
        let page =
            Setup::default().clock_at("2026-11-24T14:20:00+03:00").init_script(STORAGE_THROWS).init_script(more).page();
        page.open(&host.url(""));
        assert_eq!(
            page.eval("(() => { try { return typeof localStorage } catch (why) { return why.name } })()"),
            "SecurityError"
        );
        wait_for_islands(&page);
        crate::search::paste(&page, "забыл почту");
        crate::search::wait_for_first(&page, "forgot-email");
        for turn in path {
            answer(&page, turn);
        }
        wait_for_trail(&page, &answered(path));
        for (at, turn) in path.iter().enumerate().rev() {
            page.back();
            wait_for_step(&page, &turn.from);
            page.wait_until(&format!("document.activeElement.id === '{}'", turn.from), "the focus");
            wait_for_trail(&page, &answered(&path[..at]));
        }
        page.settle();
        assert_eq!(page.console(), [""; 0]);
    }
}
