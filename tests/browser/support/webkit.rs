//! WebKitGTK through its driver, which speaks plain WebDriver; its small browser needs a display, so a virtual one is started.

use std::cell::RefCell;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

use serde_json::{Value, json};

use super::child_guard::Leash;
use super::embedder::Embedder;
use super::engine::Engine;
use super::http::ask;
use super::page::SHOWN;
use super::programs::tool;
use super::server::{SAID, TRIES, free_port, room, start};

/// A browser with nothing stored, and its one page.
pub struct WebKit {
    address: String,
    session: String,
    folder: PathBuf,
    /// What the pages before this one have complained of.
    told: RefCell<Vec<String>>,
    leash: RefCell<Leash>,
}

impl WebKit {
    /// Starts a browser with these arguments (`--enable-javascript=false`) and variables (`("JSC_useWasm", "0")`).
    #[track_caller]
    pub fn with(arguments: &[&str], variables: &[(&str, &str)]) -> WebKit {
        let driver = tool("WebKitWebDriver", "webkit2gtk-driver");
        let mut why = String::new();
        for _ in 0..TRIES {
            let (folder, port) = (room("guide-webkit-"), free_port());
            let address = format!("127.0.0.1:{port}");
            let mut command = Command::new(&driver);
            command.arg(format!("--port={port}")).env("DISPLAY", display());
            // Nothing of the person who runs the tests is read or written, and no graphics card is looked for.
            for name in ["HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"] {
                command.env(name, &folder);
            }
            command.envs(variables.iter().copied());
            // On a common bus the second of two small browsers would hand its page to the first one and leave.
            command.env("DBUS_SESSION_BUS_ADDRESS", "disabled:").env("NO_AT_BRIDGE", "1");
            command.env("LIBGL_ALWAYS_SOFTWARE", "1").env("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
            let ready = || ask(&address, "GET", "/status", &[], "").is_ok_and(|it| it.status == 200).then_some(());
            let leash = match start(&mut command, &folder, ready) {
                Ok((leash, ())) => leash,
                Err(said) => {
                    why = said;
                    continue;
                }
            };
            let mut webkit = WebKit {
                address,
                session: String::new(),
                folder,
                told: RefCell::default(),
                leash: RefCell::new(leash),
            };
            let arguments: Vec<&str> = ["--automation"].iter().chain(arguments).copied().collect();
            let browser = json!({ "alwaysMatch": { "webkitgtk:browserOptions": { "args": arguments } } });
            let told = webkit.call("POST", "", json!({ "capabilities": browser }));
            let told = told.unwrap_or_else(|why| panic!("WebKitGTK {why}; it said:\n{}", webkit.said()));
            webkit.session = format!("/{}", told["sessionId"].as_str().expect("a session has an id"));
            return webkit;
        }
        panic!("WebKitWebDriver did not start in {TRIES} tries; the last one {why}")
    }

    fn call(&self, method: &str, path: &str, body: Value) -> Result<Value, String> {
        let body = if method == "POST" { body.to_string() } else { String::new() };
        let path = format!("/session{}{path}", self.session);
        let answer = ask(&self.address, method, &path, &[("Content-Type", "application/json")], &body);
        let answer = answer.map_err(|why| why.to_string())?;
        let mut told: Value = serde_json::from_slice(&answer.body).map_err(|why| format!("{path}: {why}"))?;
        match told["value"]["error"].as_str() {
            Some(error) => Err(format!("{path}: {error}: {}", told["value"]["message"])),
            None => Ok(told["value"].take()),
        }
    }

    #[track_caller]
    fn act(&self, path: &str, body: Value) -> Value {
        self.call("POST", path, body).unwrap_or_else(|why| panic!("{why}"))
    }

    /// What this page and its frame have complained of; nothing where nobody listens.
    fn hear(&self) -> Vec<String> {
        let heard = [self.eval(HEARD), self.eval_in_frame(HEARD)];
        heard.into_iter().filter_map(|told| serde_json::from_value::<Vec<String>>(told.ok()?).ok()).flatten().collect()
    }

    /// Does something with each other window, and comes back.
    #[track_caller]
    fn on_others<R>(&self, act: impl Fn(&Value) -> R) -> Vec<R> {
        let told = |path| self.call("GET", path, Value::Null).unwrap_or_else(|why| panic!("{why}"));
        let own = told("/window");
        let windows = told("/window/handles").as_array().cloned().unwrap_or_default();
        let done = windows.iter().filter(|window| **window != own).map(act).collect();
        self.act("/window", json!({ "handle": own }));
        done
    }

    /// How the driver has ended, if it has, and what it said.
    fn said(&self) -> String {
        let ended = self.leash.borrow_mut().ended().unwrap_or("it goes on".into());
        format!("{ended}\n{}", fs::read_to_string(self.folder.join(SAID)).unwrap_or_default())
    }
}

const HEARD: &str = "self.__heard || []";

/// Notes what the page is to blame for. The driver tells nothing of it and the browser, when driven, keeps its console to itself,
/// so the test's host has to put this before the page's own scripts.
pub const LISTEN: &str = "self.__heard = [];
addEventListener('error', e => __heard.push(e.message || 'not loaded: ' + (e.target.src || e.target.href)), true);
addEventListener('unhandledrejection', e => __heard.push(String(e.reason)));
addEventListener('securitypolicyviolation', e => __heard.push(e.violatedDirective + ' ' + e.blockedURI));
for (const kind of ['error', 'warn']) {
  const say = console[kind];
  console[kind] = (...said) => (__heard.push(said.join(' ')), say.apply(console, said));
}
";

impl Embedder for WebKit {
    fn eval_in_frame(&self, js: &str) -> Result<Value, String> {
        let frame = self.eval("document.querySelector('iframe')")?;
        self.call("POST", "/frame", json!({ "id": frame }))?;
        let value = self.eval(js);
        self.call("POST", "/frame", json!({ "id": null }))?;
        value
    }

