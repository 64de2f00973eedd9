//! A frame's colours: the host may choose them; told nothing, a frame follows the host's `color-scheme`, which browsers pass on
//! as what the person prefers.

use serde_json::{Value, json};

use crate::guide::{host, is_shown};
use crate::support::{Chromium, Embedder, EmbeddingSite, Firefox, Page, Setup};

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
        let embedding_site = EmbeddingSite::new(&format!(
            "<style>:root {{ color-scheme: {scheme} }}</style><iframe title=guide src='{}' width=340 height=560></iframe>",
            guide.url("")
        ));
        browser.open(&embedding_site.host.url(""));
        browser.wait_in_frame(&is_shown("start"), "the start");
        let paper = if dark[usize::from(system_is_dark)] { "rgb(15, 22, 30)" } else { "rgb(255, 255, 255)" };
        // A browser may pass the host's scheme on a moment after the frame has come.
        browser.wait_in_frame(
            &format!("getComputedStyle(document.documentElement).backgroundColor === {}", json!(paper)),
            &format!("{paper} on a host with {scheme}, dark system: {system_is_dark},"),
        );
    }
    assert_eq!(browser.errors(), [""; 0]);
}

/// A page of Chromium's that prefers nothing by itself, so that its browser's own preference counts.
fn unset(page: &Page) {
    page.call("Emulation.setEmulatedMedia", json!({ "media": "", "features": [] }));
}

#[test]
fn chromium_follows_the_host_on_a_light_system() {
    let page = Page::new();
    unset(&page);
    follows(&page, false);
}

#[test]
fn chromium_follows_the_host_on_a_dark_system() {
    let profile = tempfile::TempDir::new().expect("a temporary folder");
    std::fs::create_dir(profile.path().join("Default")).expect("the profile takes a folder");
    let dark: Value = json!({ "browser": { "theme": { "color_scheme": 2 } } });
    std::fs::write(profile.path().join("Default/Preferences"), dark.to_string()).expect("the profile takes a file");
    let chromium = Chromium::with_profile(profile.path()).unwrap_or_else(|why| panic!("{why}"));
    let page = Page::in_profile(&chromium, &Setup::default());
    unset(&page);
    follows(&page, true);
}

#[test]
fn firefox_follows_the_host_on_a_light_system() {
    follows(&Firefox::with_color_scheme(false), false);
}

#[test]
fn firefox_follows_the_host_on_a_dark_system() {
    follows(&Firefox::with_color_scheme(true), true);
}

#[test]
fn the_theme_parameter_overrides_the_system() {
    let guide = host();
    let paper = |page: &Page, asked: &str| {
        page.open("about:blank");
        page.open(&guide.url(asked));
        page.wait_until("document.readyState === 'complete'", "the page");
        crate::guide::wait_for_islands(page);
        page.eval("[getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.querySelector('.note.do')).backgroundColor]")
    };
    let (light, dark) = (Page::new(), Setup::default().dark().page());
    let (day, night) = (paper(&light, ""), paper(&dark, ""));
    assert_ne!(day, night);
    assert_eq!(paper(&light, "?theme=dark"), night);
    assert_eq!(paper(&dark, "?theme=light"), day);
    for asked in ["?theme=auto", "?theme=", "?theme=%22%3E"] {
        assert_eq!(paper(&light, asked), day, "{asked}");
        assert_eq!(paper(&dark, asked), night, "{asked}");
    }
}
