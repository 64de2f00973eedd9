//! What the tests of the guide share: its paths as the tool tells them, its words as its content has them, and where a page stands.

use std::process::Command;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::support::built_site::site;
use crate::support::page::DEADLINE;
use crate::support::{Host, Page};

/// One answer on a path.
#[derive(Debug, Clone, PartialEq)]
pub struct Turn {
    pub from: String,
    pub option: String,
    pub to: String,
}

/// Every way through the flow, from `guide paths`: `start -teen-14-> teen-14 -yes-> …`.
pub fn paths() -> &'static [Vec<Turn>] {
    static PATHS: OnceLock<Vec<Vec<Turn>>> = OnceLock::new();
    PATHS.get_or_init(|| {
        let told = Command::new(env!("CARGO_BIN_EXE_guide"))
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .arg("paths")
            .output()
            .expect("`guide paths` starts");
        let paths: Vec<_> = String::from_utf8(told.stdout).expect("paths are text").lines().map(path).collect();
        assert!(!paths.is_empty(), "`guide paths` told none");
        paths
    })
}

fn path(line: &str) -> Vec<Turn> {
    let words: Vec<&str> = line.split(' ').collect();
    let turns = words.windows(3).step_by(2).map(|turn| Turn {
        from: turn[0].to_owned(),
        option: turn[1].trim_start_matches('-').trim_end_matches("->").to_owned(),
        to: turn[2].to_owned(),
    });
    turns.collect()
}

/// The path that gives these answers.
#[track_caller]
pub fn path_by(options: &[&str]) -> &'static [Turn] {
    let found = paths().iter().find(|path| path.iter().map(|turn| turn.option.as_str()).eq(options.iter().copied()));
    found.unwrap_or_else(|| panic!("no path answers {options:?}"))
}

/// Every step that a path visits, the first one first.
pub fn steps() -> Vec<&'static str> {
    let mut steps = Vec::new();
    for turn in paths().iter().flatten() {
        for step in [&turn.from, &turn.to] {
            if !steps.contains(&step.as_str()) {
                steps.push(step);
            }
        }
    }
    steps
}

/// A word of the interface, by its place in `content/ru.toml`.
#[track_caller]
pub fn word(table: &str, key: &str) -> String {
    static WORDS: OnceLock<toml::Table> = OnceLock::new();
    let words = WORDS.get_or_init(|| include_str!("../../content/ru.toml").parse().expect("content/ru.toml is TOML"));
    words[table][key].as_str().unwrap_or_else(|| panic!("{table}.{key} is no text")).to_owned()
}

/// A text of the page as the content writes it: typography's spaces and breaks are plain spaces.
pub fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The built site on a host of its own.
#[track_caller]
pub fn host() -> Host {
    Host::serve(site())
}

/// Waits until the host has been asked for a file whose path ends like this.
#[track_caller]
pub fn wait_until_asked(page: &Page, host: &Host, end: &str) {
    let deadline = Instant::now() + DEADLINE;
    while !host.requested_paths().iter().any(|path| path.ends_with(end)) {
        assert!(Instant::now() < deadline, "nobody asks for {end}: {:?}", host.requested_paths());
        page.pump_events(Duration::from_millis(30));
    }
}

/// Waits until the page shows this step and nothing else.
#[track_caller]
pub fn wait_for_step(page: &Page, step: &str) {
    page.wait_until(&is_shown(step), &format!("the step {step}"));
}

/// The expression that a step, and no other, is shown.
pub fn is_shown(step: &str) -> String {
    format!("{SHOWN_STEPS} === {}", json!(step))
}

/// The ids of the headings that are shown, with commas between; a page stands at one step.
pub const SHOWN_STEPS: &str = "[...document.querySelectorAll('h1[data-step]')].filter(e => e.getClientRects().length).map(e => e.dataset.step).join()";

/// Gives an answer by tapping it, and sees that its step comes.
#[track_caller]
pub fn answer(page: &Page, turn: &Turn) {
    page.tap(&choice(turn));
    wait_for_step(page, &turn.to);
}

/// The link of an answer.
pub fn choice(turn: &Turn) -> String {
    format!("#{} a[data-choice='{}']", turn.from, turn.option)
}

/// Waits until the islands have come, each of which is mounted in a task of its own: every status says whether it is
/// open, and whatever is empty without script has something in it.
#[track_caller]
pub fn wait_for_islands(page: &Page) {
    page.wait_until(&islands_live(), "every island");
}

/// The expression that every island has come.
pub fn islands_live() -> String {
    format!("{STATUSES}.every({SAYS}) && {SIGNS_LIVE} && {EMPTY_WHEN_PLAIN}").replace("WORDS", &now_words())
}

/// Whether any island has come.
#[track_caller]
pub fn any_island(page: &Page) -> bool {
    page.eval(&any_status_live()) == true
}

/// The expression that some status says whether it is open.
pub fn any_status_live() -> String {
    format!("{STATUSES}.some({SAYS})").replace("WORDS", &now_words())
}

const STATUSES: &str = "[...document.querySelectorAll('[data-island=status]')]";
const SIGNS_LIVE: &str = "[...document.querySelectorAll('[data-island=sign]')].every(e => e.querySelector('b'))";
const EMPTY_WHEN_PLAIN: &str = "document.querySelectorAll('[data-island=remind]:empty, [data-island=share]:empty, [data-island=find] :disabled').length === 0";
const SAYS: &str = "(e => WORDS.some(word => e.textContent.includes(word)))";

fn now_words() -> String {
    json!([word("status", "open"), word("status", "closed")]).to_string()
}

/// Where the shown trail leads back to, its ids in order.
#[track_caller]
pub fn trail(page: &Page) -> Vec<String> {
    serde_json::from_value(page.eval(TRAIL)).expect("hrefs are text")
}

/// Waits until the shown trail leads back to these: it follows the address a moment later.
#[track_caller]
pub fn wait_for_trail(page: &Page, steps: &[String]) {
    page.wait_until(
        &format!("JSON.stringify({TRAIL}) === {}", json!(json!(steps).to_string())),
        &format!("the trail {steps:?}"),
    );
}

/// The expression for where the shown trail leads back to.
pub const TRAIL: &str = "[...document.querySelectorAll('nav[data-island=trail]')].filter(e => e.checkVisibility())
    .flatMap(e => [...e.querySelectorAll('a')].map(a => a.getAttribute('href').slice(1)))";

/// The questions answered on the way, which the trail at its end should tell.
pub fn answered(turns: &[Turn]) -> Vec<String> {
    turns.iter().map(|turn| turn.from.clone()).collect()
}

/// What the shown step says outside of its islands, as a person reads it.
#[track_caller]
pub fn said(page: &Page) -> Value {
    page.eval(
        "[...document.querySelectorAll('main :is(h1, h2, .lead, .note, blockquote, summary, .choices a, .rules li, .ladder li)')]
            .filter(e => e.checkVisibility()).map(e => e.innerText.trim())",
    )
}
