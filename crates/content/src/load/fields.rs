//! What a parent may fill into the messages.

use guide_core::guide::Field;

use super::rich_texts::plain;
use crate::markup::PlainText;
use crate::message;
use crate::toml_reader::Reader;

/// The most characters of a field that does not say. A message is a few sentences.
const USUAL_LONGEST: u16 = 500;
/// The most characters that a field may have.
const MAX_LONGEST: u16 = 2000;
/// The placeholders that are facts of a contact, and no fields.
const FACTS: [&str; 2] = ["phone", "hours"];

/// Reads all `[[field]]`.
pub fn fields(readers: Vec<Reader>) -> Vec<Field> {
    let mut takes_search = false;
    readers.into_iter().map(|reader| field(reader, &mut takes_search)).collect()
}

fn field(mut reader: Reader, takes_search: &mut bool) -> Field {
    let id = reader.text("id");
    if FACTS.contains(&&*id.value) {
        reader.error(
            id.at.clone(),
            message!(
                "{{{id}}} — это телефон или часы контакта, а не поле",
                "{{{id}}} is a contact's phone number or hours, not a field"
            ),
            message!(
                "Назовите поле иначе, например: id = \"child\"",
                "Give the field another name, for example: id = \"child\""
            ),
        );
    }
    let longest = reader.maybe_number("longest").map_or(USUAL_LONGEST, |(number, at)| {
        let fits = u16::try_from(number).ok().filter(|number| (1..=MAX_LONGEST).contains(number));
        fits.unwrap_or_else(|| {
            let what = message!(
                "в поле столько знаков не бывает: {number}",
                "a field can't have this many characters: {number}"
            );
            reader.error(
                at,
                what,
                message!("Напишите число от 1 до {MAX_LONGEST}.", "Write a number from 1 to {MAX_LONGEST}."),
            );
            USUAL_LONGEST
        })
    });
    let (label, placeholder) = (reader.text("label"), reader.text("placeholder"));
    let field = Field {
        label: plain(&reader, label, PlainText::Name),
        placeholder: plain(&reader, placeholder, PlainText::Name),
        longest,
        from_search: reader.flag("from_search"),
        id,
    };
    if field.from_search && std::mem::replace(takes_search, true) {
        reader.error(
            field.id.at.clone(),
            message!(
                "слова из поиска уже попадают в другое поле",
                "the words from the search go into another field already"
            ),
            message!(
                "Оставьте from_search = true только у одного поля.",
                "Keep from_search = true for one field only."
            ),
        );
    }
    reader.finish();
    field
}
