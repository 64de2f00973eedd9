//! Headless Firefox, driven by WebDriver BiDi, which needs no separate driver.

use std::fs;
use std::path::Path;
use std::process::Command;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use super::child_guard::ChildGuard;
use super::connection::{Connection, Event};
use super::embedder::Embedder;
use super::engine::Engine;
use super::external_apps::ExternalApps;
use super::input::tap_position_script;
use super::programs::find_program;
use super::server::{start_and_wait, temp_dir};

/// A browser with an empty profile, and its one page.
pub struct Firefox {
    connection: Connection,
    context: Value,
    _guard: ChildGuard,
}

/// Values of Firefox preferences: open a URL with a program; save downloads in a folder of one's own.
const USE_HELPER_APP: u8 = 2;
const CUSTOM_FOLDER: u8 = 2;

/// Preferences that keep a tap a tap on a busy machine. By default a touch of more than 300 ms is no tap, and one of more
/// than 500 ms opens the context menu.
const TAP_PREFERENCES: &str =
    "user_pref(\"apz.max_tap_time\", 60000);\nuser_pref(\"ui.click_hold_context_menus.delay\", 60000);\n";

impl Firefox {
    /// Starts a browser with these preferences (`("javascript.enabled", false)`). The `FIREFOX` variable names another
    /// binary.
    #[track_caller]
    pub fn with_preferences(preferences: &[(&str, bool)]) -> Firefox {
        let preferences: Vec<_> = preferences.iter().map(|(name, value)| (*name, json!(value))).collect();
        Firefox::start(&preferences, &[])
    }

    /// Starts a browser with these external apps: pages may open `tel:` and `mailto:` links, and downloads are saved
    /// without a prompt.
    #[track_caller]
    pub fn with_external_apps(apps: &ExternalApps) -> Firefox {
        let opener = json!({ "action": USE_HELPER_APP, "handlers": [{ "name": "opener", "path": apps.opener() }] });
        let handlers = json!({
            "defaultHandlersVersion": {}, "mimeTypes": {}, "schemes": { "tel": opener, "mailto": opener },
        });
        let preferences = [
            ("network.protocol-handler.external.tel", json!(true)),
            ("browser.download.folderList", json!(CUSTOM_FOLDER)),
            ("browser.download.dir", json!(apps.downloads())),
            ("browser.download.alwaysOpenPanel", json!(false)),
            // Every host resolves to this machine.
            ("network.dns.forceResolve", json!("127.0.0.1")),
        ];
        Firefox::start(&preferences, &[("handlers.json", &handlers.to_string())])
    }

    /// Starts a browser on a system with this preferred colour scheme.
    #[track_caller]
    pub fn with_color_scheme(dark: bool) -> Firefox {
        Firefox::start(&[("ui.systemUsesDarkTheme", json!(u8::from(dark)))], &[])
    }

    /// Starts a browser with these preferences and files in its profile.
    #[track_caller]
    fn start(preferences: &[(&str, Value)], files: &[(&str, &str)]) -> Firefox {
        let binary = std::env::var_os("FIREFOX").filter(|name| !name.is_empty());
        let binary = binary.map_or_else(|| find_program("firefox-esr", "firefox-esr"), Into::into);
        let profile = temp_dir("guide-firefox-");
        let lines = preferences.iter().map(|(name, value)| format!("user_pref(\"{name}\", {value});\n"));
        fs::write(profile.join("user.js"), TAP_PREFERENCES.to_owned() + &lines.collect::<String>())
            .expect("the profile takes a file");
        for (name, text) in files {
            fs::write(profile.join(name), text).expect("the profile takes a file");
        }
        let mut command = Command::new(binary);
        command.args(["--headless", "--remote-debugging-port=0", "--profile"]).arg(&profile);
        // The home folder of the person who runs the tests is neither read nor written.
        command.env("HOME", &profile).env("MOZ_CRASHREPORTER_DISABLE", "1");
        let port_file = profile.join("WebDriverBiDiServer.json");
        let port = || serde_json::from_slice::<Value>(&fs::read(&port_file).ok()?).ok()?["ws_port"].as_u64();
        let (guard, port) = start_and_wait(&mut command, &profile, port).unwrap_or_else(|why| panic!("Firefox {why}"));

        let connection =
            Connection::connect(&format!("ws://127.0.0.1:{port}/session")).unwrap_or_else(|why| panic!("{why}"));
        let mut firefox = Firefox { connection, context: Value::Null, _guard: guard };
        firefox.call("session.new", json!({ "capabilities": {} }));
        let events = ["log.entryAdded", "network.responseCompleted", "network.fetchError"];
        firefox.call("session.subscribe", json!({ "events": events }));
        firefox.context = firefox.call("browsingContext.getTree", json!({}))["contexts"][0]["context"].clone();
        let phone = json!({ "context": firefox.context, "viewport": { "width": 360, "height": 640 } });
        firefox.call("browsingContext.setViewport", phone);
        firefox
    }

