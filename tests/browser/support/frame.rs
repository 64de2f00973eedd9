//! A frame of a page, evaluated and tapped like a page although its origin may be another one.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::input::tap_position_script;
use super::page::{DEADLINE, Page, SHOWN_ELEMENTS};

/// One frame, whatever document it shows.
pub struct Frame<'p> {
    page: &'p Page,
    id: String,
    /// Its index among the page's `<iframe>` elements, in document order.
    number: usize,
}

impl Page {
    /// Waits for the page's frame with this index and returns it.
    #[track_caller]
    pub fn frame(&self, number: usize) -> Frame<'_> {
        self.wait_until(&format!("document.querySelectorAll('iframe').length > {number}"), "a frame");
        let element = format!("document.querySelectorAll('iframe')[{number}]");
        let object = self.call("Runtime.evaluate", json!({ "expression": element }))["result"]["objectId"].clone();
        let node = self.call("DOM.describeNode", json!({ "objectId": object }));
        let id = node["node"]["frameId"].as_str().expect("a frame has an id").to_owned();
        Frame { page: self, id, number }
    }
}

impl Frame<'_> {
    /// The value of an expression. The document's own variables are not visible, and its scripts may be blocked.
    #[track_caller]
    pub fn eval(&self, js: &str) -> Value {
        self.try_eval(js).unwrap_or_else(|why| panic!("{why}\n  in: {js}"))
    }

    pub(super) fn try_eval(&self, js: &str) -> Result<Value, String> {
        let world = self.page.connection.call("Page.createIsolatedWorld", json!({ "frameId": self.id }))?;
        let mut answer = self.page.connection.call(
            "Runtime.evaluate",
            json!({ "expression": js, "returnByValue": true, "contextId": world["executionContextId"] }),
        )?;
        match answer.get("exceptionDetails") {
            Some(details) => Err(details["exception"]["description"].as_str().unwrap_or("an exception").to_owned()),
            None => Ok(answer["result"]["value"].take()),
        }
    }

    /// Waits until an expression is true in the frame. `what` completes the sentence "… did not come".
    #[track_caller]
    pub fn wait_until(&self, js: &str, what: &str) {
        let deadline = Instant::now() + DEADLINE;
        loop {
            let found = self.try_eval(&format!("!!({js})"));
            if found == Ok(json!(true)) {
                return;
            }
            if Instant::now() > deadline {
                let shown = self.try_eval("location.href + '\\n' + document.body.innerText.slice(0, 400)");
                panic!("{what} did not come into the frame ({found:?})\n  waiting for: {js}\n  in it: {shown:#?}");
            }
            self.page.pump_events(Duration::from_millis(20));
        }
    }

    /// The rendered text of the first visible match.
    #[track_caller]
    pub fn text(&self, sel: &str) -> String {
        let text = self.eval(&format!("{SHOWN_ELEMENTS}({})[0]?.innerText.trim()", json!(sel)));
        text.as_str().unwrap_or_else(|| panic!("nothing shown in the frame matches {sel}")).to_owned()
    }

    /// Whether a match is visible.
    #[track_caller]
    pub fn visible(&self, sel: &str) -> bool {
        self.eval(&format!("{SHOWN_ELEMENTS}({}).length > 0", json!(sel))) == true
    }

    /// Taps the centre of the first visible match once its position is stable: the page may still be changing the frame's
    /// height.
    #[track_caller]
    pub fn tap(&self, sel: &str) {
        let deadline = Instant::now() + DEADLINE;
        let mut before = None;
        loop {
            let position = self.tap_position(sel);
            if before == Some(position) {
                return self.page.tap_point(position.0, position.1);
            }
            assert!(Instant::now() < deadline, "{sel} in the frame never stands still");
            before = Some(position);
            self.page.draw();
        }
    }

    /// The position of the element in the page's viewport.
    #[track_caller]
    fn tap_position(&self, sel: &str) -> (f64, f64) {
        let inner = self.eval(&tap_position_script(sel));
        // Scrolling in the frame may have scrolled the page around it.
        let number = self.number;
        let outer = self.page.eval(&format!(
            "(({{ x, y }}) => ({{ x, y }}))(document.querySelectorAll('iframe')[{number}].getBoundingClientRect())"
        ));
        let at = |axis: &str| Some(inner[axis].as_f64()? + outer[axis].as_f64()?);
        let (Some(x), Some(y)) = (at("x"), at("y")) else { panic!("{sel} cannot be tapped: {}", inner["trouble"]) };
        (x, y)
    }
}
