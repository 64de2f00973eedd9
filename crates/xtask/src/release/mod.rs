//! What is handed out: the tool for Linux and for Windows, this guide's site as an archive, the licences of all that is inside, and the sums.
//!
//! The same sources give the same bytes, wherever they lie and whenever they are built: `make reproduce` compares.

mod archive;
mod licences;
mod reproduce;
mod sums;
mod tool;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

pub use reproduce::reproduce;

use crate::workspace;

/// The folder of what is handed out.
pub const FOLDER: &str = "release";
/// The guide whose site is handed out.
const CONTENT: &str = "content/ivanovo.toml";

/// Makes all of it, and puts it in the place of what was there before.
pub fn release(root: &Path) -> Result<(), String> {
    let version = workspace::version(root)?;
    let room = root.join("target/release-files");
    _ = fs::remove_dir_all(&room);
    fs::create_dir_all(&room).map_err(|why| format!("{}: {why}", room.display()))?;

    for target in tool::TARGETS {
        eprintln!("Building {} for {}…", target.file, target.triple);
        let built = tool::build(root, target)?;
        let size = copy(&built, &room.join(target.file))?;
        if size > tool::LARGEST {
            return Err(format!("{} has {size} bytes, more than the {} that it may have", target.file, tool::LARGEST));
        }
    }
    eprintln!("Building the site…");
    let archive = room.join(format!("navigator-guide-site-{version}.zip"));
    let site = Command::new(room.join(tool::TARGETS[0].file))
        .current_dir(root)
        .args(["build", "--content", CONTENT, "--zip"])
        .arg(&archive)
        .stdout(Stdio::null())
        .status();
    if !site.is_ok_and(|status| status.success()) {
        return Err("the site was not built".to_owned());
    }
    let bytes = fs::read(&archive).map_err(|why| format!("{}: {why}", archive.display()))?;
    let bytes = archive::recompressed(&bytes).map_err(|why| format!("{}: {why}", archive.display()))?;
    write(&archive, &bytes)?;
    eprintln!("Collecting licences…");
    write(&room.join("LICENSES.txt"), licences::text(root)?.as_bytes())?;
    write(&room.join(sums::FILE), sums::of(&room)?.as_bytes())?;

    let folder = root.join(FOLDER);
    _ = fs::remove_dir_all(&folder);
    fs::rename(&room, &folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    print!("{}", sums::sizes(&folder)?);
    Ok(())
}

/// Copies a file, with the right to run it, and gives its size.
fn copy(from: &Path, to: &Path) -> Result<u64, String> {
    fs::copy(from, to).map_err(|why| format!("{}: {why}", from.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    fs::write(path, bytes).map_err(|why| format!("{}: {why}", path.display()))
}
