//! The guide as a picture for chats and news: its name, some of its situations, the hotline and, where the site's address is
//! known, the way there.
//!
//! A picture is laid out (`layout`), with texts measured in the tool's own fonts, then painted (`paint`). Neither asks the machine
//! for anything, so the bytes are the same everywhere.

mod column;
pub mod drawing;
pub mod font;
pub mod layout;
mod paint;
pub mod palette;
mod panel;
mod situations;
mod text_block;

use super::poster;
use super::qr::{self, Modules};
use super::setting::{Setting, full_phone, readable_address, short_address};
use crate::site::pages::Page;

use font::Fonts;
use layout::Format;
use palette::Palette;

/// The texts of a picture, all of them the guide's own.
pub struct Content {
    /// The guide's name, its parts on lines of their own.
    pub title: String,
    pub place: String,
    /// In the few words that the trail has for them.
    pub situations: Vec<String>,
    pub hotline: String,
    pub phone: String,
    /// The number with its codes, where the source writes it without.
    pub full_phone: Option<String>,
    pub hours: String,
    /// Where the site's address is known.
    pub address: Option<Address>,
}

/// The site's address, for eyes and for a phone's camera.
pub struct Address {
    pub shown: String,
    /// `None` where it is too long for any code.
    pub code: Option<Modules>,
}

impl Content {
    pub fn of(setting: &Setting) -> Content {
        let hotline = &setting.guide.hotline;
        let full = full_phone(hotline);
        let address = setting
            .address(Page::Guide)
            .map(|address| Address { shown: readable_address(short_address(&address)), code: qr::modules(&address) });
        Content {
            title: setting.text(&setting.guide.site.name).replacen(": ", ":\n", 1),
            place: setting.text(&setting.guide.site.place),
            situations: poster::named(setting),
            hotline: setting.text(&hotline.name),
            phone: hotline.phone_shown.value.clone(),
            full_phone: (full != hotline.phone_shown.value).then(|| setting.text(&full)),
            hours: capitalized(&setting.text(setting.hours())),
            address,
        }
    }

    /// The characters that the fonts can't show, each once. Pictures leave them out.
    pub fn unknown(&self, fonts: &Fonts) -> String {
        let address = self.address.iter().map(|address| &address.shown);
        let texts = [&self.title, &self.place, &self.hotline, &self.phone, &self.hours];
        let texts = texts.into_iter().chain(&self.full_phone).chain(&self.situations).chain(address);
        let mut unknown = String::new();
        for c in texts.flat_map(|text| text.chars()) {
            if !fonts.medium.knows(c) && !unknown.contains(c) {
                unknown.push(c);
            }
        }
        unknown
    }
}

fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// The picture as the bytes of a PNG file.
pub fn png(content: &Content, format: Format, fonts: &Fonts, palette: &Palette) -> Result<Vec<u8>, String> {
    paint::png(&layout::layout(content, format, fonts, palette), fonts).map_err(|why| why.to_string())
}
