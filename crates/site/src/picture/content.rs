//! The texts of a picture, from the guide.

use guide_core::pages::Page;
use guide_core::render_context::RenderContext;
use guide_core::typography::capitalized;
use guide_views::pages::address_text::{readable_address, short_address};
use guide_views::pages::qr::{self, Modules};

use super::font::Fonts;

/// The texts of a picture.
#[derive(Clone, PartialEq)]
pub struct Content {
    /// The name of the guide, with a line break after a colon.
    pub title: String,
    /// The municipality.
    pub place: String,
    /// The situations, in the few words that the trail has for them.
    pub situations: Vec<String>,
    /// The name of the main contact; empty where there is none, as are its number and hours.
    pub contact: String,
    /// Its number as the source has it.
    pub phone: String,
    /// The number with its codes, where the source has it without.
    pub full_phone: Option<String>,
    /// Its hours in words.
    pub hours: String,
    /// The address of the site, where it is known.
    pub address: Option<Address>,
}

/// The address of the site.
#[derive(Clone, PartialEq)]
pub struct Address {
    /// In the form that people read.
    pub shown: String,
    /// As a QR code; `None` where it is too long for one.
    pub code: Option<Modules>,
}

impl Content {
    /// The texts of a guide.
    pub fn of(context: &RenderContext) -> Content {
        let contact = context.guide.main_contact();
        let phone = contact.and_then(|contact| contact.phone());
        let full = phone.filter(|phone| phone.full() != phone.short()).map(|phone| context.text(&phone.full()));
        let address = context
            .address(Page::Guide)
            .map(|address| Address { shown: readable_address(short_address(&address)), code: qr::modules(&address) });
        Content {
            title: context.text(&context.guide.site.name).replacen(": ", ":\n", 1),
            place: context.guide.site.place.as_ref().map_or_else(String::new, |place| context.text(place)),
            situations: context.situations(),
            contact: contact.map_or_else(String::new, |contact| context.text(&contact.name)),
            phone: phone.map_or_else(String::new, |phone| phone.short()),
            full_phone: full,
            hours: contact.map_or_else(String::new, |contact| capitalized(&context.text(&context.hours(contact)))),
            address,
        }
    }

    /// The characters that the fonts do not have, each once. Pictures leave them out.
    pub fn missing_characters(&self, fonts: &Fonts) -> String {
        let address = self.address.iter().map(|address| &address.shown);
        let texts = [&self.title, &self.place, &self.contact, &self.phone, &self.hours];
        let texts = texts.into_iter().chain(&self.full_phone).chain(&self.situations).chain(address);
        let mut missing_characters = String::new();
        for c in texts.flat_map(|text| text.chars()) {
            if !fonts.medium.can_draw(c) && !missing_characters.contains(c) {
                missing_characters.push(c);
            }
        }
        missing_characters
    }
}
