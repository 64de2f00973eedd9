//! The pure core: it knows neither Leptos nor the browser nor the clock.
//!
//! `model` is the guide as data, `walk` the way a parent takes through it, `schedule` the opening hours. `load` and
//! `check` turn a content file into a model or into findings a person can act on; only the native tool needs them.

pub mod fill;
pub mod find;
mod ical;
pub mod model;
pub mod notice;
pub mod reminder;
pub mod say;
pub mod schedule;
pub mod walk;
pub mod words;
pub mod zone;

#[cfg(feature = "ssr")]
pub mod calendar;
#[cfg(feature = "ssr")]
pub mod check;
#[cfg(feature = "ssr")]
pub mod graph;
#[cfg(feature = "ssr")]
pub mod load;
