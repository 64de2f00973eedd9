//! axe finds nothing wrong on any page or step, however the page is looked at; and nothing has to be scrolled sideways.
//!
//! axe-core is other people's work, so it is not in the repository: `make axe` fetches it below `target/`. It is put into the
//! page by the protocol, which the page's policy does not concern.

use std::path::Path;
use std::sync::OnceLock;

use navigator_guide::site::pages::Page as SitePage;
use serde_json::{Value, json};

use crate::guide::{host, path_by, steps, wait_for_islands, wait_for_step};
use crate::offline::update_notice::outdated;
use crate::support::{Host, Page, Setup};

/// The Makefile's own.
const VERSION: &str = "4.14.1";

/// How the page is looked at.
#[derive(Clone, Copy, PartialEq)]
enum Eye {
    Screen,
    Print,
    ForcedColours,
    /// Text twice as large, by the root's font size.
    LargeText,
}

/// axe's own script.
#[track_caller]
fn axe() -> &'static str {
    static AXE: OnceLock<Result<String, String>> = OnceLock::new();
    let read = || {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("target/tools/axe-{VERSION}.min.js"));
        std::fs::read_to_string(&path).map_err(|why| format!("{}: {why}; `make axe` fetches it", path.display()))
    };
    AXE.get_or_init(read).as_deref().unwrap_or_else(|why| panic!("{why}"))
}

/// A page to be judged, and what was found so far.
struct Judged {
    page: Page,
    eye: Eye,
    width: u32,
    wrongs: Vec<String>,
}

impl Judged {
    #[track_caller]
    fn new(setup: Setup, eye: Eye, width: u32) -> Judged {
        let page = setup.size(width, 640).page();
        match eye {
            Eye::Print => page.call("Emulation.setEmulatedMedia", json!({ "media": "print" })),
            Eye::ForcedColours => page.call(
                "Emulation.setEmulatedMedia",
                json!({ "features": [{ "name": "forced-colors", "value": "active" }] }),
            ),
            Eye::Screen | Eye::LargeText => Value::Null,
        };
        Judged { page, eye, width, wrongs: Vec::new() }
    }

    /// Opens an address in a new document.
    #[track_caller]
    fn open(&self, host: &Host, address: &str) {
        self.page.open("about:blank");
        self.page.open(&host.url(address));
        if self.eye == Eye::LargeText {
            // By the object model, which no policy forbids.
            self.page.eval(
                "(sheet => {
                    const size = parseFloat(getComputedStyle(document.documentElement).fontSize);
                    sheet.replaceSync(`html { font-size: ${2 * size}px }`);
                    document.adoptedStyleSheets = [sheet];
                })(new CSSStyleSheet())",
            );
        }
    }

    /// Goes to a step of the guide, as an answer does.
    #[track_caller]
    fn enter(&self, step: &str) {
        self.page.eval(&format!("location.hash = {}", json!(step)));
        wait_for_step(&self.page, step);
    }

    /// Notes what is wrong with the page as it stands.
    #[track_caller]
    fn judge(&mut self, place: &str) {
        self.page.draw();
        if self.page.eval("typeof axe") == "undefined" {
            self.page.call("Runtime.evaluate", json!({ "expression": axe() }));
        }
        let mut found = self.list(AXE_FINDS);
        if self.eye != Eye::Print {
            found.extend(self.list(&SIDEWAYS.replace("WIDTH", &self.width.to_string())));
        }
        self.wrongs.extend(found.into_iter().map(|wrong| format!("{place}: {wrong}")));
    }

    #[track_caller]
    fn list(&self, js: &str) -> Vec<String> {
        serde_json::from_value(self.page.eval(js)).expect("a list of texts")
    }
}

