//! Finds and starts headless Chromium.

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::json;
use tempfile::TempDir;

use super::child_guard::ChildGuard;
use super::external_apps::ExternalApps;

const BINARY_NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// How long a browser may take to start with an empty profile on a loaded machine.
const START_TIMEOUT: Duration = Duration::from_secs(60);

const FLAGS: [&str; 17] = [
    "--headless",
    "--no-sandbox", // containers run tests as root
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // Tests run side by side, so a page in the background must render and run timers like the one in front.
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
    // Tests navigate faster than people: after 200 navigations in ten seconds the browser would ignore the next one.
    "--disable-ipc-flooding-protection",
    // No other host can be resolved, so a request that leaves the site fails at once and is reported.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1",
    // A sandboxed frame stays in its page's process, where one session sees both. Its origin is opaque all the same.
    "--disable-features=IsolateSandboxedIframes",
    "--remote-debugging-port=0",
    "about:blank",
];

/// A running browser.
pub struct Chromium {
    /// The address of its DevTools socket.
    pub endpoint: String,
    /// The folder of its profile.
    pub profile: PathBuf,
    pub guard: ChildGuard,
}

impl Chromium {
    /// The browser that all tests of this process share, started at the first call.
    #[track_caller]
    pub fn shared() -> &'static Chromium {
        static SHARED: OnceLock<Chromium> = OnceLock::new();
        SHARED.get_or_init(|| Chromium::start().unwrap_or_else(|why| panic!("{why}")))
    }

    /// Starts the installed browser with an empty profile, which is removed with it.
    pub fn start() -> Result<Chromium, String> {
        let folder = temp_folder()?;
        Chromium::launch(&installed_binary()?, &folder, &folder, &[])
    }

    /// Starts the installed browser with these external apps: pages may open `tel:` and `mailto:` links, and downloads are
    /// saved without a prompt.
    pub fn with_external_apps(apps: &ExternalApps) -> Result<Chromium, String> {
        let folder = temp_folder()?;
        let preferences = json!({
            // An enterprise policy needs no consent. Consent by a person is stored by origin, and a page without an origin
            // has none.
            "policy": { "url_allowlist": ["tel:*", "mailto:*"] },
            "download": { "default_directory": apps.downloads(), "prompt_for_download": false },
        });
        let profile = folder.join("Default");
        fs::create_dir(&profile)
            .and_then(|()| fs::write(profile.join("Preferences"), preferences.to_string()))
            .map_err(|error| format!("{}: {error}", profile.display()))?;
        let path = std::env::var_os("PATH").unwrap_or_default();
        let path = std::env::join_paths([apps.path_folder()].into_iter().chain(std::env::split_paths(&path)));
        let path = path.map_err(|error| format!("no path: {error}"))?;
        Chromium::launch(&installed_binary()?, &folder, &folder, &[("PATH", path)])
    }

    /// Starts the installed browser with a profile that is kept when the browser ends.
    pub fn with_profile(profile: &Path) -> Result<Chromium, String> {
        Chromium::launch(&installed_binary()?, profile, &temp_folder()?, &[])
    }

    /// Starts an older Chromium, by its major version. `make chromiums` downloads it below `target/`.
    pub fn start_version(version: u32) -> Result<Chromium, String> {
        let binary =
            Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(format!("target/tools/chromium-{version}"));
        if !binary.is_file() {
            return Err(format!("There is no {}; `make chromiums` fetches it.", binary.display()));
        }
        let folder = temp_folder()?;
        Chromium::launch(&binary, &folder, &folder, &[])
    }

    /// Kills the browser, as a crash or an empty battery does, so that it can write nothing more.
    pub fn crash(self) {
        let group = format!("-{}", self.guard.id());
        let killed = Command::new("sh").args(["-c", "kill -s KILL -- \"$1\"", "kill", &group]).status();
        assert!(killed.is_ok_and(|status| status.success()), "the browser {group} was gone before it was killed");
    }

    /// Starts a browser with these environment variables and waits until it has written its DevTools port. `folder` is
    /// removed with the browser.
    fn launch(
        binary: &Path,
        profile: &Path,
        folder: &Path,
        variables: &[(&str, OsString)],
    ) -> Result<Chromium, String> {
        // A browser that crashed has left its port file.
        let port_file = profile.join("DevToolsActivePort");
        _ = fs::remove_file(&port_file);
        let log = folder.join("stderr.txt");
        let stderr = File::create(&log).map_err(|error| format!("{}: {error}", log.display()))?;
        let mut command = Command::new(binary);
        command
            .args(FLAGS)
            .envs(variables.iter().map(|(name, value)| (name, value)))
            .arg(format!("--user-data-dir={}", profile.display()))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(stderr);
        let mut guard = ChildGuard::start(&mut command, folder)
            .map_err(|error| format!("{} does not start: {error}", binary.display()))?;

        // The file holds the port and, on its second line, the path. It may be read while it is half-written.
        let deadline = Instant::now() + START_TIMEOUT;
        loop {
            if let Ok(text) = fs::read_to_string(&port_file)
                && let Some((port, path)) = text.trim_end().split_once('\n')
            {
                let endpoint = format!("ws://127.0.0.1:{port}{path}");
                return Ok(Chromium { endpoint, profile: profile.to_owned(), guard });
            }
            let problem = match guard.ended() {
                Some(status) => format!("ended at once ({status})"),
                None if Instant::now() > deadline => {
                    format!("did not open its DevTools port in {} s", START_TIMEOUT.as_secs())
                }
                None => {
                    sleep(Duration::from_millis(20));
                    continue;
                }
            };
            let output = fs::read_to_string(&log).unwrap_or_default();
            return Err(format!("{} {problem}; it said:\n{output}", binary.display()));
        }
    }
}

/// The path of the installed browser.
fn installed_binary() -> Result<PathBuf, String> {
    find_binary(std::env::var_os("CHROMIUM"), std::env::var_os("PATH"))
}

/// A temporary folder for the profile and the log.
fn temp_folder() -> Result<PathBuf, String> {
    let folder = tempfile::Builder::new().prefix("guide-chromium-").tempdir();
    folder.map(TempDir::keep).map_err(|error| format!("no temporary folder for the browser: {error}"))
}

/// The path of the browser to run: the one that the `CHROMIUM` variable names, else the first known name on the `PATH`.
pub fn find_binary(named: Option<OsString>, path: Option<OsString>) -> Result<PathBuf, String> {
    if let Some(named) = named.filter(|name| !name.is_empty()) {
        let binary = PathBuf::from(named);
        return if binary.is_file() {
            Ok(binary)
        } else {
            Err(format!("CHROMIUM names {}, which is not a file", binary.display()))
        };
    }
    let path = path.unwrap_or_default();
    BINARY_NAMES.iter().flat_map(|name| std::env::split_paths(&path).map(move |folder| folder.join(name))).find(|file| file.is_file()).ok_or_else(|| {
        format!(
            "The browser tests need Chromium, and none of {} is on the PATH. Install it (Debian, Ubuntu: `apt-get install chromium`; \
             macOS: `brew install --cask chromium`) or name a binary in the CHROMIUM variable.",
            BINARY_NAMES.join(", ")
        )
    })
}
