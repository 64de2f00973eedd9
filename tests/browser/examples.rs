//! The two guides of `examples/` in a browser: accessible, walked without a script, printed whole.

use std::path::Path;

use guide_core::pages::Page as SitePage;
use serde_json::{Value, json};

use crate::axe::{Audit, ViewMode};
use crate::guide::wait_for_step;
use crate::printing::print;
use crate::support::built_site::site_from;
use crate::support::{Host, Page, Setup};

const CERTIFICATES: &str = "examples/certificates/guide.toml";
const PARKING: &str = "examples/parking/guide.toml";

/// An example as plain TOML, and its site on a server of its own.
struct Example {
    content: toml::Table,
    host: Host,
}

impl Example {
    #[track_caller]
    fn serve(content: &'static str) -> Example {
        let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(content);
        let text = std::fs::read_to_string(path).expect("the content");
        Example { content: text.parse().expect("TOML"), host: Host::serve(site_from(content)) }
    }

    fn steps(&self) -> impl Iterator<Item = &toml::Value> {
        self.content["step"].as_array().into_iter().flatten()
    }

    fn ids(&self) -> impl Iterator<Item = &str> {
        self.steps().filter_map(|step| step["id"].as_str())
    }
}

/// The question or the title of a step.
fn heading(step: &toml::Value) -> &str {
    ["question", "title"].iter().find_map(|key| step.get(key)?.as_str()).expect("a heading")
}

/// The answers of a step, each its id and the id of the next step.
fn answers(step: &toml::Value) -> Vec<(&str, &str)> {
    let options = step.get("option").and_then(|options| options.as_array()).into_iter().flatten();
    options.filter_map(|option| Some((option["id"].as_str()?, option["next"].as_str()?))).collect()
}

/// Checks every page and every step of an example, unfolded.
#[track_caller]
fn check_with_axe(content: &'static str, setup: Setup, mode: ViewMode, width: u32) {
    let example = Example::serve(content);
    let mut audit = Audit::new(setup, mode, width);
    let changes = example.content.contains_key("changes").then_some(SitePage::Changes);
    for page in SitePage::ALL.into_iter().chain(changes) {
        let address = if page == SitePage::NotFound { "no/such/page" } else { page.address() };
        audit.open(&example.host, address);
        audit.check(&format!("/{address}"));
    }
    audit.open(&example.host, "");
    for step in example.ids() {
        audit.go_to_step(step);
        audit.page.eval(&format!("document.querySelectorAll('#{step} summary').forEach(e => e.click())"));
        audit.check(&format!("#{step}"));
    }
    assert!(audit.violations.is_empty(), "{content}\n{}", audit.violations.join("\n"));
}

#[test]
fn axe_finds_nothing_in_the_certificate_centre() {
    check_with_axe(CERTIFICATES, Setup::default(), ViewMode::Screen, 360);
    check_with_axe(CERTIFICATES, Setup::default().dark(), ViewMode::LargeText, 360);
}

#[test]
fn axe_finds_nothing_in_parking() {
    check_with_axe(PARKING, Setup::default(), ViewMode::Screen, 320);
    check_with_axe(PARKING, Setup::default().dark(), ViewMode::Screen, 360);
}

/// Gives every answer of every step by tapping it.
#[track_caller]
fn walk_every_answer(content: &'static str, setup: Setup) {
    let example = Example::serve(content);
    let page = setup.page();
    let mut given = 0;
    for step in example.steps() {
        let id = step["id"].as_str().expect("an id");
        for (option, next) in answers(step) {
            page.open("about:blank");
            page.open(&example.host.url(&format!("#{id}")));
            wait_for_step(&page, id);
            page.tap(&format!("#{id} a[data-choice='{option}']"));
            wait_for_step(&page, next);
            let shown = page.eval("[...document.querySelectorAll('h1')].filter(e => e.checkVisibility()).map(e => e.innerText.replace(/\\s+/g, ' '))");
            let to = example.steps().find(|step| step["id"].as_str() == Some(next)).expect("the next step");
            assert_eq!(shown, json!([heading(to)]), "{content}: {id} -{option}-> {next}");
            given += 1;
        }
    }
    assert!(given >= 25, "{content}: {given} answers");
    assert_eq!(page.console(), [""; 0], "{content}");
}

#[test]
fn every_answer_is_given_without_a_script() {
    for content in [CERTIFICATES, PARKING] {
        walk_every_answer(content, Setup::default().script_off());
    }
}

#[test]
fn every_answer_is_given_with_a_script() {
    for content in [CERTIFICATES, PARKING] {
        walk_every_answer(content, Setup::default());
    }
}

