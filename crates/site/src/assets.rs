//! The files that are included in the tool: the shell, the style, the public files, the programs for the browser.
//!
//! `build.rs` writes the tables of them.

use crate::site_error::SiteError;

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The shell that every page is written into, `index.html`.
pub fn shell() -> &'static str {
    SHELL
}

/// A part of the style by its name in `style/`; the error says in Russian that there is none.
pub fn style(name: &str) -> Result<&'static str, SiteError> {
    find(STYLE, name).ok_or_else(|| SiteError::MissingFile("style", name.to_owned()))
}

/// The public files, each with its path from the site's folder, in order.
pub fn public_files() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    PUBLIC.iter().copied()
}

/// A public file by its path from `public/`; the error says in Russian that there is none.
pub fn public_file(path: &str) -> Result<&'static [u8], SiteError> {
    find(PUBLIC, path).ok_or_else(|| SiteError::MissingFile("public", path.to_owned()))
}

/// All files that `make program` has made, each with its path from `target/program/`, in order.
pub fn programs() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    PROGRAMS.iter().copied()
}

/// A file that `make program` has made, by its name; the error says in Russian that there is none.
pub fn program(name: &str) -> Result<&'static [u8], SiteError> {
    find(PROGRAMS, name).ok_or_else(|| SiteError::MissingFile("target/program", name.to_owned()))
}

fn find<T: ?Sized>(table: &[(&str, &'static T)], name: &str) -> Option<&'static T> {
    table.iter().find(|(found, _)| *found == name).map(|(_, content)| *content)
}
