//! The hotline as its card's attributes tell it: its schedule and the clock of its zone.

use web_sys::Element;

use super::clock::Clock;
use super::document::{all, island};
use crate::guide::schedule::{Moment, Schedule};
use crate::site::hooks;

/// A hotline that can be asked.
pub struct Line {
    pub schedule: Schedule,
    pub clock: Clock,
    pub zone: String,
}

impl Line {
    /// Reads a status' attributes; `None` where one is missing or garbled.
    pub fn read(status: &Element) -> Option<Line> {
        let schedule = Schedule::read(&status.get_attribute(hooks::SCHEDULE)?)?;
        let zone = status.get_attribute(hooks::ZONE)?;
        Some(Line { schedule, clock: Clock::of(&zone)?, zone })
    }

    /// The line of the card that an element stands in.
    pub fn beside(element: &Element) -> Option<Line> {
        let card = element.parent_element()?;
        Line::read(&all(&card, &island(hooks::STATUS)).next()?)
    }

    /// The moment it is now where the hotline is.
    pub fn now(&self) -> Option<Moment> {
        self.clock.now()
    }
}
