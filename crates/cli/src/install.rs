//! Puts a site's files into their folder: all of them, or none.
//!
//! They are first written into a staging folder within it, where a full disk does no harm, and moved from there one by one; each step
//! can be undone. The site's folder itself is never replaced: so it may be a volume or the current folder, it keeps its rights, and
//! other people's files in it stay where they are. A visitor meanwhile gets pages with the assets that they name: assets have hashed
//! names, new ones are moved before the pages and old ones are removed after them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, io};

use guide_content::message;
use guide_content::message::Message;

use crate::output_dir::{MANIFEST, OutputDir};
use crate::trouble::trouble;

/// A file of the site: its path from the site's folder, and its bytes.
pub type File<'b> = (String, &'b [u8]);

/// Moves a file: [`fs::rename`], except in tests of its failures.
type Rename<'r> = &'r dyn Fn(&Path, &Path) -> io::Result<()>;

/// Makes these files the site in a folder and removes those of an earlier build that are not among them. After an error, which is for
/// people, the folder is as it was before, or the error says where the earlier files are.
pub fn install(dir: &OutputDir, files: &[File], rename: Rename) -> Result<(), Message> {
    let names: BTreeSet<String> = files.iter().map(|(name, _)| name.clone()).collect();
    dir.check(&names)?;
    let name = dir.path().display();
    let failed = |why: io::Error| message!(why = trouble(&why); "сайт не записан в {name}: {why}.", "the site was not written into {name}: {why}.");
    let mut created = Vec::new();
    let staging = create_dirs(dir.path(), &mut created)
        .and_then(|()| tempfile::Builder::new().prefix(".guide-").tempdir_in(dir.path()));
    let (why, undone) = match staging {
        Err(why) => (why, Ok(())),
        Ok(staging) => {
            let mut steps = Steps { staging: staging.path(), rename, done: Vec::new(), created: Vec::new() };
            let Err(why) = steps.run(dir, files, &names) else { return Ok(()) };
            // Files that can't be put back must not be removed with the staging folder.
            (why, steps.undo().map_err(|undo| (undo, staging.keep())))
        }
    };
    remove_empty(&created);
    let failed = failed(why);
    Err(match undone {
        Ok(()) => {
            message!(failed = failed; "{failed} Папка осталась как была.", "{failed} The folder is as it was.")
        }
        Err((undo, kept)) => {
            let kept = kept.display();
            message!(
                failed = failed;
                undo = trouble(&undo);
                "{failed} Вернуть прежние файлы на место не получилось ({undo}): они лежат в {kept}.",
                "{failed} The earlier files could not be put back ({undo}): they are in {kept}."
            )
        }
    })
}

/// The steps done so far, so that they can be undone.
struct Steps<'a> {
    /// The folder of the files that are not in place yet, and of those that no longer are.
    staging: &'a Path,
    rename: Rename<'a>,
    /// The paths that have changed, in order, each with the path that its earlier file has now.
    done: Vec<(PathBuf, Option<PathBuf>)>,
    /// The folders that were not there before, outer ones first.
    created: Vec<PathBuf>,
}

impl Steps<'_> {
    fn run(&mut self, dir: &OutputDir, files: &[File], names: &BTreeSet<String>) -> io::Result<()> {
        for (index, (_, bytes)) in files.iter().enumerate() {
            fs::write(self.staging.join(format!("new-{index}")), bytes)?;
        }
        let (during, after) = (self.staging.join("during"), self.staging.join("after"));
        // Until all is done the files of both sites are there, and the build after one that was killed must know them as its own.
        fs::write(&during, OutputDir::manifest(&dir.with_listed(names)))?;
        fs::write(&after, OutputDir::manifest(names))?;
        let manifest = dir.path().join(MANIFEST);

        self.put(&during, &manifest)?;
        let (assets, others): (Vec<_>, Vec<_>) =
            files.iter().enumerate().partition(|(_, (name, _))| name.starts_with("assets/"));
        for (index, (name, _)) in assets.into_iter().chain(others) {
            self.put(&self.staging.join(format!("new-{index}")), &dir.path().join(name))?;
        }
        let stale = dir.stale(names);
        for name in &stale {
            self.remove(&dir.path().join(name))?;
        }
        self.put(&after, &manifest)?;
        for name in &stale {
            let mut path = dir.path().join(name);
            while path.pop() && path != dir.path() && fs::remove_dir(&path).is_ok() {}
        }
        Ok(())
    }

    /// Moves a file to its place, and creates the folders above it.
    fn put(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        create_dirs(to.parent().unwrap_or(to), &mut self.created)?;
        let before = self.keep(to)?;
        (self.rename)(from, to)?;
        self.done.push((to.to_owned(), before));
        Ok(())
    }

    fn remove(&mut self, path: &Path) -> io::Result<()> {
        let before = self.keep(path)?;
        fs::remove_file(path)?;
        self.done.push((path.to_owned(), before));
        Ok(())
    }

    /// Keeps a copy of the file at a path, if there is one. The file stays there, so that visitors find it until it is replaced.
    fn keep(&self, path: &Path) -> io::Result<Option<PathBuf>> {
        if !path.try_exists()? {
            return Ok(None);
        }
        let kept = self.staging.join(format!("old-{}", self.done.len()));
        // Some file systems have no hard links.
        fs::hard_link(path, &kept).or_else(|_| fs::copy(path, &kept).map(drop))?;
        Ok(Some(kept))
    }

    /// Undoes all steps, the last one first. One that can't be undone does not stop the others; the error is the first one.
    fn undo(&mut self) -> io::Result<()> {
        let mut result = Ok(());
        while let Some((path, before)) = self.done.pop() {
            let undone = match before {
                Some(before) => (self.rename)(&before, &path).or_else(|_| fs::copy(&before, &path).map(drop)),
                None => fs::remove_file(&path),
            };
            result = result.and(undone);
        }
        remove_empty(&self.created);
        result
    }
}

/// Creates a folder and those above it; `created` gets the ones that were not there, outer ones first.
fn create_dirs(path: &Path, created: &mut Vec<PathBuf>) -> io::Result<()> {
    if path.as_os_str().is_empty() || path.is_dir() {
        return Ok(());
    }
    if let Some(parent) = path.parent() {
        create_dirs(parent, created)?;
    }
    fs::create_dir(path)?;
    created.push(path.to_owned());
    Ok(())
}

/// Removes those of the created folders that are empty again.
fn remove_empty(created: &[PathBuf]) {
    for path in created.iter().rev() {
        _ = fs::remove_dir(path);
    }
}

#[cfg(test)]
mod foreign_files;
#[cfg(test)]
mod rename_failures;
#[cfg(test)]
mod sample_sites;
