//! Each file of the site half a minute late: nobody waits for it who does not need it, and it still finds its place.

use std::time::Duration;

use crate::asset_faults::{Part, assets, part};
use crate::framed::{self, embedding_site};
use crate::guide::{
    answer, answered, any_island, host, path_by, wait_for_islands, wait_for_step, wait_for_trail, wait_until_asked,
};
use crate::search::{hrefs, paste};
use crate::support::{EmbeddingSite, Fault, Host, Page, Setup};

/// Longer than anybody waits, and yet it comes.
const LATE: Duration = Duration::from_secs(30);
/// Until it has come, on a machine that does other things as well.
const PATIENCE: Duration = Duration::from_secs(120);

/// All at once: each part waits for itself, with a host of its own. Knowledge by a script differs in nothing from
/// knowledge by itself but the way that the program has come by then.
#[test]
fn a_file_that_is_half_a_minute_late_blocks_nothing_else() {
    let mut parts: Vec<(Part, Vec<String>)> = Vec::new();
    for file in assets() {
        let part = part(&file);
        match parts.iter_mut().find(|(known, _)| *known == part) {
            Some((_, files)) => files.push(file),
            None if part != Part::CarriedKnowledge => parts.push((part, vec![file])),
            None => {}
        }
    }
    assert!(parts.len() >= 8, "{parts:?}");
    std::thread::scope(|scope| {
        for (part, files) in &parts {
            scope.spawn(move || {
                let slow = |host: Host, file: &String| host.fault(file, Fault::Slow(LATE));
                late(*part, &files.iter().fold(host(), slow), &files.join(", "));
            });
        }
    });
}

#[track_caller]
fn late(part: Part, host: &Host, file: &str) {
    let setup = Setup::default();
    let page = if part == Part::Worker { setup.service_worker() } else { setup }.page();
    let path = path_by(&["application-cancelled", "no", "not-helped"]);
    const LIVE: &str =
        "document.querySelector('[data-island=find] input') && !document.querySelector('[data-island=find] :disabled')";
    match part {
        Part::Script | Part::Program => {
            page.start_loading(&host.url(""));
            page.wait_for(PATIENCE, "document.readyState !== 'loading'", "the whole document");
            wait_for_step(&page, "start");
            if part == Part::Program {
                // The script notes the answers, and asks for the program, once it is there itself.
                wait_until_asked(&page, host, ".wasm");
            }
            for turn in &path[..2] {
                answer(&page, turn);
            }
            assert!(!any_island(&page), "{file} is not late");
            page.wait_for(PATIENCE, LIVE, "the islands");
            wait_for_step(&page, "none");
            answer(&page, &path[2]);
            if part == Part::Program {
                wait_for_trail(&page, &answered(path));
            }
        }
        Part::Knowledge => {
            page.start_loading(&host.url(""));
            page.wait_for(PATIENCE, LIVE, "the islands");
            wait_for_islands(&page);
            paste(&page, "забыл почту");
            for turn in path {
                answer(&page, turn);
            }
            assert_eq!(hrefs(&page), [""; 0], "{file} is not late");
            page.wait_for(PATIENCE, "document.querySelector('.find li a')", "the search's answer");
            assert_eq!(hrefs(&page).first().map(String::as_str), Some("#forgot-email"));
            wait_for_step(&page, "hotline");
        }
        Part::CarriedProgram | Part::CarriedKnowledge => {
            let embedding_site = embedding_site(&host.url(""), Some("allow-scripts"));
            page.start_loading(&embedding_site.host.url(""));
            let frame = page.frame(0);
            framed::wait_for_step(&frame, "start");
            for turn in framed::two_paths()[0] {
                framed::answer(&frame, turn);
            }
            let plain = frame.eval("!!document.querySelector('[data-island=find] :disabled')");
            assert_eq!(plain, true, "{file} is not late");
            patient(&page, || frame.eval(&format!("!!({LIVE})")) == true, "the frame's islands");
        }
        Part::Embed => {
            let script =
                format!("<p>До</p><script src='{}' data-guide async></script><p>После</p>", host.url("embed.js"));
            let embedding_site = EmbeddingSite::new(&script);
            page.start_loading(&embedding_site.host.url(""));
            page.wait_until("document.body?.innerText.includes('После')", "the school's own page");
            assert_eq!(page.eval("document.querySelectorAll('iframe').length"), 0, "{file} is not late");
            page.wait_for(PATIENCE, "document.querySelector('iframe')", "the frame");
        }
        Part::Choices => {
            page.start_loading(&host.url("embed/"));
            page.wait_until("document.querySelectorAll('.snippet pre').length === 3", "the codes");
            assert!(!page.visible(".choose"), "{file} is not late");
            page.wait_for(PATIENCE, "!document.querySelector('.choose').hidden", "the choices");
            assert_eq!(page.layout_shifts(), [""; 0], "{file}");
        }
        Part::Worker | Part::PageScript | Part::Other => {
            page.start_loading(&host.url(""));
            page.wait_for(PATIENCE, LIVE, "the islands");
            wait_for_islands(&page);
            for turn in path {
                answer(&page, turn);
            }
            wait_for_trail(&page, &answered(path));
        }
    }
    let uncaught: Vec<_> = page.console().into_iter().filter(|line| line.contains("Uncaught")).collect();
    assert_eq!(uncaught, [""; 0], "{file}");
}

/// Waits until something is true that the page alone can't tell.
#[track_caller]
fn patient(page: &Page, is: impl Fn() -> bool, what: &str) {
    let deadline = std::time::Instant::now() + PATIENCE;
    while !is() {
        assert!(std::time::Instant::now() < deadline, "{what} did not come");
        page.pump_events(Duration::from_millis(100));
    }
}
