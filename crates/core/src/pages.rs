//! The pages of the site and how they find each other: every path is relative, so that the folder works anywhere.

/// The hotline's hours as a calendar file, in the site's folder. It is there where the hotline is ever open.
pub const HOTLINE_CALENDAR: &str = "hotline.ics";

/// The worker that keeps the site on the phone, in the site's folder.
pub const WORKER: &str = "sw.js";

/// The script of the pages beside the guide that tells their age, in the site's folder.
pub const UPDATE_SCRIPT: &str = "update.js";

/// The guide as a picture, as links to it are shown and as a square, in the site's folder.
pub const PICTURE: PictureFile = PictureFile { path: "embed/picture.png", width: 1200, height: 630 };
pub const SQUARE_PICTURE: PictureFile = PictureFile { path: "embed/square.png", width: 1080, height: 1080 };

/// The QR code that leads to the site, beside the page for site keepers.
pub const QR_FILE: &str = "qr.svg";

/// A picture of the site, with its path from the site's folder and its size in pixels.
#[derive(Clone, Copy)]
pub struct PictureFile {
    pub path: &'static str,
    pub width: u32,
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
    /// For site keepers: how to put the guide on a school's site.
    Embed,
    /// What was checked of the site's accessibility, and how.
    Accessibility,
    /// Shown by the host for an address that does not exist, at any depth: it links to nothing but itself.
    NotFound,
}

impl Page {
    /// Every page, in the order in which they are built.
    pub const ALL: [Page; 7] =
        [Page::Guide, Page::Map, Page::Print, Page::Poster, Page::Embed, Page::Accessibility, Page::NotFound];

    /// The page's file in the site's folder.
    pub fn file(self) -> &'static str {
        match self {
            Page::Guide => "index.html",
            Page::Map => "map/index.html",
            Page::Embed => "embed/index.html",
            Page::Print => "print/index.html",
            Page::Poster => "print/poster/index.html",
            Page::Accessibility => "accessibility/index.html",
            Page::NotFound => "404.html",
        }
    }

    /// The page's address, relative to the site's.
    pub fn address(self) -> &'static str {
        let file = self.file();
        file.strip_suffix("index.html").unwrap_or(file)
    }

    /// The way from the page's folder to the site's: empty, or `../` as often as the page lies deep.
    pub fn to_root(self) -> String {
        "../".repeat(self.file().matches('/').count())
    }

    /// The way from this page to another one.
    pub fn to(self, other: Page) -> String {
        match self.to_root() + other.address() {
            here if here.is_empty() => "./".into(),
            way => way,
        }
    }
}
