//! The folder that a site is built into: which folders are accepted, and which files in them belong to the site.
//!
//! A site lists its files in [`MANIFEST`]. A folder without that list may hold anything, and is accepted only if it is empty. In one
//! that has it, files that it does not name are not the site's and are left alone.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use guide_content::message;
use guide_content::message::Message;

use crate::disk::unreadable;
use crate::trouble::trouble;

/// The name of the file that lists the site's files, a relative path a line, in order.
pub const MANIFEST: &str = ".guide-files";

/// A folder that a site may be written into; it need not exist yet.
pub struct OutputDir {
    path: PathBuf,
    /// The files that an earlier build has listed. Anybody may have edited the list, so names that lead out of the folder are ignored.
    listed: BTreeSet<String>,
}

impl OutputDir {
    /// Examines a folder and changes nothing. The error says why no site may be written there, and what to do.
    pub fn open(path: &Path) -> Result<OutputDir, Message> {
        let name = path.display();
        let dir = |listed| Ok(OutputDir { path: path.to_owned(), listed });
        match fs::metadata(path) {
            Ok(found) if found.is_dir() => {}
            Ok(_) => {
                return Err(message!(
                    another = another();
                    "{name} — файл, а нужна папка. {another}",
                    "{name} is a file, and a folder is needed. {another}"
                ));
            }
            Err(why) if why.kind() == ErrorKind::NotFound && !path.is_symlink() => return dir(BTreeSet::new()),
            Err(why) if why.kind() == ErrorKind::NotFound => {
                return Err(message!(
                    "{name} — ссылка на папку, которой нет. Создайте папку или уберите ссылку.",
                    "{name} is a link to a folder that is not there. Create the folder or remove the link."
                ));
            }
            Err(why) => {
                return Err(message!(
                    why = trouble(&why);
                    another = another();
                    "папка {name} не открывается: {why}. {another}",
                    "the folder {name} can’t be opened: {why}. {another}"
                ));
            }
        }
        let manifest = path.join(MANIFEST);
        if is_file(&manifest) {
            let text = fs::read_to_string(&manifest).map_err(|why| unreadable(&manifest, &why))?;
            return dir(text.lines().filter(|name| stays_below(name)).map(str::to_owned).collect());
        }
        match fs::read_dir(path).map(|mut entries| entries.next().is_none()) {
            Ok(true) => dir(BTreeSet::new()),
            Ok(false) => Err(message!(
                another = another();
                "Папка {name} не пуста, а сайта, собранного этой программой, в ней нет. Чтобы не удалить чужое, ничего \
                 не меняю. {another} Если там сайт, собранный прежней версией программы, уберите его оттуда и соберите снова.",
                "The folder {name} is not empty, and there is no site in it that this program has built. So as not to delete what is \
                 somebody else’s, nothing is changed. {another} If it is a site by an earlier version of the program, remove it and \
                 build again."
            )),
            Err(why) => Err(message!(
                why = trouble(&why);
                another = another();
                "папка {name} не читается: {why}. {another}",
                "the folder {name} can’t be read: {why}. {another}"
            )),
        }
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The files listed by an earlier build that are still there and are not among `names`.
    pub fn stale(&self, names: &BTreeSet<String>) -> Vec<String> {
        let stale = self.listed.difference(names);
        stale.filter(|name| self.obstacle(name).is_none() && is_file(&self.path.join(name))).cloned().collect()
    }

    /// Checks that each of these files can be written: that nothing is in its way that no earlier build has written.
    pub fn check(&self, names: &BTreeSet<String>) -> Result<(), Message> {
        let Some(path) = names.iter().find_map(|name| self.obstacle(name)) else { return Ok(()) };
        let path = path.display();
        Err(message!(
            another = another();
            "{path} — чужой файл на месте, которое нужно сайту. Переименуйте его. {another} Прежний сайт остался как был.",
            "{path} is somebody else’s file in a place that the site needs. Rename it. {another} The earlier site is as it was."
        ))
    }

    /// What is in the way of a file or of one of its folders. A link is in the way too: it may lead out of the folder.
    fn obstacle(&self, name: &str) -> Option<PathBuf> {
        let mut path = self.path.clone();
        let mut parts = name.split('/').peekable();
        while let Some(part) = parts.next() {
            path.push(part);
            let folder = parts.peek().is_some();
            match fs::symlink_metadata(&path) {
                Ok(found) if folder && found.is_dir() => {}
                Ok(found) if !folder && found.is_file() && (name == MANIFEST || self.listed.contains(name)) => {}
                Err(why) if why.kind() == ErrorKind::NotFound => return None,
                _ => return Some(path),
            }
        }
        None
    }

    /// The content of [`MANIFEST`] for these files.
    pub fn manifest(names: &BTreeSet<String>) -> String {
        names.iter().flat_map(|name| [name, "\n"]).collect()
    }

    /// These names and all those that an earlier build has listed.
    pub fn with_listed(&self, names: &BTreeSet<String>) -> BTreeSet<String> {
        self.listed.union(names).cloned().collect()
    }
}

/// The advice to name another folder.
fn another() -> Message {
    message!(
        "Можно назвать другую папку, новую или пустую: --out ПАПКА.",
        "You can name another folder, a new or an empty one: --out FOLDER."
    )
}

/// Whether a path is that of a file itself, not of a link to one.
fn is_file(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| found.is_file())
}

/// Whether a listed name leads to a file below the folder: it is relative and has no `..`.
fn stays_below(name: &str) -> bool {
    !name.is_empty() && Path::new(name).components().all(|part| matches!(part, Component::Normal(_)))
}
