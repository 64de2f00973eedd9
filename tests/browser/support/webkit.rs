//! WebKitGTK, driven by its WebDriver. Its MiniBrowser needs a display, so a virtual one is started.

use std::cell::RefCell;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

use serde_json::{Value, json};

use super::child_guard::ChildGuard;
use super::embedder::Embedder;
use super::engine::Engine;
use super::http::send_request;
use super::page::SHOWN_ELEMENTS;
use super::programs::find_program;
use super::server::{ATTEMPTS, OUTPUT_FILE, free_port, start_and_wait, temp_dir};

/// A browser with an empty profile, and its one page.
pub struct WebKit {
    address: String,
    session: String,
    folder: PathBuf,
    /// The errors of the pages before this one.
    earlier_errors: RefCell<Vec<String>>,
    guard: RefCell<ChildGuard>,
}

impl WebKit {
    /// Starts a browser with these arguments (`--enable-javascript=false`) and environment variables (`("JSC_useWasm",
    /// "0")`).
    #[track_caller]
    pub fn start(arguments: &[&str], variables: &[(&str, &str)]) -> WebKit {
        let driver = find_program("WebKitWebDriver", "webkit2gtk-driver");
        let mut why = String::new();
        for _ in 0..ATTEMPTS {
            let (folder, port) = (temp_dir("guide-webkit-"), free_port());
            let address = format!("127.0.0.1:{port}");
            let mut command = Command::new(&driver);
            command.arg(format!("--port={port}")).env("DISPLAY", display());
            // The home folder of the person who runs the tests is neither read nor written, and no graphics card is used.
            for name in ["HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"] {
                command.env(name, &folder);
            }
            command.envs(variables.iter().copied());
            // On a shared D-Bus a second MiniBrowser would hand its page to the first one and exit.
            command.env("DBUS_SESSION_BUS_ADDRESS", "disabled:").env("NO_AT_BRIDGE", "1");
            command.env("LIBGL_ALWAYS_SOFTWARE", "1").env("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
            let ready =
                || send_request(&address, "GET", "/status", &[], "").is_ok_and(|it| it.status == 200).then_some(());
            let guard = match start_and_wait(&mut command, &folder, ready) {
                Ok((guard, ())) => guard,
                Err(reason) => {
                    why = reason;
                    continue;
                }
            };
            let mut webkit = WebKit {
                address,
                session: String::new(),
                folder,
                earlier_errors: RefCell::default(),
                guard: RefCell::new(guard),
            };
            let arguments: Vec<&str> = ["--automation"].iter().chain(arguments).copied().collect();
            let browser = json!({ "alwaysMatch": { "webkitgtk:browserOptions": { "args": arguments } } });
            let answer = webkit.call("POST", "", json!({ "capabilities": browser }));
            let answer = answer.unwrap_or_else(|why| panic!("WebKitGTK {why}; it said:\n{}", webkit.driver_output()));
            webkit.session = format!("/{}", answer["sessionId"].as_str().expect("a session has an id"));
            return webkit;
        }
        panic!("WebKitWebDriver did not start in {ATTEMPTS} tries; the last one {why}")
    }

    fn call(&self, method: &str, path: &str, body: Value) -> Result<Value, String> {
        let body = if method == "POST" { body.to_string() } else { String::new() };
        let path = format!("/session{}{path}", self.session);
        let response = send_request(&self.address, method, &path, &[("Content-Type", "application/json")], &body);
        let response = response.map_err(|why| why.to_string())?;
        let mut answer: Value = serde_json::from_slice(&response.body).map_err(|why| format!("{path}: {why}"))?;
        match answer["value"]["error"].as_str() {
            Some(error) => Err(format!("{path}: {error}: {}", answer["value"]["message"])),
            None => Ok(answer["value"].take()),
        }
    }

    #[track_caller]
    fn post(&self, path: &str, body: Value) -> Value {
        self.call("POST", path, body).unwrap_or_else(|why| panic!("{why}"))
    }

    /// The errors recorded in this page and its frame; none where no recorder was installed.
    fn recorded_errors(&self) -> Vec<String> {
        let recorded = [self.eval(RECORDED_ERRORS), self.eval_in_frame(RECORDED_ERRORS)];
        recorded
            .into_iter()
            .filter_map(|list| serde_json::from_value::<Vec<String>>(list.ok()?).ok())
            .flatten()
            .collect()
    }

    /// Calls `action` in each other window, and comes back to this one.
    #[track_caller]
    fn in_other_windows<R>(&self, action: impl Fn(&Value) -> R) -> Vec<R> {
        let get = |path| self.call("GET", path, Value::Null).unwrap_or_else(|why| panic!("{why}"));
        let own = get("/window");
        let windows = get("/window/handles").as_array().cloned().unwrap_or_default();
        let done = windows.iter().filter(|window| **window != own).map(action).collect();
        self.post("/window", json!({ "handle": own }));
        done
    }

    /// The exit status of the driver, if it has ended, and its output.
    fn driver_output(&self) -> String {
        let ended = self.guard.borrow_mut().ended().unwrap_or("it goes on".into());
        format!("{ended}\n{}", fs::read_to_string(self.folder.join(OUTPUT_FILE)).unwrap_or_default())
    }
}

const RECORDED_ERRORS: &str = "self.__heard || []";

/// Records errors of the page. The driver reports none and a driven browser prints no console, so the test's server has to
/// put this script before the page's own.
pub const RECORD_ERRORS: &str = "self.__heard = [];
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
        self.post("/frame", json!({ "id": (self as &dyn Engine).value("document.querySelector('iframe')") }));
        self.click(sel);
        self.post("/frame", json!({ "id": null }));
    }

    fn other_windows(&self) -> Vec<String> {
        // Their URLs could be read only in them, and not before they have loaded.
        self.in_other_windows(Value::to_string)
    }

    fn close_other_windows(&self) {
        self.in_other_windows(|window| {
            self.post("/window", json!({ "handle": window }));
            self.call("DELETE", "/window", Value::Null).unwrap_or_else(|why| panic!("{why}"))
        });
    }

    fn record_errors(&self) {
        let recorder = format!("(() => {{ {RECORD_ERRORS} }})()");
        self.eval(&recorder).unwrap_or_else(|why| panic!("{why}"));
        self.eval_in_frame(&recorder).unwrap_or_else(|why| panic!("{why}"));
    }
}

