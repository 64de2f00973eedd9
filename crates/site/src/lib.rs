//! From a guide to the files of its site, as a pure function: without file system, clock, network or compiler.
//!
//! The same guide gives the same bytes, on every machine and in the browser, whenever it is built.

mod assets;
mod calendar_file;
mod content_files;
mod file;
pub mod hashes;
mod page_files;
pub mod picture;
mod picture_files;
mod program_files;
mod public_files;
pub mod script_payload;
mod search_model;
mod site_error;
mod stylesheets;
mod template;
mod worker;

use guide_content::training::phrases::Phrases;
use guide_core::guide::Guide;
use guide_core::pages::QR_FILE;
use guide_core::render_context::RenderContext;
use guide_views::pages::qr;

pub use file::File;
pub use site_error::{Note, SiteError};
pub use stylesheets::palette;

/// A whole site.
pub struct Site {
    /// Every file of it, without compressed copies.
    pub files: Vec<File>,
    /// What its editors should know of it.
    pub notes: Vec<Note>,
}

/// Makes the site of a guide that has been checked, with a search that is trained on `phrases`, if there are any.
pub fn build(guide: &Guide, phrases: Option<&Phrases>) -> Result<Site, SiteError> {
    let mut context = RenderContext::new(guide).ok_or(SiteError::NoFirstStep)?;
    let content_files = content_files::content_files(guide);
    context.files = content_files.iter().map(|(path, file)| (path.clone(), file.path.clone())).collect();
    let search_model = phrases.map(search_model::search_model).transpose()?;
    let program = program_files::program_files()?;
    let pages = page_files::page_files(context.clone(), &program.script.path, search_model.as_ref())?;
    let (pictures, notes) = picture_files::picture_files(&context)?;

    let mut files = pages;
    files.extend(public_files::public_files(guide)?);
    files.extend(
        guide.site.url.as_ref().and_then(|url| qr::file(url)).map(|code| File::new(format!("embed/{QR_FILE}"), code)),
    );
    files.extend(pictures);
    let not_kept = content_files::not_kept_offline(&content_files);
    let names: Vec<&str> = not_kept.iter().map(|(path, _)| path.as_str()).collect();
    let not_kept_note = (!names.is_empty()).then(|| Note::NotKeptOffline(names.join(", ")));
    let not_kept: Vec<String> = not_kept.iter().map(|(_, file)| file.path.clone()).collect();
    files.extend(content_files.into_iter().map(|(_, file)| file));
    files.extend(calendar_file::calendar_files(&context)?);
    files.extend(program_files::shared_scripts());
    files.push(program_files::update_script()?);
    files.push(program.script);
    for file in [Some(program.wasm), search_model].into_iter().flatten() {
        files.push(script_payload::script_payload(&file));
        files.push(file);
    }
    let worker = worker::worker(&mut files, &not_kept)?;
    files.push(worker);
    Ok(Site { files, notes: notes.into_iter().chain(not_kept_note).collect() })
}
