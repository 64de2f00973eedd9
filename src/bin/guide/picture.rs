//! The pictures of the guide for chats and news, as files of the site.

use navigator_guide::guide::model::Guide;
use navigator_guide::site::pages::{PICTURE, SQUARE_PICTURE};
use navigator_guide::view::picture::font::Fonts;
use navigator_guide::view::picture::layout::Format;
use navigator_guide::view::picture::palette::Palette;
use navigator_guide::view::picture::{Content, png};
use navigator_guide::view::setting::Setting;

use crate::project;
use crate::public::File;

/// Where the pictures have their colours from.
const COLORS: &str = "style/tokens.css";

/// Both pictures, each with its path.
pub fn files(guide: &Guide) -> Result<Vec<File>, String> {
    let setting = Setting::new(guide).ok_or("в содержании нет первого шага")?;
    let fonts = Fonts::bundled().ok_or("шрифт для картинок не читается: style/fonts")?;
    let palette = Palette::read(&project::read(COLORS)?)
        .map_err(|name| format!("{COLORS}: для картинок нужен цвет {name}, записанный как #rrggbb"))?;
    let content = Content::of(&setting);
    let unknown = content.unknown(&fonts);
    if !unknown.is_empty() {
        eprintln!("На картинках для чатов не будет знаков, которых нет в их шрифте: {unknown}");
    }
    let file = |(name, format): (&str, Format)| Ok((name.to_owned(), png(&content, format, &fonts, &palette)?));
    [(PICTURE, Format::Wide), (SQUARE_PICTURE, Format::Square)].into_iter().map(file).collect()
}
