//! Programs that tests start. A missing one fails the test with what to install; no test is skipped.

use std::path::PathBuf;

/// The path of a program. `package` is the Debian package that contains it.
#[track_caller]
pub fn find_program(name: &str, package: &str) -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    // Servers are in folders that are not on an ordinary user's `PATH`.
    let folders = std::env::split_paths(&path).chain(["/usr/sbin".into(), "/usr/local/sbin".into()]);
    folders.map(|folder| folder.join(name)).find(|file| file.is_file()).unwrap_or_else(|| {
        panic!(
            "The tests need {name}, which is not on the PATH. Install it (Debian, Ubuntu: `apt-get install {package}`)."
        )
    })
}
