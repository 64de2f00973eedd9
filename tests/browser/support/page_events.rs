//! What the browser reports by itself: errors, requests, layout shifts. All of it comes from protocol events and nothing is
//! put into the page, so it is the same without scripts and under a strict Content-Security-Policy.

use serde_json::{Value, json};

use super::connection::Event;
use super::page::{DEADLINE, Page};

/// How long after input a layout shift is expected, in seconds: the half second of the Layout Instability specification,
/// and some time for the input itself.
const INPUT_WINDOW: f64 = 0.6;

/// A request of the page and its state so far.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    id: String,
    pub url: String,
    /// `Document`, `Script`, `Fetch`…
    pub kind: String,
    pub status: Option<u64>,
    pub error: Option<String>,
    pub finished: bool,
}

impl Page {
    /// Every error and warning since the page exists: console calls, uncaught exceptions, the browser's own log (CSP, 404,
    /// deprecations) and failed requests. A request that was cancelled by leaving the page is none.
    #[track_caller]
    pub fn console(&self) -> Vec<String> {
        self.receive_pending_events();
        let mut lines: Vec<String> = self.connection.events().iter().filter_map(error_message).collect();
        lines.extend(
            self.requests()
                .into_iter()
                .filter_map(|request| Some(format!("request failed: {}: {}", request.url, request.error?))),
        );
        lines
    }

    /// The parameters of every event of one kind since the page exists, in order.
    #[track_caller]
    pub fn events_of(&self, method: &str) -> Vec<Value> {
        let events = self.connection.events();
        events.iter().filter(|event| event.method == method).map(|event| event.params.clone()).collect()
    }

    /// Every request since the page exists, in order.
    #[track_caller]
    pub fn requests(&self) -> Vec<Request> {
        self.receive_pending_events();
        let mut list: Vec<Request> = Vec::new();
        for Event { method, params } in self.connection.events().iter() {
            let id = text(&params["requestId"]);
            let known = list.iter_mut().rev().find(|request| request.id == id);
            match (method.as_str(), known) {
                ("Network.requestWillBeSent", known) => {
                    if let Some(redirected) = known {
                        redirected.status = params["redirectResponse"]["status"].as_u64();
                        redirected.finished = true;
                    }
                    let url = text(&params["request"]["url"]);
                    list.push(Request {
                        id,
                        url,
                        kind: text(&params["type"]),
                        status: None,
                        error: None,
                        finished: false,
                    });
                }
                ("Network.responseReceived", Some(request)) => request.status = params["response"]["status"].as_u64(),
                ("Network.loadingFinished", Some(request)) => request.finished = true,
                ("Network.loadingFailed", Some(request)) => {
                    request.finished = true;
                    let reason =
                        params["blockedReason"].as_str().map(|reason| format!(" ({reason})")).unwrap_or_default();
                    request.error = (params["canceled"] != true).then(|| text(&params["errorText"]) + &reason);
                }
                _ => {}
            }
        }
        list
    }

