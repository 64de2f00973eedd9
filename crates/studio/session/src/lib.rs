//! What the editor's worker does: it edits the draft's files, checks them, shows their pages, and builds their site.
//!
//! Everything is pure: the draft comes in with a request and its changes go out with the response. So all of it is tested natively, and the
//! worker itself only passes messages on.

mod blocks;
mod changes;
pub mod edit;
mod facts;
mod files;
mod lines;
mod pages;
mod publish;
mod read_file;
mod renew;
mod search;
mod session;
mod state;
mod status;
mod tree;

pub use session::Session;
