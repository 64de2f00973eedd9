//! Random walks: after any tap, link, edit of the address, step back or forward, or reload, the address, the step, the
//! title, the focus and the trail match a small model.
//!
//! The walks are the same in every run; `WALKS=12345` (any number) makes other ones. A failure prints the visit with its
//! moves; `WALKS=12345 VISIT=17` replays that one alone.

mod model;

use std::sync::atomic::{AtomicU64, Ordering};

use guide_core::language::Language;
use serde_json::{Value, json};

use crate::guide::{STEP_NAME, host, wait_for_islands, wait_for_step};
use crate::support::{Host, Page, Setup};
use model::{Flow, Rng, START_STEP};

/// The number of walks. Several are made in one document, so that the history grows long.
const WALKS: u64 = 500;
const WALKS_PER_VISIT: u64 = 10;
/// Chromium keeps 50 history entries per tab.
const MAX_ENTRIES: usize = 49;
const MOVES_PER_WALK: std::ops::RangeInclusive<usize> = 9..=12;

/// Queries for the search.
const QUERIES: [&str; 4] = ["забыл почту", "не тот муниципалитет", "заявку отменили", "погода в воскресенье"];

/// A history entry: its fragment, and the trail stored with it.
#[derive(Clone)]
struct Entry {
    fragment: String,
    trail: Vec<String>,
}

/// A visit to the site and the state that the model expects.
struct Visit<'a> {
    flow: &'a Flow,
    page: &'a Page,
    site_title: String,
    entries: Vec<Entry>,
    at: usize,
    /// The page's state after the last move.
    state: Value,
    /// The moves so far, for the failure message.
    log: Vec<String>,
}

