//! The guide as data, and everything that is computed from it without a browser, a file, a clock or a library.
//!
//! `guide` is the data itself, `flow` its routing and the trail of answers, `schedule` the opening hours, `search` the engine that
//! finds steps by a parent's own words. Where a moment is needed, it is an argument.

pub mod calendar;
pub mod changes;
pub mod contact;
pub mod data_attributes;
mod days_text;
pub mod fill;
pub mod flow;
pub mod guide;
pub mod hours_text;
mod ical;
pub mod language;
pub mod notice;
pub mod pages;
pub mod palette;
pub mod phone_number;
mod recurrence;
pub mod reminder;
pub mod render_context;
pub mod rich_text;
pub mod schedule;
pub mod search;
pub mod status_text;
pub mod strings;
pub mod text;
pub mod typography;
pub mod ui_strings;
pub mod zone;
