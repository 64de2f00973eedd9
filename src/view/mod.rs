//! The document and its islands in Leptos, one component a file. No browser here: what an island needs of it comes in
//! as a signal or a callback.
//!
//! `find`, `trail`, `status`, `message`, `phone`, `remind` and `share` are islands: the tool prerenders their plain form, the
//! browser mounts the live one. All the rest is written once, by the tool.

pub mod find;
pub mod message;
pub mod phone;
pub mod remind;
pub mod share;
pub mod status;
pub mod tools;
pub mod trail;

#[cfg(feature = "ssr")]
mod accessibility;
#[cfg(feature = "ssr")]
mod advice;
#[cfg(feature = "ssr")]
mod choices;
#[cfg(feature = "ssr")]
mod contacts;
#[cfg(feature = "ssr")]
pub mod document;
#[cfg(feature = "ssr")]
pub mod embed;
#[cfg(feature = "ssr")]
pub mod head;
#[cfg(feature = "ssr")]
mod hotline;
#[cfg(feature = "ssr")]
mod hours;
#[cfg(feature = "ssr")]
mod institution;
#[cfg(feature = "ssr")]
mod ladder;
#[cfg(feature = "ssr")]
mod map;
#[cfg(feature = "ssr")]
pub mod picture;
#[cfg(feature = "ssr")]
mod poster;
#[cfg(feature = "ssr")]
mod print;
#[cfg(feature = "ssr")]
mod prose;
#[cfg(feature = "ssr")]
pub mod qr;
#[cfg(feature = "ssr")]
mod room;
#[cfg(feature = "ssr")]
pub mod setting;
#[cfg(feature = "ssr")]
mod sheet;
#[cfg(feature = "ssr")]
mod sign;
#[cfg(feature = "ssr")]
mod situations;
#[cfg(feature = "ssr")]
mod step;
#[cfg(feature = "ssr")]
mod update;
