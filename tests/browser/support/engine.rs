//! A trait for pages of any browser engine, so that a test is written once for Chromium, Firefox and WebKitGTK.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::page::{DEADLINE, Page};

/// One page in some browser.
pub trait Engine {
    /// Opens a URL and waits until it is loaded.
    fn open(&self, url: &str);
    /// The value of an expression, whether or not the page itself may run scripts. It may not see the page's own variables.
    fn eval(&self, js: &str) -> Result<Value, String>;
    /// Clicks the first visible match with real input.
    fn click(&self, sel: &str);
    /// Types a text into the focused field.
    fn type_text(&self, text: &str);
    /// Presses Enter, which is this private-use character in WebDriver.
    fn enter(&self) {
        self.type_text("\u{e007}");
    }
    /// The browser's back button.
    fn back(&self);
    /// Every error of the page that this browser reports.
    fn errors(&self) -> Vec<String>;
}

impl dyn Engine + '_ {
    /// The value of an expression on a page that is not being replaced; fails where there is none.
    #[track_caller]
    pub fn value(&self, js: &str) -> Value {
        self.eval(js).unwrap_or_else(|why| panic!("{why}\n  in: {js}"))
    }

    /// Waits until an expression is true. `what` completes the sentence "… did not come".
    #[track_caller]
    pub fn wait_until(&self, js: &str, what: &str) {
        let deadline = Instant::now() + DEADLINE;
        loop {
            let found = self.eval(&format!("!!({js})"));
            if found == Ok(json!(true)) {
                return;
            }
            if Instant::now() > deadline {
                let shown = self.eval("location.href + '\\n' + document.body.innerText.slice(0, 400)");
                let errors = self.errors();
                panic!(
                    "{what} did not come ({found:?})\n  waiting for: {js}\n  there: {shown:#?}\n  complaints: {errors:#?}"
                );
            }
            std::thread::sleep(Duration::from_millis(30));
        }
    }
}

impl Engine for Page {
    fn open(&self, url: &str) {
        self.open(url);
    }

    fn eval(&self, js: &str) -> Result<Value, String> {
        self.try_eval(js)
    }

    fn click(&self, sel: &str) {
        self.tap(sel);
    }

    fn type_text(&self, text: &str) {
        self.type_text(text);
    }

    fn enter(&self) {
        self.key("Enter");
    }

    fn back(&self) {
        self.back();
    }

    fn errors(&self) -> Vec<String> {
        self.console()
    }
}