impl Drop for WebKit {
    fn drop(&mut self) {
        // Ends the session, so that no helper process is left. The guard does the rest.
        _ = self.call("DELETE", "", Value::Null);
    }
}

impl Engine for WebKit {
    fn open(&self, url: &str) {
        let errors = self.recorded_errors();
        self.earlier_errors.borrow_mut().extend(errors);
        self.post("/url", json!({ "url": url }));
    }

    fn eval(&self, js: &str) -> Result<Value, String> {
        self.call("POST", "/execute/sync", json!({ "script": format!("return ({js})"), "args": [] }))
    }

    fn click(&self, sel: &str) {
        let found = self.eval(&format!("{SHOWN_ELEMENTS}({})[0]", json!(sel))).unwrap_or_else(|why| panic!("{why}"));
        let element = found.as_object().and_then(|it| it.values().next()?.as_str());
        let element = element.unwrap_or_else(|| panic!("nothing shown matches {sel}"));
        let clicked = self.call("POST", &format!("/element/{element}/click"), json!({}));
        clicked.unwrap_or_else(|why| panic!("{sel}: {why}"));
    }

    fn type_text(&self, text: &str) {
        let press = |key: char| ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key.to_string() }));
        let keys: Vec<Value> = text.chars().flat_map(press).collect();
        self.post("/actions", json!({ "actions": [{ "type": "key", "id": "keys", "actions": keys }] }));
    }

    fn back(&self) {
        self.post("/back", json!({}));
    }

    fn errors(&self) -> Vec<String> {
        let mut errors = self.earlier_errors.borrow().clone();
        errors.extend(self.recorded_errors());
        errors
    }
}

/// The virtual display of this test process, started at the first call.
#[track_caller]
fn display() -> &'static str {
    static DISPLAY: OnceLock<(String, ChildGuard)> = OnceLock::new();
    let (display, _) = DISPLAY.get_or_init(|| {
        let folder = temp_dir("guide-display-");
        let mut command = Command::new(find_program("Xvfb", "xvfb"));
        command.args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]);
        let output = folder.join(OUTPUT_FILE);
        // Xvfb takes a free display number and prints it on a line of its own.
        let number = || {
            let text = fs::read_to_string(&output).ok()?;
            text.lines().find(|line| text.ends_with('\n') && line.parse::<u32>().is_ok()).map(|line| format!(":{line}"))
        };
        let (guard, number) = start_and_wait(&mut command, &folder, number).unwrap_or_else(|why| panic!("Xvfb {why}"));
        (number, guard)
    });
    display
}
