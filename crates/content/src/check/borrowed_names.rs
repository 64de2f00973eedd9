//! Names of another guide: what was forgotten when a guide was begun as a copy of one that exists.

use guide_core::contact::Contact;
use guide_core::guide::{Body, Guide, Step};
use guide_core::text::Text;

use crate::diagnostics::{Diagnostics, GUIDE, STRINGS};
use crate::message;

/// What belongs to one guide that others are begun from.
struct Original {
    /// Its place has this in its name, however that is declined.
    place: &'static str,
    /// Words that no other place's guide has, whole and as they are written: another case of the name may be a surname.
    names: &'static [&'static str],
    /// Parts of its addresses, in small letters.
    addresses: &'static [&'static str],
    /// Its number, without the country's code.
    phone: &'static str,
    /// How many digits the number has within its town.
    local: usize,
}

/// The guide that comes with the tool's sources.
const ORIGINALS: [Original; 1] =
    [Original {
        place: "Иванов", names: &["Иваново"], addresses: &["mocivanovo"], phone: "4932482808", local: 6
    }];

/// Warns of texts that name what belongs to another place's guide. What the source is called may name any place, and so may an address
/// and an institution; a guide that does not say where it belongs may as well be of that place.
pub fn borrowed_names(guide: &Guide, diagnostics: &Diagnostics) {
    let Some(place) = &guide.site.place else { return };
    for original in ORIGINALS.iter().filter(|original| !place.contains(original.place)) {
        let own: Vec<&Text> = guide.strings.texts().filter(|text| !text.at.is_empty()).collect();
        let files = [(GUIDE, texts(guide)), (STRINGS, own)];
        for (file, text) in files.into_iter().flat_map(|(file, texts)| texts.into_iter().map(move |text| (file, text)))
        {
            if let Some(name) = original.named_in(text, guide) {
                diagnostics.warning(
                    file,
                    text.at.clone(),
                    message!(
                        "«{name}» — из другого справочника: здесь place = \"{place}\"",
                        "“{name}” belongs to another guide: here place = \"{place}\""
                    ),
                    message!(
                        "Замените на своё. Если так и должно быть, ничего не меняйте: сайт соберётся.",
                        "Write your own. If it is meant to be so, change nothing: the site will be built."
                    ),
                );
            }
        }
    }
}

impl Original {
    /// The part of a text that belongs to this guide.
    fn named_in(&self, text: &str, guide: &Guide) -> Option<String> {
        let name = self.names.iter().find(|name| text.split(|c: char| !c.is_alphabetic()).any(|word| word == **name));
        let small = text.to_lowercase();
        let address = || self.addresses.iter().find(|address| small.contains(**address));
        name.or_else(address).map(|found| (*found).to_owned()).or_else(|| self.phone_in(text, guide))
    }

    /// Its number in a text. The digits without the town's code may be those of the guide's own number in another town.
    fn phone_in(&self, text: &str, guide: &Guide) -> Option<String> {
        let local = &self.phone[self.phone.len() - self.local..];
        let is_own = || numbers(guide).any(|number| number.ends_with(local) && !number.ends_with(self.phone));
        let is_part = |c: char| c.is_ascii_digit() || " \u{a0}()-–+".contains(c);
        text.split(|c: char| !is_part(c))
            .map(|part| part.trim().trim_end_matches(|c: char| !c.is_ascii_digit()))
            .find_map(|part| {
                let digits: String = part.chars().filter(char::is_ascii_digit).collect();
                let code = digits.strip_suffix(self.phone);
                let found = matches!(code, Some("" | "7" | "8")) || digits == local && !is_own();
                found.then(|| part.to_owned())
            })
    }
}

/// The numbers that the guide gives to dial.
fn numbers(guide: &Guide) -> impl Iterator<Item = &str> {
    let contacts = guide.contacts.iter().flat_map(|contact| &contact.phones);
    let institutions = guide.institutions.iter().filter_map(|institution| institution.phone.as_ref());
    contacts.chain(institutions).map(|phone| &*phone.number.value)
}

/// The texts of the guide's file that are about the guide's own place.
fn texts(guide: &Guide) -> Vec<&Text> {
    let site = &guide.site;
    let mut texts: Vec<&Text> = vec![&site.name, &site.description];
    texts.extend(site.topic.iter().chain(&site.url));
    texts.extend(guide.rules.iter().map(|rule| &rule.text.source));
    texts.extend(guide.not_covered.iter().flat_map(|other| std::iter::once(&other.topic).chain(&other.ask)));
    texts.extend(guide.ladder.iter().map(|rung| &rung.label));
    texts.extend(guide.fields.iter().flat_map(|field| [&field.label, &field.placeholder]));
    texts.extend(guide.contacts.iter().flat_map(of_contact));
    texts.extend(guide.steps.iter().flat_map(of_step));
    texts
}

fn of_contact(contact: &Contact) -> Vec<&Text> {
    let mut texts = vec![&contact.name];
    texts.extend(contact.note.iter().map(|note| &note.source));
    texts.extend(contact.phones.iter().map(|phone| &phone.number));
    texts.extend(contact.email.iter());
    texts.extend(contact.links.iter().flat_map(|link| std::iter::once(&link.url).chain(&link.label)));
    texts.extend(contact.hours.iter().flat_map(|hours| hours.lead.iter().chain(&hours.zone_text)));
    texts
}

fn of_step(step: &Step) -> Vec<&Text> {
    let mut texts = vec![&step.heading];
    texts.extend(step.lead.iter().chain(&step.quote).map(|text| &text.source));
    texts.extend(step.options.iter().flat_map(|option| std::iter::once(&option.label).chain(&option.short)));
    if let Body::Advice(advice) = &step.body {
        texts.push(&advice.act.source);
        texts.extend(advice.dont.iter().chain(&advice.message).map(|text| &text.source));
    }
    texts
}
