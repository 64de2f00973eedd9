//! The notice for those who have come by the QR code of a printed sheet: it says that there is a newer one where the code's date is
//! older than the guide's last change, and nothing otherwise.

use serde_json::json;

use crate::accessibility_tree::Tree;
use crate::axe::{Audit, ViewMode};
use crate::framed::{embedding_site, wait_until_fits};
use crate::guide::{tool_string, wait_for_step};
use crate::offline::wait_for_worker;
use crate::printing::print;
use crate::support::built_site::{site, site_from};
use crate::support::{EmbeddingSite, Host, Page, Setup};

/// A guide that was changed last on 5 October 2026.
const CONTENT: &str = "examples/certificates/guide.toml";
/// Queries of codes that are older than that.
const OLDER: [&str; 3] = ["?d=261004", "?d=000101", "?d=260901&utm_source=chat"];
/// Queries that say nothing of an older sheet.
const SILENT: [&str; 14] = [
    "",
    "?d=261005",
    "?d=261006",
    "?d=991231",
    "?d=",
    "?d",
    "?d=26100",
    "?d=2610040",
    "?d=261304",
    "?d=260832",
    "?d=260900",
    "?d=2026-10-04",
    "?d=<b>old",
    "?D=261004",
];
const NOTICE: &str = "body > .update[role=status] > p";

fn host() -> Host {
    Host::serve(site_from(CONTENT))
}

/// What the notice says.
fn text() -> String {
    tool_string("changes", "newer").replace("{date}", "5 октября 2026 г.")
}

/// The expression that the notice is shown.
fn shown() -> String {
    format!(
        "[...document.querySelectorAll({})].map(e => e.innerText.replace(/\\s+/g, ' ')).join('|') === {}",
        json!(NOTICE),
        json!(text())
    )
}

/// The expression that the program runs; whether there is a notice is known before that.
const STARTED: &str = "document.querySelector('.share button')";

/// Opens an address in a new document, and waits for the program.
#[track_caller]
fn open(page: &Page, url: &str) {
    page.open("about:blank");
    page.open(url);
    page.wait_until(STARTED, "the program");
}

/// Asserts that a page whose program runs has no notice.
#[track_caller]
fn assert_silent(page: &Page, what: &str) {
    page.settle();
    assert_eq!(page.eval("document.querySelectorAll('.update').length"), 0, "{what}: {:?}", page.texts(".update"));
}

#[test]
fn an_older_sheet_is_told_of_a_newer_one() {
    let host = host();
    let page = Page::new();
    for query in OLDER {
        for fragment in ["", "#refused"] {
            open(&page, &host.url(&format!("{query}{fragment}")));
            page.wait_until(&shown(), &format!("the notice for {query}{fragment}"));
            page.draw();
            assert_eq!(page.layout_shifts(), [""; 0], "{query}{fragment}");
            assert_eq!(Tree::of(&page).announced(), [text()], "it is read aloud, politely");
        }
    }
    assert_eq!(page.console(), [""; 0]);
    // It stays while one walks on, and leads to the new sheet.
    page.eval("location.hash = 'start'");
    wait_for_step(&page, "start");
    assert_eq!(page.eval(&shown()), true);
    page.tap(".update a");
    page.wait_until("document.readyState === 'complete' && document.querySelector('main.sheet')", "the sheet to print");
    assert_eq!(page.url(), host.url("print/"));
}

