//! axe finds no violation on any page or step in any view mode, and nothing overflows sideways.
//!
//! axe-core is not in the repository: `make axe` downloads it below `target/`. It is injected by the DevTools protocol, to
//! which the page's policy does not apply.

use std::path::Path;
use std::sync::OnceLock;

use guide_core::pages::Page as SitePage;
use serde_json::{Value, json};

use crate::guide::{host, path_by_options, steps, wait_for_islands, wait_for_step};
use crate::offline::update_notice::open_outdated_copy;
use crate::support::{Host, Page, Setup};

/// The version in the Makefile.
const VERSION: &str = "4.14.1";

/// How the page is rendered.
#[derive(Clone, Copy, PartialEq)]
pub enum ViewMode {
    Screen,
    Print,
    ForcedColours,
    /// Text twice as large, by the root's font size.
    LargeText,
}

/// The source of axe-core.
#[track_caller]
fn axe_source() -> &'static str {
    static AXE: OnceLock<Result<String, String>> = OnceLock::new();
    let read = || {
        let path =
            Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(format!("target/tools/axe-{VERSION}.min.js"));
        std::fs::read_to_string(&path).map_err(|why| format!("{}: {why}; `make axe` fetches it", path.display()))
    };
    AXE.get_or_init(read).as_deref().unwrap_or_else(|why| panic!("{why}"))
}

/// A page to check, and the violations found so far.
pub struct Audit {
    pub page: Page,
    mode: ViewMode,
    width: u32,
    pub violations: Vec<String>,
}

impl Audit {
    #[track_caller]
    pub fn new(setup: Setup, mode: ViewMode, width: u32) -> Audit {
        let page = setup.size(width, 640).page();
        match mode {
            ViewMode::Print => page.call("Emulation.setEmulatedMedia", json!({ "media": "print" })),
            ViewMode::ForcedColours => page.call(
                "Emulation.setEmulatedMedia",
                json!({ "features": [{ "name": "forced-colors", "value": "active" }] }),
            ),
            ViewMode::Screen | ViewMode::LargeText => Value::Null,
        };
        Audit { page, mode, width, violations: Vec::new() }
    }

    /// Opens an address in a new document.
    #[track_caller]
    pub fn open(&self, host: &Host, address: &str) {
        self.page.open("about:blank");
        self.page.open(&host.url(address));
        if self.mode == ViewMode::LargeText {
            // By a constructed style sheet, which no policy forbids.
            self.page.eval(
                "(sheet => {
                    const size = parseFloat(getComputedStyle(document.documentElement).fontSize);
                    sheet.replaceSync(`html { font-size: ${2 * size}px }`);
                    document.adoptedStyleSheets = [sheet];
                })(new CSSStyleSheet())",
            );
        }
    }

    /// Goes to a step, as an answer does.
    #[track_caller]
    pub fn go_to_step(&self, step: &str) {
        self.page.eval(&format!("location.hash = {}", json!(step)));
        wait_for_step(&self.page, step);
    }

    /// Records the violations of the page in its present state.
    #[track_caller]
    pub fn check(&mut self, label: &str) {
        self.page.draw();
        if self.page.eval("typeof axe") == "undefined" {
            self.page.call("Runtime.evaluate", json!({ "expression": axe_source() }));
        }
        let mut found = self.list(RUN_AXE);
        if self.mode != ViewMode::Print {
            found.extend(self.list(&FIND_OVERFLOW.replace("WIDTH", &self.width.to_string())));
        }
        self.violations.extend(found.into_iter().map(|violation| format!("{label}: {violation}")));
    }

    #[track_caller]
    fn list(&self, js: &str) -> Vec<String> {
        serde_json::from_value(self.page.eval(js)).expect("a list of texts")
    }
}

