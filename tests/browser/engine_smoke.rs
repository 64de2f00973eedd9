//! One smoke test in Chromium, Firefox and WebKitGTK: in full, without WebAssembly, and without scripts.

use serde_json::{Value, json};

use crate::guide::{
    STEP_NAME, TRAIL, answered_steps, choice_selector, host, islands_live, path_by_options, step_is_shown, ui_string,
};
use crate::support::built_site::site;
use crate::support::engine::Engine;
use crate::support::webkit::RECORD_ERRORS;
use crate::support::{Fault, Firefox, Host, Setup, WebKit};

const STATUS: &str = "[...document.querySelectorAll('[data-island=status]')].find(e => e.checkVisibility())?.innerText";
const TITLE: &str = "document.title";

/// A whole visit; with `live` the islands must work, otherwise the page must be plain.
#[track_caller]
fn smoke(engine: &dyn Engine, host: &Host, live: bool) {
    let path = path_by_options(&["application-cancelled", "no", "not-helped"]);
    let shown = |step: &str| engine.wait_until(&step_is_shown(step), &format!("the step {step}"));
    engine.open(&host.url(""));
    let wait_for_islands = || {
        if live {
            engine.wait_until(&islands_live(), "every island");
        }
    };
    shown("start");
    wait_for_islands();
    let site = engine.value(TITLE);
    let site = site.as_str().expect("a title");

    for (at, edge) in path.iter().enumerate() {
        engine.click(&choice_selector(edge));
        shown(&edge.to);
        if live {
            wait_for_trail_and_title(engine, site, &answered_steps(&path[..=at]));
        }
    }
    let status = engine.value(STATUS);
    let states = [ui_string("status", "open"), ui_string("status", "closed")];
    let says_open_or_closed = states.iter().any(|word| status.as_str().is_some_and(|text| text.contains(word)));
    assert_eq!(says_open_or_closed, live, "{status}");
    assert!(live || status.as_str().is_some_and(|text| text.contains("13:00")), "no hours: {status}");
    for (at, edge) in path.iter().enumerate().rev() {
        engine.back();
        shown(&edge.from);
        if live && at > 0 {
            wait_for_trail_and_title(engine, site, &answered_steps(&path[..at]));
        }
    }

    if live {
        engine.click("#find");
        engine.type_text("не помню почту");
        engine.wait_until("document.querySelector('.find li a[href=\"#forgot-email\"]')", "an answer");
        // Enter moves to the results and follows none.
        engine.enter();
        engine.wait_until("document.activeElement === document.querySelector('.find li a')", "the first answer");
        engine.click(".find li a[href='#forgot-email']");
        shown("forgot-email");
    }
    engine.open("about:blank");
    engine.open(&host.url("#forgot-email"));
    shown("forgot-email");
    wait_for_islands();
    let message = "#forgot-email details:has([data-island=message])";
    assert_eq!(engine.value(&format!("document.querySelector('{message} blockquote').checkVisibility()")), false);
    engine.click(&format!("{message} summary"));
    engine.wait_until(&format!("document.querySelector('{message} blockquote').checkVisibility()"), "the message");

    assert_eq!(engine.value("!!document.querySelector('.sign b')"), live);
    assert_eq!(engine.errors(), [""; 0]);
}

/// Waits for the trail and the title of the shown step.
#[track_caller]
fn wait_for_trail_and_title(engine: &dyn Engine, site: &str, trail: &[String]) {
    engine.wait_until(
        &format!("JSON.stringify({TRAIL}) === {}", json!(json!(trail).to_string())),
        &format!("the trail {trail:?}"),
    );
    let shown = "[...document.querySelectorAll('.step')].find(e => e.checkVisibility()).id";
    let name: Value = engine.value(&format!("{STEP_NAME}({shown})"));
    let title = format!("{} — {site}", name.as_str().expect("a name"));
    engine.wait_until(&format!("{TITLE} === {}", json!(title)), &format!("the title «{title}»"));
}

/// Asserts that a page is plain for the intended reason: the script was requested or not.
#[track_caller]
fn smoke_plain(engine: &dyn Engine, host: &Host, script: bool) {
    smoke(engine, host, false);
    assert_eq!(host.requested_paths().iter().any(|path| path.ends_with(".js")), script, "{:?}", host.requested_paths());
}

#[test]
fn chromium_runs_the_guide() {
    smoke(&Setup::default().page(), &host(), true);
}

#[test]
fn chromium_without_webassembly_shows_the_plain_page() {
    smoke_plain(&Setup::default().init_script("delete self.WebAssembly").page(), &host(), true);
}

#[test]
fn chromium_without_scripts_shows_the_plain_page() {
    smoke_plain(&Setup::default().script_off().page(), &host(), false);
}

#[test]
fn firefox_runs_the_guide() {
    smoke(&Firefox::with_preferences(&[]), &host(), true);
}

#[test]
fn firefox_without_webassembly_shows_the_plain_page() {
    smoke_plain(&Firefox::with_preferences(&[("javascript.options.wasm", false)]), &host(), true);
}

#[test]
fn firefox_without_scripts_shows_the_plain_page() {
    smoke_plain(&Firefox::with_preferences(&[("javascript.enabled", false)]), &host(), false);
}

/// The site with an error recorder put before the page's script.
fn host_recording_errors() -> Host {
    let page = std::fs::read_to_string(site().join("index.html")).expect("the page");
    let script =
        page.split("src=\"assets/").nth(1).and_then(|rest| rest.split('"').next()).expect("a script").to_owned();
    host().fault(&script, Fault::edited(|script| RECORD_ERRORS.to_owned() + &script))
}

#[test]
fn webkit_runs_the_guide() {
    let webkit = WebKit::start(&[], &[]);
    smoke(&webkit, &host_recording_errors(), true);
    assert_eq!(webkit.eval("Array.isArray(self.__heard)"), Ok(json!(true)), "nobody listened");
}

#[test]
fn webkit_without_webassembly_shows_the_plain_page() {
    // The option's present name and its older one.
    let disabled_wasm = [("JSC_useWasm", "0"), ("JSC_useWebAssembly", "0")];
    smoke_plain(&WebKit::start(&[], &disabled_wasm), &host_recording_errors(), true);
}

#[test]
fn webkit_without_scripts_shows_the_plain_page() {
    smoke_plain(&WebKit::start(&["--enable-javascript=false"], &[]), &host(), false);
}