/// A frame's document is judged as a page of its own.
const AXE_FINDS: &str = "(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    // Paper has no targets.
    const rules = { 'target-size': { enabled: !matchMedia('print').matches } };
    const { passes, violations } = await axe.run(document, { runOnly: { type: 'tag', values: tags }, rules, iframes: false, preload: false });
    if (passes.length < 5) return ['axe looked at next to nothing'];
    return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`));
})()";

/// What reaches beyond the screen's side, or hides a part of itself there. The trail's row is meant to scroll, and so is a field; what is for those who listen is cut off for the eye.
const SIDEWAYS: &str = "(() => {
    const shown = [...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && !e.matches('.trail *, input, select, option, .visually-hidden'));
    const name = e => e.outerHTML.match(/^<[^>]*>/)[0].slice(0, 100) + ' «' + e.textContent.trim().slice(0, 30) + '»';
    const cut = shown.filter(e => getComputedStyle(e).overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 1 && !(e instanceof SVGElement));
    const width = document.scrollingElement.scrollWidth;
    const over = width > WIDTH ? [document.body, ...shown].filter(e => e.getBoundingClientRect().right > WIDTH + 1 || e.scrollWidth > e.clientWidth + 1) : [];
    return [...cut.map(e => 'cut off: ' + name(e)), ...over.filter(e => !over.some(other => other !== e && e.contains(other))).map(e => `beyond the side, ${width}: ` + name(e))];
})()";

/// Judges every page and every step, with what can be unfolded and found on them.
#[track_caller]
fn everywhere(setup: Setup, eye: Eye, width: u32) {
    let host = host();
    let mut judged = Judged::new(setup, eye, width);
    for page in SitePage::ALL {
        let address = if page == SitePage::NotFound { "no/such/page" } else { page.address() };
        judged.open(&host, address);
        match page {
            SitePage::Guide => wait_for_islands(&judged.page),
            SitePage::Embed => {
                judged.page.wait_until("!document.querySelector('.choose').hidden", "the choices");
                judged.judge("embed/ with no way chosen");
                for way in ["own-site", "wordpress", "classic", "platform", "builder"] {
                    judged.page.eval(&format!("document.querySelector('#{way}').open = true"));
                    judged.judge(&format!("embed/, {way}"));
                }
                judged.page.eval("document.querySelectorAll('#builder .show').forEach(e => e.click())");
                judged.page.wait_until("document.querySelectorAll('.preview iframe').length === 2", "the previews");
                judged.page.eval("document.querySelector('#frame button').click()");
                judged.page.wait_until("document.querySelector('#frame .said').textContent", "a word about the copy");
                judged.page.eval("document.querySelector('.checker textarea').value = '<div data-guide></div><a>'");
                judged.page.eval("document.querySelector('.checker button').click()");
                judged.page.wait_until("document.querySelector('.findings li')", "what the checker has found");
            }
            _ => {}
        }
        judged.judge(&format!("/{address}"));
    }
    judged.enter("teen-14");
    judged.judge("a step of the page for a wrong address");
    steps_of(&mut judged, &host);
    searches(&mut judged, &host);
    judged.open(&host, "?embed#forgot-email");
    wait_for_islands(&judged.page);
    judged.judge("in a frame");
    assert!(judged.wrongs.is_empty(), "{}", judged.wrongs.join("\n"));
    let uncaught: Vec<_> = judged.page.console().into_iter().filter(|line| line.contains("Uncaught")).collect();
    assert_eq!(uncaught, [""; 0]);
}

#[track_caller]
fn steps_of(judged: &mut Judged, host: &Host) {
    judged.open(host, "");
    wait_for_islands(&judged.page);
    judged.enter("forgot-email");
    judged.judge("#forgot-email, folded");
    for step in steps() {
        judged.enter(step);
        let here = format!("[...document.querySelectorAll('#{step} summary')]");
        judged.page.eval(&format!("{here}.forEach(e => e.click())"));
        judged.page.wait_until(
            &format!("document.querySelectorAll('#{step} details[open] [data-island=message]').length === document.querySelectorAll('#{step} details[open] [data-island=message] .said').length"),
            "the message's form",
        );
        judged.judge(&format!("#{step}"));
    }
    // A trail that only the walk can tell.
    judged.enter("start");
    for turn in &path_by(&["application-cancelled", "no", "not-helped"])[..2] {
        judged.enter(&turn.to);
    }
    judged.page.wait_until("document.querySelectorAll('#none .trail li').length === 2", "the trail");
    judged.judge("#none with a trail");
}

#[track_caller]
fn searches(judged: &mut Judged, host: &Host) {
    let content: toml::Table = include_str!("../../content/ivanovo.toml").parse().expect("the content is TOML");
    let quoted = content["step"].as_array().into_iter().flatten().find_map(|step| step.get("quote")?.as_str());
    let notice = quoted.expect("a step quotes the notice").replace("xxxxxx", "mama.ivanova.s.dlinnoy.familiey@mail.ru");
    judged.open(host, "");
    wait_for_islands(&judged.page);
    for (typed, step) in
        [("забыл почту", "forgot-email"), ("погода в воскресенье", "none"), (&notice, "duplicate-account")]
    {
        judged.page.eval(&format!(
            "(field => {{ field.value = {}; field.dispatchEvent(new Event('input', {{ bubbles: true }})) }})(document.querySelector('#find'))",
            json!(typed)
        ));
        judged.page.wait_until(
            &format!("document.querySelector('.find li a')?.getAttribute('href') === '#{step}'"),
            "the search's answer",
        );
        judged.judge(&format!("the search's answer {step}"));
    }
}

#[test]
fn axe_finds_nothing_in_the_light_scheme() {
    everywhere(Setup::default(), Eye::Screen, 360);
}

#[test]
fn axe_finds_nothing_in_the_dark_scheme() {
    everywhere(Setup::default().dark(), Eye::Screen, 360);
}

#[test]
fn axe_finds_nothing_on_a_desktop() {
    everywhere(Setup::default().desktop(1280, 640), Eye::Screen, 1280);
}

#[test]
fn axe_finds_nothing_in_forced_colours() {
    everywhere(Setup::default(), Eye::ForcedColours, 360);
}

#[test]
fn axe_finds_nothing_at_320_pixels() {
    everywhere(Setup::default(), Eye::Screen, 320);
}

#[test]
fn axe_finds_nothing_with_text_twice_as_large() {
    everywhere(Setup::default(), Eye::LargeText, 360);
}

#[test]
fn axe_finds_nothing_in_print() {
    everywhere(Setup::default(), Eye::Print, 794);
}

#[test]
fn axe_finds_nothing_in_the_update_notice() {
    let eyes = [
        (Setup::default(), Eye::Screen, 320),
        (Setup::default().dark(), Eye::Screen, 320),
        (Setup::default(), Eye::LargeText, 320),
        (Setup::default(), Eye::ForcedColours, 360),
    ];
    for (setup, eye, width) in eyes {
        let mut judged = Judged::new(setup.service_worker(), eye, width);
        let (host, _) = outdated(&judged.page, host());
        judged.open(&host, "#hotline");
        judged.page.wait_until("document.querySelector('.update p')", "the line");
        judged.judge("a copy that tells its age");
        assert!(judged.wrongs.is_empty(), "{}", judged.wrongs.join("\n"));
    }
}

/// The judge must be able to find something, or its silence says nothing.
#[test]
fn axe_reports_violations() {
    let host = host();
    let mut judged = Judged::new(Setup::default(), Eye::Screen, 320);
    judged.open(&host, "accessibility/");
    judged.page.eval(
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"data:,\"><button></button><pre>' + 'x'.repeat(500) + '</pre>')",
    );
    judged.judge("spoilt");
    for wrong in ["image-alt", "button-name", "beyond the side"] {
        assert!(judged.wrongs.iter().any(|found| found.contains(wrong)), "{wrong}: {:#?}", judged.wrongs);
    }
}
