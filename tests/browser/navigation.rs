//! The walk: every path by tapping, with script and without; history, deep links, wrong addresses, reload.

use serde_json::json;

use crate::guide::{
    answer, answered, any_island, host, path_by, paths, said, steps, trail, wait_for_islands, wait_for_step,
    wait_for_trail, word,
};
use crate::support::built_site::site;
use crate::support::{Host, Page, Setup};

/// Walks every path on one page, and gives what each of their steps said.
#[track_caller]
fn walk_all(
    page: &Page,
    host: &Host,
    entered: impl Fn(&Page),
    arrived: impl Fn(&Page, &[crate::guide::Turn]),
) -> Vec<serde_json::Value> {
    let mut heard = Vec::new();
    for path in paths() {
        page.open(&host.url(""));
        wait_for_step(page, &path[0].from);
        entered(page);
        heard.push(said(page));
        for (at, turn) in path.iter().enumerate() {
            answer(page, turn);
            let top = page
                .eval("[...document.querySelectorAll('h1')].find(e => e.checkVisibility()).getBoundingClientRect().top")
                .as_f64();
            assert!(
                top.is_some_and(|top| (0.0..400.0).contains(&top)),
                "the heading of {} is out of sight: {top:?}",
                turn.to
            );
            heard.push(said(page));
            arrived(page, &path[..=at]);
        }
    }
    heard
}

#[test]
fn every_path_shows_the_same_text_with_and_without_script() {
    let host = host();
    let (with, without) = (Page::new(), Setup::default().script_off().page());

    with.open(&host.url(""));
    let site_title = with.eval("document.title").as_str().expect("text").to_owned();
    let scripted = walk_all(&with, &host, wait_for_islands, |page, turns| {
        let here = &turns.last().unwrap().to;
        wait_for_trail(page, &answered(turns));
        let title = format!("{} — {site_title}", page.text("h1[data-step]"));
        page.wait_until(&format!("document.title === {}", json!(title)), &format!("the title «{title}»"));
        page.wait_until(&format!("document.activeElement.id === {}", json!(here)), &format!("focus on {here}"));
    });
    assert_eq!(with.console(), [""; 0]);

    let plain = walk_all(
        &without,
        &host,
        |_| {},
        |page, turns| {
            assert_eq!(trail(page).first(), Some(&turns[0].from), "the way back to the start");
        },
    );
    assert_eq!(without.console(), [""; 0]);
    assert!(!any_island(&without), "an island came without script");
    assert_eq!(scripted, plain);
}

#[test]
fn back_and_forward_go_through_a_whole_path() {
    let host = host();
    let path = path_by(&["application-cancelled", "yes", "yes", "not-helped"]);
    for script in [true, false] {
        let page = Setup::default().script(script).page();
        page.open(&host.url(""));
        if script {
            wait_for_islands(&page);
        }
        let mut heard = vec![(page.eval("document.title"), said(&page), trail(&page))];
        for turn in path {
            answer(&page, turn);
            settle_title(&page, script);
            heard.push((page.eval("document.title"), said(&page), trail(&page)));
        }
        let seen = |step: &str, at: usize| {
            wait_for_step(&page, step);
            page.wait_until(&format!("document.title === {}", heard[at].0), &format!("the title of {step}"));
            wait_for_trail(&page, &heard[at].2);
            assert_eq!(said(&page), heard[at].1, "{step}, script {script}");
        };
        for (at, turn) in path.iter().enumerate().rev() {
            page.back();
            seen(&turn.from, at);
        }
        for (at, turn) in path.iter().enumerate() {
            page.forward();
            seen(&turn.to, at + 1);
        }
        assert_eq!(page.console(), [""; 0]);
    }
}

/// The title follows the address a moment later.
#[track_caller]
fn settle_title(page: &Page, script: bool) {
    if script {
        let told = "(heading => heading.dataset.step === 'start' || document.title.startsWith(heading.textContent))([...document.querySelectorAll('h1')].find(e => e.checkVisibility()))";
        page.wait_until(told, "the step's title");
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
                settle_title(&page, script);
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
        for wrong in
            ["#", "#nowhere", "#main", "#h-hotline", "#%", "#%D0%B6", "#<img src=x>", "#start:teen-14", "?x=1", &long]
        {
            page.open("about:blank");
            page.open(&host.url(wrong));
            wait_for_step(&page, "start");
            if script {
                wait_for_islands(&page);
                wait_for_step(&page, "start");
            }
            answer(&page, &path_by(&["municipality", "not-helped"])[0]);
        }
        assert_eq!(page.console(), [""; 0]);
    }
}

#[test]
fn an_unknown_path_shows_a_notice_and_the_start() {
    let host = host();
    let path = path_by(&["municipality", "not-helped"]);
    for script in [true, false] {
        for lost in ["no-such-page", "no/such/page.html", "index.htm"] {
            let page = Setup::default().script(script).page();
            page.open(&host.url(lost));
            assert_eq!(page.requests()[0].status, Some(404));
            assert!(
                page.texts("main").concat().contains(&word("not_found", "title")),
                "{lost} does not say what is wrong"
            );
            for turn in path {
                answer(&page, turn);
            }
            // On the way, and back at the start, there is no more to say of it.
            page.eval("location.hash = 'start'");
            wait_for_step(&page, "start");
            assert!(!page.texts("main").concat().contains(&word("not_found", "title")), "{lost} still says it");
            // The browser itself logs the 404 of the document; nothing else may be wrong.
            let other: Vec<_> = page.console().into_iter().filter(|line| !line.ends_with(&host.url(lost))).collect();
            assert_eq!(other, [""; 0]);
        }
    }
}

#[test]
fn a_reload_keeps_the_step_and_its_trail() {
    let host = host();
    // The flow alone cannot tell this way: two lead to «none».
    let path = path_by(&["application-cancelled", "no", "not-helped"]);
    let page = Page::new();
    page.open(&host.url(""));
    wait_for_islands(&page);
    for (at, turn) in path.iter().enumerate() {
        answer(&page, turn);
        page.reload();
        wait_for_step(&page, &turn.to);
        wait_for_islands(&page);
        wait_for_trail(&page, &answered(&path[..=at]));
    }
    page.back();
    wait_for_step(&page, "none");
    wait_for_trail(&page, &answered(&path[..2]));
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
        let fresh = trail(&page);
        page.eval(&format!("history.replaceState({state}, '')"));
        page.reload();
        wait_for_step(&page, "none");
        wait_for_islands(&page);
        let told = trail(&page);
        // The long one repeats a way that is true.
        assert!(told == fresh || state.contains("start:none") && told == ["start"], "{state}: {told:?}");
        answer(&page, &path_by(&["none", "not-helped"])[1]);
    }
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn the_site_works_in_any_folder() {
    let host = Host::serve_at(site(), "/some/where/else", &[]);
    let page = Page::new();
    page.open(&host.url("#teen-14"));
    wait_for_islands(&page);
    for turn in &path_by(&["teen-14", "no", "not-helped"])[1..] {
        answer(&page, turn);
    }
    assert_eq!(page.console(), [""; 0]);
    let elsewhere: Vec<_> = page
        .requests()
        .into_iter()
        .filter(|request| !request.url.starts_with(&host.url("")) && !request.url.starts_with("data:"))
        .collect();
    assert_eq!(elsewhere, []);
}
