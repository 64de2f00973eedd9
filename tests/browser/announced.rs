//! What those hear who listen: where an answer leads, what the search found, that a copy is made; and no word of a clock.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use navigator_guide::site::pages::Page as SitePage;
use serde_json::{Value, json};

use crate::find::{KNOWLEDGE, LINKS, paste, wait_for_first};
use crate::guide::{answer, choice, host, path_by, plain, wait_for_islands, wait_for_step, word};
use crate::support::page::DEADLINE;
use crate::support::{Fault, Page, Setup};

const CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: () => Promise.resolve() } });";
const NO_CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });";
/// Whatever a screen reader would tell by itself when it changes.
const LIVE: &str =
    "[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log], [role=timer], [role=marquee], output";

/// The accessibility tree: each thing that is not ignored, by its id.
struct Tree(HashMap<String, Value>);

impl Tree {
    #[track_caller]
    fn of(page: &Page) -> Tree {
        let nodes = page.accessibility()["nodes"].as_array().cloned().unwrap_or_default();
        Tree(nodes.into_iter().map(|node| (node["nodeId"].as_str().unwrap_or_default().to_owned(), node)).collect())
    }

    fn with_role(&self, role: &str) -> Vec<&Value> {
        self.0.values().filter(|node| node["ignored"] != true && node["role"]["value"] == role).collect()
    }

    /// What has the focus, the document itself aside.
    fn focused(&self) -> Option<&Value> {
        let focused = |node: &&Value| property(node, "focused") == true && node["role"]["value"] != "RootWebArea";
        self.0.values().find(focused)
    }

    /// All that is said below a thing.
    fn text(&self, node: &Value) -> String {
        let mut said = String::new();
        if node["role"]["value"] == "StaticText" {
            said += node["name"]["value"].as_str().unwrap_or_default();
            said += " ";
        }
        for child in node["childIds"].as_array().into_iter().flatten() {
            said += &self.0.get(child.as_str().unwrap_or_default()).map(|child| self.text(child)).unwrap_or_default();
        }
        said
    }

    /// What the live regions say.
    fn announced(&self) -> Vec<String> {
        let polite = |node: &&Value| property(node, "live") == "polite";
        self.with_role("status").into_iter().filter(polite).map(|node| plain(&self.text(node))).collect()
    }
}

fn property(node: &Value, name: &str) -> Value {
    let properties = node["properties"].as_array().into_iter().flatten();
    properties
        .filter(|property| property["name"] == name)
        .map(|property| property["value"]["value"].clone())
        .next()
        .unwrap_or_default()
}

fn name(node: &Value) -> String {
    plain(node["name"]["value"].as_str().unwrap_or_default())
}

/// Waits for something in the tree, which follows the document in its own time.
#[track_caller]
fn wait_in_tree(page: &Page, what: &str, found: impl Fn(&Tree) -> bool) {
    let deadline = Instant::now() + DEADLINE;
    loop {
        let tree = Tree::of(page);
        if found(&tree) {
            return;
        }
        assert!(
            Instant::now() < deadline,
            "{what} did not come into the tree; focused: {:?}; announced: {:?}",
            tree.focused(),
            tree.announced()
        );
        page.listen(Duration::from_millis(30));
    }
}

/// The focus is on the step's region, which is called as its heading; it is the only step that is heard of.
#[track_caller]
fn arrived(page: &Page, step: &str) {
    wait_for_step(page, step);
    let heading = plain(&page.text(&format!("#{step} h1")));
    wait_in_tree(page, &format!("the focus on «{heading}»"), |tree| {
        tree.focused().is_some_and(|node| node["role"]["value"] == "region" && name(node) == heading)
    });
    let tree = Tree::of(page);
    let firsts: Vec<String> =
        tree.with_role("heading").into_iter().filter(|node| property(node, "level") == 1).map(name).collect();
    assert_eq!(firsts, std::slice::from_ref(&heading), "{step}: one heading of the first level");
    assert_eq!(tree.with_role("main").len(), 1, "{step}");
    let title = plain(page.eval("document.title").as_str().unwrap_or_default());
    let roots: Vec<String> = tree.with_role("RootWebArea").into_iter().map(name).collect();
    assert_eq!(roots, std::slice::from_ref(&title), "the document is called by its title");
    assert!(step == "start" || title.starts_with(&heading), "{title}");
}

