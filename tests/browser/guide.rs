//! What the tests of the guide share: its paths as `guide paths` prints them, its UI strings, and the state of a page.

use std::process::Command;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::support::built_site::site;
use crate::support::page::DEADLINE;
use crate::support::{Host, Page};

/// One answer on a path: from a step by an option to a step.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    pub from: String,
    pub option: String,
    pub to: String,
}

/// Every path through the flow, from `guide paths`: `start -teen-14-> teen-14 -yes-> …`.
pub fn paths() -> &'static [Vec<Edge>] {
    static PATHS: OnceLock<Vec<Vec<Edge>>> = OnceLock::new();
    PATHS.get_or_init(|| {
        let told = Command::new(env!("CARGO_BIN_EXE_guide"))
            .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
            .arg("paths")
            .output()
            .expect("`guide paths` starts");
        let paths: Vec<_> = String::from_utf8(told.stdout).expect("paths are text").lines().map(path).collect();
        assert!(!paths.is_empty(), "`guide paths` told none");
        paths
    })
}

fn path(line: &str) -> Vec<Edge> {
    let words: Vec<&str> = line.split(' ').collect();
    let edges = words.windows(3).step_by(2).map(|edge| Edge {
        from: edge[0].to_owned(),
        option: edge[1].trim_start_matches('-').trim_end_matches("->").to_owned(),
        to: edge[2].to_owned(),
    });
    edges.collect()
}

/// The path with these options.
#[track_caller]
pub fn path_by_options(options: &[&str]) -> &'static [Edge] {
    let found = paths().iter().find(|path| path.iter().map(|edge| edge.option.as_str()).eq(options.iter().copied()));
    found.unwrap_or_else(|| panic!("no path answers {options:?}"))
}

/// Every step on any path, the first one first.
pub fn steps() -> Vec<&'static str> {
    let mut steps = Vec::new();
    for edge in paths().iter().flatten() {
        for step in [&edge.from, &edge.to] {
            if !steps.contains(&step.as_str()) {
                steps.push(step);
            }
        }
    }
    steps
}

/// A string of the shipped guide's interface, by its table and key: its own, or the one that comes with the tool.
#[track_caller]
pub fn ui_string(table: &str, key: &str) -> String {
    string_of(words(), table, key)
}

/// A string of the interface that comes with the tool, as a guide without words of its own has it.
#[track_caller]
pub fn tool_string(table: &str, key: &str) -> String {
    string_of(&words()[1..], table, key)
}

/// The words of the shipped guide, and those of the tool.
fn words() -> &'static [toml::Table; 2] {
    static WORDS: OnceLock<[toml::Table; 2]> = OnceLock::new();
    WORDS.get_or_init(|| {
        let files = [include_str!("../../content/words.toml"), include_str!("../../crates/content/strings/ru.toml")];
        files.map(|file| file.parse().expect("the words are TOML"))
    })
}

#[track_caller]
fn string_of(words: &[toml::Table], table: &str, key: &str) -> String {
    let text = words.iter().find_map(|words| words.get(table)?.get(key)?.as_str());
    text.unwrap_or_else(|| panic!("{table}.{key} is no text")).to_owned()
}

/// A text of the shipped guide's own file: that of the first table of this name, or of the one with this id.
#[track_caller]
pub fn content_text(table: &str, id: Option<&str>, key: &str) -> String {
    static CONTENT: OnceLock<toml::Table> = OnceLock::new();
    let content =
        CONTENT.get_or_init(|| include_str!("../../content/ivanovo.toml").parse().expect("the content is TOML"));
    let tables =
        content.get(table).map_or(&[][..], |tables| tables.as_array().map_or(std::slice::from_ref(tables), |all| all));
    let found =
        tables.iter().find(|table| id.is_none_or(|id| table.get("id").and_then(|found| found.as_str()) == Some(id)));
    let text = found.and_then(|table| table.get(key)?.as_str());
    text.unwrap_or_else(|| panic!("{table}.{key} is no text")).to_owned()
}

