//! What a smoke asks of a browser, whichever engine it is; so the smoke is written once.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::page::{DEADLINE, Page};

/// One page in some browser.
pub trait Engine {
    /// Opens an address and waits until it is loaded.
    fn open(&self, url: &str);
    /// The value of an expression, whether or not the page itself may run scripts; of the page's own variables it need not know.
    fn eval(&self, js: &str) -> Result<Value, String>;
    /// Clicks the first shown match as a person does.
    fn click(&self, sel: &str);
    /// Types a text into the focused field.
    fn type_text(&self, text: &str);
    /// Presses Enter, which WebDriver calls so.
    fn enter(&self) {
        self.type_text("\u{e007}");
    }
    /// The browser's back button.
    fn back(&self);
    /// Every error that the page is to blame for, as far as this browser tells.
    fn complaints(&self) -> Vec<String>;
}

impl dyn Engine + '_ {
    /// The value of an expression that a page at rest has.
    #[track_caller]
    pub fn value(&self, js: &str) -> Value {
        self.eval(js).unwrap_or_else(|why| panic!("{why}\n  in: {js}"))
    }

    /// Waits until an expression is true; `what` completes the sentence "… did not come".
    #[track_caller]
    pub fn wait_until(&self, js: &str, what: &str) {
        let deadline = Instant::now() + DEADLINE;
        loop {
            let found = self.eval(&format!("!!({js})"));
            if found == Ok(json!(true)) {
                return;
            }
            if Instant::now() > deadline {
                let seen = self.eval("location.href + '\\n' + document.body.innerText.slice(0, 400)");
                let said = self.complaints();
                panic!(
                    "{what} did not come ({found:?})\n  waiting for: {js}\n  there: {seen:#?}\n  complaints: {said:#?}"
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

    fn complaints(&self) -> Vec<String> {
        self.console()
    }
}
