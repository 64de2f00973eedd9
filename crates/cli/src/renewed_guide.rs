//! `guide new --from`: another centre's guide as the beginning of one's own.
//!
//! The steps, the layout and the comments stay, and every fact of the other place is marked, as the editor does it in «Новый справочник».

use std::path::Path;

use guide_content::message;
use guide_content::message::Message;
use guide_content::{World, load, markers, zone_database};
use guide_studio_model::{Bytes, Draft, Edit};
use guide_studio_session::edit::apply;
use guide_studio_session::former::upgraded;
use guide_studio_session::read_file::is_inside;
use guide_studio_session::state::checked;

use crate::content_path::{GUIDE_FILE, content_path};
use crate::disk::unreadable;
use crate::failure::Failure;
use crate::language::{say, spoken};
use crate::new_guide::{create, tell_next};
use crate::{content, site_archive, to_fill};

/// Creates a folder with a guide made of the one in `from`: a content file, its folder, or an archive of a site.
pub fn renewed_guide(folder: &Path, from: &Path) -> Result<(), Failure> {
    let source = if site_archive::is_archive(from) { site_archive::open(from)?.0.draft } else { from_disk(from)? };
    let name = from.display();
    if let Some(outside) = source.files.keys().find(|path| !is_inside(path)) {
        return Err(Failure::Failed(message!(
            "файл «{outside}» лежит вне папки справочника {name}. Положите его в неё, исправьте путь и повторите.",
            "the file “{outside}” lies outside the folder of the guide {name}. Put it there, correct its path, and try again."
        )));
    }
    let loaded = checked(&source, &content::today());
    markers::tolerate(&loaded);
    if loaded.diagnostics.errors() > 0 {
        let report = loaded.report(spoken());
        return Err(Failure::Failed(message!(
            "{report}В справочнике {name} есть ошибки. Сначала исправьте их там; новый справочник не создан.",
            "{report}The guide {name} has errors. Correct them there first; no new guide was made."
        )));
    }
    let mut draft = apply(&source, &[Edit::Renew]).map_err(Message::same)?;
    take_usual_name(&mut draft);
    create(folder, draft.files.iter().map(|(path, bytes)| (path.as_str(), bytes.0.as_slice())))?;
    tell_next(&folder.join(&draft.guide));
    let left = markers::count(&checked(&draft, &content::today()).files);
    to_fill::sentence(left).iter().for_each(say);
    Ok(())
}

/// The content that a file on the disk begins.
fn from_disk(from: &Path) -> Result<Draft, Failure> {
    let path = content_path(Some(from))?;
    // Said here, as loading would speak of another option.
    std::fs::read(&path).map_err(|why| unreadable(&path, &why))?;
    let read = |path: &str| std::fs::read(path).map_err(|why| unreadable(Path::new(path), &why));
    let loaded = load(&path.to_string_lossy(), &World { read: &read, zone: &zone_database::offsets });
    if loaded.guide.is_none() {
        return Err(loaded.report(spoken()).into());
    }
    let files = loaded.sources().into_iter().map(|file| (file.path, Bytes(file.bytes)));
    let draft = Draft { guide: loaded.guide_path(), files: files.collect(), url: None };
    Ok(upgraded(draft).0)
}

/// Calls the guide's file as that of every new guide, where nothing else is called so.
fn take_usual_name(draft: &mut Draft) {
    let is_free = !draft.files.keys().any(|path| path.eq_ignore_ascii_case(GUIDE_FILE));
    if is_free && !draft.guide.contains('/') {
        let guide = draft.files.remove(&draft.guide);
        draft.files.extend(guide.map(|bytes| (GUIDE_FILE.to_owned(), bytes)));
        draft.guide = GUIDE_FILE.to_owned();
    }
}
