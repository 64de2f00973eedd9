//! Chromiums of 2019, 2021 and 2022, as they stand on phones and school PCs that nobody updates: one step in sight, the right one,
//! in good order, on paper too, and nothing uncaught. Each engine is started once.

use std::path::Path;

use serde_json::json;

use crate::embedding::{self, code};
use crate::framed::{self, embedding_site, fits};
use crate::guide::{Turn, any_island, choice, host, path_by, wait_for_islands, wait_for_step, word};
use crate::keyboard::FOCUS;
use crate::printing::print;
use crate::support::chromium::Chromium;
use crate::support::page::SHOWN_ELEMENTS;
use crate::support::{EmbeddingSite, Host, Page, Setup};

/// What is wrong with how the page stands: text at the edge, something beyond the side, targets upon or beside one another. The trail's
/// row is meant to scroll; what is only heard stands nowhere; links within a line are as near as the line's words.
const DISORDER: &str = "(() => {
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
fn disorder(page: &Page) -> Vec<String> {
    serde_json::from_value(page.eval(&DISORDER.replace("SHOWN", SHOWN_ELEMENTS))).expect("a list of texts")
}

/// A visit of one engine, and what was wrong on it so far.
struct Visit {
    version: u32,
    page: Page,
    host: Host,
    wrongs: Vec<String>,
}

impl Visit {
    /// Opens an address in a new document.
    #[track_caller]
    fn open(&self, address: &str) {
        self.page.open("about:blank");
        self.page.open(&self.host.url(address));
    }

    /// Notes what is wrong with the page as it stands, and keeps a picture for people to look at.
    #[track_caller]
    fn judge(&mut self, place: &str) {
        self.page.settle();
        self.wrongs.extend(disorder(&self.page).into_iter().map(|wrong| format!("{place}: {wrong}")));
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("old-engines");
        std::fs::create_dir_all(&folder).expect("a folder for pictures");
        self.page.screenshot(&folder.join(format!("{}-{place}.png", self.version)));
    }

    /// Opens a step, which alone is to be in sight.
    #[track_caller]
    fn step(&mut self, step: &str) {
        self.open(&format!("#{step}"));
        wait_for_step(&self.page, step);
        self.judge(step);
    }

    /// Goes on with the Tab key; each stop must show itself.
    #[track_caller]
    fn tab(&mut self, place: &str, stops: usize) {
        for _ in 0..stops {
            self.page.key("Tab");
            self.page.draw();
            let stop = self.page.eval(FOCUS);
            if stop["name"] == "nothing" || stop["wrong"] != "" {
                self.wrongs.push(format!("{place}, by keyboard: {stop}"));
            }
        }
    }
}

/// Walks the guide, its other pages, frames and paper; `live` where the engine runs the islands' program.
#[track_caller]
fn walk(version: u32, live: bool) {
    let browser = Chromium::start_version(version).unwrap_or_else(|why| panic!("{why}"));
    let page = Setup::default().browser(&browser).page();
    let product = page.call("Browser.getVersion", json!({}))["product"].to_string();
    assert!(product.contains(&format!("Chrome/{version}.")), "this is {product}");
    let mut visit = Visit { version, page, host: host(), wrongs: Vec::new() };
    steps(&mut visit, live);
    pages(&mut visit);
    sizes(&mut visit);
    frames(&mut visit);
    paper(&visit);
    assert!(visit.wrongs.is_empty(), "{}", visit.wrongs.join("\n"));
    // The browser itself logs the 404 of the page for a wrong address, and names that are newer than itself.
    let wrong = visit.host.url(WRONG);
    let newer = ["invalid source: ''wasm-unsafe-eval''", "Unrecognized feature: 'clipboard-write'"];
    let own = |line: &String| line.ends_with(&wrong) || newer.iter().any(|name| line.contains(name));
    let errors: Vec<_> = visit.page.console().into_iter().filter(|line| !own(line)).collect();
    assert_eq!(errors, [""; 0]);
}

/// The start, an answer, the way back, and the steps that look unlike one another.
#[track_caller]
fn steps(visit: &mut Visit, live: bool) {
    visit.open("");
    wait_for_step(&visit.page, "start");
    visit.judge("start");
    let Turn { to, .. } = tap(&visit.page, "municipality");
    visit.judge("answered");
    visit.tab(to, 3);
    visit.page.back();
    wait_for_step(&visit.page, "start");
    visit.step("hotline");
    visit.step("application-cancelled");
    visit.step("forgot-email");
    visit.page.tap("#forgot-email summary");
    visit.page.wait_until(&format!("{SHOWN_ELEMENTS}('#forgot-email blockquote').length"), "the message");
    visit.judge("message");
    if live {
        wait_for_islands(&visit.page);
    }
    assert_eq!(any_island(&visit.page), live, "the islands of {}", visit.version);
}

/// Gives an answer of the start.
#[track_caller]
fn tap<'t>(page: &Page, option: &str) -> &'t Turn {
    let turn = &path_by(&[option, "not-helped"])[0];
    page.tap(&choice(turn));
    wait_for_step(page, &turn.to);
    turn
}

const WRONG: &str = "no/such/page";

