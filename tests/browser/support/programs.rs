//! The programs that tests start. One that is missing is a failure that says what to install, never a test that passes.

use std::path::PathBuf;

/// Where a program is; `package` is Debian's name for what it comes with.
#[track_caller]
pub fn tool(name: &str, package: &str) -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    // Servers live where the path of an ordinary user does not lead.
    let folders = std::env::split_paths(&path).chain(["/usr/sbin".into(), "/usr/local/sbin".into()]);
    folders.map(|folder| folder.join(name)).find(|file| file.is_file()).unwrap_or_else(|| {
        panic!(
            "The tests need {name}, which is not on the PATH. Install it (Debian, Ubuntu: `apt-get install {package}`)."
        )
    })
}
