//! The accessibility tree: focus, headings and labels, and that the minutes of the status are not announced. For what is
//! announced see `live_regions`.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::guide::{
    STEP_NAME, answer, choice_selector, host, normalize_spaces, path_by_options, ui_string, wait_for_islands,
    wait_for_step,
};
use crate::support::page::DEADLINE;
use crate::support::{Page, Setup};

/// The elements that a screen reader announces when they change.
pub const LIVE_REGIONS: &str =
    "[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log], [role=timer], [role=marquee], output";

/// The accessibility tree: the nodes that are not ignored, by id.
pub struct Tree(HashMap<String, Value>);

impl Tree {
    #[track_caller]
    pub fn of(page: &Page) -> Tree {
        let nodes = page.accessibility_tree()["nodes"].as_array().cloned().unwrap_or_default();
        Tree(nodes.into_iter().map(|node| (node["nodeId"].as_str().unwrap_or_default().to_owned(), node)).collect())
    }

    pub fn with_role(&self, role: &str) -> Vec<&Value> {
        self.0.values().filter(|node| node["ignored"] != true && node["role"]["value"] == role).collect()
    }

    /// The focused node, the document itself aside.
    pub fn focused(&self) -> Option<&Value> {
        let focused = |node: &&Value| property(node, "focused") == true && node["role"]["value"] != "RootWebArea";
        self.0.values().find(focused)
    }

    /// The text of a node and its descendants.
    fn text(&self, node: &Value) -> String {
        let mut text = String::new();
        if node["role"]["value"] == "StaticText" {
            text += node["name"]["value"].as_str().unwrap_or_default();
            text += " ";
        }
        for child in node["childIds"].as_array().into_iter().flatten() {
            text += &self.0.get(child.as_str().unwrap_or_default()).map(|child| self.text(child)).unwrap_or_default();
        }
        text
    }

