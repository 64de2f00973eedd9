//! The keyboard: every answer reached by Tab and given by Enter, with a focus that can be seen.

use crate::guide::{choice, host, path_by, wait_for_islands, wait_for_step};
use crate::support::{Page, Setup};

/// The shown stops of the Tab key, as many as a page may have before this is a trap.
const MOST: usize = 40;

/// Where the focus is, and what is wrong with how it shows; empty where nothing is.
const FOCUS: &str = "(() => {
    const e = document.activeElement;
    if (!e || e === document.body) return { name: 'nothing', wrong: '' };
    const style = getComputedStyle(e), box = e.getClientRects()[0], name = e.tagName + (e.id && '#' + e.id) + ' ' + e.textContent.trim().slice(0, 40);
    if (!box) return { name, wrong: 'not shown' };
    const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    return { name, wrong: !ring ? 'no ring' : !hit ? 'off the screen' : !e.contains(hit) ? 'its middle is covered or cut off' : '' };
})()";

/// Presses Tab until the focus is on a match; every stop on the way must show itself.
#[track_caller]
fn tab_to(page: &Page, sel: &str) {
    let mut stops = Vec::new();
    for _ in 0..MOST {
        page.key("Tab");
        // The browser scrolls to a stop in its own time.
        page.draw();
        let stop = page.eval(FOCUS);
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
        for turn in path_by(&["teen-14", "yes", "not-helped"]) {
            tab_to(&page, &choice(turn));
            page.key("Enter");
            wait_for_step(&page, &turn.to);
        }
        // The step itself has the focus, so Tab goes on from its top.
        page.wait_until("document.activeElement.id === 'hotline'", "focus on the step");
        tab_to(&page, "#hotline a[href^='tel:']");
        assert_eq!(page.console(), [""; 0]);
    }
}

#[test]
fn tab_visits_what_is_shown_and_leaves_again() {
    let host = host();
    for step in ["start", "forgot-email", "hotline"] {
        let page = Setup::default().desktop(1000, 700).page();
        page.open(&host.url(""));
        wait_for_islands(&page);
        page.open(&host.url(&format!("#{step}")));
        wait_for_step(&page, step);
        page.eval("document.activeElement.blur(); scrollTo(0, 0); document.body.tabIndex = -1; document.body.focus()");
        let shown = "[...document.querySelectorAll('a[href], button, input, summary')].filter(e => e.checkVisibility({ visibilityProperty: true }) && e.tabIndex >= 0).length";
        let want = page.eval(shown).as_u64().unwrap() as usize;
        let mut visited = Vec::new();
        for _ in 0..MOST {
            page.key("Tab");
            page.draw();
            let stop = page.eval(FOCUS);
            if stop["name"] == "nothing" {
                break;
            }
            assert_eq!(stop["wrong"], "", "{step}: {}", stop["name"]);
            visited.push(stop["name"].as_str().unwrap_or_default().to_owned());
        }
        assert_eq!(visited.len(), want, "{step}: {visited:#?}");
    }
}
