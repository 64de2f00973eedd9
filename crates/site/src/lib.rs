//! From a guide to the files of its site, as a pure function: without file system, clock, network or compiler.
//!
//! The same guide gives the same bytes, on every machine and in the browser, whenever it is built.

mod archive;
mod assets;
mod cache;
mod calendar_file;
mod content_files;
pub mod editor_files;
mod file;
mod file_list;
pub mod hashes;
#[cfg(feature = "included")]
mod included;
mod input;
mod pack;
mod page_files;
mod phase;
pub mod picture;
mod picture_files;
mod policy;
mod preview;
mod program_files;
mod public_files;
pub mod script_payload;
mod search_model;
mod site_error;
mod source_files;
mod stylesheets;
mod template;
mod worker;

use guide_content::training::phrases::Phrases;
use guide_core::pages::QR_FILE;
use guide_core::render_context::RenderContext;
use guide_views::pages::qr;

pub use archive::archive;
pub use assets::Assets;
pub use cache::Cache;
pub use file::File;
pub use guide_core::guide::ContentFile;
#[cfg(feature = "included")]
pub use included::compressed;
pub use input::SiteInput;
pub use phase::Phase;
pub use preview::{Preview, preview};
pub use site_error::{Note, SiteError};
pub use stylesheets::{PREVIEWED, palette};

/// A whole site.
pub struct Site {
    /// Every file of it, without compressed copies.
    pub files: Vec<File>,
    /// What its editors should know of it.
    pub notes: Vec<Note>,
}

/// Makes the site of a guide that has been checked. `progress` is told of each phase before it begins.
pub fn build(input: &SiteInput, assets: &Assets, progress: &mut dyn FnMut(Phase)) -> Result<Site, SiteError> {
    build_with(input, assets, &mut Cache::default(), progress)
}

/// The same, where `cache` has what an earlier build with these assets has made. A phase whose work is not done again is not told.
pub fn build_with(
    input: &SiteInput,
    assets: &Assets,
    cache: &mut Cache,
    progress: &mut dyn FnMut(Phase),
) -> Result<Site, SiteError> {
    let SiteInput { guide, phrases, sources, guide_path, url } = *input;
    let mut context = RenderContext::new(guide).ok_or(SiteError::NoFirstStep)?;
    let content_files = content_files::content_files(guide);
    context.files = content_files.iter().map(|(path, file)| (path.clone(), file.path.clone())).collect();
    let train = |phrases: &Phrases| {
        progress(Phase::Search);
        search_model::search_model(phrases)
    };
    let search_model = phrases.map(|phrases| cache.search_model(phrases, train)).transpose()?;
    progress(Phase::Pages);
    let program = program_files::program_files(assets)?;
    let mut files = page_files::page_files(&context, &program, search_model.as_ref(), assets)?;
    let (pictures, notes) = picture_files::picture_files(&context, assets, cache, progress)?;
    progress(Phase::Files);

    files.extend(public_files::public_files(guide, &program, assets)?);
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
    files.extend(program_files::shared_scripts(assets));
    files.push(program_files::update_script(assets)?);
    files.push(program.script);
    for file in [Some(program.wasm), search_model].into_iter().flatten() {
        files.push(script_payload::script_payload(&file));
        files.push(file);
    }
    let worker = worker::worker(&mut files, &not_kept, assets)?;
    files.push(worker);
    // What only staff need comes after the parents' worker, which keeps nothing of it and whose version it does not change.
    files.extend(source_files::source_files(sources, guide_path, url)?);
    files.extend(source_files::changes_file(guide, sources));
    let editor_files = editor_files::editor_files(guide, &files, assets)?;
    files.extend(editor_files);
    let list = file_list::file_list(&mut files)?;
    files.push(list);
    Ok(Site { files, notes: notes.into_iter().chain(not_kept_note).collect() })
}
