//! A guard for child processes: what this process starts ends with it, however it ends.
//!
//! A browser shared by all tests lives in a `static`, which Rust never drops, and a test run may be killed. So a small
//! shell waits at the other end of a pipe that only this process holds. When the process is gone, the pipe closes, and the
//! shell ends the child's process group and removes its folder.

use std::io;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// Sends SIGTERM first and SIGKILL after three seconds. The folder goes last, when no process writes into it any more.
/// `kill -s` is the one form that every `sh` accepts together with `--`.
const WATCHER_SCRIPT: &str = r#"
cat >/dev/null
group() { kill -s "$1" -- "-$2" 2>/dev/null; }
gone() { for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do group 0 "$1" || return; sleep 0.2; done; false; }
group TERM "$1"
gone "$1" || { group KILL "$1"; gone "$1"; }
rm -rf -- "$2"
"#;

/// A child process in a group of its own, with a folder that belongs to it.
pub struct ChildGuard {
    child: Child,
    watcher: Child,
}

impl ChildGuard {
    /// Starts `command`. The process and its `folder` are removed when the guard is dropped or this process ends.
    pub fn start(command: &mut Command, folder: &Path) -> io::Result<ChildGuard> {
        let mut child = command.process_group(0).spawn()?;
        let watcher = Command::new("sh")
            .args(["-c", WATCHER_SCRIPT, "child-guard", &child.id().to_string()])
            .arg(folder)
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        match watcher {
            Ok(watcher) => Ok(ChildGuard { child, watcher }),
            Err(error) => {
                let _ = child.kill();
                let _ = child.wait();
                Err(error)
            }
        }
    }

    /// The child's process id, which is its process group's too.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// The exit status of the child, if it has ended.
    pub fn ended(&mut self) -> Option<String> {
        self.child.try_wait().ok().flatten().map(|status| status.to_string())
    }
}

impl Drop for ChildGuard {
    fn drop(&mut self) {
        drop(self.watcher.stdin.take());
        let _ = self.child.wait();
        let _ = self.watcher.wait();
    }
}
