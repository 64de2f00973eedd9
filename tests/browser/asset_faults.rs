//! Every asset of the site with each fault it may arrive with: what depends on it is missing, everything else works.
//!
//! Assets that are added to the site later are tested by themselves as `AssetKind::Other` or `PageScript`.

use std::path::Path;

use guide_core::pages::Page as SitePage;
use serde_json::json;

use crate::fault_tolerance::assert_walkable;
use crate::framed::{self, embedding_site};
use crate::guide::{answer, any_island_live, host, normalize_spaces, path_by_options, ui_string, wait_for_islands};
use crate::search::{replace_by_pasting, result_hrefs, wait_for_first_result};
use crate::support::built_site::site;
use crate::support::{EmbeddingSite, Fault, Host, Page, Setup};

/// The faults of a file. With a wrong content type browsers refuse scripts for good: no script is a picture.
fn faults() -> [(&'static str, Fault); 5] {
    [
        ("is missing", Fault::NotFound),
        ("is truncated", Fault::Truncated),
        ("is cut off", Fault::Interrupted),
        ("is corrupt", Fault::Corrupt),
        ("is called a picture", Fault::Mime("image/png")),
    ]
}

/// The assets of the built site, by path: all files that a parent's browser requests besides the pages, without their compressed
/// copies. It requests nothing of the editor and of the content (`editor/parents.rs`).
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
            // Configuration of hosts and lists of files are no assets.
            let for_staff = ["editor/", "content/"].iter().any(|folder| name.starts_with(folder));
            let is_list = name.starts_with("files-") && name.ends_with(".txt");
            let asset = ![".br", ".gz", ".html", "_headers", "nginx.conf", "caddy.conf", ".htaccess", ".guide-files"]
                .iter()
                .any(|end| name.ends_with(end));
            found.extend((asset && !is_list && !for_staff).then_some(name));
        }
    }
    found.sort();
    found
}

/// What an asset is used for.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum AssetKind {
    Script,
    Program,
    SearchModel,
    /// The same two as script payloads, for a page without an origin.
    ProgramPayload,
    SearchModelPayload,
    Worker,
    EmbedScript,
    EmbedPageScript,
    /// A script of another page.
    PageScript,
    Other,
}

pub fn asset_kind(file: &str) -> AssetKind {
    match file {
        "sw.js" => AssetKind::Worker,
        "embed.js" => AssetKind::EmbedScript,
        "embed/choose.js" => AssetKind::EmbedPageScript,
        _ if file.ends_with(".wasm.js") => AssetKind::ProgramPayload,
        _ if file.ends_with(".bin.js") => AssetKind::SearchModelPayload,
        _ if file.ends_with(".wasm") => AssetKind::Program,
        _ if file.ends_with(".bin") => AssetKind::SearchModel,
        _ if file.starts_with("assets/guide-") => AssetKind::Script,
        _ if file.ends_with(".js") => AssetKind::PageScript,
        _ => AssetKind::Other,
    }
}

/// Asserts that the site copes with every fault of the assets of these kinds.
#[track_caller]
fn assert_each_fault(kinds: &[AssetKind]) {
    let files: Vec<String> = assets().into_iter().filter(|file| kinds.contains(&asset_kind(file))).collect();
    assert!(!files.is_empty(), "the site has no {kinds:?}");
    for file in &files {
        for (what, fault) in faults() {
            let wrong_type = matches!(fault, Fault::Mime(_));
            let host = host().fault(file, fault);
            visit(asset_kind(file), &host, wrong_type, &format!("{file} {what}"));
        }
    }
}