/// A text of the page as the content writes it, with typographic spaces and breaks as plain spaces.
pub fn normalize_spaces(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The built site on a server of its own.
#[track_caller]
pub fn host() -> Host {
    Host::serve(site())
}

/// Waits until the host was asked for a file whose path ends like this.
#[track_caller]
pub fn wait_for_request(page: &Page, host: &Host, end: &str) {
    let deadline = Instant::now() + DEADLINE;
    while !host.requested_paths().iter().any(|path| path.ends_with(end)) {
        assert!(Instant::now() < deadline, "nobody asks for {end}: {:?}", host.requested_paths());
        page.pump_events(Duration::from_millis(30));
    }
}

/// Waits until the script that loads the program has run, and so records answers: the document is complete no earlier. The program itself
/// the page may have requested before.
#[track_caller]
pub fn wait_for_script(page: &Page) {
    page.wait_until("document.readyState === 'complete'", "the guide's script");
}

/// Waits until the page shows this step and no other.
#[track_caller]
pub fn wait_for_step(page: &Page, step: &str) {
    page.wait_until(&step_is_shown(step), &format!("the step {step}"));
}

/// The expression that a step, and no other, is shown.
pub fn step_is_shown(step: &str) -> String {
    format!("{SHOWN_STEPS} === {}", json!(step))
}

/// The step ids of the visible headings, separated by commas; a page shows one step.
pub const SHOWN_STEPS: &str = "[...document.querySelectorAll('h1[data-step]')].filter(e => e.getClientRects().length).map(e => e.dataset.step).join()";

/// The function that gives what the page calls a step: by its id, the answer of the first step that leads there, or its heading where
/// there is not just one such answer.
pub const STEP_NAME: &str = "(id => {
    const answers = [...document.querySelectorAll('.first [data-choice]')].filter(answer => answer.hash === '#' + id);
    return (answers.length === 1 ? answers[0] : document.querySelector('#' + id + ' h1')).textContent;
})";

/// Gives an answer by tapping it, and waits for its step.
#[track_caller]
pub fn answer(page: &Page, edge: &Edge) {
    page.tap(&choice_selector(edge));
    wait_for_step(page, &edge.to);
}

/// The selector of an answer's link.
pub fn choice_selector(edge: &Edge) -> String {
    format!("#{} a[data-choice='{}']", edge.from, edge.option)
}

/// Waits until all islands in sight are mounted, each of which may be mounted in a task of its own: every status says whether the line
/// is open, and no placeholder is empty.
#[track_caller]
pub fn wait_for_islands(page: &Page) {
    page.wait_until(&islands_live(), "every island");
}

/// The expression that every island in sight is mounted: those of a step are when it is first entered.
pub fn islands_live() -> String {
    let in_sight = "filter(e => e.getClientRects().length)";
    format!("{STATUSES}.{in_sight}.every({SAYS_OPEN_OR_CLOSED}) && {SIGNS}.{in_sight}.every(e => e.querySelector('b')) && !{PLAIN}.{in_sight}.length")
        .replace("WORDS", &open_and_closed_words())
}

/// Whether any island is mounted that says whether the line is open.
#[track_caller]
pub fn any_island_live(page: &Page) -> bool {
    page.eval(&format!("{} || {SIGNS}.some(e => e.querySelector('b'))", any_status_live())) == true
}

/// The expression that some status says whether the line is open.
pub fn any_status_live() -> String {
    format!("{STATUSES}.some({SAYS_OPEN_OR_CLOSED})").replace("WORDS", &open_and_closed_words())
}

const STATUSES: &str = "[...document.querySelectorAll('[data-island=status]')]";
const SIGNS: &str = "[...document.querySelectorAll('[data-island=sign]')]";
const PLAIN: &str = "[...document.querySelectorAll('[data-island=remind]:empty, [data-island=share]:empty, [data-island=find] :disabled')]";
const SAYS_OPEN_OR_CLOSED: &str = "(e => WORDS.some(word => e.textContent.includes(word)))";

fn open_and_closed_words() -> String {
    json!([ui_string("status", "open"), ui_string("status", "closed")]).to_string()
}

/// The steps in the visible trail, in order.
#[track_caller]
pub fn trail(page: &Page) -> Vec<String> {
    serde_json::from_value(page.eval(TRAIL)).expect("hrefs are text")
}

/// Waits until the visible trail has these steps; it follows the address with a delay.
#[track_caller]
pub fn wait_for_trail(page: &Page, steps: &[String]) {
    page.wait_until(
        &format!("JSON.stringify({TRAIL}) === {}", json!(json!(steps).to_string())),
        &format!("the trail {steps:?}"),
    );
}

/// The expression for the steps in the visible trail.
pub const TRAIL: &str = "[...document.querySelectorAll('nav[data-island=trail]')].filter(e => e.checkVisibility())
    .flatMap(e => [...e.querySelectorAll('a')].map(a => a.getAttribute('href').slice(1)))";

/// The questions answered on a path, which its trail should show.
pub fn answered_steps(edges: &[Edge]) -> Vec<String> {
    edges.iter().map(|edge| edge.from.clone()).collect()
}

/// The visible text of the shown step outside of its islands.
#[track_caller]
pub fn visible_step_text(page: &Page) -> Value {
    page.eval(
        "[...document.querySelectorAll('main :is(h1, h2, .lead, .note, blockquote, summary, .choices a, .rules li, .ladder li)')]
            .filter(e => e.checkVisibility()).map(e => e.innerText.trim())",
    )
}
