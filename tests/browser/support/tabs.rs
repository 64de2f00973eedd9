//! Pages that share what they store: tabs of one browser, and a browser that is started again.

use super::chromium::Chromium;
use super::connection::Wire;
use super::page::Page;
use super::setup::Setup;

impl Page {
    /// Another tab beside this one, with the same storage and settings of its own.
    #[track_caller]
    pub fn tab(&self, setup: &Setup) -> Page {
        let wire = Wire::connect(&self.endpoint).unwrap_or_else(|why| panic!("{why}"));
        Page::within(wire, &self.endpoint, self.context.clone(), setup)
    }

    /// A page of a browser's own profile: what it stores is still there when the browser is started again.
    #[track_caller]
    pub fn of(browser: &Chromium, setup: &Setup) -> Page {
        let wire = Wire::connect(&browser.endpoint).unwrap_or_else(|why| panic!("{why}"));
        Page::within(wire, &browser.endpoint, None, setup)
    }
}
