//! Chromiums of 2019, 2021 and 2022, as found on phones and school PCs that are never updated: the right step is shown
//! alone and laid out well, prints work, and nothing is uncaught. Each engine is started once.

use std::path::Path;

use serde_json::json;

use crate::embedding::{self, snippet};
use crate::framed::{self, embedding_site, wait_until_fits};
use crate::guide::{
    Edge, any_island_live, choice_selector, host, path_by_options, ui_string, wait_for_islands, wait_for_step,
};
use crate::keyboard::FOCUS_STATE;
use crate::printing::print;
use crate::support::chromium::Chromium;
use crate::support::page::SHOWN_ELEMENTS;
use crate::support::{EmbeddingSite, Host, Page, Setup};

/// Layout problems: text at the edge, horizontal overflow, targets that overlap or touch. The trail's row may scroll,
/// visually hidden text has no place, and links within a line are as close as its words.
const FIND_LAYOUT_PROBLEMS: &str = "(() => {
    const wrongs = [], wide = document.scrollingElement.scrollWidth, width = document.documentElement.clientWidth;
    if (wide > width) wrongs.push(`scrolls sideways: ${wide} of ${width} px`);
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const text = texts.currentNode, parent = text.parentElement;
        if (!text.data.trim() || parent.closest('.trail, .visually-hidden, select, noscript') || getComputedStyle(parent).visibility !== 'visible') continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        const near = [...range.getClientRects()].map(box => Math.min(box.left, width - box.right)).filter(side => side < 8);
        if (near.length) wrongs.push(`«${text.data.trim().slice(0, 30)}» is ${near[0]} px from the edge`);
    }
    const targets = SHOWN('a[href], button, input, select, summary').filter(e => getComputedStyle(e).display !== 'inline');
    const boxes = targets.map(e => e.getBoundingClientRect()), name = nth => targets[nth].textContent.trim().slice(0, 30);
    boxes.forEach((box, nth) => boxes.slice(0, nth).forEach((other, before) => {
        const apart = Math.max(box.left - other.right, other.left - box.right), below = Math.max(box.top - other.bottom, other.top - box.bottom);
        if (below < -1 && apart < 4) wrongs.push(`«${name(nth)}» and «${name(before)}» are ${apart} px apart`);
    }));
    return wrongs;
})()";

#[track_caller]
fn layout_problems(page: &Page) -> Vec<String> {
    serde_json::from_value(page.eval(&FIND_LAYOUT_PROBLEMS.replace("SHOWN", SHOWN_ELEMENTS))).expect("a list of texts")
}

/// A visit with one engine, and the problems found so far.
struct Visit {
    version: u32,
    page: Page,
    host: Host,
    problems: Vec<String>,
}

impl Visit {
    /// Opens an address in a new document.
    #[track_caller]
    fn open(&self, address: &str) {
        self.page.open("about:blank");
        self.page.open(&self.host.url(address));
    }

    /// Records the layout problems of the page in its present state, and keeps a screenshot for people to look at.
    #[track_caller]
    fn check(&mut self, label: &str) {
        self.page.settle();
        self.problems.extend(layout_problems(&self.page).into_iter().map(|problem| format!("{label}: {problem}")));
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("old-engines");
        std::fs::create_dir_all(&folder).expect("a folder for pictures");
        self.page.screenshot(&folder.join(format!("{}-{label}.png", self.version)));
    }

    /// Opens a step, which must be the only visible one.
    #[track_caller]
    fn check_step(&mut self, step: &str) {
        self.open(&format!("#{step}"));
        wait_for_step(&self.page, step);
        self.check(step);
    }

    /// Presses Tab; each stop must have a visible focus.
    #[track_caller]
    fn press_tab(&mut self, label: &str, stops: usize) {
        for _ in 0..stops {
            self.page.key("Tab");
            self.page.draw();
            let stop = self.page.eval(FOCUS_STATE);
            if stop["name"] == "nothing" || stop["wrong"] != "" {
                self.problems.push(format!("{label}, by keyboard: {stop}"));
            }
        }
    }
}

