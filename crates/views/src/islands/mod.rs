//! The islands, one a file: `prerender` makes the form that the document has, in a box of the size that the live one takes;
//! `live` is what the program on the phone mounts in its place.

pub mod message;
pub mod phone_script;
pub mod reminder;
pub mod search;
pub mod share;
pub mod sign;
pub mod status;
pub mod trail;