impl Visit<'_> {
    fn fragment(&self) -> &str {
        &self.entries[self.at].fragment
    }

    fn step(&self) -> &'static str {
        self.flow.shown(self.fragment())
    }

    /// Runs a script that changes the fragment, and waits until the page has handled it.
    fn navigate(&mut self, what: String, js: &str) {
        self.log.push(what);
        let js = format!(
            "new Promise((done, fail) => {{
                addEventListener('hashchange', () => setTimeout(() => done({})), {{ once: true }});
                setTimeout(() => fail(new Error('the address did not change')), 20000);
                {js};
            }})",
            read_state()
        );
        self.state = self.page.try_eval(&js).unwrap_or_else(|why| panic!("{why} in {js}\n{}", self.log.join("\n")));
    }

    fn follow(&mut self, what: &str, fragment: &str, js: &str) {
        self.navigate(format!("{what} → #{fragment}"), js);
        let trail = self.flow.enter(&self.entries[self.at].trail, self.step(), self.flow.shown(fragment));
        self.entries.truncate(self.at + 1);
        self.entries.push(Entry { fragment: fragment.to_owned(), trail });
        self.at += 1;
        if self.entries.len() > MAX_ENTRIES {
            self.entries.remove(0);
            self.at -= 1;
        }
    }

    fn edit_address(&mut self, fragment: &str) {
        self.follow("the address is edited", fragment, &format!("location.hash = {}", json!(fragment)));
    }

    fn tap(&mut self, what: &str, selector: &str, fragment: &str) {
        let link = format!("[...document.querySelectorAll({})].find(e => e.checkVisibility())", json!(selector));
        self.follow(what, fragment, &format!("{link}.click()"));
    }

    /// Makes one random move; returns `false` where the chosen one is not possible here.
    fn make_move(&mut self, rng: &mut Rng) -> bool {
        let here = self.step();
        match rng.below(100) {
            0..40 => {
                let edges: Vec<_> = self.flow.edges.iter().filter(|edge| edge.from == here).copied().collect();
                let Some(edge) = rng.choose(&edges) else { return false };
                let link = format!("#{here} .choices [data-choice='{}']", edge.option);
                self.tap("an answer", &link, &edge.to);
            }
            40..53 => {
                let trail = &self.entries[self.at].trail;
                let start_only = [START_STEP.to_owned()];
                let links: &[String] = if here == START_STEP || !trail.is_empty() { trail } else { &start_only };
                let Some(back) = rng.choose(links) else { return false };
                self.tap("the trail", &format!("#{here} .trail a[href='#{back}']"), &back);
            }
            53..70 if self.at > 0 => {
                self.navigate("back".to_owned(), "history.back()");
                self.at -= 1;
            }
            70..80 if self.at + 1 < self.entries.len() => {
                self.navigate("forward".to_owned(), "history.forward()");
                self.at += 1;
            }
            80..92 => {
                let mut fragments = self.flow.steps.clone();
                fragments.extend(["nowhere", "h-none", "start"]);
                let fragment = rng.choose(&fragments).unwrap_or(START_STEP);
                if fragment == self.fragment() {
                    return false;
                }
                self.edit_address(fragment);
            }
            92..94 if self.fragment() != START_STEP => self.tap("the header", ".top a", START_STEP),
            94..99 if here == START_STEP => {
                let Some(query) = rng.choose(&QUERIES) else { return false };
                self.page.eval(&format!(
                    "(field => {{ field.value = {}; field.dispatchEvent(new Event('input', {{ bubbles: true }})) }})(document.querySelector('#find'))",
                    json!(query)
                ));
                let first = "document.querySelector('.find li a')";
                self.page.wait_until(first, "the search's answer");
                let href = self.page.eval(&format!("{first}.getAttribute('href')"));
                let fragment = href.as_str().unwrap_or_default().trim_start_matches('#').to_owned();
                self.tap(&format!("«{query}» found"), ".find li a", &fragment);
            }
            99 => {
                self.log.push("reload".to_owned());
                self.page.reload();
                wait_for_step(self.page, here);
                wait_for_islands(self.page);
                // A reload loses the focus, so it is not checked here.
                return true;
            }
            _ => return false,
        }
        self.check(true);
        true
    }

    /// Asserts that the page's state is what the model expects.
    fn check(&self, focus: bool) {
        let state = &self.state;
        let (step, trail) = (self.step(), &self.entries[self.at].trail);
        let heading = state["headings"][0].as_str().unwrap_or_default();
        let name = state["name"].as_str().unwrap_or_default();
        let title =
            if step == START_STEP { self.site_title.clone() } else { format!("{name} — {}", self.site_title) };
        let links: Vec<String> =
            if step != START_STEP && trail.is_empty() { vec![START_STEP.into()] } else { trail.clone() };
        let fragment = self.fragment();
        let hash = if fragment.is_empty() { String::new() } else { format!("#{fragment}") };
        let mut expected = json!({ "hash": hash, "steps": [step], "title": title, "trail": links, "focus": step });
        expected["headings"] = json!([heading]);
        expected["name"] = json!(name);
        if !focus {
            expected["focus"] = state["focus"].clone();
        }
        let (log, history_state) = (self.log.join("\n"), &state["state"]);
        let mut state = state.clone();
        state.as_object_mut().map(|state| state.remove("state"));
        assert_eq!(state, expected, "\nkept: {history_state}\nafter:\n{log}");
        // A trail is always a path through the flow.
        let path: Vec<&str> = trail.iter().map(String::as_str).chain([step]).collect();
        assert!(trail.is_empty() || path[0] == START_STEP, "{path:?} does not begin at the start\nafter:\n{log}");
        assert!(path.windows(2).all(|pair| self.flow.has_edge(pair[0], pair[1])), "{path:?} is no way\nafter:\n{log}");
        assert_eq!(
            history_state
                .as_str()
                .map(|history_state| history_state.split(' ').filter(|answer| !answer.is_empty()).count()),
            Some(trail.len()),
            "kept: {history_state}\n{log}"
        );
    }
}

