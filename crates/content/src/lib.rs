//! From content files to a guide: reading, diagnostics, checks, and training the search.
//!
//! [`load`](load::load) reads the files and gives a guide with diagnostics, [`check`](check::check) takes a guide and adds diagnostics of
//! its own: the caller runs both. Nothing here touches a file or a clock: what is outside comes in as a [`World`].

pub mod addresses;
pub mod check;
pub mod diagnostics;
mod encoding;
pub mod files;
#[cfg(test)]
#[path = "../../../tests/shared/in_english.rs"]
mod in_english;
pub mod latin;
pub mod limits;
pub mod load;
pub mod markers;
pub mod markup;
pub mod message;
mod nearest;
mod placeholders;
mod step_index;
mod syntax;
pub mod templates;
mod toml_reader;
pub mod training;
pub mod upgrade;
mod world;
pub mod zone_database;

pub use diagnostics::{Diagnostic, Diagnostics, Severity, SourceFile};
pub use load::{Loaded, load};
pub use world::World;