#[test]
fn a_sheet_as_new_as_the_guide_and_what_is_no_date_are_told_nothing() {
    let host = host();
    let page = Page::new();
    for query in SILENT {
        open(&page, &host.url(&format!("{query}#refused")));
        assert_silent(&page, query);
    }
    // A guide without a list of changes does not know how old a sheet is.
    let other = Host::serve(site());
    open(&page, &other.url("?d=000101"));
    assert_silent(&page, "no list of changes");
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn without_script_an_older_sheet_still_leads_to_its_step() {
    let host = host();
    let page = Setup::default().script_off().page();
    page.open(&host.url(&format!("{}#refused", OLDER[0])));
    assert!(page.visible("#refused h1"));
    assert_eq!(page.eval("document.querySelectorAll('.update').length"), 0);
}

#[test]
fn to_save_data_the_notice_needs_no_program() {
    let host = host();
    let page = Setup::default().save_data().page();
    page.open(&host.url(OLDER[0]));
    page.wait_until(&shown(), "the notice");
    assert!(!host.requested_paths().iter().any(|path| path.ends_with(".wasm")), "{:?}", host.requested_paths());
}

#[test]
fn the_notice_is_shown_without_a_network() {
    let host = host();
    let page = Setup::default().service_worker().page();
    page.open(&host.url(""));
    wait_for_worker(&page);
    let url = host.url("");
    drop(host);
    open(&page, &format!("{url}{}#refused", OLDER[0]));
    page.wait_until(&shown(), "the notice");
    page.tap(".update a");
    page.wait_until("document.readyState === 'complete' && document.querySelector('main.sheet')", "the sheet to print");
    // A request for the icon of a page that is left is never said to end.
    page.settle();
    open(&page, &format!("{url}{}", SILENT[1]));
    assert_silent(&page, "a new sheet without a network");
}

#[test]
fn in_a_frame_the_new_sheet_opens_apart() {
    let guide = host();
    let site = embedding_site(&guide.url(&format!("{}#refused", OLDER[0])), None);
    let page = Page::new();
    page.open(&site.host.url(""));
    let frame = page.frame(0);
    frame.wait_until(&shown(), "the notice");
    wait_until_fits(&frame, "with the notice");
    assert_eq!(frame.eval("document.querySelector('.update a').target"), "_blank");
    assert_eq!(frame.eval("document.querySelector('.apart').search"), "", "the guide apart has no date");
}

/// The address that somebody copies from a phone has the date; what is made of it has not.
#[test]
fn neither_shared_links_nor_embedded_guides_have_the_date() {
    let guide = host();
    let clipboard = "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText(text) { window.copied = text; return Promise.resolve(); } } });";
    let page = Setup::default().init_script(clipboard).page();
    open(&page, &guide.url(&format!("{}#refused", OLDER[0])));
    page.tap(".share button");
    page.wait_until("window.copied", "the link");
    assert_eq!(page.eval("copied"), guide.url("#refused"));
    let elsewhere =
        page.eval("[...document.querySelectorAll('.share a')].map(a => decodeURIComponent(a.href)).join(' ')");
    assert!(!elsewhere.as_str().expect("addresses").contains("d=26"), "{elsewhere}");

    let address = guide.url(OLDER[0]);
    let script = guide.url("embed.js");
    let host_page = EmbeddingSite::new(&format!(
        "<div data-guide='{address}'><a href='{address}'>Справочник</a></div><script src='{script}'></script>"
    ));
    page.open(&host_page.host.url(""));
    page.wait_until("document.querySelector('iframe')", "the frame");
    assert_eq!(page.eval("document.querySelector('iframe').src"), guide.url("?embed="));
    let frame = page.frame(0);
    frame.wait_until(STARTED, "the program");
    assert_eq!(frame.eval("document.querySelectorAll('.update').length"), 0);
}

#[test]
fn paper_does_not_show_the_notice() {
    let host = host();
    let page = Setup::default().desktop(1280, 800).page();
    open(&page, &host.url(&format!("{}#refused", OLDER[0])));
    page.wait_until(&shown(), "the notice");
    let leaflet = print(&page, "leaflet with a notice");
    leaflet.assert_lacks(&text());
    leaflet.assert_contains(&tool_string("changes", "changed").replace("{date}", "5 октября 2026 г."));
    leaflet.assert_lacks(&tool_string("changes", "link"));
}

/// Two lines at the same edge would cover each other.
#[test]
fn the_notice_of_an_old_copy_stands_below_it() {
    let host = host();
    let page = Page::new();
    open(&page, &host.url(OLDER[0]));
    page.wait_until(&shown(), "the notice");
    page.eval(
        "document.body.insertAdjacentHTML('beforeend', '<div class=update role=status><p>Есть более новая версия.</p></div>')",
    );
    let edges = "[...document.querySelectorAll('.update')].map(e => Math.round(e.getBoundingClientRect().bottom - innerHeight))";
    let bottoms = page.eval(edges);
    assert_eq!(bottoms[1], 0, "the later one is at the bottom");
    assert!(bottoms[0].as_i64().is_some_and(|below| below > 300), "the other waits at the end of the page: {bottoms}");
    page.eval("scrollTo(0, 1e6)");
    page.wait_until(&format!("{edges}[0] < 0"), "both at the end of the page");
}

#[test]
fn axe_finds_nothing_in_the_notice_and_in_the_list_of_changes() {
    let host = host();
    let cases = [
        (Setup::default(), ViewMode::Screen, 360),
        (Setup::default().dark(), ViewMode::Screen, 320),
        (Setup::default(), ViewMode::LargeText, 320),
        (Setup::default(), ViewMode::ForcedColours, 360),
        (Setup::default(), ViewMode::Print, 794),
    ];
    for (setup, mode, width) in cases {
        let mut audit = Audit::new(setup, mode, width);
        audit.open(&host, &format!("{}#refused", OLDER[0]));
        audit.page.wait_until(&format!("document.querySelector({})", json!(NOTICE)), "the notice");
        audit.check("the notice of a newer sheet");
        audit.open(&host, "changes/");
        audit.check("the list of changes");
        assert!(audit.violations.is_empty(), "{}", audit.violations.join("\n"));
    }
}
