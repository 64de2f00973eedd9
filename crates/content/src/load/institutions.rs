//! The institutions, and the rungs of the ladder.

use guide_core::contact::Phone;
use guide_core::guide::{Institution, Rung};

use super::rich_texts::plain;
use super::values;
use crate::markup::PlainText;
use crate::message;
use crate::toml_reader::Reader;

/// Reads one `[[institution]]`.
pub fn institution(mut reader: Reader) -> Institution {
    let (id, name) = (reader.text("id"), reader.text("name"));
    let name = plain(&reader, name, PlainText::Name);
    let (number, shown) = (reader.maybe_text("phone"), reader.maybe_text("phone_shown"));
    let institution = Institution {
        id,
        name,
        phone: number.map(|number| Phone { number, shown, label: None }),
        email: reader.maybe_text("email"),
        site: reader.maybe_text("site"),
    };
    institution.phone.iter().for_each(|phone| values::phone(&reader, &phone.number));
    institution.email.iter().for_each(|address| values::email(&reader, address));
    institution.site.iter().for_each(|site| values::page_address(&reader, site, "https://school.example.ru/"));
    if institution.phone.is_none() && institution.email.is_none() && !institution.id.is_empty() {
        reader.error(
            institution.id.at.clone(),
            message!(
                "у учреждения «{}» нет ни телефона, ни почты",
                "the institution “{}” has neither a phone number nor an e-mail address",
                institution.id
            ),
            message!(
                "Назовите хотя бы одно: phone = \"+74932000000\" или email = \"school@example.ru\"",
                "Name at least one: phone = \"+74932000000\" or email = \"school@example.ru\""
            ),
        );
    }
    reader.finish();
    institution
}

/// The id of the rung that stood for institutions before rungs could say so themselves; it still does where no rung says so.
const FORMER_RUNG: &str = "institution";

/// Reads all `[[rung]]`.
pub fn rungs(readers: Vec<Reader>) -> Vec<Rung> {
    let mut rungs: Vec<Rung> = readers.into_iter().map(rung).collect();
    if !rungs.iter().any(|rung| rung.institutions) {
        rungs.iter_mut().for_each(|rung| rung.institutions = *rung.id == *FORMER_RUNG);
    }
    rungs
}

fn rung(mut reader: Reader) -> Rung {
    let label = reader.text("label");
    let label = plain(&reader, label, PlainText::Name);
    let rung = Rung { id: reader.text("id"), label, institutions: reader.flag("institutions") };
    reader.finish();
    rung
}
