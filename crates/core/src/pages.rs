//! The pages of the site, the names of their files, and the relative paths between them.

use crate::guide::Guide;

/// The service worker that caches the site, from the site's folder.
pub const WORKER: &str = "sw.js";

/// The script that shows the age of a cached page on all pages but the guide, from the site's folder.
pub const UPDATE_SCRIPT: &str = "update.js";

/// The folder of the editor for the centre's staff, from the site's folder. No page links to it.
pub const EDITOR_FOLDER: &str = "editor/";
/// The folder of the content files as they were read, from the site's folder.
pub const CONTENT_FOLDER: &str = "content/";
/// The list of these files: their own paths, and those that they have in the site.
pub const CONTENT_INDEX: &str = "content/index.json";

/// The picture of the guide that messengers and social networks show with a link to it.
pub const PICTURE: PictureFile = PictureFile { path: "embed/picture.png", width: 1200, height: 630 };
/// The same as a square.
pub const SQUARE_PICTURE: PictureFile = PictureFile { path: "embed/square.png", width: 1080, height: 1080 };

/// The QR code that leads to the site, beside the page for site keepers.
pub const QR_FILE: &str = "qr.svg";

/// The list of changes as text, as the guide's editors have written it.
pub const CHANGES_FILE: &str = "changes.txt";

/// The query by which the QR code of a printed sheet tells the sheet's date, as `ChangeEntry::code` writes it. It is as short as can
/// be, since each letter makes the code finer; `src/js/newer_sheet.js` reads it, and `embed.js` drops it.
pub const SHEET_DATE: &str = "?d=";

/// A picture of the guide.
#[derive(Clone, Copy)]
pub struct PictureFile {
    /// Its path from the site's folder.
    pub path: &'static str,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

/// A page of the site.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// The whole guide, one step shown at a time.
    Guide,
    /// The flowchart as a picture, and as a list.
    Map,
    /// The whole guide on paper.
    Print,
    /// The poster with tear-off slips.
    Poster,
    /// For those who keep a school's site: how to put the guide on it.
    Embed,
    /// The accessibility statement: what was checked, and how.
    Accessibility,
    /// The list of what has changed in the guide, where it has one.
    Changes,
    /// Shown by the host for an address that does not exist, at any depth, so it refers to no other file.
    NotFound,
}

impl Page {
    /// The pages that every site has, in the order in which they are built.
    pub const ALL: [Page; 7] =
        [Page::Guide, Page::Map, Page::Print, Page::Poster, Page::Embed, Page::Accessibility, Page::NotFound];

    /// The pages of a guide's site, in the order in which they are built: those of every site, and the list of changes where it has
    /// one.
    pub fn of(guide: &Guide) -> impl Iterator<Item = Page> {
        Page::ALL.into_iter().chain(guide.last_change().map(|_| Page::Changes))
    }

    /// The page's file in the site's folder.
    pub fn file(self) -> &'static str {
        match self {
            Page::Guide => "index.html",
            Page::Map => "map/index.html",
            Page::Embed => "embed/index.html",
            Page::Print => "print/index.html",
            Page::Poster => "print/poster/index.html",
            Page::Accessibility => "accessibility/index.html",
            Page::Changes => "changes/index.html",
            Page::NotFound => "404.html",
        }
    }

    /// The page's address, relative to that of the site.
    pub fn address(self) -> &'static str {
        let file = self.file();
        file.strip_suffix("index.html").unwrap_or(file)
    }

    /// The path from the page's folder to the site's: empty, or `../` once for each level.
    pub fn to_root(self) -> String {
        "../".repeat(self.file().matches('/').count())
    }

    /// The relative address of another page, from this one.
    pub fn to(self, other: Page) -> String {
        match self.to_root() + other.address() {
            here if here.is_empty() => "./".into(),
            path => path,
        }
    }
}
