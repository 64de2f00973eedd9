//! Pictures and files to download: put into the content folder and removed from it.

use guide_content::markup::file_path;
use guide_studio_model::{Bytes, Draft};

use crate::files::{ROLES, guide_tree, path};

/// Puts a file into the content folder, or another in its place.
pub fn put(draft: &mut Draft, name: &str, bytes: &Bytes) -> Result<(), String> {
    refuse(draft, name)?;
    draft.files.insert(name.to_owned(), bytes.clone());
    Ok(())
}

/// Removes a file from the content folder.
pub fn remove(draft: &mut Draft, name: &str) -> Result<(), String> {
    refuse(draft, name)?;
    draft.files.remove(name).map(drop).ok_or_else(|| format!("Файла «{name}» в папке справочника нет."))
}

/// Refuses what is no file's path in the folder, or one of those that the forms edit.
fn refuse(draft: &Draft, name: &str) -> Result<(), String> {
    let tree = guide_tree(draft);
    let changes = tree.as_ref().and_then(|tree| tree.get("changes")).and_then(|name| name.text());
    let is_own = ROLES.iter().any(|role| path(draft, tree.as_ref(), *role).as_deref() == Some(name));
    if is_own || changes.is_some_and(|changes| changes == name) {
        return Err(format!("«{name}» — сам справочник или его часть: такое имя занято."));
    }
    if file_path(name).is_err() {
        return Err(format!(
            "Файл нельзя назвать «{name}»: годятся рисунки, PDF, DOCX, ODT и XLSX с простым именем, например blank.pdf."
        ));
    }
    Ok(())
}
