//! The pure core: it knows neither Leptos nor the browser nor the clock.

pub mod find;
pub mod schedule;