/// Headings that are shown and say nothing, and lists and boxes that are shown without anything in them.
const FIND_EMPTY: &str =
    "[...document.querySelectorAll('h1, h2, h3, h4, ul, ol, dl, table, figure, section, article, blockquote')]
    .filter(e => e.checkVisibility() && !e.innerText.trim() && !e.querySelector('img, svg, [data-island]'))
    .map(e => e.outerHTML.slice(0, 120))";

#[track_caller]
fn assert_nothing_empty(page: &Page, what: &str) {
    assert_eq!(page.eval(FIND_EMPTY), Value::Array(vec![]), "{what}");
}

#[test]
fn the_print_pages_begin_on_the_first_sheet_and_leave_none_empty() {
    for content in [CERTIFICATES, PARKING] {
        let example = Example::serve(content);
        let page = Setup::default().desktop(1280, 800).page();
        for address in ["print/", "print/poster/", "map/"] {
            page.open(&example.host.url(address));
            page.call("Emulation.setEmulatedMedia", json!({ "media": "print" }));
            assert_nothing_empty(&page, &format!("{content} {address}"));
            page.call("Emulation.setEmulatedMedia", json!({ "media": "" }));
            if address == "map/" {
                continue;
            }
            let document = print(&page, &format!("{content} {address}"));
            let sheets = document.sheets();
            assert_eq!(sheets.len(), document.pages(), "{content} {address}");
            let name = example.content["site"]["name"].as_str().expect("a name");
            assert!(sheets[0].contains(name), "{content} {address}: {}", sheets[0]);
            if address == "print/" {
                // The contents are on the first sheet; the first situation follows them at once.
                let (_, first) = answers(example.steps().next().expect("a start"))[0];
                let first = example.steps().find(|step| step["id"].as_str() == Some(first)).expect("its step");
                let contents = page.eval("document.querySelector('.listing h2').textContent");
                assert!(sheets[0].contains(contents.as_str().expect("a heading")), "{content}: {}", sheets[0]);
                assert!(sheets[..2].concat().contains(heading(first)), "{content}: {sheets:?}");
            }
            for (number, sheet) in sheets.iter().enumerate() {
                let words = sheet.split_whitespace().count();
                assert!(words >= 20, "{content} {address}: sheet {} has {words} words: {sheet}", number + 1);
            }
        }
        page.open(&example.host.url("print/"));
        let document = print(&page, &format!("{content} whole"));
        for step in example.steps().filter(|step| step.get("do").is_some()) {
            document.assert_contains(heading(step));
        }
    }
}

#[test]
fn every_step_prints_as_a_leaflet_with_nothing_empty() {
    for content in [CERTIFICATES, PARKING] {
        let example = Example::serve(content);
        let page = Setup::default().desktop(1280, 800).page();
        for step in example.steps() {
            let id = step["id"].as_str().expect("an id");
            page.open("about:blank");
            page.open(&example.host.url(&format!("#{id}")));
            wait_for_step(&page, id);
            assert_nothing_empty(&page, &format!("{content} #{id} on the screen"));
            page.call("Emulation.setEmulatedMedia", json!({ "media": "print" }));
            assert_nothing_empty(&page, &format!("{content} #{id}"));
            page.call("Emulation.setEmulatedMedia", json!({ "media": "" }));
            let document = print(&page, &format!("leaflet {content} {id}"));
            // Two contacts and a picture may need a second sheet, which is then no leftover.
            let most = if content == CERTIFICATES { 2 } else { 1 };
            let sheets = document.sheets();
            assert!(sheets.len() <= most, "{content} #{id}: {} sheets", sheets.len());
            for sheet in &sheets[1..] {
                assert!(sheet.split_whitespace().count() >= 25, "{content} #{id}: {sheet}");
            }
            document.assert_contains(heading(step));
        }
    }
}

#[test]
fn the_form_is_downloaded_and_the_picture_is_seen() {
    let example = Example::serve(CERTIFICATES);
    let page = Page::new();
    page.open(&example.host.url("#certificate-child"));
    wait_for_step(&page, "certificate-child");
    let link = "document.querySelector('#certificate-child a[href*=zayavlenie]').href";
    let type_of = page.eval(&format!("fetch({link}).then(r => r.blob()).then(b => b.slice(0, 5).text())"));
    assert_eq!(type_of, "%PDF-");
    page.eval("document.querySelector('#certificate-child img').scrollIntoView()");
    page.wait_until(
        "(e => e.complete && e.naturalWidth > 0)(document.querySelector('#certificate-child img'))",
        "the picture",
    );
    let (width, height) = (
        page.eval("document.querySelector('#certificate-child img').getBoundingClientRect().width")
            .as_f64()
            .expect("a width"),
        page.eval("document.querySelector('#certificate-child img').getBoundingClientRect().height")
            .as_f64()
            .expect("a height"),
    );
    assert!((200.0..=360.0).contains(&width) && (width / height - 1.6).abs() < 0.02, "{width} × {height}");
    assert!(page.layout_shifts().is_empty());
}
