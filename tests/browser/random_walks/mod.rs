//! Random walks: after whatever tap, link, edit of the address, step back or forth or reload, the address, the step, the
//! title, the focus and the trail agree, and are what a few lines of model say.
//!
//! The walks are the same in every run; `WALKS=12345` (any number) walks others. A failure names the visit, whose moves it
//! lists; `WALKS=12345 VISIT=17` walks that one alone.

mod model;

use std::sync::atomic::{AtomicU64, Ordering};

use serde_json::{Value, json};

use crate::guide::{host, wait_for_islands, wait_for_step};
use crate::support::{Host, Page, Setup};
use model::{Dice, Flow, START};

/// Walks in all. A few of them follow each other in one document, so that the history grows long.
const WALKS: u64 = 500;
const WALKS_A_VISIT: u64 = 10;
/// Chromium remembers 50 entries of a tab.
const ENTRIES: usize = 49;
const MOVES: std::ops::RangeInclusive<usize> = 9..=12;

/// What is typed into the search.
const TYPED: [&str; 4] = ["забыл почту", "не тот муниципалитет", "заявку отменили", "погода в воскресенье"];

/// One entry of the history: its fragment, and the trail kept with it.
#[derive(Clone)]
struct Entry {
    fragment: String,
    trail: Vec<String>,
}

/// A visit to the site and what the model thinks of it.
struct Visit<'a> {
    flow: &'a Flow,
    page: &'a Page,
    site_title: String,
    entries: Vec<Entry>,
    at: usize,
    /// What the page showed last.
    seen: Value,
    /// What was done, to be read when something is wrong.
    log: Vec<String>,
}

impl Visit<'_> {
    fn fragment(&self) -> &str {
        &self.entries[self.at].fragment
    }

    fn step(&self) -> &'static str {
        self.flow.shown(self.fragment())
    }

    /// Does something that leads to another fragment, and waits until the page has heard of it.
    fn act(&mut self, what: String, js: &str) {
        self.log.push(what);
        let js = format!(
            "new Promise((done, fail) => {{
                addEventListener('hashchange', () => setTimeout(() => done({SEEN})), {{ once: true }});
                setTimeout(() => fail(new Error('the address did not change')), 20000);
                {js};
            }})"
        );
        self.seen = self.page.try_eval(&js).unwrap_or_else(|why| panic!("{why} in {js}\n{}", self.log.join("\n")));
    }

    fn go(&mut self, what: &str, fragment: &str, js: &str) {
        self.act(format!("{what} → #{fragment}"), js);
        let trail = self.flow.enter(&self.entries[self.at].trail, self.step(), self.flow.shown(fragment));
        self.entries.truncate(self.at + 1);
        self.entries.push(Entry { fragment: fragment.to_owned(), trail });
        self.at += 1;
        if self.entries.len() > ENTRIES {
            self.entries.remove(0);
            self.at -= 1;
        }
    }

    fn edit(&mut self, fragment: &str) {
        self.go("the address is edited", fragment, &format!("location.hash = {}", json!(fragment)));
    }

    fn tap(&mut self, what: &str, selector: &str, fragment: &str) {
        let link = format!("[...document.querySelectorAll({})].find(e => e.checkVisibility())", json!(selector));
        self.go(what, fragment, &format!("{link}.click()"));
    }

    /// One move, by the dice; `false` where the one they chose is not to be had here.
    fn step_on(&mut self, dice: &mut Dice) -> bool {
        let here = self.step();
        match dice.roll(100) {
            0..40 => {
                let turns: Vec<_> = self.flow.turns.iter().filter(|turn| turn.from == here).copied().collect();
                let Some(turn) = dice.pick(&turns) else { return false };
                let link = format!("#{here} .choices [data-choice='{}']", turn.option);
                self.tap("an answer", &link, &turn.to);
            }
            40..53 => {
                let trail = &self.entries[self.at].trail;
                let home = [START.to_owned()];
                let links: &[String] = if here == START || !trail.is_empty() { trail } else { &home };
                let Some(back) = dice.pick(links) else { return false };
                self.tap("the trail", &format!("#{here} .trail a[href='#{back}']"), &back);
            }
            53..70 if self.at > 0 => {
                self.act("back".to_owned(), "history.back()");
                self.at -= 1;
            }
            70..80 if self.at + 1 < self.entries.len() => {
                self.act("forward".to_owned(), "history.forward()");
                self.at += 1;
            }
            80..92 => {
                let mut fragments = self.flow.steps.clone();
                fragments.extend(["nowhere", "h-none", "start"]);
                let fragment = dice.pick(&fragments).unwrap_or(START);
                if fragment == self.fragment() {
                    return false;
                }
                self.edit(fragment);
            }
            92..94 if self.fragment() != START => self.tap("the header", ".top a", START),
            94..99 if here == START => {
                let Some(typed) = dice.pick(&TYPED) else { return false };
                self.page.eval(&format!(
                    "(field => {{ field.value = {}; field.dispatchEvent(new Event('input', {{ bubbles: true }})) }})(document.querySelector('#find'))",
                    json!(typed)
                ));
                let first = "document.querySelector('.find li a')";
                self.page.wait_until(first, "the search's answer");
                let href = self.page.eval(&format!("{first}.getAttribute('href')"));
                let fragment = href.as_str().unwrap_or_default().trim_start_matches('#').to_owned();
                self.tap(&format!("«{typed}» found"), ".find li a", &fragment);
            }
            99 => {
                self.log.push("reload".to_owned());
                self.page.reload();
                wait_for_step(self.page, here);
                wait_for_islands(self.page);
                // A reload keeps no focus; an answer's own place has it from here on.
                return true;
            }
            _ => return false,
        }
        self.check(true);
        true
    }

    /// Sees that all agree with the model, and so with each other.
    fn check(&self, focus: bool) {
        let seen = &self.seen;
        let (step, trail) = (self.step(), &self.entries[self.at].trail);
        let heading = seen["headings"][0].as_str().unwrap_or_default();
        let title = if step == START { self.site_title.clone() } else { format!("{heading} — {}", self.site_title) };
        let links: Vec<String> = if step != START && trail.is_empty() { vec![START.into()] } else { trail.clone() };
        let fragment = self.fragment();
        let hash = if fragment.is_empty() { String::new() } else { format!("#{fragment}") };
        let mut want = json!({ "hash": hash, "steps": [step], "title": title, "trail": links, "focus": step });
        want["headings"] = json!([heading]);
        if !focus {
            want["focus"] = seen["focus"].clone();
        }
        let (log, state) = (self.log.join("\n"), &seen["state"]);
        let mut seen = seen.clone();
        seen.as_object_mut().map(|seen| seen.remove("state"));
        assert_eq!(seen, want, "\nkept: {state}\nafter:\n{log}");
        // Whatever the model thinks, a trail is a way through the flow.
        let way: Vec<&str> = trail.iter().map(String::as_str).chain([step]).collect();
        assert!(trail.is_empty() || way[0] == START, "{way:?} does not begin at the start\nafter:\n{log}");
        assert!(way.windows(2).all(|pair| self.flow.leads(pair[0], pair[1])), "{way:?} is no way\nafter:\n{log}");
        assert_eq!(
            state.as_str().map(|state| state.split(' ').filter(|answer| !answer.is_empty()).count()),
            Some(trail.len()),
            "kept: {state}\n{log}"
        );
    }
}

