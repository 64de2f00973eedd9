//! The keyboard: every answer is reached by Tab and given by Enter, with a visible focus.

use guide_core::pages::Page as SitePage;

use crate::guide::{STEP_NAME, choice_selector, host, path_by_options, steps, wait_for_islands, wait_for_step};
use crate::support::{Page, Setup};

/// The number of tab stops after which a page counts as a focus trap.
const MAX_STOPS: usize = 120;

/// The focused element, and what is wrong with its focus indicator; empty where nothing is.
pub const FOCUS_STATE: &str = "(() => {
    const e = document.activeElement;
    if (!e || e === document.body) return { name: 'nothing', wrong: '' };
    const style = getComputedStyle(e), box = e.getClientRects()[0], name = e.tagName + (e.id && '#' + e.id) + ' ' + e.textContent.trim().slice(0, 40);
    if (!box) return { name, wrong: 'not shown' };
    const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    return { name, wrong: !ring ? 'no ring' : !hit ? 'off the screen' : !e.contains(hit) ? 'its middle is covered or cut off' : '' };
})()";

/// Presses Tab until the focus is on a match; every stop on the way must have a visible focus.
#[track_caller]
pub fn tab_to(page: &Page, sel: &str) {
    let mut stops = Vec::new();
    for _ in 0..MAX_STOPS {
        page.key("Tab");
        // The browser scrolls to a stop asynchronously.
        page.draw();
        let stop = page.eval(FOCUS_STATE);
        assert_eq!(stop["wrong"], "", "{}", stop["name"]);
        stops.push(stop["name"].as_str().unwrap_or_default().to_owned());
        if page.eval(&format!("document.activeElement.matches({})", serde_json::json!(sel))) == true {
            return;
        }
    }
    panic!("{sel} was not reached: {stops:#?}");
}

#[test]
fn an_advice_is_reached_by_tab_and_enter() {
    let host = host();
    for script in [true, false] {
        let page = Setup::default().desktop(1000, 700).script(script).page();
        page.open(&host.url(""));
        if script {
            wait_for_islands(&page);
        }
        for edge in path_by_options(&["teen-14", "yes", "not-helped"]) {
            tab_to(&page, &choice_selector(edge));
            page.key("Enter");
            wait_for_step(&page, &edge.to);
            // The step itself has the focus, so Tab goes on from its top. The program sets the title and then the focus, in one task.
            let step = format!("document.getElementById('{}')", edge.to);
            page.wait_until(&format!("document.activeElement === {step}"), "focus on the step");
            if script {
                let title = format!("document.title.startsWith({STEP_NAME}('{}'))", edge.to);
                page.wait_until(&title, "the title of the step");
            }
        }
        tab_to(&page, "#hotline a[href^='tel:']");
        assert_eq!(page.console(), [""; 0]);
    }
}

/// The elements that Tab should visit: all visible controls, and boxes that scroll.
const TAB_STOPS: &str =
    "[...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex=\"0\"]')]
    .filter(e => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0 && !e.disabled)";

/// Controls smaller than 44 px in either direction. A link within a sentence is as high as its line.
const SMALL_TARGETS: &str = "STOPS.filter(e => {
    const sentence = e.matches('a') && getComputedStyle(e).display === 'inline' && [...e.parentElement.childNodes].some(n => n !== e && n.textContent.trim());
    if (sentence || e.matches('pre')) return false;
    const box = e.getBoundingClientRect();
    return box.width < 43.9 || box.height < 43.9;
}).map(e => { const box = e.getBoundingClientRect(); return `${e.outerHTML.slice(0, 120)}: ${box.width}×${box.height}` })";

/// Presses Tab from the top to the end: each stop has a visible focus, none is left out, and none traps the focus.
#[track_caller]
fn assert_tab_order(page: &Page, label: &str) {
    page.eval("document.activeElement.blur(); scrollTo(0, 0); document.body.tabIndex = -1; document.body.focus()");
    let expected = page.eval(&format!("{TAB_STOPS}.length")).as_u64().unwrap_or_default() as usize;
    assert_eq!(page.eval(&SMALL_TARGETS.replace("STOPS", TAB_STOPS)), serde_json::json!([]), "{label}: small targets");
    page.eval("window.stops = []");
    let mut visited = Vec::new();
    for _ in 0..MAX_STOPS {
        page.key("Tab");
        page.draw();
        let stop = page.eval(FOCUS_STATE);
        // After the last stop the focus leaves the page, or starts again where there is nothing to leave to.
        let is_visited = "(e => stops.includes(e) || !stops.push(e))(document.activeElement)";
        if stop["name"] == "nothing" || page.eval(is_visited) == true {
            break;
        }
        assert_eq!(stop["wrong"], "", "{label}: {}", stop["name"]);
        visited.push(stop["name"].as_str().unwrap_or_default().to_owned());
    }
    assert_eq!(visited.len(), expected, "{label}: {visited:#?}");
    page.eval("stops.at(-1).focus()");
    page.key("Shift+Tab");
    assert_eq!(page.eval("document.activeElement === stops.at(-2)"), true, "{label}: the way back is another");
}

#[test]
fn tab_visits_every_visible_control_of_every_step_and_leaves() {
    let host = host();
    let page = Setup::default().desktop(1000, 700).page();
    page.open(&host.url(""));
    wait_for_islands(&page);
    for step in steps() {
        page.open(&host.url(&format!("#{step}")));
        wait_for_step(&page, step);
        page.eval(&format!("document.querySelectorAll('#{step} summary').forEach(e => e.click())"));
        page.wait_until(
            &format!(
                "[...document.querySelectorAll('#{step} [data-island=message]')].every(e => e.querySelector('button'))"
            ),
            "the message's form",
        );
        assert_tab_order(&page, step);
    }
}

#[test]
fn tab_visits_every_visible_control_of_every_page_and_leaves() {
    let host = host();
    for (width, height) in [(1280, 700), (360, 640)] {
        let page = Setup::default().desktop(width, height).page();
        for site in SitePage::ALL {
            let address = if site == SitePage::NotFound { "no/such/page" } else { site.address() };
            page.open(&host.url(address));
            match site {
                SitePage::Guide => wait_for_islands(&page),
                SitePage::Embed => page.wait_until("!document.querySelector('.choose').hidden", "the choices"),
                _ => {}
            }
            assert_tab_order(&page, &format!("/{address}, {width} px"));
        }
    }
}
