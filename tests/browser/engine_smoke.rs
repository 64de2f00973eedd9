//! The same smoke in Chromium, Firefox and WebKitGTK: as it should be, without WebAssembly, and without scripts.

use serde_json::{Value, json};

use crate::guide::{TRAIL, answered, any_status_live, choice, host, is_shown, islands_live, path_by, word};
use crate::support::built_site::site;
use crate::support::engine::Engine;
use crate::support::webkit::RECORD_ERRORS;
use crate::support::{Fault, Firefox, Host, Setup, WebKit};

const STATUS: &str = "[...document.querySelectorAll('[data-island=status]')].find(e => e.checkVisibility())?.innerText";
const TITLE: &str = "document.title";

/// A visit from end to end; `live` with the islands, otherwise of the plain page.
#[track_caller]
fn smoke(engine: &dyn Engine, host: &Host, live: bool) {
    let path = path_by(&["application-cancelled", "no", "not-helped"]);
    let shown = |step: &str| engine.wait_until(&is_shown(step), &format!("the step {step}"));
    engine.open(&host.url(""));
    let at_rest = || {
        if live {
            engine.wait_until(&islands_live(), "every island");
        }
    };
    shown("start");
    at_rest();
    let site = engine.value(TITLE);
    let site = site.as_str().expect("a title");

    for (at, turn) in path.iter().enumerate() {
        engine.click(&choice(turn));
        shown(&turn.to);
        if live {
            told(engine, site, &answered(&path[..=at]));
        }
    }
    let status = engine.value(STATUS);
    let now = [word("status", "open"), word("status", "closed")];
    let says_now = now.iter().any(|word| status.as_str().is_some_and(|text| text.contains(word)));
    assert_eq!(says_now, live, "{status}");
    assert!(live || status.as_str().is_some_and(|text| text.contains("13:00")), "no hours: {status}");
    for (at, turn) in path.iter().enumerate().rev() {
        engine.back();
        shown(&turn.from);
        if live && at > 0 {
            told(engine, site, &answered(&path[..at]));
        }
    }

    if live {
        engine.click("#find");
        engine.type_text("не помню почту");
        engine.wait_until("document.querySelector('.find li a[href=\"#forgot-email\"]')", "an answer");
        // Enter goes to the answers and follows none.
        engine.enter();
        engine.wait_until("document.activeElement === document.querySelector('.find li a')", "the first answer");
        engine.click(".find li a[href='#forgot-email']");
        shown("forgot-email");
    }
    engine.open("about:blank");
    engine.open(&host.url("#forgot-email"));
    shown("forgot-email");
    at_rest();
    let message = "#forgot-email details:has([data-island=message])";
    assert_eq!(engine.value(&format!("document.querySelector('{message} blockquote').checkVisibility()")), false);
    engine.click(&format!("{message} summary"));
    engine.wait_until(&format!("document.querySelector('{message} blockquote').checkVisibility()"), "the message");

    assert_eq!(engine.value(&any_status_live()), live);
    assert_eq!(engine.errors(), [""; 0]);
}

/// The trail and the title of the step that is shown.
#[track_caller]
fn told(engine: &dyn Engine, site: &str, trail: &[String]) {
    engine.wait_until(
        &format!("JSON.stringify({TRAIL}) === {}", json!(json!(trail).to_string())),
        &format!("the trail {trail:?}"),
    );
    let heading: Value =
        engine.value("[...document.querySelectorAll('h1')].find(e => e.checkVisibility()).innerText.trim()");
    let title = format!("{} — {site}", heading.as_str().expect("a heading"));
    engine.wait_until(&format!("{TITLE} === {}", json!(title)), &format!("the title «{title}»"));
}

/// Sees that a plain page is plain for the reason that the test gave it: the program was, or was not, asked for.
#[track_caller]
fn plain(engine: &dyn Engine, host: &Host, script: bool) {
    smoke(engine, host, false);
    assert_eq!(host.requested_paths().iter().any(|path| path.ends_with(".js")), script, "{:?}", host.requested_paths());
}

#[test]
fn chromium_runs_the_guide() {
    smoke(&Setup::default().page(), &host(), true);
}

#[test]
fn chromium_without_webassembly_shows_the_plain_page() {
    plain(&Setup::default().init_script("delete self.WebAssembly").page(), &host(), true);
}

#[test]
fn chromium_without_scripts_shows_the_plain_page() {
    plain(&Setup::default().script_off().page(), &host(), false);
}

#[test]
fn firefox_runs_the_guide() {
    smoke(&Firefox::with_preferences(&[]), &host(), true);
}

#[test]
fn firefox_without_webassembly_shows_the_plain_page() {
    plain(&Firefox::with_preferences(&[("javascript.options.wasm", false)]), &host(), true);
}

#[test]
fn firefox_without_scripts_shows_the_plain_page() {
    plain(&Firefox::with_preferences(&[("javascript.enabled", false)]), &host(), false);
}

/// The host, with the page's script noting what the page is to blame for.
fn heard() -> Host {
    let page = std::fs::read_to_string(site().join("index.html")).expect("the page");
    let script =
        page.split("src=\"assets/").nth(1).and_then(|rest| rest.split('"').next()).expect("a script").to_owned();
    host().fault(&script, Fault::edited(|script| RECORD_ERRORS.to_owned() + &script))
}

#[test]
fn webkit_runs_the_guide() {
    let webkit = WebKit::start(&[], &[]);
    smoke(&webkit, &heard(), true);
    assert_eq!(webkit.eval("Array.isArray(self.__heard)"), Ok(json!(true)), "nobody listened");
}

#[test]
fn webkit_without_webassembly_shows_the_plain_page() {
    // The option's name of today and its older one.
    let off = [("JSC_useWasm", "0"), ("JSC_useWebAssembly", "0")];
    plain(&WebKit::start(&[], &off), &heard(), true);
}

#[test]
fn webkit_without_scripts_shows_the_plain_page() {
    plain(&WebKit::start(&["--enable-javascript=false"], &[]), &host(), false);
}
