//! From phrases to the search model that the phone reads.

pub mod bigrams;
mod examples;

mod pack;
pub mod phrases;
mod random;
mod svm;
pub mod train;
