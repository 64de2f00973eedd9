//! `guide upgrade`: content files of the former format become ones of the present format.
//!
//! Each file that changes is first copied to `NAME.toml.bak`, and the new text takes its place all at once. An upgrade that would make the
//! content worse is not written.

use std::io::Write;
use std::path::{Path, PathBuf};

use guide_content::diagnostics::{GUIDE, STRINGS};
use guide_content::message;
use guide_content::message::Message;
use guide_content::upgrade::{Upgraded, upgrade as upgraded};
use guide_content::{Loaded, World, load, zone_database};

use crate::disk::unreadable;
use crate::failure::Failure;
use crate::language::{said, say, spoken};
use crate::trouble::trouble;
use crate::typed::typed;

/// Upgrades the content file at `path` and its file of words, and prints what has changed. `dry_run` writes nothing. The error is for
/// people.
pub fn upgrade(path: &Path, dry_run: bool) -> Result<(), Failure> {
    let loaded = load_with(path, &[]);
    let Some(guide) = &loaded.guide else { return Err(loaded.report(spoken()).into()) };
    let language = guide.strings.language.clone();
    let file = |index: usize| loaded.files.get(index).filter(|file| !file.path.is_empty());
    let guide_file = file(GUIDE).ok_or_else(|| Message::same(loaded.report(spoken())))?;
    let words_file = file(STRINGS);
    let words = words_file.map(|file| file.text.as_str());
    let Upgraded { guide, words, changes } =
        upgraded(&guide_file.text, words, &language).map_err(|_| Message::same(loaded.report(spoken())))?;

    let new_words = words_file.zip(words);
    let new = std::iter::once((guide_file, guide)).chain(new_words);
    let new: Vec<(PathBuf, String)> =
        new.filter(|(file, text)| file.text != *text).map(|(file, text)| (PathBuf::from(&file.path), text)).collect();
    if new.is_empty() {
        let name = path.display();
        say(&message!(
            "Файлы уже в нынешнем виде, менять нечего: {name}",
            "The files are in the present format already, and there is nothing to change: {name}"
        ));
        return Ok(());
    }
    changes.iter().for_each(|change| println!("— {}", said(change)));
    let after = load_with(path, &new);
    if after.diagnostics.errors() > loaded.diagnostics.errors() {
        let report = after.report(spoken());
        return Err(Failure::Failed(message!(
            "{report}Перевести файлы сам не могу: в них появились бы эти ошибки. Ничего не изменено.",
            "{report}The files can’t be brought into the present format: they would have these errors then. Nothing was changed."
        )));
    }
    if dry_run {
        say(&message!("Ничего не записано: это была проба.", "Nothing was written: this was a trial."));
        return Ok(());
    }
    for (path, text) in &new {
        let name = path.display();
        let copy = replace(path, text).map_err(|why| {
            message!(
                why = trouble(&why);
                "файл {name} не записывается: {why}.",
                "the file {name} can’t be written: {why}."
            )
        })?;
        let copy = copy.display();
        say(&message!(
            "Записан {name}, прежний сохранён как {copy}",
            "Written: {name}; the former one is kept as {copy}"
        ));
    }
    let typed = typed(path);
    say(&message!("Теперь проверьте: guide check --content {typed}", "Now check it: guide check --content {typed}"));
    Ok(())
}

/// Loads a content file from the disk, where some files have another text.
fn load_with(path: &Path, texts: &[(PathBuf, String)]) -> Loaded {
    let read = |path: &str| match texts.iter().find(|(changed, _)| changed == Path::new(path)) {
        Some((_, text)) => Ok(text.clone().into_bytes()),
        None => std::fs::read(path).map_err(|why| unreadable(Path::new(path), &why)),
    };
    load(&path.to_string_lossy(), &World { read: &read, zone: &zone_database::offsets })
}

/// Puts a text in the place of a file, of which a copy is kept; gives the path of that.
fn replace(path: &Path, text: &str) -> std::io::Result<PathBuf> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut new = tempfile::NamedTempFile::new_in(folder)?;
    new.write_all(text.as_bytes())?;
    new.as_file().sync_all()?;
    // A temporary file is its owner's alone; the content may be others' too.
    std::fs::set_permissions(new.path(), std::fs::metadata(path)?.permissions())?;
    let copy = free_name(path);
    std::fs::copy(path, &copy)?;
    new.persist(path)?;
    Ok(copy)
}

/// The name of a copy: `guide.toml.bak`, or with the first number of which there is none yet.
fn free_name(path: &Path) -> PathBuf {
    let name = |number: u32| {
        let mut name = path.as_os_str().to_owned();
        name.push(if number == 1 { ".bak".to_owned() } else { format!(".bak{number}") });
        PathBuf::from(name)
    };
    (1..u32::MAX).map(name).find(|name| !name.exists()).unwrap_or_else(|| name(1))
}