    /// Prints the page with its own print stylesheet.
    #[track_caller]
    pub fn pdf(&self, path: &Path) {
        let printed = self.call("browsingContext.print", json!({ "context": self.context, "background": false }));
        let bytes = BASE64_STANDARD.decode(printed["data"].as_str().unwrap_or_default());
        let bytes = bytes.expect("the browser sends base64");
        fs::write(path, bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }

    #[track_caller]
    fn call(&self, method: &str, params: Value) -> Value {
        self.connection.call(method, params).unwrap_or_else(|why| panic!("{why}"))
    }

    /// Performs the actions of one input device, in order.
    #[track_caller]
    fn perform_actions(&self, context: &Value, device: Value) {
        self.call("input.performActions", json!({ "context": context, "actions": [device] }));
    }

    fn eval_in(&self, context: &Value, js: &str) -> Result<Value, String> {
        // In a sandbox the page's variables are not visible, and a policy that forbids the page's scripts does not apply.
        let params = json!({
            "expression": format!("JSON.stringify(({js}) ?? null)"),
            "target": { "context": context, "sandbox": "tests" },
            "awaitPromise": false,
        });
        let answer = self.connection.call("script.evaluate", params)?;
        match answer["result"]["value"].as_str() {
            Some(value) => serde_json::from_str(value).map_err(|why| why.to_string()),
            None => Err(answer["exceptionDetails"]["text"].as_str().unwrap_or("no value").to_owned()),
        }
    }

    #[track_caller]
    fn click_in(&self, context: &Value, sel: &str) {
        let found = self.eval_in(context, &tap_position_script(sel)).unwrap_or_else(|why| panic!("{why}"));
        let (Some(x), Some(y)) = (found["x"].as_f64(), found["y"].as_f64()) else { panic!("{sel}: {found}") };
        let (x, y) = (x.round(), y.round());
        self.perform_actions(
            context,
            json!({ "type": "pointer", "id": "finger", "parameters": { "pointerType": "touch" }, "actions": [
            { "type": "pointerMove", "x": x, "y": y },
            { "type": "pointerDown", "button": 0 },
            { "type": "pointerUp", "button": 0 },
        ] }),
        );
    }

    /// The browsing contexts of all windows, each with its frames.
    #[track_caller]
    fn windows(&self) -> Vec<Value> {
        self.call("browsingContext.getTree", json!({}))["contexts"].as_array().cloned().unwrap_or_default()
    }

    /// The context of the page's first frame.
    fn frame(&self) -> Result<Value, String> {
        let own = self.windows().into_iter().find(|window| window["context"] == self.context);
        // A frame that is about to load is not in the list yet, and an index would panic.
        let frame = own.and_then(|window| window.pointer("/children/0/context").cloned());
        frame.ok_or_else(|| "no frame".to_owned())
    }
}

impl Engine for Firefox {
    fn open(&self, url: &str) {
        self.call("browsingContext.navigate", json!({ "context": self.context, "url": url, "wait": "complete" }));
    }

    fn eval(&self, js: &str) -> Result<Value, String> {
        self.eval_in(&self.context, js)
    }

    fn click(&self, sel: &str) {
        self.click_in(&self.context, sel);
    }

    fn type_text(&self, text: &str) {
        let press = |key: char| ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key.to_string() }));
        let keys: Vec<Value> = text.chars().flat_map(press).collect();
        self.perform_actions(&self.context, json!({ "type": "key", "id": "keys", "actions": keys }));
    }

    fn back(&self) {
        self.call("browsingContext.traverseHistory", json!({ "context": self.context, "delta": -1 }));
    }

    fn errors(&self) -> Vec<String> {
        // A round trip: events sent before its answer have arrived after it.
        self.call("browsingContext.getTree", json!({}));
        let events = self.connection.events();
        events.iter().filter(|event| !was_repeated(event, &events)).filter_map(error_message).collect()
    }
}

impl Embedder for Firefox {
    fn eval_in_frame(&self, js: &str) -> Result<Value, String> {
        self.eval_in(&self.frame()?, js)
    }

    fn click_in_frame(&self, sel: &str) {
        let frame = self.frame().unwrap_or_else(|why| panic!("{why}"));
        self.click_in(&frame, sel);
    }

    fn other_windows(&self) -> Vec<String> {
        let others = self.windows().into_iter().filter(|window| window["context"] != self.context);
        others.map(|window| window["url"].as_str().unwrap_or_default().to_owned()).collect()
    }

    fn close_other_windows(&self) {
        for window in self.windows().into_iter().filter(|window| window["context"] != self.context) {
            self.call("browsingContext.close", json!({ "context": window["context"] }));
        }
    }
}

/// Whether a request failed within Firefox, not on the network, and the same address was loaded after all: on a busy machine it starts
/// a frame's load a second time.
fn was_repeated(failed: &Event, events: &[Event]) -> bool {
    let url = |event: &Event| event.params["request"]["url"].clone();
    failed.method == "network.fetchError"
        && failed.params["errorText"] == "NS_ERROR_FAILURE"
        && events.iter().any(|event| event.method == "network.responseCompleted" && url(event) == url(failed))
}

/// The error that an event reports, if it reports one.
fn error_message(Event { method, params }: &Event) -> Option<String> {
    let url = &params["request"]["url"];
    match method.as_str() {
        "log.entryAdded" if params["level"] == "error" || params["level"] == "warn" => Some(params["text"].to_string()),
        "network.responseCompleted" if params["response"]["status"].as_u64() >= Some(400) => {
            Some(format!("{} of {url}", params["response"]["status"]))
        }
        "network.fetchError" => Some(format!("{} of {url}", params["errorText"])),
        _ => None,
    }
}
