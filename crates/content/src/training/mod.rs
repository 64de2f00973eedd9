//! From phrases to the search model that the phone reads.

pub mod bigrams;
mod examples;
mod learner;
mod pack;
pub mod phrases;
mod random;
pub mod train;
