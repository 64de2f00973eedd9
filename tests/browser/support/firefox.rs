//! Headless Firefox over WebDriver BiDi, which it speaks without a driver beside it.

use std::fs;
use std::process::Command;

use serde_json::{Value, json};

use super::cdp::{Event, Wire};
use super::engine::Engine;
use super::input::place;
use super::leash::Leash;
use super::server::{room, start};
use super::tool::tool;

/// A browser with an empty profile, and its one page.
pub struct Firefox {
    wire: Wire,
    context: Value,
    _leash: Leash,
}

/// A tap is a tap however long a busy machine takes from the finger's coming to its going, in milliseconds: after 300 it
/// would be none, and after 500 a long one.
const SLOW_FINGER: &str =
    "user_pref(\"apz.max_tap_time\", 60000);\nuser_pref(\"ui.click_hold_context_menus.delay\", 60000);\n";

impl Firefox {
    /// Starts a browser with these preferences (`("javascript.enabled", false)`); `FIREFOX` names another binary.
    #[track_caller]
    pub fn with(preferences: &[(&str, bool)]) -> Firefox {
        let binary = std::env::var_os("FIREFOX").filter(|name| !name.is_empty());
        let binary = binary.map_or_else(|| tool("firefox-esr", "firefox-esr"), Into::into);
        let profile = room("guide-firefox-");
        let lines = preferences.iter().map(|(name, value)| format!("user_pref(\"{name}\", {value});\n"));
        fs::write(profile.join("user.js"), SLOW_FINGER.to_owned() + &lines.collect::<String>())
            .expect("the profile takes a file");
        let mut command = Command::new(binary);
        command.args(["--headless", "--remote-debugging-port=0", "--profile"]).arg(&profile);
        // Nothing of the person who runs the tests is read or written.
        command.env("HOME", &profile).env("MOZ_CRASHREPORTER_DISABLE", "1");
        let told = profile.join("WebDriverBiDiServer.json");
        let port = || serde_json::from_slice::<Value>(&fs::read(&told).ok()?).ok()?["ws_port"].as_u64();
        let (leash, port) = start(&mut command, &profile, port).unwrap_or_else(|why| panic!("Firefox {why}"));

        let wire = Wire::connect(&format!("ws://127.0.0.1:{port}/session")).unwrap_or_else(|why| panic!("{why}"));
        let mut firefox = Firefox { wire, context: Value::Null, _leash: leash };
        firefox.call("session.new", json!({ "capabilities": {} }));
        let events = ["log.entryAdded", "network.responseCompleted", "network.fetchError"];
        firefox.call("session.subscribe", json!({ "events": events }));
        firefox.context = firefox.call("browsingContext.getTree", json!({}))["contexts"][0]["context"].clone();
        let phone = json!({ "context": firefox.context, "viewport": { "width": 360, "height": 640 } });
        firefox.call("browsingContext.setViewport", phone);
        firefox
    }

    #[track_caller]
    fn call(&self, method: &str, params: Value) -> Value {
        self.wire.call(method, params).unwrap_or_else(|why| panic!("{why}"))
    }

    /// Acts of one device, in their order.
    #[track_caller]
    fn acts(&self, device: Value) {
        self.call("input.performActions", json!({ "context": self.context, "actions": [device] }));
    }
}

impl Engine for Firefox {
    fn open(&self, url: &str) {
        self.call("browsingContext.navigate", json!({ "context": self.context, "url": url, "wait": "complete" }));
    }

    fn eval(&self, js: &str) -> Result<Value, String> {
        // In a sandbox the page's variables are not seen, and what forbids the page's scripts does not forbid this one.
        let asked = json!({
            "expression": format!("JSON.stringify(({js}) ?? null)"),
            "target": { "context": self.context, "sandbox": "tests" },
            "awaitPromise": false,
        });
        let answer = self.wire.call("script.evaluate", asked)?;
        match answer["result"]["value"].as_str() {
            Some(value) => serde_json::from_str(value).map_err(|why| why.to_string()),
            None => Err(answer["exceptionDetails"]["text"].as_str().unwrap_or("no value").to_owned()),
        }
    }

    fn click(&self, sel: &str) {
        let found = self.eval(&place(sel)).unwrap_or_else(|why| panic!("{why}"));
        let (Some(x), Some(y)) = (found["x"].as_f64(), found["y"].as_f64()) else { panic!("{sel}: {found}") };
        let (x, y) = (x.round(), y.round());
        self.acts(json!({ "type": "pointer", "id": "finger", "parameters": { "pointerType": "touch" }, "actions": [
            { "type": "pointerMove", "x": x, "y": y },
            { "type": "pointerDown", "button": 0 },
            { "type": "pointerUp", "button": 0 },
        ] }));
    }

    fn type_text(&self, text: &str) {
        let press = |key: char| ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key.to_string() }));
        let keys: Vec<Value> = text.chars().flat_map(press).collect();
        self.acts(json!({ "type": "key", "id": "keys", "actions": keys }));
    }

    fn back(&self) {
        self.call("browsingContext.traverseHistory", json!({ "context": self.context, "delta": -1 }));
    }

    fn complaints(&self) -> Vec<String> {
        // A round trip: what came before its answer is known after it.
        self.call("browsingContext.getTree", json!({}));
        self.wire.events().iter().filter_map(complaint).collect()
    }
}

/// What an event complains of, if it does.
fn complaint(Event { method, params }: &Event) -> Option<String> {
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