#[test]
fn an_answer_moves_the_focus_to_its_step_by_name() {
    let host = host();
    let page = Page::new();
    for path in [path_by(&["teen-14", "yes", "not-helped"]), path_by(&["application-cancelled", "no", "not-helped"])] {
        page.open("about:blank");
        page.open(&host.url(""));
        wait_for_islands(&page);
        for turn in path {
            page.tap(&choice(turn));
            arrived(&page, &turn.to);
            let tree = Tree::of(&page);
            let trails = tree.with_role("navigation").into_iter().filter(|node| name(node) == word("page", "trail"));
            assert_eq!(trails.count(), 1, "the trail of {} is a named place", turn.to);
        }
        page.back();
        arrived(&page, &path[path.len() - 1].from);
        page.tap(".top a");
        arrived(&page, "start");
    }
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn advice_is_told_by_words_and_by_where_one_stands() {
    let host = host();
    let page = Page::new();
    page.open(&host.url("#forgot-email"));
    wait_for_islands(&page);
    let tree = Tree::of(&page);
    let headings: Vec<String> = tree.with_role("heading").into_iter().map(name).collect();
    for key in ["dont", "act", "ladder"] {
        assert!(headings.contains(&word("page", key)), "{key}: {headings:?}");
    }
    // Pictures beside words say nothing of their own.
    assert_eq!(tree.with_role("image").len() + tree.with_role("graphics-document").len(), 0);
    // Not all tell of `aria-current` on an item of a list: there are words for it.
    let rungs = tree.with_role("listitem").into_iter().map(|item| plain(&tree.text(item)));
    let current: Vec<String> = rungs.filter(|rung| rung.ends_with(&word("page", "now"))).collect();
    let marked = plain(
        page.eval("document.querySelector('#forgot-email [aria-current=step]').firstChild.data")
            .as_str()
            .unwrap_or_default(),
    );
    assert_eq!(current.len(), 1, "{current:?}");
    assert!(current[0].starts_with(&marked), "{current:?}: {marked}");
}

/// The words beside the rung where one stands are for those who listen alone.
#[test]
fn words_for_those_who_listen_change_nothing_to_be_seen() {
    let host = host();
    let page = Page::new();
    page.open(&host.url("#forgot-email"));
    wait_for_islands(&page);
    let ladder = "[...document.querySelector('#forgot-email .ladder').children].map(e => [e.offsetLeft, e.offsetTop, e.offsetWidth, e.offsetHeight].join())";
    for width in [320, 360, 800] {
        page.resize(width, 640);
        let with = page.eval(ladder);
        page.eval("document.querySelectorAll('.visually-hidden').forEach(e => e.hidden = true); document.querySelectorAll('.visually-hidden').forEach(e => e.classList.remove('visually-hidden'))");
        assert_eq!(page.eval("document.querySelectorAll('.ladder [hidden]').length > 0"), true);
        assert_eq!(page.eval(ladder), with, "{width} px wide");
        page.eval("document.querySelectorAll('.ladder [hidden]').forEach(e => { e.hidden = false; e.className = 'visually-hidden' })");
    }
    page.call("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    let printed = plain(&page.text("#forgot-email .ladder"));
    assert!(!printed.contains(&word("page", "now")), "{printed}");
}

/// Called by `aria-labelledby`, a section is but «область» to a screen reader that comes back to it.
#[test]
fn every_step_is_called_by_its_heading() {
    let page = Setup::default().script_off().page();
    page.open(&host().url(""));
    let names = page.eval("[...document.querySelectorAll('.step')].map(e => [e.getAttribute('aria-label'), e.querySelector('h1').textContent, e.hasAttribute('aria-labelledby')])");
    let names: Vec<(String, String, bool)> = serde_json::from_value(names).expect("names");
    assert!(names.len() > 7);
    for (label, heading, by_id) in names {
        assert_eq!((label, by_id), (heading, false));
    }
}

/// Notes whatever a live region is given to say, in `heard`.
const LISTENER: &str = "window.heard = [];
    new MutationObserver(changes => {
        for (const { target } of changes) {
            const region = target.closest?.('[role=status]');
            if (region?.textContent) heard.push(region.textContent);
        }
    }).observe(document, { subtree: true, childList: true });";

#[test]
fn the_outcome_of_a_search_is_announced() {
    let host = host();
    let page = Page::new();
    page.open(&host.url(""));
    wait_for_islands(&page);
    for (typed, step, key) in [("забыл почту", "forgot-email", "found"), ("погода в воскресенье", "none", "nothing")]
    {
        paste(&page, typed);
        wait_for_first(&page, step);
        let count = page.eval(&format!("document.querySelectorAll('{LINKS}').length"));
        let said = word("find", key).replace("{n}", &count.to_string());
        // The sentence alone: links are walked, not heard at each key.
        wait_in_tree(&page, &said, |tree| tree.announced() == [said.clone()]);
        // The focus stays where one types.
        let tree = Tree::of(&page);
        assert_eq!(tree.focused().map(name), Some(word("find", "label")));
    }
    let host = crate::guide::host().fault(KNOWLEDGE, Fault::NotFound);
    page.open(&host.url(""));
    wait_for_islands(&page);
    page.tap("#find");
    let failed = word("find", "failed");
    wait_in_tree(&page, &failed, |tree| tree.announced() == [failed.clone()]);
}

/// Who types fast hears no half of it: each key would cut it off.
#[test]
fn the_outcome_is_announced_once_when_the_keys_have_rested() {
    let host = host();
    let page = Setup::default().at("2026-11-24T16:20:10+03:00").before(LISTENER).page();
    page.open(&host.url(""));
    wait_for_islands(&page);
    page.tap("#find");
    page.settle();
    // All within one task, by the page's clock: no machine is too slow for it.
    let typing = |text: &str, pause: u32| {
        page.eval(&format!(
            "(async () => {{
                const [field, text] = [document.querySelector('#find'), {}];
                heard.length = 0;
                for (let end = 1; end <= text.length; end++) {{
                    field.value = text.slice(0, end);
                    field.dispatchEvent(new Event('input', {{ bubbles: true }}));
                    __testClock.advance({pause});
                    for (let turn = 0; turn < 9; turn++) await null;
                }}
                return heard;
            }})()",
            json!(text)
        ))
    };
    assert_eq!(typing("забыл почту", 600), json!([]), "it talks into the typing");
    page.wait_until("heard.length", "the outcome");
    wait_for_first(&page, "forgot-email");
    let found = |page: &Page| {
        let count = page.eval(&format!("document.querySelectorAll('{LINKS}').length"));
        word("find", "found").replace("{n}", &count.to_string())
    };
    assert_eq!(heard(&page), [found(&page)]);
    // Nothing is left to stumble upon; it is said no second time.
    page.advance(Duration::from_secs(60));
    assert_eq!(page.eval(&format!("document.querySelectorAll({LIVE:?}).length")), 0);
    assert_eq!(heard(&page), [found(&page)]);
    // Typed slowly, only what is new is said: «за» and «забыл» find something, the last letters nothing else.
    let slowly: Vec<String> = serde_json::from_value(typing("забыл почту", 800)).expect("texts");
    assert!((2..9).contains(&slowly.len()), "{slowly:?}");
    // Who has gone on hears nothing of the step before.
    typing("почта", 0);
    page.eval("heard.length = 0; location.hash = '#hotline'");
    wait_for_step(&page, "hotline");
    page.advance(Duration::from_secs(60));
    assert_eq!(heard(&page), [""; 0]);
}

