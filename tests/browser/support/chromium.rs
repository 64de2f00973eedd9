//! Finding and starting headless Chromium.

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::json;
use tempfile::TempDir;

use super::child_guard::Leash;
use super::external_apps::System;

const NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// A loaded machine may take long to start a browser with an empty profile.
const START: Duration = Duration::from_secs(60);

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
    // Tests run side by side: a page behind another one must draw and tick like the one in front.
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
    // Nor does a test walk as slowly as a person: after 200 steps in ten seconds the browser would ignore the next.
    "--disable-ipc-flooding-protection",
    // Nothing outside this machine exists, so a request that leaves the site fails at once and is seen.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1",
    // A sandboxed frame stays in its page's process, where one session sees both; its origin is as opaque as ever.
    "--disable-features=IsolateSandboxedIframes",
    "--remote-debugging-port=0",
    "about:blank",
];

/// A running browser.
pub struct Chromium {
    /// The address of its DevTools socket.
    pub endpoint: String,
    /// The folder it keeps everything in.
    pub profile: PathBuf,
    pub leash: Leash,
}

impl Chromium {
    /// The one browser of this test process, started by whoever asks first.
    #[track_caller]
    pub fn shared() -> &'static Chromium {
        static SHARED: OnceLock<Chromium> = OnceLock::new();
        SHARED.get_or_init(|| Chromium::start().unwrap_or_else(|why| panic!("{why}")))
    }

    /// Starts the installed browser with an empty profile, which goes with it.
    pub fn start() -> Result<Chromium, String> {
        let folder = own_folder()?;
        Chromium::launch(&installed()?, &folder, &folder, &[])
    }

    /// Starts the installed browser for a person who lets every page call and write, and saves files without being asked.
    pub fn on(system: &System) -> Result<Chromium, String> {
        let folder = own_folder()?;
        let preferences = json!({
            // What an administrator allows needs no consent; a page without an origin could be given none by its origin.
            "policy": { "url_allowlist": ["tel:*", "mailto:*"] },
            "download": { "default_directory": system.downloads(), "prompt_for_download": false },
        });
        let profile = folder.join("Default");
        fs::create_dir(&profile)
            .and_then(|()| fs::write(profile.join("Preferences"), preferences.to_string()))
            .map_err(|error| format!("{}: {error}", profile.display()))?;
        let path = std::env::var_os("PATH").unwrap_or_default();
        let path = std::env::join_paths([system.programs()].into_iter().chain(std::env::split_paths(&path)));
        let path = path.map_err(|error| format!("no path: {error}"))?;
        Chromium::launch(&installed()?, &folder, &folder, &[("PATH", path)])
    }

    /// Starts the installed browser with a profile that outlives it.
    pub fn with_profile(profile: &Path) -> Result<Chromium, String> {
        Chromium::launch(&installed()?, profile, &own_folder()?, &[])
    }

    /// Starts the Chromium of an earlier year, by its major version; `make chromiums` fetches it below `target/`.
    pub fn earlier(version: u32) -> Result<Chromium, String> {
        let binary = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("target/tools/chromium-{version}"));
        if !binary.is_file() {
            return Err(format!("There is no {}; `make chromiums` fetches it.", binary.display()));
        }
        let folder = own_folder()?;
        Chromium::launch(&binary, &folder, &folder, &[])
    }

    /// Ends the browser as a crash or an empty battery does: it can finish nothing.
    pub fn crash(self) {
        let group = format!("-{}", self.leash.id());
        let killed = Command::new("sh").args(["-c", "kill -s KILL -- \"$1\"", "kill", &group]).status();
        assert!(killed.is_ok_and(|status| status.success()), "the browser {group} was gone before it was killed");
    }

    /// Starts a browser with these variables, whose `folder` goes with it, and waits until it tells where it listens.
    fn launch(
        binary: &Path,
        profile: &Path,
        folder: &Path,
        variables: &[(&str, OsString)],
    ) -> Result<Chromium, String> {
        // A browser that crashed has left its own.
        let told = profile.join("DevToolsActivePort");
        _ = fs::remove_file(&told);
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
        let mut leash = Leash::start(&mut command, folder)
            .map_err(|error| format!("{} does not start: {error}", binary.display()))?;

        // The file holds the port and, on its second line, the path; it may be seen half-written.
        let deadline = Instant::now() + START;
        loop {
            if let Ok(text) = fs::read_to_string(&told)
                && let Some((port, path)) = text.trim_end().split_once('\n')
            {
                let endpoint = format!("ws://127.0.0.1:{port}{path}");
                return Ok(Chromium { endpoint, profile: profile.to_owned(), leash });
            }
            let trouble = match leash.ended() {
                Some(status) => format!("ended at once ({status})"),
                None if Instant::now() > deadline => format!("did not open its DevTools port in {} s", START.as_secs()),
                None => {
                    sleep(Duration::from_millis(20));
                    continue;
                }
            };
            let said = fs::read_to_string(&log).unwrap_or_default();
            return Err(format!("{} {trouble}; it said:\n{said}", binary.display()));
        }
    }
}

/// The binary of the installed browser.
fn installed() -> Result<PathBuf, String> {
    find(std::env::var_os("CHROMIUM"), std::env::var_os("PATH"))
}

/// A temporary folder for what a browser writes.
fn own_folder() -> Result<PathBuf, String> {
    let folder = tempfile::Builder::new().prefix("guide-chromium-").tempdir();
    folder.map(TempDir::keep).map_err(|error| format!("no temporary folder for the browser: {error}"))
}

/// The binary to run: the one the `CHROMIUM` variable names, else the first known name on the path.
pub fn find(named: Option<OsString>, path: Option<OsString>) -> Result<PathBuf, String> {
    if let Some(named) = named.filter(|name| !name.is_empty()) {
        let binary = PathBuf::from(named);
        return if binary.is_file() {
            Ok(binary)
        } else {
            Err(format!("CHROMIUM names {}, which is not a file", binary.display()))
        };
    }
    let path = path.unwrap_or_default();
    NAMES.iter().flat_map(|name| std::env::split_paths(&path).map(move |folder| folder.join(name))).find(|file| file.is_file()).ok_or_else(|| {
        format!(
            "The browser tests need Chromium, and none of {} is on the PATH. Install it (Debian, Ubuntu: `apt-get install chromium`; \
             macOS: `brew install --cask chromium`) or name a binary in the CHROMIUM variable.",
            NAMES.join(", ")
        )
    })
}
