//! What the search learns: from phrases to the search model's file.

pub mod examples;
mod learner;
mod pack;
pub mod phrases;
pub mod train;
