//! What the browser noticed by itself: complaints, requests, layout shifts. All of it comes from the protocol's events and nothing is
//! put into the page, so it is the same with script off and under a strict Content-Security-Policy.

use serde_json::{Value, json};

use super::connection::Event;
use super::page::{DEADLINE, Page};

/// How long an act explains what moves after it, in seconds: the half second of the Layout Instability specification, and the act's own way.
const EXPLAINED: f64 = 0.6;

/// A request of the page, with what became of it so far.
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
    /// Every error and warning since the page exists: console calls, uncaught exceptions, what the browser logs itself (CSP, 404,
    /// deprecations) and requests that failed. A request cut off by leaving the page is no complaint.
    #[track_caller]
    pub fn console(&self) -> Vec<String> {
        self.catch_up();
        let mut lines: Vec<String> = self.wire.events().iter().filter_map(complaint).collect();
        lines.extend(
            self.requests()
                .into_iter()
                .filter_map(|request| Some(format!("request failed: {}: {}", request.url, request.error?))),
        );
        lines
    }

    /// Every request since the page exists, in its order.
    #[track_caller]
    pub fn requests(&self) -> Vec<Request> {
        self.catch_up();
        let mut list: Vec<Request> = Vec::new();
        for Event { method, params } in self.wire.events().iter() {
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

    /// Every layout shift that no tap or key explains, with what moved; an empty list is a calm page.
    ///
    /// The browser's own `hadRecentInput` will not do: it is also set for half a second after the emulated screen's size reaches a new
    /// document, which is just when a page that loads would shift. So the test's own acts are counted.
    #[track_caller]
    pub fn shifts(&self) -> Vec<String> {
        self.catch_up();
        let acts = self.acts.borrow();
        let explained = |time: f64| acts.iter().any(|act| (0.0..EXPLAINED).contains(&(time - act)));
        let shifts: Vec<Value> = (self.wire.events().iter())
            .filter(|event| event.method == "PerformanceTimeline.timelineEventAdded")
            .filter(|event| !explained(event.params["event"]["time"].as_f64().unwrap_or_default()))
            .map(|event| event.params["event"]["layoutShiftDetails"].clone())
            .collect();
        shifts
            .iter()
            .map(|details| {
                let moved: Vec<String> =
                    details["sources"].as_array().into_iter().flatten().map(|source| self.moved(source)).collect();
                format!("{}: {}", details["value"], moved.join("; "))
            })
            .collect()
    }

    /// Waits until no request is under way, then until the page has drawn what came of them.
    #[track_caller]
    pub fn settle(&self) {
        self.wait_until_quiet();
        self.draw();
    }

    /// Waits for a new frame: all that was due before is drawn then, and its shifts are counted.
    #[track_caller]
    pub fn draw(&self) {
        // A screenshot is taken of a new frame.
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
            self.listen(std::time::Duration::from_millis(30));
        }
    }

    /// A round trip: what the browser told before it is in the list afterwards.
    #[track_caller]
    fn catch_up(&self) {
        self.call("Page.getNavigationHistory", json!({}));
    }

    /// An element that moved, by its tag and the beginning of its text, and how far.
    fn moved(&self, source: &Value) -> String {
        const NAME: &str = "function () {
            const e = this.nodeType === 1 ? this : this.parentElement;
            return e.outerHTML.match(/^<[^>]*>/)[0].slice(0, 120) + ' «' + e.textContent.trim().slice(0, 40) + '»';
        }";
        let object =
            self.wire.call("DOM.resolveNode", json!({ "backendNodeId": source["nodeId"] })).unwrap_or_default();
        let asked =
            json!({ "objectId": object["object"]["objectId"], "functionDeclaration": NAME, "returnByValue": true });
        let named = self.wire.call("Runtime.callFunctionOn", asked).unwrap_or_default();
        let name = named["result"]["value"].as_str().unwrap_or("something that is gone");
        let place = |rect: &Value| format!("{}×{} at {},{}", rect["width"], rect["height"], rect["x"], rect["y"]);
        format!("{name} from {} to {}", place(&source["previousRect"]), place(&source["currentRect"]))
    }
}

/// What an event complains of, if it does.
fn complaint(Event { method, params }: &Event) -> Option<String> {
    match method.as_str() {
        "Runtime.consoleAPICalled" => {
            let kind = params["type"].as_str().filter(|kind| matches!(*kind, "error" | "warning" | "assert"))?;
            let said: Vec<String> = params["args"].as_array()?.iter().map(argument).collect();
            Some(format!("console.{kind}: {}", said.join(" ")))
        }
        "Runtime.exceptionThrown" => {
            let details = &params["exceptionDetails"];
            let what = details["exception"]["description"]
                .as_str()
                .map_or_else(|| argument(&details["exception"]), str::to_owned);
            Some(format!("{}: {what}", text(&details["text"])))
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

/// A value given to the console, as the console would show it.
fn argument(value: &Value) -> String {
    value["value"].as_str().or(value["description"].as_str()).map_or_else(|| value["value"].to_string(), str::to_owned)
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
