//! The setup of a page: the device, the preferences of its user, the clock.

use serde_json::json;

use super::chromium::Chromium;
use super::page::Page;

/// The setup of a page, fixed before it opens anything. By default a small phone with scripts and the real clock.
#[derive(Clone)]
pub struct Setup {
    /// The DevTools URL of the browser; `None` is the shared one.
    pub(super) endpoint: Option<String>,
    pub(super) script: bool,
    pub(super) size: (u32, u32),
    pub(super) touch: bool,
    pub(super) zone: Option<String>,
    pub(super) dark: bool,
    pub(super) reduced_motion: bool,
    pub(super) save_data: bool,
    pub(super) service_worker: bool,
    pub(super) init_scripts: Vec<String>,
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
            service_worker: false,
            init_scripts: Vec::new(),
        }
    }
}

impl Setup {
    /// Opens a page in a new browser context with this setup.
    #[track_caller]
    pub fn page(self) -> Page {
        Page::with(&self)
    }

    /// Uses this browser instead of the shared one.
    pub fn browser(mut self, browser: &Chromium) -> Self {
        self.endpoint = Some(browser.endpoint.clone());
        self
    }

    /// Disables the page's scripts. What the test evaluates itself still works, but its timers and promises are never
    /// called back.
    pub fn script_off(mut self) -> Self {
        self.script = false;
        self
    }

    /// Enables or disables scripts, for tests that do both.
    pub fn script(mut self, on: bool) -> Self {
        self.script = on;
        self
    }

    /// Starts the clock of each new document at this instant (`2026-11-24T12:59:58+03:00`); it runs on from there.
    pub fn clock_at(self, instant: &str) -> Self {
        let start = format!("Date.parse({})", json!(instant));
        self.init_script(&include_str!("fake_clock.js").replace("START", &start))
    }

    /// The time zone of the device, by its IANA name.
    pub fn zone(mut self, name: &str) -> Self {
        self.zone = Some(name.to_owned());
        self
    }

    /// A phone's viewport of this size.
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

    /// Prefers the dark colour scheme.
    pub fn dark(mut self) -> Self {
        self.dark = true;
        self
    }

    /// Prefers reduced motion.
    pub fn reduced_motion(mut self) -> Self {
        self.reduced_motion = true;
        self
    }

    /// Has data saver on.
    pub fn save_data(mut self) -> Self {
        self.save_data = true;
        self
    }

    /// Enables service workers. By default there is none, so that requests reach the test's server.
    pub fn service_worker(mut self) -> Self {
        self.service_worker = true;
        self
    }

    /// Runs a script in every new document, before the document's own.
    pub fn init_script(mut self, script: &str) -> Self {
        self.init_scripts.push(script.to_owned());
        self
    }
}
