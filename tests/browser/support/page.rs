//! One page in a browser context of its own: opening, evaluating, waiting, history.

use std::cell::RefCell;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::chromium::Chromium;
use super::connection::Connection;
use super::setup::Setup;

/// How long to wait for something that a page is about to do. Generous, as the machine may be shared.
pub const DEADLINE: Duration = Duration::from_secs(60);

/// A function that returns the visible elements of a selector; one without a box or with `visibility: hidden` is not
/// visible. Engines before 2022 have no `checkVisibility`, nor the kinds of hidden content that only it detects.
pub const SHOWN_ELEMENTS: &str = "(sel => [...document.querySelectorAll(sel)].filter(e => e.getClientRects().length > 0
    && (e.checkVisibility ? e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) : getComputedStyle(e).visibility === 'visible')))";

/// A page. Its context, with all that it stored, is removed when it is dropped.
pub struct Page {
    pub(super) connection: Connection,
    /// The DevTools URL of its browser.
    pub(super) endpoint: String,
    /// The browser context that holds all that it stores. `None` is the default context of the profile.
    pub(super) context: Option<String>,
    pub(super) touch: bool,
    /// The times of input, in seconds since 1970.
    pub(super) action_times: RefCell<Vec<f64>>,
}

impl Page {
    /// A page with the default setup.
    #[track_caller]
    pub fn new() -> Page {
        Page::with(&Setup::default())
    }

    #[track_caller]
    pub(super) fn with(setup: &Setup) -> Page {
        let endpoint = setup.endpoint.as_ref().unwrap_or_else(|| &Chromium::shared().endpoint);
        let connection = Connection::connect(endpoint).unwrap_or_else(|why| panic!("{why}"));
        let context = connection.call("Target.createBrowserContext", json!({ "disposeOnDetach": true }));
        let context = context.unwrap_or_else(|why| panic!("{why}"))["browserContextId"].take();
        Page::in_context(connection, endpoint, Some(context.as_str().expect("a context has an id").to_owned()), setup)
    }

    /// A page in a context of the browser at the other end of `connection`.
    #[track_caller]
    pub(super) fn in_context(connection: Connection, endpoint: &str, context: Option<String>, setup: &Setup) -> Page {
        let page = Page {
            connection,
            endpoint: endpoint.to_owned(),
            context,
            touch: setup.touch,
            action_times: RefCell::default(),
        };
        let mut params = json!({ "url": "about:blank" });
        if let Some(context) = &page.context {
            params["browserContextId"] = json!(context);
        }
        let target = page.call("Target.createTarget", params);
        let session = page.call("Target.attachToTarget", json!({ "targetId": target["targetId"], "flatten": true }));
        page.connection.attach(session["sessionId"].as_str().expect("a session has an id").to_owned());

        for domain in ["Page", "Runtime", "Log", "Network"] {
            page.call(&format!("{domain}.enable"), json!({}));
        }
        let shifts = page.connection.call("PerformanceTimeline.enable", json!({ "eventTypes": ["layout-shift"] }));
        // Older browsers do not report layout shifts.
        assert!(shifts.is_ok() || setup.endpoint.is_some(), "{shifts:?}");
        // Pages run side by side, and each has the focus of an emulated window.
        page.call("Emulation.setFocusEmulationEnabled", json!({ "enabled": true }));
        page.resize(setup.size.0, setup.size.1);
        page.call("Emulation.setTouchEmulationEnabled", json!({ "enabled": setup.touch }));
        let scheme = if setup.dark { "dark" } else { "light" };
        let motion = if setup.reduced_motion { "reduce" } else { "no-preference" };
        page.call(
            "Emulation.setEmulatedMedia",
            json!({ "media": "", "features": [{ "name": "prefers-color-scheme", "value": scheme }, { "name": "prefers-reduced-motion", "value": motion }] }),
        );
        if let Some(zone) = &setup.zone {
            page.call("Emulation.setTimezoneOverride", json!({ "timezoneId": zone }));
        }
        if setup.save_data {
            page.call("Emulation.setDataSaverOverride", json!({ "dataSaverEnabled": true }));
            page.call("Network.setExtraHTTPHeaders", json!({ "headers": { "Save-Data": "on" } }));
        }
        if !setup.service_worker {
            let none = "Object.defineProperty(navigator, 'serviceWorker', { value: undefined })";
            page.call("Page.addScriptToEvaluateOnNewDocument", json!({ "source": none }));
        }
        for source in &setup.init_scripts {
            page.call("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source }));
        }
        page.call("Emulation.setScriptExecutionDisabled", json!({ "value": !setup.script }));
        page
    }

    /// Changes the size of the viewport, as turning the phone or resizing the window does.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        let scale = if self.touch { 2 } else { 1 };
        self.call(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": self.touch }),
        );
    }

