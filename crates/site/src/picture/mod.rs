//! The guide as a picture for messengers and social networks: its name, some of its situations, the hotline and, where it is known, the
//! address of the site.
//!
//! `content` has the texts. `layout` puts them on the picture as shapes (`drawing`), `paint` makes a PNG of these. Neither depends on
//! the machine, so the bytes are the same everywhere.

mod column;
mod content;
pub mod drawing;
pub mod font;
mod format;
pub mod layout;
mod paint;
mod panel;
mod situations;
mod text_block;

use guide_core::palette::Palette;

pub use content::{Address, Content};
pub use format::{Format, Theme};

use font::Fonts;

/// The picture as a PNG file. The error is that of the encoder.
pub fn png(content: &Content, format: Format, fonts: &Fonts, palette: &Palette) -> Result<Vec<u8>, String> {
    paint::png(&layout::layout(content, format, fonts, palette), fonts).map_err(|why| why.to_string())
}
