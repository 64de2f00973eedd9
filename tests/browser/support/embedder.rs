//! A trait for pages that contain a frame, so that a test is written once for Chromium, Firefox and WebKitGTK.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::engine::Engine;
use super::page::{DEADLINE, Page};

/// A page whose first `<iframe>` can be evaluated and clicked too, whatever its origin.
pub trait Embedder: Engine {
    /// The value of an expression in the frame.
    fn eval_in_frame(&self, js: &str) -> Result<Value, String>;
    /// Clicks the first visible match in the frame with real input.
    fn click_in_frame(&self, sel: &str);
    /// The other windows and tabs of the browser, by URL or by the browser's own handle.
    fn other_windows(&self) -> Vec<String>;
    /// Closes all of them.
    fn close_other_windows(&self);
    /// Records errors of the page and the frame from now on, where the browser does not report them by itself.
    fn record_errors(&self) {}
}

impl dyn Embedder + '_ {
    /// Waits until an expression is true in the frame. `what` completes the sentence "… did not come".
    #[track_caller]
    pub fn wait_in_frame(&self, js: &str, what: &str) {
        let shown = || self.eval_in_frame("location.href + '\\n' + document.body.innerText.slice(0, 400)");
        self.wait_while(
            || self.eval_in_frame(&format!("!!({js})")) != Ok(json!(true)),
            || format!("{what} did not come into the frame\n  waiting for: {js}\n  in it: {:#?}", shown()),
        );
    }

    /// Waits as long as `waiting` returns true, and fails with the text of `why` at the deadline.
    #[track_caller]
    pub fn wait_while(&self, mut waiting: impl FnMut() -> bool, why: impl Fn() -> String) {
        let deadline = Instant::now() + DEADLINE;
        while waiting() {
            assert!(Instant::now() < deadline, "{}\n  complaints: {:#?}", why(), self.errors());
            std::thread::sleep(Duration::from_millis(30));
        }
    }
}

impl Embedder for Page {
    fn eval_in_frame(&self, js: &str) -> Result<Value, String> {
        self.frame(0).try_eval(js)
    }

    fn click_in_frame(&self, sel: &str) {
        self.frame(0).tap(sel);
    }

    fn other_windows(&self) -> Vec<String> {
        self.other_pages().into_iter().map(|(_, url)| url).collect()
    }

    fn close_other_windows(&self) {
        for (id, _) in self.other_pages() {
            self.call("Target.closeTarget", json!({ "targetId": id }));
        }
    }
}

impl Page {
    /// The other pages of the browser, by target id and URL.
    fn other_pages(&self) -> Vec<(Value, String)> {
        let own = self.call("Target.getTargetInfo", json!({}))["targetInfo"]["targetId"].take();
        let targets = self.call("Target.getTargets", json!({}))["targetInfos"].take();
        let targets = targets.as_array().cloned().unwrap_or_default().into_iter();
        targets
            .filter(|target| target["type"] == "page" && target["targetId"] != own)
            .map(|target| (target["targetId"].clone(), target["url"].as_str().unwrap_or_default().to_owned()))
            .collect()
    }
}