/// The pages beside the guide.
#[track_caller]
fn pages(visit: &mut Visit) {
    visit.open("map/");
    visit.judge("map");
    visit.tab("map", 4);
    for (address, name) in [("print/", "print"), ("print/poster/", "poster")] {
        visit.open(address);
        visit.page.wait_until("!document.querySelector('.act button').hidden", "the button");
        visit.judge(name);
        visit.tab(name, 3);
    }
    visit.open("accessibility/");
    visit.judge("accessibility");
    visit.open("embed/");
    visit.page.wait_until("!document.querySelector('.choose').hidden", "the choices");
    visit.page.tap("#builder summary");
    visit.page.wait_until("document.querySelector('#frame .measured').textContent.includes('344')", "the height");
    visit.page.tap("#frame .show");
    visit.page.wait_until("document.querySelector('.preview iframe')", "the preview");
    visit.page.eval("document.querySelector('.checker textarea').value = '<div data-guide><iframe>'");
    visit.page.tap(".checker button");
    visit.page.wait_until("document.querySelector('.findings [data-finding=address]')", "what the checker has found");
    visit.judge("embed");
    visit.open(WRONG);
    wait_for_step(&visit.page, "start");
    let title = word("not_found", "title");
    assert!(visit.page.texts("main").concat().contains(&title), "the wrong address is not told");
    visit.judge("404");
    tap(&visit.page, "municipality");
    assert!(!visit.page.texts("main").concat().contains(&title), "the wrong address is still told");
}

/// The smallest phone and a school PC.
#[track_caller]
fn sizes(visit: &mut Visit) {
    for (width, height) in [(320, 568), (1366, 768)] {
        visit.page.resize(width, height);
        for (address, name) in [("", "start"), ("#hotline", "hotline"), ("map/", "map"), ("print/", "print")] {
            visit.open(address);
            visit.judge(&format!("{name}-{width}"));
        }
    }
    visit.page.resize(360, 640);
}

/// The guide on a school's page: framed by hand, and by the script.
#[track_caller]
fn frames(visit: &mut Visit) {
    let embedding_site = embedding_site(&visit.host.url("?embed&theme=dark"), None);
    visit.page.open(&embedding_site.host.url(""));
    let frame = visit.page.frame(0);
    framed::wait_for_step(&frame, "start");
    fits(&frame, "at the start");
    frame.tap(&choice(&path_by(&["municipality", "not-helped"])[0]));
    framed::wait_for_step(&frame, "municipality");
    fits(&frame, "at a step");
    assert_eq!(frame.eval("document.documentElement.dataset.theme"), "dark");
    assert!(frame.visible(".apart") && !frame.visible("footer"));
    let steps = "JSON.stringify(told.map(({ data }) => data.step).filter(step => step))";
    assert_eq!(visit.page.eval(steps), json!(["start", "municipality"]).to_string());

    let earlier = format!("<script src='{}' data-guide></script>", visit.host.url("embed.js"));
    for body in [code(&visit.host, ""), earlier] {
        let embedding_site = EmbeddingSite::new(&format!("<style>iframe {{ height: 99px !important }}</style>{body}"));
        visit.page.open(&embedding_site.host.url(""));
        let frame = visit.page.frame(0);
        framed::wait_for_step(&frame, "start");
        fits(&frame, "by the script");
        embedding::fits(&visit.page, 0);
    }
}

/// A step's leaflet and the whole guide.
#[track_caller]
fn paper(visit: &Visit) {
    let printed = |address: &str| {
        visit.open(address);
        print(&visit.page, &format!("old {} {address}", visit.version))
    };
    let leaflet = printed("#forgot-email");
    assert_eq!(leaflet.pages(), 1);
    leaflet.says("+7 (4932) 48-28-08");
    leaflet.says(&word("page", "message"));
    leaflet.hides(&word("find", "label"));
    let whole = printed("print/");
    assert_eq!(whole.pages(), 2);
    whole.says("+7 (4932) 48-28-08");
}

#[test]
fn layout_problems_are_detected() {
    let embedding_site = EmbeddingSite::new(
        "<p>У края</p><p style='margin: 9px; width: 400px'>Шире</p>
         <div style='display: flex; margin: 9px'><button>Первая</button><button style='margin-left: -9px'>Вторая</button></div>",
    );
    let page = Setup::default().page();
    page.open(&embedding_site.host.url(""));
    let found = disorder(&page);
    for wrong in
        ["«У края» is 0 px from the edge", "scrolls sideways: 409 of 360 px", "«Вторая» and «Первая» are -9 px apart"]
    {
        assert!(found.iter().any(|line| line == wrong), "{wrong}: {found:#?}");
    }
}

#[test]
fn chromium_75_of_2019_shows_the_plain_guide() {
    walk(75, false);
}

#[test]
fn chromium_92_of_2021_shows_the_plain_guide() {
    walk(92, false);
}

#[test]
fn chromium_106_of_2022_runs_the_guide() {
    walk(106, true);
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
    fits(&frame, "at the start");
    frame.tap(&choice(&path_by(&["municipality", "not-helped"])[0]));
    framed::wait_for_step(&frame, "municipality");
    fits(&frame, "at a step");
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn a_missing_old_chromium_fails_with_how_to_fetch_it() {
    let why = Chromium::start_version(1).err().expect("there is no Chromium 1");
    assert!(why.contains("chromium-1") && why.contains("make chromiums"), "{why}");
}
