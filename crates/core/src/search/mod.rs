//! The search: from a parent's own words to the steps that they are about.
//!
//! A query is read letter by letter ([`normalize`]); Latin letters are transliteration or Russian typed on the wrong layout, whichever
//! looks more like Russian ([`readings`]). It is taken apart into words, pieces of words and pairs of words ([`features`]). Each feature has
//! a weight for each label in the search model ([`model`]), and the [`engine`] adds the weights up. The last label means that nothing fits.
//! The model is learned from phrases when the site is built (`guide_content::training`).

pub mod engine;
pub mod explanation;
pub mod features;
pub mod model;
pub mod normalize;
pub mod readings;
pub mod scoring;

pub use engine::{Answer, Hit, SearchEngine};
