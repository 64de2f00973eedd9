//! The hotline as its card's attributes have it: its schedule and its zone.

use guide_core::data_attributes;
use guide_core::schedule::{Moment, Schedule};
use guide_core::zone::Zone;
use web_sys::Element;

use crate::clock;
use crate::document::{all, island};

/// A hotline whose state can be computed.
pub struct HotlineData {
    pub schedule: Schedule,
    pub zone: Zone,
    /// The zone's IANA name.
    pub zone_name: String,
}

impl HotlineData {
    /// Reads a status' attributes; `None` where one is missing or garbled.
    pub fn read(status: &Element) -> Option<HotlineData> {
        let schedule = Schedule::read(&status.get_attribute(data_attributes::SCHEDULE)?)?;
        let zone = Zone::read(&status.get_attribute(data_attributes::OFFSETS)?)?;
        Some(HotlineData { schedule, zone, zone_name: status.get_attribute(data_attributes::ZONE)? })
    }

    /// The first hotline below an element.
    pub fn below(root: &Element) -> Option<HotlineData> {
        HotlineData::read(&all(root, &island(data_attributes::STATUS)).next()?)
    }

    /// The hotline of the card that an element is in.
    pub fn of_card(element: &Element) -> Option<HotlineData> {
        HotlineData::below(&element.closest(&[".", data_attributes::CARD_CLASS].concat()).ok()??)
    }

    /// Whether it is open now.
    pub fn is_open(&self) -> Option<bool> {
        Some(self.schedule.status(self.now()?).is_open())
    }

    /// The moment it is now where the hotline is.
    pub fn now(&self) -> Option<Moment> {
        self.zone.moment(clock::now())
    }
}