/// What live regions were given to say.
#[track_caller]
fn heard(page: &Page) -> Vec<String> {
    let heard: Vec<String> = serde_json::from_value(page.eval("heard")).expect("texts");
    heard.iter().map(|text| plain(text)).collect()
}

/// An empty live region is a stop on the way down that says «строка состояния» and no more.
#[test]
fn no_live_region_is_there_before_it_has_something_to_say() {
    let host = host();
    let page = Page::new();
    let none = |page: &Page, place: &str| {
        assert_eq!(page.eval(&format!("document.querySelectorAll({LIVE:?}).length")), 0, "{place}");
        assert_eq!(Tree::of(page).with_role("status").len(), 0, "{place}");
    };
    for site in SitePage::ALL {
        page.open(&host.url(site.address()));
        if site == SitePage::Guide {
            wait_for_islands(&page);
        }
        page.settle();
        none(&page, site.file());
    }
    page.open(&host.url("#forgot-email"));
    wait_for_islands(&page);
    page.tap("#forgot-email summary");
    page.wait_until("document.querySelector('#forgot-email .inside button')", "the message's form");
    none(&page, "an open message");
}

#[test]
fn every_copy_is_announced_anew() {
    let host = host();
    for (clipboard, key) in [(CLIPBOARD, "copied"), (NO_CLIPBOARD, "not_copied")] {
        let page = Setup::default().before(clipboard).before(LISTENER).page();
        page.open(&host.url("#forgot-email"));
        wait_for_islands(&page);
        page.tap("#forgot-email summary");
        page.wait_until("document.querySelector('#forgot-email .inside button')", "the message's form");
        for (button, group) in [("#forgot-email .inside button.call", "message"), (".share button", "share")] {
            copied_thrice(&page, button, &word(group, key));
        }
        page.open(&host.url("embed/"));
        page.wait_until("!document.querySelector('#frame button').hidden", "the buttons");
        copied_thrice(&page, "#frame button", &word("embed", key));
    }
}

