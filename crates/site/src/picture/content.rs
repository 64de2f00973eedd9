//! What stands on a picture.

use guide_core::pages::Page;
use guide_core::phone_number::full_phone;
use guide_core::render_context::RenderContext;
use guide_core::typography::capitalized;
use guide_views::pages::address_text::{readable_address, short_address};
use guide_views::pages::qr::{self, Modules};

use super::font::Fonts;

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
    pub fn of(context: &RenderContext) -> Content {
        let hotline = &context.guide.hotline;
        let full = full_phone(hotline);
        let address = context
            .address(Page::Guide)
            .map(|address| Address { shown: readable_address(short_address(&address)), code: qr::modules(&address) });
        Content {
            title: context.text(&context.guide.site.name).replacen(": ", ":\n", 1),
            place: context.text(&context.guide.site.place),
            situations: context.situations(),
            hotline: context.text(&hotline.name),
            phone: hotline.phone_shown.value.clone(),
            full_phone: (full != hotline.phone_shown.value).then(|| context.text(&full)),
            hours: capitalized(&context.text(context.hours())),
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