const SEEN: &str = "(() => {
    const shown = sel => [...document.querySelectorAll(sel)].filter(e => e.checkVisibility());
    return {
        hash: location.hash,
        steps: shown('.step').map(e => e.id),
        headings: shown('h1').map(e => e.textContent),
        title: document.title,
        trail: shown('.trail a').map(e => e.getAttribute('href').slice(1)),
        focus: document.activeElement.id,
        state: history.state,
    };
})()";

/// Some walks in one document, begun at one of several addresses.
fn visit(flow: &Flow, host: &Host, page: &Page, seed: u64) {
    let mut dice = Dice(seed);
    let begin =
        dice.pick(&["", "start", "none", "hotline", "teen-in-account", "forgot-email", "nowhere"]).unwrap_or("");
    page.open("about:blank");
    page.open(&host.url(&if begin.is_empty() { String::new() } else { format!("#{begin}") }));
    wait_for_islands(page);
    let entry = Entry { fragment: begin.to_owned(), trail: flow.implied(flow.shown(begin)) };
    let site_title = site_title();
    let log = vec![format!("visit begins at #{begin}")];
    let mut visit = Visit { flow, page, site_title, entries: vec![entry], at: 0, seen: Value::Null, log };
    page.wait_until("history.state !== null", "the trail of the first entry");
    visit.seen = page.eval(SEEN);
    visit.check(false);
    for walk in 0..WALKS_A_VISIT {
        visit.log.push(format!("walk {walk}"));
        let mut moves = *MOVES.start() + dice.roll(MOVES.end() - MOVES.start() + 1);
        while moves > 0 {
            moves -= usize::from(visit.step_on(&mut dice));
        }
    }
    let errors = page.console();
    assert_eq!(errors, [""; 0], "after:\n{}", visit.log.join("\n"));
}

/// The site's own title, as the page sets it.
fn site_title() -> String {
    let content: toml::Table = include_str!("../../../content/ivanovo.toml").parse().expect("the content is TOML");
    let [name, place] = ["name", "place"].map(|key| content["site"][key].as_str().expect("a text"));
    navigator_guide::site::typography::set(&format!("{name} — {place}"))
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|text| text.parse().unwrap_or_else(|_| panic!("{name}={text} is no number")))
}

#[test]
fn five_hundred_random_walks_match_the_model() {
    let (flow, host) = (Flow::read(), host());
    let seed = number("WALKS").unwrap_or(20_241_218);
    let visits = WALKS / WALKS_A_VISIT;
    let next = AtomicU64::new(number("VISIT").unwrap_or(0));
    let end = number("VISIT").map_or(visits, |visit| visit + 1);
    let walker = || {
        let page = Setup::default().desktop(360, 640).page();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= end {
                return;
            }
            let told = Told(seed, number);
            visit(&flow, &host, &page, seed.wrapping_mul(1_000_003).wrapping_add(number));
            drop(told);
        }
    };
    // A walker waits for its browser as often as it does something itself.
    let walkers = 2 * std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let walkers: Vec<_> = (0..walkers).map(|_| scope.spawn(walker)).collect();
        for walker in walkers {
            assert!(walker.join().is_ok(), "a walker failed, as told above");
        }
    });
}

/// Says how to walk a failed visit again.
struct Told(u64, u64);

impl Drop for Told {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("To walk it again: WALKS={} VISIT={} cargo test --test browser random", self.0, self.1);
        }
    }
}
