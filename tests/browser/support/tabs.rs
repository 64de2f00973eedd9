//! Pages that share storage: tabs of one browser, and pages of a browser that is started again.

use super::chromium::Chromium;
use super::connection::Connection;
use super::page::Page;
use super::setup::Setup;

impl Page {
    /// Opens another tab with the same storage and a setup of its own.
    #[track_caller]
    pub fn new_tab(&self, setup: &Setup) -> Page {
        let connection = Connection::connect(&self.endpoint).unwrap_or_else(|why| panic!("{why}"));
        Page::in_context(connection, &self.endpoint, self.context.clone(), setup)
    }

    /// A page in the browser's own profile: what it stores is still there when the browser is started again.
    #[track_caller]
    pub fn in_profile(browser: &Chromium, setup: &Setup) -> Page {
        let connection = Connection::connect(&browser.endpoint).unwrap_or_else(|why| panic!("{why}"));
        Page::in_context(connection, &browser.endpoint, None, setup)
    }
}
