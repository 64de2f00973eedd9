//! The two formats of a picture, and the fonts and colours of both.

use guide_core::pages::{PICTURE, PictureFile, SQUARE_PICTURE};
use guide_core::palette::Palette;

use super::font::Fonts;

/// The format of a picture.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For links in messengers and social networks.
    Wide,
    /// For posts in social networks.
    Square,
}

impl Format {
    /// The file and the size of a picture of this format.
    pub fn file(self) -> PictureFile {
        match self {
            Format::Wide => PICTURE,
            Format::Square => SQUARE_PICTURE,
        }
    }
}

/// The fonts and colours of a picture.
#[derive(Clone, Copy)]
pub struct Theme<'l> {
    /// The fonts.
    pub fonts: &'l Fonts<'l>,
    /// The colours.
    pub palette: &'l Palette,
}
