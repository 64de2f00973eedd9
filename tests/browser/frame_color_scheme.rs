//! Colours in a frame: the host may choose the theme; otherwise the frame follows the host's `color-scheme`, which browsers
//! pass on as the preferred scheme.

use serde_json::{Value, json};

use crate::guide::{host, islands_live, step_is_shown};
use crate::support::{Chromium, Embedder, EmbeddingSite, Firefox, Page, Setup};

/// The host's scheme, and whether the guide is dark on a light system and on a dark one.
const CASES: [(&str, [bool; 2]); 4] = [
    ("dark", [true, true]),
    ("light", [false, false]),
    ("light dark", [false, true]),
    // A host without a scheme says nothing, so the system's counts.
    ("normal", [false, true]),
];

#[track_caller]
fn assert_follows_host(browser: &dyn Embedder, system_is_dark: bool) {
    let guide = host();
    for (scheme, dark) in CASES {
        let embedding_site = EmbeddingSite::new(&format!(
            "<style>:root {{ color-scheme: {scheme} }}</style><iframe title=guide src='{}' width=340 height=560></iframe>",
            guide.url("")
        ));
        browser.open(&embedding_site.host.url(""));
        browser.wait_in_frame(&step_is_shown("start"), "the start");
        // A program that is still on its way when the next host is opened would be reported as aborted.
        browser.wait_in_frame(&islands_live(), "every island");
        let background = if dark[usize::from(system_is_dark)] { "rgb(15, 22, 30)" } else { "rgb(255, 255, 255)" };
        // A browser may pass the host's scheme on some time after the frame has loaded.
        browser.wait_in_frame(
            &format!("getComputedStyle(document.documentElement).backgroundColor === {}", json!(background)),
            &format!("{background} on a host with {scheme}, dark system: {system_is_dark},"),
        );
    }
    assert_eq!(browser.errors(), [""; 0]);
}

/// Removes the emulated preference of a Chromium page, so that its browser's own counts.
fn clear_color_preference(page: &Page) {
    page.call("Emulation.setEmulatedMedia", json!({ "media": "", "features": [] }));
}

#[test]
fn chromium_follows_the_host_on_a_light_system() {
    let page = Page::new();
    clear_color_preference(&page);
    assert_follows_host(&page, false);
}

#[test]
fn chromium_follows_the_host_on_a_dark_system() {
    let profile = tempfile::TempDir::new().expect("a temporary folder");
    std::fs::create_dir(profile.path().join("Default")).expect("the profile takes a folder");
    let dark: Value = json!({ "browser": { "theme": { "color_scheme": 2 } } });
    std::fs::write(profile.path().join("Default/Preferences"), dark.to_string()).expect("the profile takes a file");
    let chromium = Chromium::with_profile(profile.path()).unwrap_or_else(|why| panic!("{why}"));
    let page = Page::in_profile(&chromium, &Setup::default());
    clear_color_preference(&page);
    assert_follows_host(&page, true);
}

#[test]
fn firefox_follows_the_host_on_a_light_system() {
    assert_follows_host(&Firefox::with_color_scheme(false), false);
}

#[test]
fn firefox_follows_the_host_on_a_dark_system() {
    assert_follows_host(&Firefox::with_color_scheme(true), true);
}

#[test]
fn the_theme_parameter_overrides_the_system() {
    let guide = host();
    let background = |page: &Page, query: &str| {
        page.open("about:blank");
        page.open(&guide.url(query));
        page.wait_until("document.readyState === 'complete'", "the page");
        crate::guide::wait_for_islands(page);
        page.eval("[getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.querySelector('.note.do')).backgroundColor]")
    };
    let (light, dark) = (Page::new(), Setup::default().dark().page());
    let (day, night) = (background(&light, ""), background(&dark, ""));
    assert_ne!(day, night);
    assert_eq!(background(&light, "?theme=dark"), night);
    assert_eq!(background(&dark, "?theme=light"), day);
    for query in ["?theme=auto", "?theme=", "?theme=%22%3E"] {
        assert_eq!(background(&light, query), day, "{query}");
        assert_eq!(background(&dark, query), night, "{query}");
    }
}
