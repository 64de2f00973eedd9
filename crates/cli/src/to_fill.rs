//! How many places of a guide are still to be filled.

use guide_content::message;
use guide_content::message::Message;
use guide_core::language::{Language, Plural};

/// The sentence that says how many there are; none where there are none.
pub fn sentence(count: usize) -> Option<Message> {
    let places = match Language::default().plural(count as u64) {
        _ if count == 0 => return None,
        Plural::One => message!("{count} место", "{count} places"),
        Plural::Few => message!("{count} места", "{count} places"),
        _ => message!("{count} мест", "{count} places"),
    };
    let places = if count == 1 { Message { en: "1 place".to_owned(), ..places } } else { places };
    Some(message!(places = places; "Осталось вписать своё: {places}.", "Still to be filled in: {places}."))
}
