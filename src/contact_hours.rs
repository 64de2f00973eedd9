//! A contact's hours as the attributes of its card, or of the sign, have them: the schedule and the zone.

use guide_core::data_attributes;
use guide_core::schedule::{Moment, Schedule};
use guide_core::zone::Zone;
use web_sys::Element;

use crate::clock;
use crate::document::{all, island};

/// The hours of a contact, from which its state can be computed.
pub struct ContactHours {
    pub schedule: Schedule,
    pub zone: Zone,
    /// The zone's IANA name.
    pub zone_name: String,
}

impl ContactHours {
    /// Reads the attributes of a status or of the sign; `None` where one is missing or garbled.
    pub fn read(status: &Element) -> Option<ContactHours> {
        let schedule = Schedule::read(&status.get_attribute(data_attributes::SCHEDULE)?)?;
        let zone = Zone::read(&status.get_attribute(data_attributes::OFFSETS)?)?;
        Some(ContactHours { schedule, zone, zone_name: status.get_attribute(data_attributes::ZONE)? })
    }

    /// Those of the first status below an element.
    pub fn below(root: &Element) -> Option<ContactHours> {
        ContactHours::read(&all(root, &island(data_attributes::STATUS)).next()?)
    }

    /// Those of the card that an element is in.
    pub fn of_card(element: &Element) -> Option<ContactHours> {
        ContactHours::below(&element.closest(&[".", data_attributes::CARD_CLASS].concat()).ok()??)
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