/// Runs axe without frames, as a frame's document is checked as a page of its own.
const RUN_AXE: &str = "(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    // Paper has no targets.
    const rules = { 'target-size': { enabled: !matchMedia('print').matches } };
    const { passes, violations } = await axe.run(document, { runOnly: { type: 'tag', values: tags }, rules, iframes: false, preload: false });
    if (passes.length < 5) return ['axe looked at next to nothing'];
    return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`));
})()";

/// Elements that overflow the viewport sideways or cut off their content. The trail's row, the editor's table of hours and form fields
/// may scroll, a name may end in an ellipsis, and visually hidden text, one pixel wide, is clipped on purpose.
const FIND_OVERFLOW: &str = "(() => {
    const shown = [...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && !e.matches('.trail *, .week-box, .week-box *, input, select, option, .visually-hidden'));
    const name = e => e.outerHTML.match(/^<[^>]*>/)[0].slice(0, 100) + ' «' + e.textContent.trim().slice(0, 30) + '»';
    const cut = shown.filter(e => getComputedStyle(e).overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 1 && getComputedStyle(e).textOverflow !== 'ellipsis' && !(e instanceof SVGElement));
    const width = document.scrollingElement.scrollWidth;
    const over = width > WIDTH ? [document.body, ...shown].filter(e => e.getBoundingClientRect().right > WIDTH + 1 || e.scrollWidth > e.clientWidth + 1) : [];
    return [...cut.map(e => 'cut off: ' + name(e)), ...over.filter(e => !over.some(other => other !== e && e.contains(other))).map(e => `beyond the side, ${width}: ` + name(e))];
})()";

/// Checks every page and every step, with everything that can be unfolded and searched on them.
#[track_caller]
fn check_everywhere(setup: Setup, mode: ViewMode, width: u32) {
    let host = host();
    let mut audit = Audit::new(setup, mode, width);
    for page in SitePage::ALL {
        let address = if page == SitePage::NotFound { "no/such/page" } else { page.address() };
        audit.open(&host, address);
        match page {
            SitePage::Guide => wait_for_islands(&audit.page),
            SitePage::Embed => {
                audit.page.wait_until("!document.querySelector('.choose').hidden", "the choices");
                audit.check("embed/ with no way chosen");
                for way in ["own-site", "wordpress", "classic", "platform", "builder"] {
                    audit.page.eval(&format!("document.querySelector('#{way}').open = true"));
                    audit.check(&format!("embed/, {way}"));
                }
                audit.page.eval("document.querySelectorAll('#builder .show').forEach(e => e.click())");
                audit.page.wait_until("document.querySelectorAll('.preview iframe').length === 2", "the previews");
                audit.page.eval("document.querySelector('#frame button').click()");
                audit.page.wait_until("document.querySelector('#frame .said').textContent", "a word about the copy");
                audit.page.eval("document.querySelector('.checker textarea').value = '<div data-guide></div><a>'");
                audit.page.eval("document.querySelector('.checker button').click()");
                audit.page.wait_until("document.querySelector('.findings li')", "what the checker has found");
            }
            _ => {}
        }
        audit.check(&format!("/{address}"));
    }
    audit.go_to_step("teen-14");
    audit.check("a step of the page for a wrong address");
    check_steps(&mut audit, &host);
    check_searches(&mut audit, &host);
    audit.open(&host, "?embed#forgot-email");
    wait_for_islands(&audit.page);
    audit.check("in a frame");
    assert!(audit.violations.is_empty(), "{}", audit.violations.join("\n"));
    let uncaught: Vec<_> = audit.page.console().into_iter().filter(|line| line.contains("Uncaught")).collect();
    assert_eq!(uncaught, [""; 0]);
}

#[track_caller]
fn check_steps(audit: &mut Audit, host: &Host) {
    audit.open(host, "");
    wait_for_islands(&audit.page);
    audit.go_to_step("forgot-email");
    audit.check("#forgot-email, folded");
    for step in steps() {
        audit.go_to_step(step);
        let here = format!("[...document.querySelectorAll('#{step} summary')]");
        audit.page.eval(&format!("{here}.forEach(e => e.click())"));
        audit.page.wait_until(
            &format!("document.querySelectorAll('#{step} details[open] [data-island=message]').length === document.querySelectorAll('#{step} details[open] [data-island=message] .said').length"),
            "the message's form",
        );
        audit.check(&format!("#{step}"));
    }
    // A trail that only the answers given can tell.
    audit.go_to_step("start");
    for edge in &path_by_options(&["application-cancelled", "no", "not-helped"])[..2] {
        audit.go_to_step(&edge.to);
    }
    audit.page.wait_until("document.querySelectorAll('#none .trail li').length === 2", "the trail");
    audit.check("#none with a trail");
}

#[track_caller]
fn check_searches(audit: &mut Audit, host: &Host) {
    let content: toml::Table = include_str!("../../content/ivanovo.toml").parse().expect("the content is TOML");
    let quoted = content["step"].as_array().into_iter().flatten().find_map(|step| step.get("quote")?.as_str());
    let notice = quoted.expect("a step quotes the notice").replace("xxxxxx", "mama.ivanova.s.dlinnoy.familiey@mail.ru");
    audit.open(host, "");
    wait_for_islands(&audit.page);
    // In print the field is not in sight.
    audit.page.wait_until("document.querySelector('#find')", "the search");
    for (typed, step) in
        [("забыл почту", "forgot-email"), ("погода в воскресенье", "none"), (&notice, "duplicate-account")]
    {
        audit.page.eval(&format!(
            "(field => {{ field.value = {}; field.dispatchEvent(new Event('input', {{ bubbles: true }})) }})(document.querySelector('#find'))",
            json!(typed)
        ));
        audit.page.wait_until(
            &format!("document.querySelector('.find li a')?.getAttribute('href') === '#{step}'"),
            "the search's answer",
        );
        audit.check(&format!("the search's answer {step}"));
    }
}

#[test]
fn axe_finds_nothing_in_the_light_scheme() {
    check_everywhere(Setup::default(), ViewMode::Screen, 360);
}

#[test]
fn axe_finds_nothing_in_the_dark_scheme() {
    check_everywhere(Setup::default().dark(), ViewMode::Screen, 360);
}

#[test]
fn axe_finds_nothing_on_a_desktop() {
    check_everywhere(Setup::default().desktop(1280, 640), ViewMode::Screen, 1280);
}

#[test]
fn axe_finds_nothing_in_forced_colours() {
    check_everywhere(Setup::default(), ViewMode::ForcedColours, 360);
}

#[test]
fn axe_finds_nothing_at_320_pixels() {
    check_everywhere(Setup::default(), ViewMode::Screen, 320);
}

#[test]
fn axe_finds_nothing_with_text_twice_as_large() {
    check_everywhere(Setup::default(), ViewMode::LargeText, 360);
}

#[test]
fn axe_finds_nothing_in_print() {
    check_everywhere(Setup::default(), ViewMode::Print, 794);
}

#[test]
fn axe_finds_nothing_in_the_update_notice() {
    let cases = [
        (Setup::default(), ViewMode::Screen, 320),
        (Setup::default().dark(), ViewMode::Screen, 320),
        (Setup::default(), ViewMode::LargeText, 320),
        (Setup::default(), ViewMode::ForcedColours, 360),
    ];
    for (setup, mode, width) in cases {
        let mut audit = Audit::new(setup.service_worker(), mode, width);
        let (host, _) = open_outdated_copy(&audit.page, host());
        audit.open(&host, "#hotline");
        audit.page.wait_until("document.querySelector('.update p')", "the line");
        audit.check("a copy that tells its age");
        assert!(audit.violations.is_empty(), "{}", audit.violations.join("\n"));
    }
}

/// axe must be able to report violations, or its silence proves nothing.
#[test]
fn axe_reports_violations() {
    let host = host();
    let mut audit = Audit::new(Setup::default(), ViewMode::Screen, 320);
    audit.open(&host, "accessibility/");
    audit.page.eval(
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"data:,\"><button></button><pre>' + 'x'.repeat(500) + '</pre>')",
    );
    audit.check("spoilt");
    for violation in ["image-alt", "button-name", "beyond the side"] {
        assert!(audit.violations.iter().any(|found| found.contains(violation)), "{violation}: {:#?}", audit.violations);
    }
}
