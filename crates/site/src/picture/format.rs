//! The two shapes of a picture, and what every layout needs.

use guide_core::pages::{PICTURE, PictureFile, SQUARE_PICTURE};
use guide_core::palette::Palette;

use super::font::Fonts;

/// The shape of a picture.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// As links are shown in chats and networks.
    Wide,
    /// As pictures are shown in feeds.
    Square,
}

impl Format {
    /// The file of a picture of this shape.
    pub fn file(self) -> PictureFile {
        match self {
            Format::Wide => PICTURE,
            Format::Square => SQUARE_PICTURE,
        }
    }
}

/// What a layout needs besides the content.
#[derive(Clone, Copy)]
pub struct Look<'l> {
    pub fonts: &'l Fonts,
    pub palette: &'l Palette,
}