/// Visits the guide, its other pages, frames and prints; with `live` the engine must run the program.
#[track_caller]
fn visit_guide(version: u32, live: bool) {
    let browser = Chromium::start_version(version).unwrap_or_else(|why| panic!("{why}"));
    let page = Setup::default().browser(&browser).page();
    let product = page.call("Browser.getVersion", json!({}))["product"].to_string();
    assert!(product.contains(&format!("Chrome/{version}.")), "this is {product}");
    let mut visit = Visit { version, page, host: host(), problems: Vec::new() };
    check_steps(&mut visit, live);
    check_pages(&mut visit);
    check_sizes(&mut visit);
    check_frames(&mut visit);
    check_prints(&visit);
    assert!(visit.problems.is_empty(), "{}", visit.problems.join("\n"));
    // The browser itself logs the 404 of the wrong address, and names that are newer than itself.
    let wrong_url = visit.host.url(WRONG_PATH);
    let newer_names = ["invalid source: ''wasm-unsafe-eval''", "Unrecognized feature: 'clipboard-write'"];
    let is_expected = |line: &String| line.ends_with(&wrong_url) || newer_names.iter().any(|name| line.contains(name));
    let errors: Vec<_> = visit.page.console().into_iter().filter(|line| !is_expected(line)).collect();
    assert_eq!(errors, [""; 0]);
}

/// The start, an answer, the way back, and steps of each kind.
#[track_caller]
fn check_steps(visit: &mut Visit, live: bool) {
    visit.open("");
    wait_for_step(&visit.page, "start");
    visit.check("start");
    let Edge { to, .. } = answer_start(&visit.page, "municipality");
    visit.check("answered");
    visit.press_tab(to, 3);
    visit.page.back();
    wait_for_step(&visit.page, "start");
    visit.check_step("hotline");
    visit.check_step("application-cancelled");
    visit.check_step("forgot-email");
    visit.page.tap("#forgot-email summary");
    visit.page.wait_until(&format!("{SHOWN_ELEMENTS}('#forgot-email blockquote').length"), "the message");
    visit.check("message");
    if live {
        wait_for_islands(&visit.page);
    }
    assert_eq!(any_island_live(&visit.page), live, "the islands of {}", visit.version);
}

/// Gives an answer of the start.
#[track_caller]
fn answer_start<'t>(page: &Page, option: &str) -> &'t Edge {
    let edge = &path_by_options(&[option, "not-helped"])[0];
    page.tap(&choice_selector(edge));
    wait_for_step(page, &edge.to);
    edge
}

const WRONG_PATH: &str = "no/such/page";

/// The other pages.
#[track_caller]
fn check_pages(visit: &mut Visit) {
    visit.open("map/");
    visit.check("map");
    visit.press_tab("map", 4);
    for (address, name) in [("print/", "print"), ("print/poster/", "poster")] {
        visit.open(address);
        visit.page.wait_until("!document.querySelector('.act button').hidden", "the button");
        visit.check(name);
        visit.press_tab(name, 3);
    }
    visit.open("accessibility/");
    visit.check("accessibility");
    visit.open("embed/");
    visit.page.wait_until("!document.querySelector('.choose').hidden", "the choices");
    visit.page.tap("#builder summary");
    visit.page.wait_until("document.querySelector('#frame .measured').textContent.includes('344')", "the height");
    visit.page.tap("#frame .show");
    visit.page.wait_until("document.querySelector('.preview iframe')", "the preview");
    visit.page.eval("document.querySelector('.checker textarea').value = '<div data-guide><iframe>'");
    visit.page.tap(".checker button");
    visit.page.wait_until("document.querySelector('.findings [data-finding=address]')", "what the checker has found");
    visit.check("embed");
    visit.open(WRONG_PATH);
    wait_for_step(&visit.page, "start");
    let title = ui_string("not_found", "title");
    assert!(visit.page.texts("main").concat().contains(&title), "the wrong address is not told");
    visit.check("404");
    answer_start(&visit.page, "municipality");
    assert!(!visit.page.texts("main").concat().contains(&title), "the wrong address is still told");
}

/// The smallest phone and a school PC.
#[track_caller]
fn check_sizes(visit: &mut Visit) {
    for (width, height) in [(320, 568), (1366, 768)] {
        visit.page.resize(width, height);
        for (address, name) in [("", "start"), ("#hotline", "hotline"), ("map/", "map"), ("print/", "print")] {
            visit.open(address);
            visit.check(&format!("{name}-{width}"));
        }
    }
    visit.page.resize(360, 640);
}

