//! A frame that is told nothing follows the host's `color-scheme`: browsers pass it on as what the person prefers.

use serde_json::{Value, json};

use crate::guide::{host, is_shown};
use crate::support::{Chromium, Embedder, Firefox, Page, School, Setup};

/// The host's scheme, and whether the guide is dark on a light system and on a dark one.
const CASES: [(&str, [bool; 2]); 4] = [
    ("dark", [true, true]),
    ("light", [false, false]),
    ("light dark", [false, true]),
    // A host that names none says nothing: the system counts.
    ("normal", [false, true]),
];

#[track_caller]
fn follows(browser: &dyn Embedder, system_is_dark: bool) {
    let guide = host();
    for (scheme, dark) in CASES {
        let school = School::with(&format!(
            "<style>:root {{ color-scheme: {scheme} }}</style><iframe title=guide src='{}' width=340 height=560></iframe>",
            guide.url("")
        ));
        browser.open(&school.host.url(""));
        browser.wait_in_frame(&is_shown("start"), "the start");
        let paper = if dark[usize::from(system_is_dark)] { "rgb(15, 22, 30)" } else { "rgb(255, 255, 255)" };
        // A browser may pass the host's scheme on a moment after the frame has come.
        browser.wait_in_frame(
            &format!("getComputedStyle(document.documentElement).backgroundColor === {}", json!(paper)),
            &format!("{paper} on a host with {scheme}, dark system: {system_is_dark},"),
        );
    }
    assert_eq!(browser.complaints(), [""; 0]);
}

/// A page of Chromium's that prefers nothing by itself, so that its browser's own preference counts.
fn unset(page: &Page) {
    page.call("Emulation.setEmulatedMedia", json!({ "media": "", "features": [] }));
}

#[test]
fn in_chromium_on_a_light_system() {
    let page = Page::new();
    unset(&page);
    follows(&page, false);
}

#[test]
fn in_chromium_on_a_dark_system() {
    let profile = tempfile::TempDir::new().expect("a temporary folder");
    std::fs::create_dir(profile.path().join("Default")).expect("the profile takes a folder");
    let dark: Value = json!({ "browser": { "theme": { "color_scheme": 2 } } });
    std::fs::write(profile.path().join("Default/Preferences"), dark.to_string()).expect("the profile takes a file");
    let chromium = Chromium::with_profile(profile.path()).unwrap_or_else(|why| panic!("{why}"));
    let page = Page::of(&chromium, &Setup::default());
    unset(&page);
    follows(&page, true);
}

#[test]
fn in_firefox_on_a_light_system() {
    follows(&Firefox::of_scheme(false), false);
}

#[test]
fn in_firefox_on_a_dark_system() {
    follows(&Firefox::of_scheme(true), true);
}
