//! Prints of long guides: what the contents say is where they say, on any paper and in any engine, and no page ends with a heading.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::{Value, json};

use crate::generated_guide::{Shape, generated_guide};
use crate::guide::normalize_spaces;
use crate::printing::{PrintedDocument, print, run_poppler};
use crate::support::built_site::site_from;
use crate::support::engine::Engine;
use crate::support::{Firefox, Host, Page, Setup};

/// The long guides: generated ones, a real one, and one with texts of every kind.
fn sites() -> [(&'static str, &'static Path); 4] {
    [
        ("wide", generated_site("wide", Shape::Wide)),
        ("chain", generated_site("chain", Shape::Chain)),
        ("real", site_from("tests/data/smart-answer.toml")),
        ("certificates", site_from("examples/certificates/guide.toml")),
    ]
}

#[track_caller]
fn generated_site(name: &str, shape: Shape) -> &'static Path {
    let folder: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join("guides");
    std::fs::create_dir_all(&folder).expect("a folder for guides");
    let path = folder.join(format!("long-{name}.toml"));
    std::fs::write(&path, generated_guide(shape, 300)).expect("a guide's file");
    site_from(Box::leak(path.to_string_lossy().into_owned().into_boxed_str()))
}

/// What the page has: the lines of the contents, and how many sheets it says there are.
#[derive(Deserialize)]
struct Contents {
    /// The name and the sheet of each line.
    lines: Vec<(String, usize)>,
    sheets: usize,
    /// The texts that must not be the last on a page: headings, and answers with what leads to their advice.
    headings: Vec<String>,
}

const CONTENTS: &str = "(() => {
    const clean = e => e.textContent.replace(/\\s+/g, ' ').trim();
    const all = selector => [...document.querySelectorAll(selector)];
    return {
        lines: all('.listing a').map(a => [clean(a.children[0]), +clean(a.children[1])]),
        sheets: all('.sheet-number').length,
        headings: [...all('main :is(h1, h2, h3, h4)'), ...all('.ask').filter(e => e.closest('.own') && (e.nextElementSibling || e.closest('.own').nextElementSibling))].map(clean),
    };
})()";

#[track_caller]
fn contents(page: &dyn Engine) -> Contents {
    let found: Value = page.eval(CONTENTS).unwrap_or_else(|why| panic!("{why}"));
    let contents: Contents = serde_json::from_value(found).expect("contents");
    assert!(contents.lines.len() > 5 && contents.sheets > 3 && contents.headings.len() > 10);
    contents
}

#[track_caller]
fn open_print_page(host: &Host) -> Page {
    let page = Setup::default().desktop(1280, 800).page();
    page.open(&host.url("print/"));
    page
}

/// The file of a print with this name, and its text once it is there.
fn file(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("paper");
    std::fs::create_dir_all(&folder).expect("a folder for prints");
    folder.join(format!("long {name}.pdf").replace(' ', "-"))
}

#[track_caller]
fn document(path: PathBuf) -> PrintedDocument {
    let text = normalize_spaces(&run_poppler("pdftotext", &["-raw"], &path, &["-"]));
    PrintedDocument { path, text }
}

/// Asserts that what each line of the contents names stands between the number of its sheet and that of the next.
#[track_caller]
fn assert_contents(document: &PrintedDocument, contents: &Contents, name: &str) {
    let pages = document.sheets();
    // Each number stands on the first page of its sheet, most often the only one.
    let first_page = |sheet: usize| {
        let number = format!("{sheet} / {}", contents.sheets);
        let found: Vec<usize> = (0..pages.len()).filter(|page| has_number(&pages[*page], &number)).collect();
        assert_eq!(found.len(), 1, "{name}: sheet {number} begins on pages {found:?} of {}", pages.len());
        found[0]
    };
    let firsts: Vec<usize> = (1..=contents.sheets).map(first_page).chain([pages.len()]).collect();
    assert!(firsts.is_sorted(), "{name}: {firsts:?}");
    for (line, sheet) in &contents.lines {
        let text = pages[firsts[sheet - 1]..firsts[*sheet]].concat();
        // Where the contents or a reference name it too, its number follows.
        let places = text.matches(line.as_str()).count();
        let elsewhere = text.matches(&format!("{line} {sheet}")).count() + text.matches(&format!("{line}, ")).count();
        assert!(places > elsewhere, "{name}: «{line}» is not on sheet {sheet}: {text}");
    }
}

/// Whether a page has this number of a sheet, and not a longer one that ends like it.
fn has_number(page: &str, number: &str) -> bool {
    page.match_indices(number).any(|(at, _)| !page[..at].ends_with(|c: char| c.is_ascii_digit()))
}