/// Taps a button three times, the last after a field was filled, and hears the same words each time. A screen reader
/// drops a text that is the same as the one before to the letter.
#[track_caller]
fn copied_thrice(page: &Page, button: &str, said: &str) {
    page.eval("heard.length = 0");
    assert!(!Tree::of(page).announced().iter().any(|text| text == said), "«{said}» before anybody copied");
    for time in 1..=3 {
        if time == 3 && page.visible(".inside input") {
            page.tap(".inside input");
            page.type_text("Маша");
        }
        page.tap(button);
        page.wait_until(&format!("heard.length === {time}"), &format!("«{said}», {time}"));
        wait_in_tree(page, said, |tree| tree.announced().iter().any(|text| text == said));
    }
    assert_eq!(heard(page), [said; 3]);
    assert_eq!(page.eval("heard.some((text, at) => text === heard[at - 1])"), false);
}

/// A status that counts minutes aloud would talk over whatever is being read.
#[test]
fn the_clock_is_silent() {
    let host = host();
    let page = Setup::default().at("2026-11-24T16:20:10+03:00").page();
    for step in ["", "#hotline"] {
        page.open("about:blank");
        page.open(&host.url(step));
        wait_for_islands(&page);
        let within = format!(
            "[...document.querySelectorAll('.status')].filter(e => e.closest({LIVE:?}) || e.querySelector({LIVE:?})).length"
        );
        assert_eq!(page.eval(&within), 0);
        page.eval(&format!(
            "window.told = []; for (const region of document.querySelectorAll({LIVE:?}))
                new MutationObserver(changes => told.push(region.outerHTML)).observe(region, {{ subtree: true, childList: true, characterData: true }});
             window.stood = [...document.querySelectorAll('.step a')].find(e => e.checkVisibility()); stood.focus()"
        ));
        let before = page.text(".status");
        page.advance(Duration::from_secs(5 * 60));
        page.wait_until(
            &format!(
                "[...document.querySelectorAll('.status')].find(e => e.checkVisibility()).innerText.trim() !== {}",
                json!(before)
            ),
            "another minute",
        );
        assert_eq!(page.eval("told"), json!([]), "a live region was told of the minutes");
        assert_eq!(page.eval("document.activeElement === stood"), true, "the focus moved with the minutes");
    }
    // The copy that holds the box open is not heard.
    let longest = page.eval("document.querySelector('.status').dataset.longest.split('\\n').pop()");
    let longest = plain(longest.as_str().unwrap_or_default());
    let tree = Tree::of(&page);
    let heard = tree.with_role("StaticText").into_iter().map(name).collect::<Vec<_>>().join(" ");
    assert!(heard.contains(&word("status", "open")), "{heard}");
    assert!(!longest.is_empty() && !heard.contains(&longest), "the invisible sentence is heard");
}

#[test]
fn with_reduced_motion_nothing_moves_by_itself() {
    let host = host();
    for setup in [Setup::default().reduced_motion(), Setup::default().reduced_motion().desktop(1000, 700)] {
        let page = setup.page();
        page.open(&host.url(""));
        wait_for_islands(&page);
        assert_eq!(page.eval("matchMedia('(prefers-reduced-motion: reduce)').matches"), true);
        let smooth =
            "[...document.querySelectorAll('*')].filter(e => getComputedStyle(e).scrollBehavior === 'smooth').length";
        for turn in path_by(&["application-cancelled", "no", "not-helped"]) {
            page.eval("document.addEventListener('click', () => window.moving = document.getAnimations().length, { once: true })");
            answer(&page, turn);
            assert_eq!(page.eval("[window.moving, document.getAnimations().length]"), json!([0, 0]), "{}", turn.to);
            assert_eq!(page.eval(smooth), 0, "{}", turn.to);
        }
        for site in navigator_guide::site::pages::Page::ALL {
            page.open(&host.url(site.address()));
            assert_eq!(page.eval("document.getAnimations().length"), 0, "{}", site.file());
            assert_eq!(page.eval(smooth), 0, "{}", site.file());
        }
    }
}