/// Visits what depends on this asset and asserts that it degrades as intended. `wrong_type` says that the content type is
/// wrong: scripts are refused then, other files are not.
#[track_caller]
fn visit(kind: AssetKind, host: &Host, wrong_type: bool, what: &str) {
    match kind {
        AssetKind::Script | AssetKind::Program => {
            let page = Page::new();
            page.open(&host.url(""));
            page.settle();
            assert_eq!(page.layout_shifts(), [""; 0], "{what}");
            assert_walkable(&page, host);
            let live = wrong_type && kind == AssetKind::Program;
            if live {
                wait_for_islands(&page);
            }
            assert_eq!(any_island_live(&page), live, "{what}");
            assert_nothing_uncaught(&page, kind == AssetKind::Script, what);
        }
        AssetKind::SearchModel => {
            let page = Page::new();
            page.open(&host.url(""));
            wait_for_islands(&page);
            assert_search(&page, wrong_type, what);
            answer(&page, &path_by_options(&["teen-14", "no", "not-helped"])[0]);
            assert_nothing_uncaught(&page, false, what);
        }
        AssetKind::ProgramPayload | AssetKind::SearchModelPayload => visit_sandboxed(host, kind, what),
        AssetKind::Worker => {
            let page = Setup::default().service_worker().page();
            assert_walkable(&page, host);
            wait_for_islands(&page);
            page.settle();
            let installed = page.eval("navigator.serviceWorker.getRegistration().then(found => !!found?.active)");
            assert_eq!(installed, false, "{what}: a worker came of it");
            assert_nothing_uncaught(&page, false, what);
        }
        AssetKind::EmbedScript => {
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
        AssetKind::EmbedPageScript => {
            let page = Page::new();
            page.open(&host.url("embed/"));
            page.settle();
            assert_eq!(page.eval("document.querySelectorAll('.snippet pre').length"), 3, "{what}: the codes");
            assert!(!page.visible(".choose"), "{what}: choices that do nothing");
            assert_eq!(page.layout_shifts(), [""; 0], "{what}");
            page.tap("#own-site summary");
            page.wait_until("document.querySelector('#script pre').offsetHeight", &format!("{what}: a code"));
        }
        AssetKind::PageScript => {
            let page = Page::new();
            for site in SitePage::ALL {
                page.open(&host.url(site.address()));
                page.settle();
                assert!(page.visible("h1"), "{what}: {} shows no heading", site.file());
            }
            assert_nothing_uncaught(&page, true, what);
        }
        AssetKind::Other => {
            let page = Page::new();
            // What a phone requests when the site is added to its home screen.
            page.open(&host.url(""));
            page.call("Page.getAppManifest", json!({}));
            wait_for_islands(&page);
            page.settle();
            assert_eq!(page.layout_shifts(), [""; 0], "{what}");
            answer(&page, &path_by_options(&["municipality", "not-helped"])[0]);
            assert_nothing_uncaught(&page, false, what);
        }
    }
}

/// Asserts that there is no uncaught exception, except in a script that is itself cut off.
#[track_caller]
fn assert_nothing_uncaught(page: &Page, script: bool, what: &str) {
    let uncaught: Vec<_> = page.console().into_iter().filter(|line| line.contains("Uncaught")).collect();
    assert!(script || uncaught.is_empty(), "{what}: {uncaught:#?}");
}

const SEARCH_STATUS: &str = "document.querySelector('.find p').textContent";

/// Asserts that the search works, or says that it cannot be loaded.
#[track_caller]
fn assert_search(page: &Page, works: bool, what: &str) {
    replace_by_pasting(page, "забыл почту");
    if works {
        return wait_for_first_result(page, "forgot-email");
    }
    page.wait_until(SEARCH_STATUS, "a word about the failure");
    assert_eq!(result_hrefs(page), [""; 0], "{what}");
    assert_eq!(
        normalize_spaces(page.eval(SEARCH_STATUS).as_str().unwrap_or_default()),
        ui_string("find", "failed"),
        "{what}"
    );
}

/// Visits a sandboxed frame, which loads the files as script payloads.
#[track_caller]
fn visit_sandboxed(host: &Host, kind: AssetKind, what: &str) {
    let page = Page::new();
    let embedding_site = embedding_site(&host.url(""), Some("allow-scripts"));
    page.open(&embedding_site.host.url(""));
    let frame = page.frame(0);
    page.settle();
    framed::wait_for_step(&frame, "start");
    if kind == AssetKind::SearchModelPayload {
        framed::wait_for_islands(&frame);
        frame.tap("#find");
        page.type_text("забыл почту");
        frame.wait_until(SEARCH_STATUS, "a word about the failure");
        assert_eq!(
            normalize_spaces(frame.eval(SEARCH_STATUS).as_str().unwrap_or_default()),
            ui_string("find", "failed"),
            "{what}"
        );
    }
    for edge in framed::two_paths()[0] {
        framed::answer(&frame, edge);
    }
    let islands_missing = frame.eval("!document.querySelector('[data-island=share] button')");
    assert_eq!(islands_missing, kind == AssetKind::ProgramPayload, "{what}: the islands");
    let uncaught: Vec<_> = page.console().into_iter().filter(|line| line.contains("Uncaught")).collect();
    // The browser itself reports a script that cannot be parsed.
    assert!(uncaught.iter().all(|line| line.contains("SyntaxError")), "{what}: {uncaught:#?}");
}

#[test]
fn a_faulty_script_or_program_leaves_the_plain_page() {
    assert_each_fault(&[AssetKind::Script, AssetKind::Program]);
}

#[test]
fn a_faulty_search_model_only_disables_the_search() {
    assert_each_fault(&[AssetKind::SearchModel]);
}

#[test]
fn a_faulty_script_payload_leaves_a_sandboxed_frame_usable() {
    assert_each_fault(&[AssetKind::ProgramPayload, AssetKind::SearchModelPayload]);
}

#[test]
fn a_faulty_service_worker_is_not_installed() {
    assert_each_fault(&[AssetKind::Worker]);
}

#[test]
fn a_faulty_embed_script_leaves_the_host_page_and_the_embed_page_usable() {
    assert_each_fault(&[AssetKind::EmbedScript, AssetKind::EmbedPageScript]);
}

#[test]
fn faults_of_other_assets_change_nothing() {
    assert_each_fault(&[AssetKind::Other, AssetKind::PageScript]);
}
