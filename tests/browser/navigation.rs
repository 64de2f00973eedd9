//! Navigation: every path by tapping, with and without script; history, deep links, wrong addresses, reload.

use serde_json::json;

use crate::guide::{
    SHOWN_STEPS, STEP_NAME, answer, answered_steps, any_island_live, host, path_by_options, paths, steps, trail,
    ui_string, visible_step_text, wait_for_islands, wait_for_step, wait_for_trail,
};
use crate::support::built_site::site;
use crate::support::{Host, Page, Setup};

/// Walks every path on one page and returns the text of each visited step.
#[track_caller]
fn walk_all_paths(
    page: &Page,
    host: &Host,
    at_start: impl Fn(&Page),
    at_step: impl Fn(&Page, &[crate::guide::Edge]),
) -> Vec<serde_json::Value> {
    let mut texts = Vec::new();
    for path in paths() {
        page.open(&host.url(""));
        wait_for_step(page, &path[0].from);
        at_start(page);
        texts.push(visible_step_text(page));
        for (at, edge) in path.iter().enumerate() {
            answer(page, edge);
            let top = page
                .eval("[...document.querySelectorAll('h1')].find(e => e.checkVisibility()).getBoundingClientRect().top")
                .as_f64();
            assert!(
                top.is_some_and(|top| (0.0..400.0).contains(&top)),
                "the heading of {} is out of sight: {top:?}",
                edge.to
            );
            texts.push(visible_step_text(page));
            at_step(page, &path[..=at]);
        }
    }
    texts
}

#[test]
fn every_path_shows_the_same_text_with_and_without_script() {
    let host = host();
    let (with, without) = (Page::new(), Setup::default().script_off().page());

    with.open(&host.url(""));
    let site_title = with.eval("document.title").as_str().expect("text").to_owned();
    let with_script_texts = walk_all_paths(&with, &host, wait_for_islands, |page, edges| {
        let here = &edges.last().unwrap().to;
        wait_for_trail(page, &answered_steps(edges));
        let title = format!("document.title === {STEP_NAME}('{here}') + {}", json!(format!(" — {site_title}")));
        page.wait_until(&title, &format!("the title of {here}"));
        page.wait_until(&format!("document.activeElement.id === {}", json!(here)), &format!("focus on {here}"));
    });
    assert_eq!(with.console(), [""; 0]);

    let without_script_texts = walk_all_paths(
        &without,
        &host,
        |_| {},
        |page, edges| {
            assert_eq!(trail(page).first(), Some(&edges[0].from), "the way back to the start");
        },
    );
    assert_eq!(without.console(), [""; 0]);
    assert!(!any_island_live(&without), "an island came without script");
    assert_eq!(with_script_texts, without_script_texts);
}

#[test]
fn back_and_forward_go_through_a_whole_path() {
    let host = host();
    let path = path_by_options(&["application-cancelled", "yes", "yes", "not-helped"]);
    for script in [true, false] {
        let page = Setup::default().script(script).page();
        page.open(&host.url(""));
        if script {
            wait_for_islands(&page);
        }
        let mut texts = vec![(page.eval("document.title"), visible_step_text(&page), trail(&page))];
        for edge in path {
            answer(&page, edge);
            wait_for_title(&page, script);
            texts.push((page.eval("document.title"), visible_step_text(&page), trail(&page)));
        }
        let assert_same = |step: &str, at: usize| {
            wait_for_step(&page, step);
            page.wait_until(&format!("document.title === {}", texts[at].0), &format!("the title of {step}"));
            wait_for_trail(&page, &texts[at].2);
            assert_eq!(visible_step_text(&page), texts[at].1, "{step}, script {script}");
        };
        for (at, edge) in path.iter().enumerate().rev() {
            page.back();
            assert_same(&edge.from, at);
        }
        for (at, edge) in path.iter().enumerate() {
            page.forward();
            assert_same(&edge.to, at + 1);
        }
        assert_eq!(page.console(), [""; 0]);
    }
}

/// Waits for the step's title, which follows the address with a delay.
#[track_caller]
fn wait_for_title(page: &Page, script: bool) {
    if script {
        let shown = format!("(id => id === 'start' || document.title.startsWith({STEP_NAME}(id)))({SHOWN_STEPS})");
        page.wait_until(&shown, "the step's title");
    }
}