    /// Sends one command of the protocol, for everything that has no method here.
    #[track_caller]
    pub fn call(&self, method: &str, params: Value) -> Value {
        self.connection.call(method, params).unwrap_or_else(|why| panic!("{why}"))
    }

    /// Opens a URL and waits for its `load` event. A change of the fragment alone has none and returns at once.
    #[track_caller]
    pub fn open(&self, url: &str) {
        let before = self.connection.events().len();
        if self.start_loading(url) {
            self.await_event("Page.loadEventFired", before, url);
        }
    }

    /// Opens a URL and returns as soon as the new document exists, while it still loads. Returns whether there is a new
    /// document.
    #[track_caller]
    pub fn start_loading(&self, url: &str) -> bool {
        let answer = self.call("Page.navigate", json!({ "url": url }));
        assert!(answer["errorText"].is_null(), "{url} does not open: {}", answer["errorText"]);
        answer["loaderId"].is_string()
    }

    /// Reloads and waits for the `load` event.
    #[track_caller]
    pub fn reload(&self) {
        let before = self.connection.events().len();
        self.call("Page.reload", json!({}));
        self.await_event("Page.loadEventFired", before, "the reloaded page");
    }

    /// The browser's back button.
    #[track_caller]
    pub fn back(&self) {
        self.go_in_history(-1);
    }

    /// The browser's forward button.
    #[track_caller]
    pub fn forward(&self) {
        self.go_in_history(1);
    }

    /// Goes through the history and waits until the entry is loaded.
    #[track_caller]
    fn go_in_history(&self, by: i64) {
        let history = self.call("Page.getNavigationHistory", json!({}));
        let to = history["currentIndex"].as_i64().unwrap_or_default() + by;
        // The first entry is the empty page that every context starts with.
        let entry = usize::try_from(to)
            .ok()
            .filter(|&index| index > 0)
            .map_or(&Value::Null, |index| &history["entries"][index]);
        assert!(!entry.is_null(), "the history has nothing {by:+} from here, {}", self.url());
        self.record_action();
        self.call("Page.navigateToHistoryEntry", json!({ "entryId": entry["id"] }));
        let deadline = Instant::now() + DEADLINE;
        loop {
            let there = self.call("Page.getNavigationHistory", json!({}))["currentIndex"] == to;
            if there && self.try_eval("document.readyState === 'complete'") == Ok(json!(true)) {
                return;
            }
            assert!(Instant::now() < deadline, "going {by:+} in the history did not arrive at {}", entry["url"]);
            self.pump_events(Duration::from_millis(10));
        }
    }

    /// The URL of the page.
    #[track_caller]
    pub fn url(&self) -> String {
        self.eval("location.href").as_str().unwrap_or_default().to_owned()
    }

    /// The value of an expression; a promise is awaited.
    #[track_caller]
    pub fn eval(&self, js: &str) -> Value {
        self.try_eval(js).unwrap_or_else(|why| panic!("{why}\n  in: {js}"))
    }

    /// Like [`Page::eval`], but an exception, or a page that is just being replaced, is an error and not a failure.
    pub fn try_eval(&self, js: &str) -> Result<Value, String> {
        let mut answer = self
            .connection
            .call("Runtime.evaluate", json!({ "expression": js, "returnByValue": true, "awaitPromise": true }))?;
        match answer.get("exceptionDetails") {
            Some(details) => Err(details["exception"]["description"]
                .as_str()
                .or(details["text"].as_str())
                .unwrap_or("an exception")
                .to_owned()),
            None => Ok(answer["result"]["value"].take()),
        }
    }

