//! `guide new`: a folder with a guide to start from.

use std::io;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use guide_content::message;
use guide_content::templates::TEMPLATES;

use crate::content_path::GUIDE_FILE;
use crate::failure::Failure;
use crate::language::say;
use crate::trouble::trouble;
use crate::typed::typed;

/// Creates a folder with the content file of a guide in this language, and says what to do next. `empty` takes the least that builds
/// instead of the commented template.
pub fn new_guide(folder: &Path, lang: &str, empty: bool) -> Result<(), Failure> {
    let Some(template) = TEMPLATES.iter().find(|template| template.lang == lang) else {
        let known: Vec<&str> = TEMPLATES.iter().map(|template| template.lang).collect();
        let known = known.join(", ");
        return Err(Failure::Misused(message!(
            "заготовки на языке «{lang}» нет; есть: {known}. Возьмите одну из них и замените в ней lang и тексты.",
            "there is no template in the language “{lang}”; there are: {known}. Take one of them and replace lang and its texts."
        )));
    };
    let text = if empty { template.empty } else { template.commented };
    create(folder, [(GUIDE_FILE, text.as_bytes())].into_iter())?;
    tell_next(&folder.join(GUIDE_FILE));
    Ok(())
}

/// Creates a folder with these files, each by its path from there with `/`. Nothing is ever overwritten, and after an error nothing of it
/// is there.
pub fn create<'f>(folder: &Path, files: impl Iterator<Item = (&'f str, &'f [u8])>) -> Result<(), Failure> {
    let name = folder.display();
    let failed = |why: &io::Error| {
        Failure::Failed(message!(
            why = trouble(why);
            "папка {name} не создаётся: {why}.",
            "the folder {name} can’t be created: {why}."
        ))
    };
    let mut created = Created::default();
    if let Some(parent) = folder.parent() {
        created.folders(parent).map_err(|why| failed(&why))?;
    }
    // Fails where anything of that name is there.
    created.folder(folder).map_err(|why| match why.kind() {
        ErrorKind::AlreadyExists => Failure::Misused(message!(
            "{name} уже есть, ничего не меняю. Назовите папку, которой ещё нет.",
            "{name} is there already, and nothing is changed. Name a folder that is not there yet."
        )),
        _ => failed(&why),
    })?;
    for (path, bytes) in files {
        let file = folder.join(path);
        created.file(&file, bytes).map_err(|why| {
            let file = file.display();
            message!(
                why = trouble(&why);
                "файл {file} не записывается: {why}. Папки {name} тоже не будет.",
                "the file {file} can’t be written: {why}. So there is no folder {name} either."
            )
        })?;
    }
    created.keep();
    Ok(())
}

/// What has been created so far, which is removed again unless it is kept.
#[derive(Default)]
struct Created {
    folders: Vec<PathBuf>,
    files: Vec<PathBuf>,
}

impl Created {
    /// Creates a folder and those above it that are missing.
    fn folders(&mut self, path: &Path) -> io::Result<()> {
        if path.as_os_str().is_empty() || path.is_dir() {
            return Ok(());
        }
        if let Some(parent) = path.parent() {
            self.folders(parent)?;
        }
        self.folder(path)
    }

    fn folder(&mut self, path: &Path) -> io::Result<()> {
        std::fs::create_dir(path)?;
        self.folders.push(path.to_owned());
        Ok(())
    }

    fn file(&mut self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.folders(path.parent().unwrap_or(path))?;
        self.files.push(path.to_owned());
        std::fs::write(path, bytes)
    }

    fn keep(mut self) {
        self.folders.clear();
        self.files.clear();
    }
}

impl Drop for Created {
    fn drop(&mut self) {
        for file in &self.files {
            _ = std::fs::remove_file(file);
        }
        for folder in self.folders.iter().rev() {
            _ = std::fs::remove_dir(folder);
        }
    }
}

/// Says where the new guide is, and the next commands as they have to be typed.
pub fn tell_next(file: &Path) {
    let (name, typed) = (file.display(), typed(file));
    let next = message!(
        "Новый справочник: {name}\n\
         Показать в браузере и пересобирать при каждой правке: guide serve --content {typed}\n\
         Проверить и увидеть, что ещё вписать: guide check --content {typed}",
        "New guide: {name}\n\
         Show it in a browser and rebuild it at each change: guide serve --content {typed}\n\
         Check it and see what is still to be filled in: guide check --content {typed}"
    );
    say(&next);
}
