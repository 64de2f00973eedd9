//! The guide as a picture for chats and news: its name, some of its situations, the hotline and, where the site's address is
//! known, the way there.
//!
//! A picture is laid out (`layout`), with texts measured in the tool's own fonts, then painted (`paint`). Neither asks the machine
//! for anything, so the bytes are the same everywhere.

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
pub use format::{Format, Look};

use font::Fonts;

/// The picture as the bytes of a PNG file.
pub fn png(content: &Content, format: Format, fonts: &Fonts, palette: &Palette) -> Result<Vec<u8>, String> {
    paint::png(&layout::layout(content, format, fonts, palette), fonts).map_err(|why| why.to_string())
}
