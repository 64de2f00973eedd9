//! What a site is made of besides its guide: the shell, the style, the public files, the programs for the browser.
//!
//! The tool has them included. The editor's worker gets them as one file of its site, `editor/assets.bin`, which is their pack; the
//! programs of the editor itself are not in it, as they lie in the site as they are: whoever builds a site fetches and inserts them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::site_error::SiteError;
use crate::{editor_files, pack};

/// The shell that every page is written into.
const SHELL: &str = "index.html";

/// What a site is made of besides its guide: files by their paths, such as `index.html` (the shell), `style/base.css`,
/// `style/fonts/GolosText-Bold.ttf`, `public/sw.js`, `program/guide.wasm`, `program/editor/app.wasm`.
#[derive(Clone, Default)]
pub struct Assets {
    files: BTreeMap<String, Cow<'static, [u8]>>,
}

impl Assets {
    /// The assets that are included in this program.
    #[cfg(feature = "included")]
    pub fn included() -> Assets {
        let file = |(path, bytes): (&str, &'static [u8])| (path.to_owned(), Cow::Borrowed(bytes));
        Assets { files: crate::included::files().map(file).collect() }
    }

    /// The assets of what [`Assets::pack`] has made. The error says that the bytes are none.
    pub fn from_pack(bytes: &[u8]) -> Result<Assets, SiteError> {
        let files = pack::unpack(bytes).ok_or(SiteError::BrokenPack)?;
        Ok(Assets { files: files.into_iter().map(|(path, bytes)| (path, Cow::Owned(bytes))).collect() })
    }

    /// All assets as one file, except those of the editor that lie in the site as they are, [`editor_files::COPIED`].
    pub fn pack(&self) -> Vec<u8> {
        let is_copied = |path: &str| editor_files::COPIED.iter().any(|name| editor_files::asset_path(name) == path);
        pack::pack(
            self.files.iter().map(|(path, bytes)| (path.as_str(), &**bytes)).filter(|(path, _)| !is_copied(path)),
        )
    }

    /// Adds a file, or replaces the one at this path.
    pub fn insert(&mut self, path: &str, bytes: Vec<u8>) {
        self.files.insert(path.to_owned(), Cow::Owned(bytes));
    }

    /// A file by its path; the error says in Russian that there is none.
    pub(crate) fn file(&self, path: &str) -> Result<&[u8], SiteError> {
        self.files.get(path).map(|bytes| &**bytes).ok_or_else(|| SiteError::MissingFile(path.to_owned()))
    }

    /// A file that is a text; the error says in Russian what is wrong.
    pub(crate) fn text(&self, path: &str) -> Result<&str, SiteError> {
        std::str::from_utf8(self.file(path)?).map_err(|_| SiteError::NotText(path.to_owned()))
    }

    /// The shell that every page is written into.
    pub(crate) fn shell(&self) -> Result<&str, SiteError> {
        self.text(SHELL)
    }

    /// The files below a folder whose name ends with `/`, each with its path from there, in order.
    pub(crate) fn below(&self, folder: &'static str) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().filter_map(move |(path, bytes)| Some((path.strip_prefix(folder)?, &**bytes)))
    }
}