    /// The texts of the polite live regions.
    pub fn announced(&self) -> Vec<String> {
        let polite = |node: &&Value| property(node, "live") == "polite";
        self.with_role("status").into_iter().filter(polite).map(|node| normalize_spaces(&self.text(node))).collect()
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

pub fn name(node: &Value) -> String {
    normalize_spaces(node["name"]["value"].as_str().unwrap_or_default())
}

/// Waits for a condition on the tree, which is updated some time after the document.
#[track_caller]
pub fn wait_in_tree(page: &Page, what: &str, found: impl Fn(&Tree) -> bool) {
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
        page.pump_events(Duration::from_millis(30));
    }
}

/// Asserts that the focus is on the step's region, which is labelled by its heading, and that no other step is in the tree.
#[track_caller]
fn assert_focus_on_step(page: &Page, step: &str) {
    wait_for_step(page, step);
    let heading = normalize_spaces(&page.text(&format!("#{step} h1")));
    wait_in_tree(page, &format!("the focus on «{heading}»"), |tree| {
        tree.focused().is_some_and(|node| node["role"]["value"] == "region" && name(node) == heading)
    });
    let tree = Tree::of(page);
    let top_headings: Vec<String> =
        tree.with_role("heading").into_iter().filter(|node| property(node, "level") == 1).map(name).collect();
    assert_eq!(top_headings, std::slice::from_ref(&heading), "{step}: one heading of the first level");
    assert_eq!(tree.with_role("main").len(), 1, "{step}");
    let title = normalize_spaces(page.eval("document.title").as_str().unwrap_or_default());
    let roots: Vec<String> = tree.with_role("RootWebArea").into_iter().map(name).collect();
    assert_eq!(roots, std::slice::from_ref(&title), "the document is called by its title");
    let named = normalize_spaces(page.eval(&format!("{STEP_NAME}('{step}')")).as_str().unwrap_or_default());
    assert!(step == "start" || title.starts_with(&named), "{title}");
}

#[test]
fn an_answer_moves_the_focus_to_the_region_of_its_step() {
    let host = host();
    let page = Page::new();
    for path in [
        path_by_options(&["teen-14", "yes", "not-helped"]),
        path_by_options(&["application-cancelled", "no", "not-helped"]),
    ] {
        page.open("about:blank");
        page.open(&host.url(""));
        wait_for_islands(&page);
        for edge in path {
            page.tap(&choice_selector(edge));
            assert_focus_on_step(&page, &edge.to);
            let tree = Tree::of(&page);
            let trails =
                tree.with_role("navigation").into_iter().filter(|node| name(node) == ui_string("page", "trail"));
            assert_eq!(trails.count(), 1, "the trail of {} is a named place", edge.to);
        }
        page.back();
        assert_focus_on_step(&page, &path[path.len() - 1].from);
        page.tap(".top a");
        assert_focus_on_step(&page, "start");
    }
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn advice_and_the_current_rung_are_exposed_as_text() {
    let host = host();
    let page = Page::new();
    page.open(&host.url("#forgot-email"));
    wait_for_islands(&page);
    let tree = Tree::of(&page);
    let headings: Vec<String> = tree.with_role("heading").into_iter().map(name).collect();
    for key in ["dont", "act", "ladder"] {
        assert!(headings.contains(&ui_string("page", key)), "{key}: {headings:?}");
    }
    // Icons beside text have no name of their own.
    assert_eq!(tree.with_role("image").len() + tree.with_role("graphics-document").len(), 0);
    // Not every screen reader reads `aria-current` of a list item, so there is text for it.
    let rungs = tree.with_role("listitem").into_iter().map(|item| normalize_spaces(&tree.text(item)));
    let current: Vec<String> = rungs.filter(|rung| rung.ends_with(&ui_string("page", "now"))).collect();
    let marked = normalize_spaces(
        page.eval("document.querySelector('#forgot-email [aria-current=step]').firstChild.data")
            .as_str()
            .unwrap_or_default(),
    );
    assert_eq!(current.len(), 1, "{current:?}");
    assert!(current[0].starts_with(&marked), "{current:?}: {marked}");
}

/// The text beside the current rung is for screen readers only.
#[test]
fn visually_hidden_text_changes_no_layout() {
    let host = host();
    let page = Page::new();
    page.open(&host.url("#forgot-email"));
    wait_for_islands(&page);
    let ladder = "[...document.querySelector('#forgot-email .ladder').children].map(e => [e.offsetLeft, e.offsetTop, e.offsetWidth, e.offsetHeight].join())";
    for width in [320, 360, 800] {
        page.resize(width, 640);
        let before = page.eval(ladder);
        page.eval("document.querySelectorAll('.visually-hidden').forEach(e => e.hidden = true); document.querySelectorAll('.visually-hidden').forEach(e => e.classList.remove('visually-hidden'))");
        assert_eq!(page.eval("document.querySelectorAll('.ladder [hidden]').length > 0"), true);
        assert_eq!(page.eval(ladder), before, "{width} px wide");
        page.eval("document.querySelectorAll('.ladder [hidden]').forEach(e => { e.hidden = false; e.className = 'visually-hidden' })");
    }
    page.call("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    let printed = normalize_spaces(&page.text("#forgot-email .ladder"));
    assert!(!printed.contains(&ui_string("page", "now")), "{printed}");
}

/// With `aria-labelledby` a screen reader that comes back to a section says only «область».
#[test]
fn every_step_is_labelled_by_its_heading() {
    let page = Setup::default().script_off().page();
    page.open(&host().url(""));
    let names = page.eval("[...document.querySelectorAll('.step')].map(e => [e.getAttribute('aria-label'), e.querySelector('h1').textContent, e.hasAttribute('aria-labelledby')])");
    let names: Vec<(String, String, bool)> = serde_json::from_value(names).expect("names");
    assert!(names.len() > 7);
    for (label, heading, by_id) in names {
        assert_eq!((label, by_id), (heading, false));
    }
}

/// A status that is announced each minute would interrupt what is being read.
#[test]
fn the_status_is_not_announced_each_minute() {
    let host = host();
    let page = Setup::default().clock_at("2026-11-24T16:20:10+03:00").page();
    for step in ["", "#hotline"] {
        page.open("about:blank");
        page.open(&host.url(step));
        wait_for_islands(&page);
        let within = format!(
            "[...document.querySelectorAll('.status')].filter(e => e.closest({LIVE_REGIONS:?}) || e.querySelector({LIVE_REGIONS:?})).length"
        );
        assert_eq!(page.eval(&within), 0);
        page.eval(&format!(
            "window.told = []; for (const region of document.querySelectorAll({LIVE_REGIONS:?}))
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
    // The invisible copy that reserves the box's size is not in the tree.
    let longest = page.eval("document.querySelector('.status').dataset.longest.split('\\n').pop()");
    let longest = normalize_spaces(longest.as_str().unwrap_or_default());
    let tree = Tree::of(&page);
    let exposed_text = tree.with_role("StaticText").into_iter().map(name).collect::<Vec<_>>().join(" ");
    assert!(exposed_text.contains(&ui_string("status", "open")), "{exposed_text}");
    assert!(!longest.is_empty() && !exposed_text.contains(&longest), "the invisible sentence is heard");
}

#[test]
fn with_reduced_motion_nothing_is_animated() {
    let host = host();
    for setup in [Setup::default().reduced_motion(), Setup::default().reduced_motion().desktop(1000, 700)] {
        let page = setup.page();
        page.open(&host.url(""));
        wait_for_islands(&page);
        assert_eq!(page.eval("matchMedia('(prefers-reduced-motion: reduce)').matches"), true);
        let smooth =
            "[...document.querySelectorAll('*')].filter(e => getComputedStyle(e).scrollBehavior === 'smooth').length";
        for edge in path_by_options(&["application-cancelled", "no", "not-helped"]) {
            page.eval("document.addEventListener('click', () => window.moving = document.getAnimations().length, { once: true })");
            answer(&page, edge);
            assert_eq!(page.eval("[window.moving, document.getAnimations().length]"), json!([0, 0]), "{}", edge.to);
            assert_eq!(page.eval(smooth), 0, "{}", edge.to);
        }
        for site in guide_core::pages::Page::ALL {
            page.open(&host.url(site.address()));
            assert_eq!(page.eval("document.getAnimations().length"), 0, "{}", site.file());
            assert_eq!(page.eval(smooth), 0, "{}", site.file());
        }
    }
}
