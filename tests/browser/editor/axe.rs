//! axe finds no violation on any panel and dialog of the editor, light and dark; nothing scrolls sideways, and no line is endless.

use serde_json::json;

use super::{go_to, host, open_editor, word};
use crate::axe::{Audit, ViewMode};
use crate::support::{Host, Page, Setup};

/// Every panel.
const PANELS: [&str; 23] = [
    "general",
    "steps",
    "step/start",
    "step/forgot-email",
    "step/hotline",
    "contacts",
    "contact/hotline",
    "ladder",
    "institutions",
    "rules",
    "not-covered",
    "fields",
    "notice",
    "phrases",
    "phrases/forgot-email",
    "words",
    "words/status",
    "files",
    "findings",
    "history",
    "map",
    "open",
    "publish",
];

/// Colours are all that differs in the dark.
const CONTRAST: &str = "(async () => {
    const { passes, violations } = await axe.run(document, { runOnly: ['color-contrast'], iframes: false, preload: false });
    if (!passes.length) return ['axe looked at nothing'];
    return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`));
})()";

/// The widest lines of text of the forms, in widths of the root's font. A line of a sheet that is previewed is none of them.
const LONGEST_LINE: &str = "(() => {
    const unit = parseFloat(getComputedStyle(document.documentElement).fontSize);
    const walker = document.createTreeWalker(document.getElementById('editor'), NodeFilter.SHOW_TEXT);
    let longest = { width: 0, text: '' };
    while (walker.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(walker.currentNode);
        for (const line of range.getClientRects()) {
            if (line.width / unit > longest.width) longest = { width: line.width / unit, text: walker.currentNode.data.slice(0, 60) };
        }
    }
    return longest;
})()";

/// What is wide at 4K may have lines of so many widths of the root's font, which are about twice as many characters.
const WIDEST: f64 = 50.0;

/// Waits for a page that the view or the map shows, as far as it is in sight.
#[track_caller]
fn wait_for_frames(page: &Page) {
    page.wait_until(
        "[...document.querySelectorAll('#view .page-frame, #form .page-frame')].filter(e => e.clientWidth).every(e => e.querySelector('iframe:not([inert])'))",
        "the pages in frames",
    );
}

#[track_caller]
fn check(audit: &mut Audit, label: &str) {
    wait_for_frames(&audit.page);
    audit.check(label);
    for (scheme, other) in [("dark", true), ("light", false)] {
        let feature = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        audit.page.call("Emulation.setEmulatedMedia", feature);
        if other {
            let found: Vec<String> = serde_json::from_value(audit.page.eval(CONTRAST)).expect("a list of texts");
            audit.violations.extend(found.into_iter().map(|violation| format!("{label}, dark: {violation}")));
        }
    }
}

/// Checks a dialog, and leaves it.
#[track_caller]
fn check_dialog(audit: &mut Audit, panel: &str, button: &str) {
    go_to(&audit.page, panel);
    audit.page.wait_until(&format!("document.getElementById('{button}')"), button);
    audit.page.eval(&format!("document.getElementById('{button}').click()"));
    audit.page.wait_until("document.querySelector('#dialog[open] h2')", "the dialog");
    check(audit, &format!("the dialog of {button}"));
    audit.page.key("Escape");
    audit.page.wait_until("!document.querySelector('#dialog[open]')", "the end of the dialog");
}

/// Checks every panel and dialog in a window of this width.
#[track_caller]
fn check_everywhere(host: &Host, setup: Setup, width: u32) -> Audit {
    let mut audit = Audit::new(setup, ViewMode::Screen, width);
    open_editor(&audit.page, &host.url("editor/"));
    check(&mut audit, "before anything is chosen");
    for panel in PANELS {
        go_to(&audit.page, panel);
        check(&mut audit, panel);
    }
    for (panel, button) in [
        ("steps", "contents-new-step"),
        ("step/start", "guide-step-0-option-add"),
        ("steps", "guide-step-1-button-delete"),
        ("ladder", "guide-rung-add"),
    ] {
        check_dialog(&mut audit, panel, button);
    }
    // Something that is wrong, and facts of another place that are left to be replaced.
    audit.page.eval("void (location.hash = 'open')");
    super::tap_named(&audit.page, "#form button", word("open", "renew_button"));
    audit.page.wait_until("document.querySelector('#contents a[href=\"#findings\"]')", "what is left to be replaced");
    for panel in ["findings", "publish", "contact/hotline"] {
        go_to(&audit.page, panel);
        check(&mut audit, &format!("{panel}, with facts to be replaced"));
    }
    audit
}

#[test]
fn axe_finds_nothing_in_the_editor_on_a_desktop() {
    let host = host();
    let mut audit = check_everywhere(&host, Setup::default().desktop(1440, 640), 1440);
    let tabs = audit.page.eval("document.querySelectorAll('#view [role=tab]').length").as_u64().expect("a number");
    assert_eq!(tabs, 7);
    for tab in 0..tabs {
        audit.page.tap(&format!("#view-tab-{tab}"));
        check(&mut audit, &format!("tab {tab} of the view"));
    }
    assert!(audit.violations.is_empty(), "{}", audit.violations.join("\n"));

    audit.page.resize(3840, 2160);
    for panel in PANELS {
        go_to(&audit.page, panel);
        audit.page.draw();
        let longest = audit.page.eval(LONGEST_LINE);
        let width = longest["width"].as_f64().expect("a width");
        assert!((5.0..WIDEST).contains(&width), "{panel}: {longest}");
    }
}

#[test]
fn axe_finds_nothing_in_the_editor_on_a_phone() {
    let host = host();
    let mut audit = check_everywhere(&host, Setup::default(), 360);
    let areas: Vec<String> = ["contents", "form", "view"].map(|area| word("areas", area).to_owned()).into();
    for area in areas {
        super::tap_named(&audit.page, "header button", &area);
        audit.page.wait_until("document.querySelector('header [aria-pressed=true]')", "an area");
        check(&mut audit, &area);
    }
    assert!(audit.violations.is_empty(), "{}", audit.violations.join("\n"));

    // The narrowest phones: nothing scrolls sideways.
    audit.page.resize(320, 640);
    for panel in PANELS {
        go_to(&audit.page, panel);
        audit.page.draw();
        assert_eq!(audit.page.eval("document.scrollingElement.scrollWidth"), 320, "{panel}");
    }
}
