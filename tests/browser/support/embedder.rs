//! What a test asks of a page with a frame in it, whichever engine shows it; so it is written once.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::engine::Engine;
use super::page::{DEADLINE, Page};

/// A page whose first `<iframe>` is asked and clicked as well, whatever its origin.
pub trait Embedder: Engine {
    /// The value of an expression in the frame.
    fn eval_in_frame(&self, js: &str) -> Result<Value, String>;
    /// Clicks the first shown match in the frame as a person does.
    fn click_in_frame(&self, sel: &str);
    /// The browser's windows and tabs beside this one, by address or by whatever the browser calls them.
    fn other_windows(&self) -> Vec<String>;
    /// Closes all of them.
    fn close_other_windows(&self);
    /// Notes from now on what page and frame are to blame for, where the browser does not tell it by itself.
    fn listen(&self) {}
}

impl dyn Embedder + '_ {
    /// Waits until an expression is true in the frame; `what` completes the sentence "… did not come".
    #[track_caller]
    pub fn wait_in_frame(&self, js: &str, what: &str) {
        let told = || self.eval_in_frame("location.href + '\\n' + document.body.innerText.slice(0, 400)");
        self.wait_while(
            || self.eval_in_frame(&format!("!!({js})")) != Ok(json!(true)),
            || format!("{what} did not come into the frame\n  waiting for: {js}\n  in it: {:#?}", told()),
        );
    }

    /// Waits as long as something is so; `why` is said when it stays so.
    #[track_caller]
    pub fn wait_while(&self, mut waiting: impl FnMut() -> bool, why: impl Fn() -> String) {
        let deadline = Instant::now() + DEADLINE;
        while waiting() {
            assert!(Instant::now() < deadline, "{}\n  complaints: {:#?}", why(), self.complaints());
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
        self.others().into_iter().map(|(_, url)| url).collect()
    }

    fn close_other_windows(&self) {
        for (id, _) in self.others() {
            self.call("Target.closeTarget", json!({ "targetId": id }));
        }
    }
}

impl Page {
    /// The other pages of the browser, by id and address.
    fn others(&self) -> Vec<(Value, String)> {
        let own = self.call("Target.getTargetInfo", json!({}))["targetInfo"]["targetId"].take();
        let targets = self.call("Target.getTargets", json!({}))["targetInfos"].take();
        let targets = targets.as_array().cloned().unwrap_or_default().into_iter();
        targets
            .filter(|target| target["type"] == "page" && target["targetId"] != own)
            .map(|target| (target["targetId"].clone(), target["url"].as_str().unwrap_or_default().to_owned()))
            .collect()
    }
}
