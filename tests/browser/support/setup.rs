//! What a page is opened with: the phone, its person, its clock.

use serde_json::json;

use super::chromium::Chromium;
use super::page::Page;

/// The settings of a page, fixed before it opens anything. By default a small phone, script on, the real clock.
#[derive(Clone)]
pub struct Setup {
    /// The browser's DevTools socket; the shared one where none is named.
    pub(super) endpoint: Option<String>,
    pub(super) script: bool,
    pub(super) size: (u32, u32),
    pub(super) touch: bool,
    pub(super) zone: Option<String>,
    pub(super) dark: bool,
    pub(super) reduced_motion: bool,
    pub(super) save_data: bool,
    pub(super) worker: bool,
    pub(super) before: Vec<String>,
}

impl Default for Setup {
    fn default() -> Self {
        Setup {
            endpoint: None,
            script: true,
            size: (360, 640),
            touch: true,
            zone: None,
            dark: false,
            reduced_motion: false,
            save_data: false,
            worker: false,
            before: Vec::new(),
        }
    }
}

impl Setup {
    /// Opens the page's own browser context with these settings.
    #[track_caller]
    pub fn page(self) -> Page {
        Page::with(&self)
    }

    /// A page of this browser, rather than of the one that the tests share.
    pub fn browser(mut self, browser: &Chromium) -> Self {
        self.endpoint = Some(browser.endpoint.clone());
        self
    }

    /// Runs none of the page's scripts. What the test evaluates itself still works, but no timer or promise of it is ever called back.
    pub fn script_off(mut self) -> Self {
        self.script = false;
        self
    }

    /// Script on or off, for tests that do both.
    pub fn script(mut self, on: bool) -> Self {
        self.script = on;
        self
    }

    /// Each new document begins at this instant (`2026-11-24T12:59:58+03:00`), and its clock runs on from there.
    pub fn at(self, instant: &str) -> Self {
        let start = format!("Date.parse({})", json!(instant));
        self.before(&include_str!("fake_clock.js").replace("START", &start))
    }

    /// The phone's own time zone, by its IANA name.
    pub fn zone(mut self, name: &str) -> Self {
        self.zone = Some(name.to_owned());
        self
    }

    /// A phone's screen of this size.
    pub fn size(mut self, width: u32, height: u32) -> Self {
        self.size = (width, height);
        self
    }

    /// A desktop window of this size, with a mouse.
    pub fn desktop(mut self, width: u32, height: u32) -> Self {
        self.size = (width, height);
        self.touch = false;
        self
    }

    /// The dark colour scheme.
    pub fn dark(mut self) -> Self {
        self.dark = true;
        self
    }

    /// The person asked for less motion.
    pub fn reduced_motion(mut self) -> Self {
        self.reduced_motion = true;
        self
    }

    /// The person asked to save data.
    pub fn save_data(mut self) -> Self {
        self.save_data = true;
        self
    }

    /// Lets the page have a service worker. By default it has none: what a test asks of a host is not to be answered by one.
    pub fn worker(mut self) -> Self {
        self.worker = true;
        self
    }

    /// Runs a script in every new document, before the document's own.
    pub fn before(mut self, script: &str) -> Self {
        self.before.push(script.to_owned());
        self
    }
}
