//! The hotline as its card's attributes tell it: its schedule and its zone.

use web_sys::Element;

use super::clock;
use super::document::{all, island};
use crate::guide::schedule::{Moment, Schedule};
use crate::guide::zone::Zone;
use crate::site::hooks;

/// A hotline that can be asked.
pub struct Line {
    pub schedule: Schedule,
    pub zone: Zone,
    /// The zone's IANA name.
    pub zone_name: String,
}

impl Line {
    /// Reads a status' attributes; `None` where one is missing or garbled.
    pub fn read(status: &Element) -> Option<Line> {
        let schedule = Schedule::read(&status.get_attribute(hooks::SCHEDULE)?)?;
        let zone = Zone::read(&status.get_attribute(hooks::OFFSETS)?)?;
        Some(Line { schedule, zone, zone_name: status.get_attribute(hooks::ZONE)? })
    }

    /// The first line that stands below an element.
    pub fn below(root: &Element) -> Option<Line> {
        Line::read(&all(root, &island(hooks::STATUS)).next()?)
    }

    /// The line of the card that an element stands in.
    pub fn beside(element: &Element) -> Option<Line> {
        Line::below(&element.closest(&[".", hooks::CARD_CLASS].concat()).ok()??)
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
