//! Leptos components: the islands, each with a prerendered and a live form, and the pages, which are only prerendered.
//!
//! Nothing here calls the browser: what an island needs of it comes in as a signal or a [`platform::Platform`].

pub mod islands;
#[cfg(feature = "ssr")]
pub mod pages;
pub mod platform;
mod prose;
#[cfg(feature = "ssr")]
pub mod rich_text;
pub mod step_links;
