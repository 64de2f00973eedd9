//! A page of a guide that is being edited, for a frame in the editor.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use guide_core::guide::Guide;
use guide_core::pages::Page;
use guide_core::render_context::RenderContext;

use crate::assets::Assets;
use crate::content_files::content_files;
use crate::file::File;
use crate::hashes::integrity;
use crate::page_files::{References, page_html};
use crate::program_files::program_files;
use crate::search_model;
use crate::site_error::SiteError;
use crate::stylesheets::preview_stylesheet;

/// Which page is previewed, and how.
#[derive(Clone, Copy)]
pub struct Preview<'a> {
    /// The page: one of [`PREVIEWED`](crate::PREVIEWED), as the editor's policy allows no other stylesheets.
    pub page: Page,
    /// Whether it looks as on paper; the guide is then the leaflet of the step that the document's address names.
    pub as_printed: bool,
    /// The address of the folder of the site that is published, with its last `/`: there are the programs.
    pub site: &'a str,
    /// What the search has learned, as `train` gives it. The site that is published may have the same; where it has another, or none, the
    /// search says that it could not be loaded. With `None` the page has no search.
    pub search_model: Option<&'a [u8]>,
}

/// A page as HTML whose references are absolute, so that it works as a document without an address of its own. Its pictures are within it,
/// as the published site may not have them. Links to other pages lead nowhere.
pub fn preview(guide: &Guide, preview: &Preview, assets: &Assets) -> Result<String, SiteError> {
    let Preview { page, as_printed, site, search_model } = *preview;
    let mut context = RenderContext::new(guide).ok_or(SiteError::NoFirstStep)?;
    let files = content_files(guide);
    context.files = files.iter().map(|(path, file)| (path.clone(), file.path.clone())).collect();
    let model = search_model.map(|bytes| (search_model::path(bytes), integrity(bytes)));
    let references = References {
        root: site.to_owned(),
        folder: format!("{site}{}", page.address()),
        script: &program_files(assets)?.script.path,
        early_fetch: None,
        search_model: model.as_ref().map(|(path, integrity)| (path.as_str(), integrity.clone())),
        manifest: false,
    };
    let style = preview_stylesheet(page, as_printed, assets)?;
    let html = page_html(page, &context, &references, style, assets)?;
    let pictures = files.iter().filter_map(|(_, file)| Some((file, picture_type(&file.path)?)));
    Ok(pictures.fold(html, |html, (file, kind)| with_picture_inside(&html, site, file, kind)))
}

/// The media type of a picture by the ending of its file; `None` for files to download.
fn picture_type(path: &str) -> Option<&'static str> {
    let (_, ending) = path.rsplit_once('.')?;
    Some(match ending {
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "svg" => "image/svg+xml",
        _ => return None,
    })
}

/// The page with a picture's bytes in place of its address. The address has the picture's hash, so it stands for nothing else.
fn with_picture_inside(html: &str, site: &str, file: &File, kind: &str) -> String {
    let address = format!(" src=\"{site}{}\"", file.path);
    match html.contains(&address) {
        true => html.replace(&address, &format!(" src=\"data:{kind};base64,{}\"", STANDARD.encode(&file.bytes))),
        false => html.to_owned(),
    }
}
