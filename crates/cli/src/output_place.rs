//! Where a site must not be built: in the folder of the guide itself, and in the root of a file system.

use std::path::{Component, Path, PathBuf};

use guide_content::message;
use guide_content::message::Message;

use crate::typed::typed;

/// Refuses a folder for a site where that would mix its files with those of the guide, or with a whole disk. The error says what to type
/// instead.
pub fn check(out: &Path, content: &Path) -> Result<(), Message> {
    let real = real(out);
    let folder = Folder::of(content);
    let example = typed(&folder.beside());
    let name = out.display();
    if real.as_deref().is_some_and(is_root) || std::path::absolute(out).is_ok_and(|path| is_root(&path)) {
        return Err(message!(
            "{name} — это весь диск, а сайту нужна своя папка. Назовите её, например: --out {example}",
            "{name} is a whole disk, and the site needs a folder of its own. Name one, for example: --out {example}"
        ));
    }
    if real.is_some_and(|real| folder.real.iter().any(|folder| real.starts_with(folder))) {
        return Err(message!(
            "{name} лежит в папке справочника, и файлы сайта смешались бы с вашими. Назовите другую папку, например: --out {example}",
            "{name} is within the folder of the guide, and the site’s files would mix with yours. Name another folder, for example: --out {example}"
        ));
    }
    Ok(())
}

/// Whether a path is that of a disk or of all disks: `/`, `C:\`, `\\?\C:\`, a share.
fn is_root(path: &Path) -> bool {
    path.parent().is_none()
}

/// The folder of a content file.
struct Folder {
    /// As it was typed; empty where that is the current folder.
    typed: PathBuf,
    /// Without links: where the file is named, and where it lies if its name is a link.
    real: Vec<PathBuf>,
}

impl Folder {
    fn of(content: &Path) -> Folder {
        let typed = content.parent().unwrap_or(Path::new("")).to_owned();
        let folder = if typed.as_os_str().is_empty() { Path::new(".") } else { &typed };
        let target = content.canonicalize().ok().and_then(|file| Some(file.parent()?.to_owned()));
        let real = [folder.canonicalize().ok(), target].into_iter().flatten().collect();
        Folder { typed, real }
    }

    /// A folder beside it, as it is typed.
    fn beside(&self) -> PathBuf {
        let name = |folder: &Path| folder.file_name().map(|name| format!("{}-site", name.to_string_lossy()));
        match (name(&self.typed), self.real.first().and_then(|folder| name(folder))) {
            (Some(name), _) => self.typed.with_file_name(name),
            (None, Some(name)) => Path::new("..").join(&self.typed).join(name),
            // The guide lies in the root of a disk.
            (None, None) => PathBuf::from("guide-site"),
        }
    }
}

/// A path without links and without `..`, whether it leads to something or not.
fn real(path: &Path) -> Option<PathBuf> {
    let path = std::path::absolute(path).ok()?;
    let (above, mut real) = path.ancestors().find_map(|above| Some((above, above.canonicalize().ok()?)))?;
    for part in path.strip_prefix(above).ok()?.components() {
        match part {
            // Only below what is not there yet, where no link can be.
            Component::ParentDir => _ = real.pop(),
            Component::Normal(name) => real.push(name),
            _ => {}
        }
    }
    Some(real)
}