#[test]
fn every_step_opens_by_its_address() {
    let host = host();
    for script in [true, false] {
        let page = Setup::default().script(script).page();
        for step in steps() {
            page.open("about:blank");
            page.open(&host.url(&format!("#{step}")));
            wait_for_step(&page, step);
            if script {
                wait_for_islands(&page);
                wait_for_step(&page, step);
                wait_for_title(&page, script);
            }
        }
        assert_eq!(page.console(), [""; 0]);
    }
}

#[test]
fn an_unknown_fragment_shows_the_start() {
    let host = host();
    let long = format!("#{}", "x".repeat(5000));
    for script in [true, false] {
        let page = Setup::default().script(script).page();
        for fragment in
            ["#", "#nowhere", "#main", "#h-hotline", "#%", "#%D0%B6", "#<img src=x>", "#start:teen-14", "?x=1", &long]
        {
            page.open("about:blank");
            page.open(&host.url(fragment));
            wait_for_step(&page, "start");
            if script {
                wait_for_islands(&page);
                wait_for_step(&page, "start");
            }
            answer(&page, &path_by_options(&["municipality", "not-helped"])[0]);
        }
        assert_eq!(page.console(), [""; 0]);
    }
}

#[test]
fn an_unknown_path_shows_a_notice_and_the_start() {
    let host = host();
    let path = path_by_options(&["municipality", "not-helped"]);
    for script in [true, false] {
        for wrong_path in ["no-such-page", "no/such/page.html", "index.htm"] {
            let page = Setup::default().script(script).page();
            page.open(&host.url(wrong_path));
            assert_eq!(page.requests()[0].status, Some(404));
            assert!(
                page.texts("main").concat().contains(&ui_string("not_found", "title")),
                "{wrong_path} does not say what is wrong"
            );
            for edge in path {
                answer(&page, edge);
            }
            // On the other steps, and back at the start, the notice is gone.
            page.eval("location.hash = 'start'");
            wait_for_step(&page, "start");
            assert!(
                !page.texts("main").concat().contains(&ui_string("not_found", "title")),
                "{wrong_path} still says it"
            );
            // The browser itself logs the 404 of the document; nothing else may be wrong.
            let other_messages: Vec<_> =
                page.console().into_iter().filter(|line| !line.ends_with(&host.url(wrong_path))).collect();
            assert_eq!(other_messages, [""; 0]);
        }
    }
}

#[test]
fn a_reload_keeps_the_step_and_its_trail() {
    let host = host();
    // The flow alone cannot tell this trail: two lead to «none».
    let path = path_by_options(&["application-cancelled", "no", "not-helped"]);
    let page = Page::new();
    page.open(&host.url(""));
    wait_for_islands(&page);
    for (at, edge) in path.iter().enumerate() {
        answer(&page, edge);
        page.reload();
        wait_for_step(&page, &edge.to);
        wait_for_islands(&page);
        wait_for_trail(&page, &answered_steps(&path[..=at]));
    }
    page.back();
    wait_for_step(&page, "none");
    wait_for_trail(&page, &answered_steps(&path[..2]));
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn a_malformed_trail_in_the_history_is_ignored() {
    let host = host();
    let page = Page::new();
    let states = [
        "42",
        "null",
        "{ trail: [1, { deep: ['start'] }] }",
        "'%%% : :: garbage'",
        "'start:nowhere nowhere:none none:not-helped'",
        "'start:none '.repeat(20000)",
        "'\\u{10FFFF}ёж:\\u0000'.repeat(2000)",
        "new Date(NaN)",
    ];
    for state in states {
        page.open("about:blank");
        page.open(&host.url("#none"));
        wait_for_islands(&page);
        let trail_before = trail(&page);
        page.eval(&format!("history.replaceState({state}, '')"));
        page.reload();
        wait_for_step(&page, "none");
        wait_for_islands(&page);
        let shown = trail(&page);
        // The long one contains a valid trail.
        assert!(shown == trail_before || state.contains("start:none") && shown == ["start"], "{state}: {shown:?}");
        answer(&page, &path_by_options(&["none", "not-helped"])[1]);
    }
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn the_site_works_in_any_folder() {
    let host = Host::serve_at(site(), "/some/where/else", &[]);
    let page = Page::new();
    page.open(&host.url("#teen-14"));
    wait_for_islands(&page);
    for edge in &path_by_options(&["teen-14", "no", "not-helped"])[1..] {
        answer(&page, edge);
    }
    assert_eq!(page.console(), [""; 0]);
    let external: Vec<_> = page
        .requests()
        .into_iter()
        .filter(|request| !request.url.starts_with(&host.url("")) && !request.url.starts_with("data:"))
        .collect();
    assert_eq!(external, []);
}