/// The guide on a host's page: framed by hand, and by the script.
#[track_caller]
fn check_frames(visit: &mut Visit) {
    let embedding_site = embedding_site(&visit.host.url("?embed&theme=dark"), None);
    visit.page.open(&embedding_site.host.url(""));
    let frame = visit.page.frame(0);
    framed::wait_for_step(&frame, "start");
    wait_until_fits(&frame, "at the start");
    frame.tap(&choice_selector(&path_by_options(&["municipality", "not-helped"])[0]));
    framed::wait_for_step(&frame, "municipality");
    wait_until_fits(&frame, "at a step");
    assert_eq!(frame.eval("document.documentElement.dataset.theme"), "dark");
    assert!(frame.visible(".apart") && !frame.visible("footer"));
    let step_messages = "JSON.stringify(told.map(({ data }) => data.step).filter(step => step))";
    assert_eq!(visit.page.eval(step_messages), json!(["start", "municipality"]).to_string());

    let legacy_snippet = format!("<script src='{}' data-guide></script>", visit.host.url("embed.js"));
    for body in [snippet(&visit.host, ""), legacy_snippet] {
        let embedding_site = EmbeddingSite::new(&format!("<style>iframe {{ height: 99px !important }}</style>{body}"));
        visit.page.open(&embedding_site.host.url(""));
        let frame = visit.page.frame(0);
        framed::wait_for_step(&frame, "start");
        wait_until_fits(&frame, "by the script");
        embedding::wait_until_fits(&visit.page, 0);
    }
}

/// A step's leaflet and the whole guide on paper.
#[track_caller]
fn check_prints(visit: &Visit) {
    let print_page = |address: &str| {
        visit.open(address);
        print(&visit.page, &format!("old {} {address}", visit.version))
    };
    let leaflet = print_page("#forgot-email");
    assert_eq!(leaflet.pages(), 1);
    leaflet.assert_contains("+7 (4932) 48-28-08");
    leaflet.assert_contains(&ui_string("page", "message"));
    leaflet.assert_lacks(&ui_string("find", "label"));
    let whole = print_page("print/");
    assert_eq!(whole.pages(), 2);
    whole.assert_contains("+7 (4932) 48-28-08");
}

#[test]
fn layout_problems_are_detected() {
    let embedding_site = EmbeddingSite::new(
        "<p>У края</p><p style='margin: 9px; width: 400px'>Шире</p>
         <div style='display: flex; margin: 9px'><button>Первая</button><button style='margin-left: -9px'>Вторая</button></div>",
    );
    let page = Setup::default().page();
    page.open(&embedding_site.host.url(""));
    let found = layout_problems(&page);
    for problem in
        ["«У края» is 0 px from the edge", "scrolls sideways: 409 of 360 px", "«Вторая» and «Первая» are -9 px apart"]
    {
        assert!(found.iter().any(|line| line == problem), "{problem}: {found:#?}");
    }
}

#[test]
fn chromium_75_of_2019_shows_the_plain_guide() {
    visit_guide(75, false);
}

#[test]
fn chromium_92_of_2021_shows_the_plain_guide() {
    visit_guide(92, false);
}

#[test]
fn chromium_106_of_2022_runs_the_guide() {
    visit_guide(106, true);
}

/// Firefox 68 and Safari 12 have no `ResizeObserver`.
#[test]
fn a_frame_without_resize_observer_fits_its_step() {
    let host = host();
    let page = Setup::default().init_script("delete self.ResizeObserver").page();
    let embedding_site = embedding_site(&host.url("?embed"), None);
    page.open(&embedding_site.host.url(""));
    let frame = page.frame(0);
    framed::wait_for_step(&frame, "start");
    assert_eq!(page.eval("typeof ResizeObserver"), "undefined");
    wait_until_fits(&frame, "at the start");
    frame.tap(&choice_selector(&path_by_options(&["municipality", "not-helped"])[0]));
    framed::wait_for_step(&frame, "municipality");
    wait_until_fits(&frame, "at a step");
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn a_missing_old_chromium_fails_with_how_to_fetch_it() {
    let why = Chromium::start_version(1).err().expect("there is no Chromium 1");
    assert!(why.contains("chromium-1") && why.contains("make chromiums"), "{why}");
}
