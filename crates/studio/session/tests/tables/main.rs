//! What the editor's worker does, in tables: edits of real files with the text that they come to, findings, changes, files from the disk.

mod answers;
mod changes;
mod edit_keys;
mod edit_lists;
mod edit_sections;
mod identifiers;
mod publish;
mod read_file;
mod renew;
mod shared;
mod state;
