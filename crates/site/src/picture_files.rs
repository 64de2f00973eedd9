//! The pictures of the guide for messengers and social networks, as files of the site.

use guide_core::render_context::RenderContext;

use crate::assets::Assets;
use crate::cache::Cache;
use crate::file::File;
use crate::phase::Phase;
use crate::picture::font::Fonts;
use crate::picture::{Content, Format, png};
use crate::site_error::{Note, SiteError};
use crate::stylesheets::palette;

/// Both pictures, drawn unless the cache has them, and a note about the characters that their fonts do not have, if there are any.
pub fn picture_files(
    context: &RenderContext,
    assets: &Assets,
    cache: &mut Cache,
    progress: &mut dyn FnMut(Phase),
) -> Result<(Vec<File>, Option<Note>), SiteError> {
    cache.pictures(&Content::of(context), |content| {
        progress(Phase::Pictures);
        draw(content, assets)
    })
}

fn draw(content: &Content, assets: &Assets) -> Result<(Vec<File>, Option<Note>), SiteError> {
    let fonts = Fonts::of(assets)?;
    let palette = palette(assets)?;
    let missing = content.missing_characters(&fonts);
    let note = (!missing.is_empty()).then_some(Note::MissingCharacters(missing));
    let file = |format: Format| {
        Ok(File::new(format.file().path, png(content, format, &fonts, &palette).map_err(SiteError::Picture)?))
    };
    let files: Result<Vec<File>, SiteError> = [Format::Wide, Format::Square].into_iter().map(file).collect();
    Ok((files?, note))
}
