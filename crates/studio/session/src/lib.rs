//! What the editor's worker does: it edits the draft's files, checks them, shows their pages, and builds their site.
//!
//! Everything is pure: the draft comes in with a request and its changes go out with the response. So all of it is tested natively, and the
//! worker itself only passes messages on. The tool uses the parts of it that make a new guide or site of another one's content.

mod blocks;
mod changes;
pub mod edit;
mod facts;
mod files;
pub mod former;
mod lines;
mod pages;
mod publish;
pub mod read_file;
mod renew;
mod search;
mod session;
pub mod state;
mod status;
mod tree;

pub use session::Session;
