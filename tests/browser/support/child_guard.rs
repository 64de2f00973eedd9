//! A leash: what this process starts ends with it, however it ends.
//!
//! A browser shared by all tests lives in a `static`, and Rust never drops those; a test run may also be killed. So a small shell waits
//! at the other end of a pipe that only this process holds. When the process is gone, the pipe closes, and the shell ends the browser's
//! process group and removes its folder.

use std::io;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// Politely first, and for good after three seconds; the folder goes last, when nobody writes into it any more.
/// `kill -s` is the one form that every `sh` takes together with `--`.
const WATCH: &str = r#"
cat >/dev/null
group() { kill -s "$1" -- "-$2" 2>/dev/null; }
gone() { for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do group 0 "$1" || return; sleep 0.2; done; false; }
group TERM "$1"
gone "$1" || { group KILL "$1"; gone "$1"; }
rm -rf -- "$2"
"#;

/// A child process in a group of its own, with a folder that belongs to it.
pub struct Leash {
    child: Child,
    watcher: Child,
}

impl Leash {
    /// Starts `command`; it and its `folder` go when the leash is dropped or this process ends.
    pub fn start(command: &mut Command, folder: &Path) -> io::Result<Leash> {
        let mut child = command.process_group(0).spawn()?;
        let watcher = Command::new("sh")
            .args(["-c", WATCH, "leash", &child.id().to_string()])
            .arg(folder)
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        match watcher {
            Ok(watcher) => Ok(Leash { child, watcher }),
            Err(error) => {
                let _ = child.kill();
                let _ = child.wait();
                Err(error)
            }
        }
    }

    /// The child's process id, which is its group's too.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// How the child ended, if it has.
    pub fn ended(&mut self) -> Option<String> {
        self.child.try_wait().ok().flatten().map(|status| status.to_string())
    }
}

impl Drop for Leash {
    fn drop(&mut self) {
        drop(self.watcher.stdin.take());
        let _ = self.child.wait();
        let _ = self.watcher.wait();
    }
}
