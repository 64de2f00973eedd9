//! What the editor's app and its worker share: the draft, the edits of it, the messages between them.
//!
//! The app owns the draft: its files as they are, and the history of their changes. The worker holds a replica, understands TOML, and
//! does everything that needs the guide's own crates: it changes files without touching what an edit does not mean, checks, renders,
//! builds. So the app stays small, and nothing is lost when the worker has to be started anew.

mod bytes;
mod draft;
mod edit;
mod history;
mod identifier;
mod messages;
mod outline;
mod phrase_line;
mod place;
mod references;
mod week_table;

pub use bytes::Bytes;
pub use draft::{Draft, FileChange, FilePatch, PatchError};
pub use edit::Edit;
pub use history::{Entry, History};
pub use identifier::identifier;
pub use messages::{
    Change, ChangeKind, Finding, FoundStep, PreviewPage, Publication, Request, Response, SearchMiss, Severity, State,
    WeekDay,
};
pub use outline::{OutlineRow, outline};
pub use phrase_line::{phrase_line, with_phrase};
pub use place::{FileRole, Key, Node, Place};
pub use references::{Named, references};
pub use week_table::{Interval, WeekTable, time_of, time_text};