    /// Every unexpected layout shift, with the elements that moved.
    ///
    /// The browser's own `hadRecentInput` cannot be used: it is also set for half a second after the emulated viewport size
    /// reaches a new document, which is just when a page that loads would shift. So the test's own input is counted.
    #[track_caller]
    pub fn layout_shifts(&self) -> Vec<String> {
        self.receive_pending_events();
        let action_times = self.action_times.borrow();
        let expected = |time: f64| action_times.iter().any(|input| (0.0..INPUT_WINDOW).contains(&(time - input)));
        let shifts: Vec<Value> = (self.connection.events().iter())
            .filter(|event| event.method == "PerformanceTimeline.timelineEventAdded")
            .filter(|event| !expected(event.params["event"]["time"].as_f64().unwrap_or_default()))
            .map(|event| event.params["event"]["layoutShiftDetails"].clone())
            .collect();
        shifts
            .iter()
            .map(|details| {
                let moved: Vec<String> = details["sources"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .map(|source| self.describe_moved_element(source))
                    .collect();
                format!("{}: {}", details["value"], moved.join("; "))
            })
            .collect()
    }

    /// Waits until no request is open, then until the page has rendered the result.
    #[track_caller]
    pub fn settle(&self) {
        self.wait_until_quiet();
        self.draw();
    }

    /// Waits for the next rendered frame, after which all pending layout shifts are reported.
    #[track_caller]
    pub fn draw(&self) {
        // A screenshot renders a new frame.
        self.call("Page.captureScreenshot", json!({ "format": "jpeg", "quality": 1 }));
    }

    #[track_caller]
    fn wait_until_quiet(&self) {
        let deadline = std::time::Instant::now() + DEADLINE;
        let mut quiet = 0;
        while quiet < 3 {
            let open: Vec<Request> = self
                .requests()
                .into_iter()
                .filter(|request| !request.finished && !request.url.starts_with("data:"))
                .collect();
            quiet = if open.is_empty() { quiet + 1 } else { 0 };
            assert!(std::time::Instant::now() < deadline, "requests that do not end: {open:#?}");
            self.pump_events(std::time::Duration::from_millis(30));
        }
    }

    /// A round trip: events sent before its answer have arrived after it.
    #[track_caller]
    fn receive_pending_events(&self) {
        self.call("Page.getNavigationHistory", json!({}));
    }

    /// Describes a moved element: its tag, the beginning of its text, and its old and new position.
    fn describe_moved_element(&self, source: &Value) -> String {
        const DESCRIBE: &str = "function () {
            const e = this.nodeType === 1 ? this : this.parentElement;
            return e.outerHTML.match(/^<[^>]*>/)[0].slice(0, 120) + ' «' + e.textContent.trim().slice(0, 40) + '»';
        }";
        let object =
            self.connection.call("DOM.resolveNode", json!({ "backendNodeId": source["nodeId"] })).unwrap_or_default();
        let call =
            json!({ "objectId": object["object"]["objectId"], "functionDeclaration": DESCRIBE, "returnByValue": true });
        let described = self.connection.call("Runtime.callFunctionOn", call).unwrap_or_default();
        let name = described["result"]["value"].as_str().unwrap_or("something that is gone");
        let rect_text = |rect: &Value| format!("{}×{} at {},{}", rect["width"], rect["height"], rect["x"], rect["y"]);
        format!("{name} from {} to {}", rect_text(&source["previousRect"]), rect_text(&source["currentRect"]))
    }
}

/// The error or warning that an event reports, if it reports one.
fn error_message(Event { method, params }: &Event) -> Option<String> {
    match method.as_str() {
        "Runtime.consoleAPICalled" => {
            let kind = params["type"].as_str().filter(|kind| matches!(*kind, "error" | "warning" | "assert"))?;
            let arguments: Vec<String> = params["args"].as_array()?.iter().map(argument).collect();
            Some(format!("console.{kind}: {}", arguments.join(" ")))
        }
        "Runtime.exceptionThrown" => {
            let details = &params["exceptionDetails"];
            let message = details["exception"]["description"]
                .as_str()
                .map_or_else(|| argument(&details["exception"]), str::to_owned);
            Some(format!("{}: {message}", text(&details["text"])))
        }
        "Log.entryAdded" => {
            let entry = &params["entry"];
            let level = entry["level"].as_str().filter(|level| matches!(*level, "error" | "warning"))?;
            Some(
                format!("{level} ({}): {} {}", text(&entry["source"]), text(&entry["text"]), text(&entry["url"]))
                    .trim_end()
                    .to_owned(),
            )
        }
        _ => None,
    }
}

/// A console argument as the console would print it.
fn argument(value: &Value) -> String {
    value["value"].as_str().or(value["description"].as_str()).map_or_else(|| value["value"].to_string(), str::to_owned)
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
