//! Every file of the site, and each thing that may happen to it on its way: what needs it goes without, all else goes on.
//!
//! A file that the site gets later is held to the least of it by itself.

use std::path::Path;

use navigator_guide::site::pages::Page as SitePage;
use serde_json::json;

use crate::fault_tolerance::walkable;
use crate::framed::{self, embedding_site};
use crate::guide::{answer, any_island, host, path_by, plain, wait_for_islands, word};
use crate::search::{hrefs, paste, wait_for_first};
use crate::support::built_site::site;
use crate::support::{EmbeddingSite, Fault, Host, Page, Setup};

/// What becomes of a file. A type is wrong for good where the browser won't take it: no script is a picture.
fn faults() -> [(&'static str, Fault); 5] {
    [
        ("is missing", Fault::NotFound),
        ("is truncated", Fault::Truncated),
        ("is cut off", Fault::Interrupted),
        ("is corrupt", Fault::Corrupt),
        ("is called a picture", Fault::Mime("image/png")),
    ]
}

/// The files of the built site that a browser asks for beside the pages, by their paths; pressed ones are the same files.
pub fn assets() -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![site().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder of the site").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(site()).unwrap_or(Path::new("")).to_string_lossy().replace('\\', "/");
            // What only hosts read is nobody's asset, nor is the tool's own list.
            let asset = ![".br", ".gz", ".html", "_headers", "nginx.conf", ".guide-files"]
                .iter()
                .any(|end| name.ends_with(end));
            found.extend(asset.then_some(name));
        }
    }
    found.sort();
    found
}

/// Who needs a file.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Part {
    Script,
    Program,
    Knowledge,
    /// The same two for a page without an origin.
    CarriedProgram,
    CarriedKnowledge,
    Worker,
    Embed,
    Choices,
    /// A script of whatever other page.
    PageScript,
    Other,
}

pub fn part(file: &str) -> Part {
    match file {
        "sw.js" => Part::Worker,
        "embed.js" => Part::Embed,
        "embed/choose.js" => Part::Choices,
        _ if file.ends_with(".wasm.js") => Part::CarriedProgram,
        _ if file.ends_with(".bin.js") => Part::CarriedKnowledge,
        _ if file.ends_with(".wasm") => Part::Program,
        _ if file.ends_with(".bin") => Part::Knowledge,
        _ if file.starts_with("assets/guide-") => Part::Script,
        _ if file.ends_with(".js") => Part::PageScript,
        _ => Part::Other,
    }
}

/// Sees that a file of these parts may have any fault.
#[track_caller]
fn each_fault_of(parts: &[Part]) {
    let files: Vec<String> = assets().into_iter().filter(|file| parts.contains(&part(file))).collect();
    assert!(!files.is_empty(), "the site has no {parts:?}");
    for file in &files {
        for (what, fault) in faults() {
            let typed = matches!(fault, Fault::Mime(_));
            let host = host().fault(file, fault);
            visit(part(file), &host, typed, &format!("{file} {what}"));
        }
    }
}

/// What a visit finds that needs this part. Scripts that come as pictures are refused; to other files types mean nothing.
#[track_caller]
fn visit(part: Part, host: &Host, typed: bool, what: &str) {
    match part {
        Part::Script | Part::Program => {
            let page = Page::new();
            page.open(&host.url(""));
            page.settle();
            assert_eq!(page.layout_shifts(), [""; 0], "{what}");
            walkable(&page, host);
            let alive = typed && part == Part::Program;
            if alive {
                wait_for_islands(&page);
            }
            assert_eq!(any_island(&page), alive, "{what}");
            quiet(&page, part == Part::Script, what);
        }
        Part::Knowledge => {
            let page = Page::new();
            page.open(&host.url(""));
            wait_for_islands(&page);
            searched(&page, typed, what);
            answer(&page, &path_by(&["teen-14", "no", "not-helped"])[0]);
            quiet(&page, false, what);
        }
        Part::CarriedProgram | Part::CarriedKnowledge => carried(host, part, what),
        Part::Worker => {
            let page = Setup::default().service_worker().page();
            walkable(&page, host);
            wait_for_islands(&page);
            page.settle();
            let kept = page.eval("navigator.serviceWorker.getRegistration().then(found => !!found?.active)");
            assert_eq!(kept, false, "{what}: a worker came of it");
            quiet(&page, false, what);
        }
        Part::Embed => {
            let page = Page::new();
            let embedding_site = EmbeddingSite::new(&format!(
                "<p>До</p><script src='{}' data-guide async></script><p>После</p>",
                host.url("embed.js")
            ));
            page.open(&embedding_site.host.url(""));
            page.settle();
            assert_eq!(page.eval("document.body.innerText.split(/\\s+/).join()"), "До,После", "{what}");
            assert_eq!(page.eval("document.querySelectorAll('iframe').length"), 0, "{what}");
        }
        Part::Choices => {
            let page = Page::new();
            page.open(&host.url("embed/"));
            page.settle();
            assert_eq!(page.eval("document.querySelectorAll('.snippet pre').length"), 3, "{what}: the codes");
            assert!(!page.visible(".choose"), "{what}: choices that do nothing");
            assert_eq!(page.layout_shifts(), [""; 0], "{what}");
            page.tap("#own-site summary");
            page.wait_until("document.querySelector('#script pre').offsetHeight", &format!("{what}: a code"));
        }
        Part::PageScript => {
            let page = Page::new();
            for site in SitePage::ALL {
                page.open(&host.url(site.address()));
                page.settle();
                assert!(page.visible("h1"), "{what}: {} shows no heading", site.file());
            }
            quiet(&page, true, what);
        }
        Part::Other => {
            let page = Page::new();
            // What a phone asks for that is to keep the site on its first screen.
            page.open(&host.url(""));
            page.call("Page.getAppManifest", json!({}));
            wait_for_islands(&page);
            page.settle();
            assert_eq!(page.layout_shifts(), [""; 0], "{what}");
            answer(&page, &path_by(&["municipality", "not-helped"])[0]);
            quiet(&page, false, what);
        }
    }
}