#[test]
fn the_contents_name_the_page_that_each_situation_is_printed_on() {
    for (name, site) in sites() {
        let page = open_print_page(&Host::serve(site));
        let contents = contents(&page);
        let document = print(&page, &format!("long {name}"));
        // On the paper that it is made for, each sheet is one page.
        assert_eq!(document.pages(), contents.sheets, "{name}");
        assert_contents(&document, &contents, name);
        assert!(!document.text.contains(&format!("{0} / {0} {0} / {0}", contents.sheets)), "{name}: numbered twice");
    }
}

#[test]
fn the_contents_are_right_on_other_paper_too() {
    let letter = |margin: f64| {
        json!({
            "paperWidth": 8.5, "paperHeight": 11, "preferCSSPageSize": false, "displayHeaderFooter": margin > 0.5,
            "marginTop": margin, "marginBottom": margin, "marginLeft": margin, "marginRight": margin,
        })
    };
    let small = json!({ "paperWidth": 5.83, "paperHeight": 8.27, "preferCSSPageSize": false, "scale": 1.3 });
    for (name, site) in sites() {
        let page = open_print_page(&Host::serve(site));
        let contents = contents(&page);
        // Type so wide that no sheet is one page any more.
        for (paper, settings, style) in
            [("letter", letter(0.4), ""), ("margins", letter(1.0), ""), ("small", small.clone(), "word-spacing: 1em")]
        {
            page.eval(&format!("document.querySelector('main').style.cssText = '{style}'"));
            let path = file(&format!("{name} {paper}"));
            page.pdf_on(&path, settings);
            let document = document(path);
            assert_contents(&document, &contents, &format!("{name} {paper}"));
            let goes_on = document.sheets().len() > contents.sheets;
            assert_eq!(goes_on, paper == "small", "{name}: sheets that go on over a second page");
        }
    }
}

#[test]
fn the_contents_are_right_in_firefox() {
    for (name, site) in sites() {
        let host = Host::serve(site);
        let firefox = Firefox::with_preferences(&[]);
        firefox.open(&host.url("print/"));
        let contents = contents(&firefox);
        let path = file(&format!("{name} firefox"));
        firefox.pdf(&path);
        let document = document(path);
        assert_eq!(document.sheets().len(), contents.sheets, "{name}");
        assert_contents(&document, &contents, name);
        assert_no_heading_is_last(&document, &contents, name);
    }
}

/// The last line of each page: the words at the lowest height.
#[track_caller]
fn last_lines(document: &PrintedDocument) -> Vec<String> {
    let output = run_poppler("pdftotext", &["-bbox"], &document.path, &["-"]);
    let bottom = |word: &str| -> Option<f64> { word.split("yMax=\"").nth(1)?.split('"').next()?.parse().ok() };
    let text = |word: &str| Some(word.split_once('>')?.1.split_once("</word>")?.0.to_owned());
    let pages = output.split("<page ").skip(1).map(|page| {
        let words: Vec<(f64, String)> =
            page.split("<word ").filter_map(|word| Some((bottom(word)?, text(word)?))).collect();
        let lowest = words.iter().map(|word| word.0).fold(0.0, f64::max);
        // Bold words of a line end a little lower than regular ones.
        let line: Vec<String> = words.into_iter().filter(|word| word.0 > lowest - 3.0).map(|word| word.1).collect();
        normalize_spaces(&line.join(" "))
    });
    pages.collect()
}

#[track_caller]
fn assert_no_heading_is_last(document: &PrintedDocument, contents: &Contents, name: &str) {
    let lines = last_lines(document);
    assert!(lines.len() > 3 && lines.iter().all(|line| !line.is_empty()), "{name}: {lines:?}");
    for (page, line) in lines.iter().enumerate() {
        let heading = contents.headings.iter().find(|heading| heading.ends_with(line.as_str()));
        assert_eq!(heading, None, "{name}: page {} ends with a heading", page + 1);
    }
}

#[test]
fn no_page_ends_with_a_heading() {
    for (name, site) in sites() {
        let page = open_print_page(&Host::serve(site));
        let contents = contents(&page);
        assert_no_heading_is_last(&print(&page, &format!("headings {name}")), &contents, name);
    }
}

#[test]
fn on_a_screen_the_contents_are_links_and_nothing_has_a_page() {
    let host = Host::serve(sites()[3].1);
    for script in [true, false] {
        let page = Setup::default().script(script).page();
        page.open(&host.url("print/"));
        assert!(!page.visible(".leads-to") && !page.visible(".sheet-number") && !page.visible(".on-sheet"));
        let lowest = page.eval(
            "Math.min(...[...document.querySelectorAll('.listing a')].map(e => e.getBoundingClientRect().height))",
        );
        assert!(lowest.as_f64().is_some_and(|height| height >= 44.0), "{lowest} px high");
        page.tap(".listing a[href='#n5']");
        page.wait_until("location.hash === '#n5'", "the fragment");
        let top = page.eval("document.getElementById('n5').getBoundingClientRect().top");
        assert!(top.as_f64().is_some_and(|top| top.abs() < 100.0), "{top} px from the top");
    }
}
