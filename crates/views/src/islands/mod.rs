//! The islands, one a file: `prerender` makes the prerendered form, which the document has, in a box of the size that the
//! live form takes; `live` makes the live form, which the program on the phone mounts in its place.

mod longest_text;
pub mod message;
pub mod phone_script;
pub mod reminder;
pub mod search;
pub mod share;
pub mod sign;
pub mod status;
pub mod trail;
