//! A contact's hours: a template of the document has the schedule and the zone, and each card names the contact.

use guide_core::data_attributes;
use guide_core::schedule::{Moment, Schedule};
use guide_core::strings::Strings;
use guide_core::zone::Zone;
use web_sys::Element;

use crate::clock;
use crate::document::{island, lines};

/// The hours of a contact, from which its state can be computed.
pub struct ContactHours {
    pub schedule: Schedule,
    pub zone: Zone,
    /// `zone`: the IANA name of the zone; `summary`: what a calendar calls the reminder.
    pub facts: Strings,
}

impl ContactHours {
    /// The hours that a status or the sign names; `None` where they are missing or garbled.
    pub fn of(status: &Element) -> Option<ContactHours> {
        let contact = status.get_attribute(data_attributes::HOURS)?;
        let hours = lines(&status.owner_document()?, data_attributes::HOURS_OF, &contact)?;
        Some(ContactHours {
            schedule: Schedule::read(hours.get("schedule")?)?,
            zone: Zone::read(hours.get("offsets")?)?,
            facts: hours,
        })
    }

    /// Those of the card that an element is in.
    pub fn of_card(element: &Element) -> Option<ContactHours> {
        let card = element.closest(&[".", data_attributes::CARD_CLASS].concat()).ok()??;
        ContactHours::of(&card.query_selector(&island(data_attributes::STATUS)).ok()??)
    }

    /// Whether it is open now.
    pub fn is_open(&self) -> Option<bool> {
        Some(self.schedule.status(self.now()?).is_open())
    }

    /// The moment it is now in the zone of the hours.
    pub fn now(&self) -> Option<Moment> {
        self.zone.moment(clock::now())
    }
}