    /// The rendered text of the first visible match.
    #[track_caller]
    pub fn text(&self, sel: &str) -> String {
        self.texts(sel).into_iter().next().unwrap_or_else(|| panic!("nothing shown matches {sel} at {}", self.url()))
    }

    /// The rendered text of every visible match.
    #[track_caller]
    pub fn texts(&self, sel: &str) -> Vec<String> {
        let texts = self.eval(&format!("{SHOWN_ELEMENTS}({}).map(e => e.innerText.trim())", json!(sel)));
        serde_json::from_value(texts).expect("innerText is text")
    }

    /// Whether a match is visible.
    #[track_caller]
    pub fn visible(&self, sel: &str) -> bool {
        self.eval(&format!("{SHOWN_ELEMENTS}({}).length > 0", json!(sel))) == true
    }

    /// Waits until an expression is true. `what` completes the sentence "… did not come".
    #[track_caller]
    pub fn wait_until(&self, js: &str, what: &str) {
        self.wait_for(DEADLINE, js, what);
    }

    /// Like [`Page::wait_until`], with a timeout of its own.
    #[track_caller]
    pub fn wait_for(&self, time: Duration, js: &str, what: &str) {
        let deadline = Instant::now() + time;
        loop {
            let found = self.try_eval(&format!("!!({js})"));
            if found == Ok(json!(true)) {
                return;
            }
            if Instant::now() > deadline {
                let error = found.err().map(|why| format!("\n  the last try threw: {why}")).unwrap_or_default();
                let shown = self.try_eval("document.body.innerText.slice(0, 400)").unwrap_or_default();
                let shown = shown.as_str().unwrap_or_default();
                let focus = self.try_eval("document.activeElement?.outerHTML.slice(0, 160)").unwrap_or_default();
                let errors = self.console();
                panic!(
                    "{what} did not come in {time:?}\n  waiting for: {js}{error}\n  at: {}\n  the focus on: {focus}\n  on the page: {shown}\n  console: {errors:#?}",
                    self.url()
                );
            }
            self.pump_events(Duration::from_millis(20));
        }
    }

    /// Waits for a time while reading the browser's events.
    #[track_caller]
    pub fn pump_events(&self, time: Duration) {
        self.connection.pump_events(time).unwrap_or_else(|why| panic!("{why}"));
    }

    /// Advances the page's fake clock. Timers that are due in between fire in order.
    #[track_caller]
    pub fn advance(&self, time: Duration) {
        self.eval(&format!("__testClock.advance({})", time.as_millis()));
    }

    /// Advances the page's fake clock to an instant, given as for [`Setup::clock_at`].
    #[track_caller]
    pub fn advance_to(&self, instant: &str) {
        self.eval(&format!("__testClock.advance(Date.parse({}) - Date.now())", json!(instant)));
    }

    /// Simulates a sleeping phone: the tab is hidden, the clock jumps while timers stand still, and the tab is shown again.
    #[track_caller]
    pub fn sleep(&self, time: Duration) {
        self.eval(&format!("__testClock.sleep({})", time.as_millis()));
    }

    /// Sets the phone's clock forward or back: no timer moves, and no event is fired.
    #[track_caller]
    pub fn jump(&self, seconds: i64) {
        self.eval(&format!("__testClock.jump({})", seconds * 1000));
    }

    #[track_caller]
    fn await_event(&self, method: &str, after: usize, whose: &str) {
        let deadline = Instant::now() + DEADLINE;
        while !self.connection.events().iter().skip(after).any(|event| event.method == method) {
            assert!(
                Instant::now() < deadline,
                "{method} of {whose} did not come in {DEADLINE:?}; console: {:#?}",
                self.console()
            );
            self.pump_events(Duration::from_millis(10));
        }
    }
}