/// Nothing was thrown that nobody caught; a script that is cut in two cannot catch its own end.
#[track_caller]
fn quiet(page: &Page, script: bool, what: &str) {
    let uncaught: Vec<_> = page.console().into_iter().filter(|line| line.contains("Uncaught")).collect();
    assert!(script || uncaught.is_empty(), "{what}: {uncaught:#?}");
}

const SAID: &str = "document.querySelector('.find p').textContent";

/// The search answers, or says that it can't: never something wrong.
#[track_caller]
fn searched(page: &Page, answers: bool, what: &str) {
    paste(page, "забыл почту");
    if answers {
        return wait_for_first(page, "forgot-email");
    }
    page.wait_until(SAID, "a word about the failure");
    assert_eq!(hrefs(page), [""; 0], "{what}");
    assert_eq!(plain(page.eval(SAID).as_str().unwrap_or_default()), word("find", "failed"), "{what}");
}

/// A sandboxed frame, which gets the files by scripts.
#[track_caller]
fn carried(host: &Host, part: Part, what: &str) {
    let page = Page::new();
    let embedding_site = embedding_site(&host.url(""), Some("allow-scripts"));
    page.open(&embedding_site.host.url(""));
    let frame = page.frame(0);
    page.settle();
    framed::wait_for_step(&frame, "start");
    if part == Part::CarriedKnowledge {
        framed::wait_for_islands(&frame);
        frame.tap("#find");
        page.type_text("забыл почту");
        frame.wait_until(SAID, "a word about the failure");
        assert_eq!(plain(frame.eval(SAID).as_str().unwrap_or_default()), word("find", "failed"), "{what}");
    }
    for turn in framed::two_paths()[0] {
        framed::answer(&frame, turn);
    }
    let plain = frame.eval("!!document.querySelector('[data-island=find] :disabled')");
    assert_eq!(plain, part == Part::CarriedProgram, "{what}: the islands");
    let uncaught: Vec<_> = page.console().into_iter().filter(|line| line.contains("Uncaught")).collect();
    // A script that is no script is told by the browser itself.
    assert!(uncaught.iter().all(|line| line.contains("SyntaxError")), "{what}: {uncaught:#?}");
}

#[test]
fn a_faulty_script_or_program_leaves_the_plain_page() {
    each_fault_of(&[Part::Script, Part::Program]);
}

#[test]
fn a_faulty_search_model_only_disables_the_search() {
    each_fault_of(&[Part::Knowledge]);
}

#[test]
fn a_faulty_script_payload_leaves_a_sandboxed_frame_usable() {
    each_fault_of(&[Part::CarriedProgram, Part::CarriedKnowledge]);
}

#[test]
fn a_faulty_service_worker_is_not_installed() {
    each_fault_of(&[Part::Worker]);
}

#[test]
fn a_faulty_embed_script_leaves_the_host_page_and_the_embed_page_usable() {
    each_fault_of(&[Part::Embed, Part::Choices]);
}

#[test]
fn faults_of_other_assets_change_nothing() {
    each_fault_of(&[Part::Other, Part::PageScript]);
}
