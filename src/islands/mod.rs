//! Mounting the islands: what each reads from its place in the document, and what it does there.

pub mod message;
pub mod reminder;
pub mod search;
pub mod status;
pub mod trail;