    fn click_in_frame(&self, sel: &str) {
        self.act("/frame", json!({ "id": (self as &dyn Engine).value("document.querySelector('iframe')") }));
        self.click(sel);
        self.act("/frame", json!({ "id": null }));
    }

    fn other_windows(&self) -> Vec<String> {
        // Their addresses could be asked only in them, and not before they have loaded.
        self.on_others(Value::to_string)
    }

    fn close_other_windows(&self) {
        self.on_others(|window| {
            self.act("/window", json!({ "handle": window }));
            self.call("DELETE", "/window", Value::Null).unwrap_or_else(|why| panic!("{why}"))
        });
    }

    fn listen(&self) {
        let listen = format!("(() => {{ {LISTEN} }})()");
        self.eval(&listen).unwrap_or_else(|why| panic!("{why}"));
        self.eval_in_frame(&listen).unwrap_or_else(|why| panic!("{why}"));
    }
}

impl Drop for WebKit {
    fn drop(&mut self) {
        // Politely, so that no helper is left; the leash does the rest.
        _ = self.call("DELETE", "", Value::Null);
    }
}

impl Engine for WebKit {
    fn open(&self, url: &str) {
        let told = self.hear();
        self.told.borrow_mut().extend(told);
        self.act("/url", json!({ "url": url }));
    }

    fn eval(&self, js: &str) -> Result<Value, String> {
        self.call("POST", "/execute/sync", json!({ "script": format!("return ({js})"), "args": [] }))
    }

    fn click(&self, sel: &str) {
        let found = self.eval(&format!("{SHOWN}({})[0]", json!(sel))).unwrap_or_else(|why| panic!("{why}"));
        let element = found.as_object().and_then(|it| it.values().next()?.as_str());
        let element = element.unwrap_or_else(|| panic!("nothing shown matches {sel}"));
        self.act(&format!("/element/{element}/click"), json!({}));
    }

    fn type_text(&self, text: &str) {
        let press = |key: char| ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key.to_string() }));
        let keys: Vec<Value> = text.chars().flat_map(press).collect();
        self.act("/actions", json!({ "actions": [{ "type": "key", "id": "keys", "actions": keys }] }));
    }

    fn back(&self) {
        self.act("/back", json!({}));
    }

    fn complaints(&self) -> Vec<String> {
        let mut told = self.told.borrow().clone();
        told.extend(self.hear());
        told
    }
}

/// The virtual display of this test process, started by whoever asks first.
#[track_caller]
fn display() -> &'static str {
    static DISPLAY: OnceLock<(String, Leash)> = OnceLock::new();
    let (display, _) = DISPLAY.get_or_init(|| {
        let folder = room("guide-display-");
        let mut command = Command::new(tool("Xvfb", "xvfb"));
        command.args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]);
        let said = folder.join(SAID);
        // It takes a free number and tells it, on a line of digits alone.
        let number = || {
            let said = fs::read_to_string(&said).ok()?;
            said.lines().find(|line| said.ends_with('\n') && line.parse::<u32>().is_ok()).map(|line| format!(":{line}"))
        };
        let (leash, number) = start(&mut command, &folder, number).unwrap_or_else(|why| panic!("Xvfb {why}"));
        (number, leash)
    });
    display
}