/// The script that reads what the page shows, with the names of steps.
fn read_state() -> String {
    READ_STATE.replace("STEP_NAME", STEP_NAME)
}

const READ_STATE: &str = "(() => {
    const shown = sel => [...document.querySelectorAll(sel)].filter(e => e.checkVisibility());
    return {
        hash: location.hash,
        steps: shown('.step').map(e => e.id),
        headings: shown('h1').map(e => e.textContent),
        name: shown('.step').map(e => STEP_NAME(e.id))[0],
        title: document.title,
        trail: shown('.trail a').map(e => e.getAttribute('href').slice(1)),
        focus: document.activeElement.id,
        state: history.state,
    };
})()";

/// Makes several walks in one document, which begins at one of several addresses.
fn visit(flow: &Flow, host: &Host, page: &Page, seed: u64) {
    let mut rng = Rng(seed);
    let first_fragment =
        rng.choose(&["", "start", "none", "hotline", "teen-in-account", "forgot-email", "nowhere"]).unwrap_or("");
    page.open("about:blank");
    page.open(&host.url(&if first_fragment.is_empty() { String::new() } else { format!("#{first_fragment}") }));
    wait_for_islands(page);
    let entry = Entry { fragment: first_fragment.to_owned(), trail: flow.implied(flow.shown(first_fragment)) };
    let site_title = site_title();
    let log = vec![format!("visit begins at #{first_fragment}")];
    let mut visit = Visit { flow, page, site_title, entries: vec![entry], at: 0, state: Value::Null, log };
    page.wait_until("history.state !== null", "the trail of the first entry");
    visit.state = page.eval(&read_state());
    visit.check(false);
    for walk in 0..WALKS_PER_VISIT {
        visit.log.push(format!("walk {walk}"));
        let mut moves = *MOVES_PER_WALK.start() + rng.below(MOVES_PER_WALK.end() - MOVES_PER_WALK.start() + 1);
        while moves > 0 {
            moves -= usize::from(visit.make_move(&mut rng));
        }
    }
    let errors = page.console();
    assert_eq!(errors, [""; 0], "after:\n{}", visit.log.join("\n"));
}

/// The site's title as the page sets it.
fn site_title() -> String {
    let content: toml::Table = include_str!("../../../content/ivanovo.toml").parse().expect("the content is TOML");
    let [name, place] = ["name", "place"].map(|key| content["site"][key].as_str().expect("a text"));
    guide_core::typography::with_no_break_spaces(&format!("{name} — {place}"), &Language::default())
}

fn env_number(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|text| text.parse().unwrap_or_else(|_| panic!("{name}={text} is no number")))
}

#[test]
fn five_hundred_random_walks_match_the_model() {
    let (flow, host) = (Flow::read(), host());
    let seed = env_number("WALKS").unwrap_or(20_241_218);
    let visits = WALKS / WALKS_PER_VISIT;
    let next = AtomicU64::new(env_number("VISIT").unwrap_or(0));
    let end = env_number("VISIT").map_or(visits, |visit| visit + 1);
    let walker = || {
        let page = Setup::default().desktop(360, 640).page();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= end {
                return;
            }
            let hint = ReplayHint(seed, number);
            visit(&flow, &host, &page, seed.wrapping_mul(1_000_003).wrapping_add(number));
            drop(hint);
        }
    };
    // A walker waits for its browser half of the time, so there are two for each core.
    let walkers = 2 * std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let walkers: Vec<_> = (0..walkers).map(|_| scope.spawn(walker)).collect();
        for walker in walkers {
            assert!(walker.join().is_ok(), "a walker failed, as told above");
        }
    });
}

/// Prints how to replay a visit that failed.
struct ReplayHint(u64, u64);

impl Drop for ReplayHint {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("To walk it again: WALKS={} VISIT={} cargo test --test browser random", self.0, self.1);
        }
    }
}
