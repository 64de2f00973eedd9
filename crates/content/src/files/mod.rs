//! Files of the content folder that the site gets: pictures, and forms to download. What a file is, its first bytes say, not its name.
//!
//! Nothing is decoded: sizes stand in the headers, and an SVG is read as the text that it is.

mod exif;
mod faults;
mod kind;
mod raster;
mod svg;

pub use self::faults::{FileFault, SvgFault};
pub use self::kind::FileKind;

/// The largest picture, bytes: on slow 4G it takes about two seconds, and every parent whose step shows it loads it.
pub const LARGEST_PICTURE: usize = 500_000;
/// The longest side of a picture, pixels: a screen shows no more, and old phones don't decode more than about 16 million pixels.
pub const LONGEST_SIDE: u32 = 4_000;
/// The largest file to download, bytes: a form of a few scanned pages.
pub const LARGEST_DOWNLOAD: usize = 5_000_000;
/// The most that all files of a guide may have together, bytes: they are kept on each phone for days without a network, and browsers
/// give a site little more before they ask.
pub const LARGEST_TOTAL: usize = 10_000_000;

/// What a page must know of a picture, so that nothing shifts when it comes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Picture {
    /// What it is.
    pub kind: FileKind,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

/// Checks a picture by its bytes and its name.
pub fn picture(bytes: &[u8], name: &str) -> Result<Picture, FileFault> {
    // Before anything is read of it: nobody waits for a picture of 40 MB.
    check_length(bytes, LARGEST_PICTURE)?;
    let kind = named_kind(bytes, name)?;
    let (width, height) = match kind {
        FileKind::Png => raster::png(bytes).ok_or(FileFault::Broken)?,
        FileKind::Webp => raster::webp(bytes).ok_or(FileFault::Broken)?,
        FileKind::Jpeg => {
            if exif::is_turned(bytes) {
                return Err(FileFault::Turned);
            }
            raster::jpeg(bytes).ok_or(FileFault::Broken)?
        }
        FileKind::Svg => svg::size(bytes).map_err(FileFault::Svg)?,
        _ => return Err(FileFault::NotAPicture(kind)),
    };
    match (width, height) {
        (0, _) | (_, 0) => Err(FileFault::Broken),
        _ if width > LONGEST_SIDE || height > LONGEST_SIDE => Err(FileFault::TooLong { width, height }),
        _ => Ok(Picture { kind, width, height }),
    }
}

/// Checks a file that a link leads to, by its bytes and its name. A picture must be one that a step could show.
pub fn download(bytes: &[u8], name: &str) -> Result<FileKind, FileFault> {
    check_length(bytes, LARGEST_DOWNLOAD)?;
    let kind = named_kind(bytes, name)?;
    if kind.is_picture() {
        return picture(bytes, name).map(|picture| picture.kind);
    }
    if kind::has_macros(bytes) { Err(FileFault::Macros) } else { Ok(kind) }
}

fn check_length(bytes: &[u8], largest: usize) -> Result<(), FileFault> {
    match bytes.len() {
        0 => Err(FileFault::Empty),
        length if length > largest => Err(FileFault::TooLarge { length, largest }),
        _ => Ok(()),
    }
}

/// What a file is, where its name says the same.
fn named_kind(bytes: &[u8], name: &str) -> Result<FileKind, FileFault> {
    let named = FileKind::of_name(name).ok_or(FileFault::UnknownName)?;
    match FileKind::of_bytes(bytes) {
        None => Err(FileFault::NotNamedSo { named }),
        Some(kind) if kind != named => Err(FileFault::OtherKind { named, kind }),
        Some(kind) => Ok(kind),
    }
}
