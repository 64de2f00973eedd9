//! The pictures of the guide for messengers and social networks, as files of the site.

use guide_core::render_context::RenderContext;

use crate::file::File;
use crate::picture::font::Fonts;
use crate::picture::{Content, Format, png};
use crate::stylesheets::palette;

/// Both pictures, and a sentence about the characters that their fonts do not have, if there are any. The error is a Russian sentence.
pub fn picture_files(context: &RenderContext) -> Result<(Vec<File>, Option<String>), String> {
    let fonts = Fonts::bundled().ok_or("шрифт для картинок не читается: style/fonts")?;
    let palette = palette()?;
    let content = Content::of(context);
    let missing = content.missing_characters(&fonts);
    let note = (!missing.is_empty())
        .then(|| format!("На картинках для чатов не будет знаков, которых нет в их шрифте: {missing}"));
    let file = |format: Format| Ok(File::new(format.file().path, png(&content, format, &fonts, &palette)?));
    let files: Result<Vec<File>, String> = [Format::Wide, Format::Square].into_iter().map(file).collect();
    Ok((files?, note))
}
