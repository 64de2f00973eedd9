//! Each file of the site half a minute late: nothing else waits for it, and it works when it has come.

use std::time::Duration;

use crate::asset_faults::{AssetKind, asset_kind, assets};
use crate::framed::{self, embedding_site};
use crate::guide::{
    answer, answered_steps, any_island_live, host, path_by_options, wait_for_islands, wait_for_request,
    wait_for_script, wait_for_step, wait_for_trail,
};
use crate::search::{replace_by_pasting, result_hrefs};
use crate::support::{EmbeddingSite, Fault, Host, Page, Setup};

/// A delay longer than anybody waits, after which the file comes.
const DELAY: Duration = Duration::from_secs(30);
/// How long to wait for a late file on a loaded machine.
const TIMEOUT: Duration = Duration::from_secs(120);

/// All kinds at once, each with a host of its own. The payload of the search model is left out: it differs from the model
/// only in how it is loaded.
#[test]
fn a_file_that_is_half_a_minute_late_blocks_nothing_else() {
    let mut kinds: Vec<(AssetKind, Vec<String>)> = Vec::new();
    for file in assets() {
        let kind = asset_kind(&file);
        match kinds.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, files)) => files.push(file),
            None if kind != AssetKind::SearchModelPayload => kinds.push((kind, vec![file])),
            None => {}
        }
    }
    assert!(kinds.len() >= 8, "{kinds:?}");
    std::thread::scope(|scope| {
        for (kind, files) in &kinds {
            scope.spawn(move || {
                let slow = |host: Host, file: &String| host.fault(file, Fault::Slow(DELAY));
                assert_usable_while_late(*kind, &files.iter().fold(host(), slow), &files.join(", "));
            });
        }
    });
}

#[track_caller]
fn assert_usable_while_late(kind: AssetKind, host: &Host, file: &str) {
    let setup = Setup::default();
    let page = if kind == AssetKind::Worker { setup.service_worker() } else { setup }.page();
    let path = path_by_options(&["application-cancelled", "no", "not-helped"]);
    // On whichever step.
    const ISLANDS_LIVE: &str = "document.querySelector('[data-island=share] button')";
    match kind {
        AssetKind::Script | AssetKind::Program => {
            page.start_loading(&host.url(""));
            page.wait_for(TIMEOUT, "document.readyState !== 'loading'", "the whole document");
            wait_for_step(&page, "start");
            if kind == AssetKind::Program {
                wait_for_request(&page, host, ".wasm");
                wait_for_script(&page);
            }
            for edge in &path[..2] {
                answer(&page, edge);
            }
            assert!(!any_island_live(&page), "{file} is not late");
            page.wait_for(TIMEOUT, ISLANDS_LIVE, "the islands");
            wait_for_step(&page, "none");
            answer(&page, &path[2]);
            if kind == AssetKind::Program {
                wait_for_trail(&page, &answered_steps(path));
            }
        }
        AssetKind::SearchModel => {
            page.start_loading(&host.url(""));
            page.wait_for(TIMEOUT, ISLANDS_LIVE, "the islands");
            wait_for_islands(&page);
            replace_by_pasting(&page, "забыл почту");
            for edge in path {
                answer(&page, edge);
            }
            assert_eq!(result_hrefs(&page), [""; 0], "{file} is not late");
            page.wait_for(TIMEOUT, "document.querySelector('.find li a')", "the search's answer");
            assert_eq!(result_hrefs(&page).first().map(String::as_str), Some("#forgot-email"));
            wait_for_step(&page, "hotline");
        }
        AssetKind::ProgramPayload | AssetKind::SearchModelPayload => {
            let embedding_site = embedding_site(&host.url(""), Some("allow-scripts"));
            page.start_loading(&embedding_site.host.url(""));
            let frame = page.frame(0);
            framed::wait_for_step(&frame, "start");
            for edge in framed::two_paths()[0] {
                framed::answer(&frame, edge);
            }
            let islands_missing = frame.eval(&format!("!{ISLANDS_LIVE}"));
            assert_eq!(islands_missing, true, "{file} is not late");
            wait_for_condition(&page, || frame.eval(&format!("!!({ISLANDS_LIVE})")) == true, "the frame's islands");
        }
        AssetKind::EmbedScript => {
            let script =
                format!("<p>До</p><script src='{}' data-guide async></script><p>После</p>", host.url("embed.js"));
            let embedding_site = EmbeddingSite::new(&script);
            page.start_loading(&embedding_site.host.url(""));
            page.wait_until("document.body?.innerText.includes('После')", "the school's own page");
            assert_eq!(page.eval("document.querySelectorAll('iframe').length"), 0, "{file} is not late");
            page.wait_for(TIMEOUT, "document.querySelector('iframe')", "the frame");
        }
        AssetKind::EmbedPageScript => {
            page.start_loading(&host.url("embed/"));
            page.wait_until("document.querySelectorAll('.snippet pre').length === 3", "the codes");
            assert!(!page.visible(".choose"), "{file} is not late");
            page.wait_for(TIMEOUT, "!document.querySelector('.choose').hidden", "the choices");
            assert_eq!(page.layout_shifts(), [""; 0], "{file}");
        }
        AssetKind::Worker | AssetKind::PageScript | AssetKind::Other => {
            page.start_loading(&host.url(""));
            page.wait_for(TIMEOUT, ISLANDS_LIVE, "the islands");
            wait_for_islands(&page);
            for edge in path {
                answer(&page, edge);
            }
            wait_for_trail(&page, &answered_steps(path));
        }
    }
    let uncaught: Vec<_> = page.console().into_iter().filter(|line| line.contains("Uncaught")).collect();
    assert_eq!(uncaught, [""; 0], "{file}");
}

/// Waits until a condition holds that the page alone cannot evaluate.
#[track_caller]
fn wait_for_condition(page: &Page, condition: impl Fn() -> bool, what: &str) {
    let deadline = std::time::Instant::now() + TIMEOUT;
    while !condition() {
        assert!(std::time::Instant::now() < deadline, "{what} did not come");
        page.pump_events(Duration::from_millis(100));
    }
}
