//! The kinds of files that a site may have.

/// A kind of file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FileKind {
    /// A picture, `.png`.
    Png,
    /// A photograph, `.jpg` or `.jpeg`.
    Jpeg,
    /// A picture, `.webp`.
    Webp,
    /// A drawing, `.svg`.
    Svg,
    /// A document, `.pdf`.
    Pdf,
    /// A text of Word, `.docx`.
    Docx,
    /// A text of LibreOffice, `.odt`.
    Odt,
    /// A table of Excel, `.xlsx`.
    Xlsx,
}

/// The endings of names, small, and the kinds that they stand for.
const ENDINGS: [(&str, FileKind); 9] = [
    ("png", FileKind::Png),
    ("jpg", FileKind::Jpeg),
    ("jpeg", FileKind::Jpeg),
    ("webp", FileKind::Webp),
    ("svg", FileKind::Svg),
    ("pdf", FileKind::Pdf),
    ("docx", FileKind::Docx),
    ("odt", FileKind::Odt),
    ("xlsx", FileKind::Xlsx),
];

impl FileKind {
    /// The kind that a file's name tells, by its ending in small or capital letters.
    pub fn of_name(name: &str) -> Option<FileKind> {
        let (stem, ending) = name.rsplit_once('.')?;
        let known = ENDINGS.iter().find(|(known, _)| ending.eq_ignore_ascii_case(known));
        known.map(|(_, kind)| *kind).filter(|_| !stem.is_empty())
    }

    /// The kind that a file's bytes tell; for an SVG, that it is a text of tags.
    pub fn of_bytes(bytes: &[u8]) -> Option<FileKind> {
        let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
        match () {
            () if bytes.starts_with(b"\x89PNG\r\n\x1a\n") => Some(FileKind::Png),
            () if bytes.starts_with(b"\xff\xd8\xff") => Some(FileKind::Jpeg),
            () if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") => Some(FileKind::Webp),
            () if bytes.starts_with(b"%PDF-") => Some(FileKind::Pdf),
            () if bytes.starts_with(b"PK\x03\x04") => of_archive(bytes),
            () if text.starts_with(b"<") && contains(text, b"<svg") => Some(FileKind::Svg),
            () => None,
        }
    }

    /// The ending that a file of this kind has on the site.
    pub fn ending(self) -> &'static str {
        ENDINGS.iter().find(|(_, kind)| *kind == self).map_or("", |(ending, _)| ending)
    }

    /// What people call it.
    pub fn label(self) -> &'static str {
        match self {
            FileKind::Png => "PNG",
            FileKind::Jpeg => "JPEG",
            FileKind::Webp => "WebP",
            FileKind::Svg => "SVG",
            FileKind::Pdf => "PDF",
            FileKind::Docx => "DOCX",
            FileKind::Odt => "ODT",
            FileKind::Xlsx => "XLSX",
        }
    }

    /// Whether it is a picture.
    pub fn is_picture(self) -> bool {
        matches!(self, FileKind::Png | FileKind::Jpeg | FileKind::Webp | FileKind::Svg)
    }
}

/// The kind of document in a ZIP archive, by the names of the files in it, which an archive does not compress.
fn of_archive(bytes: &[u8]) -> Option<FileKind> {
    // A document of LibreOffice has its type first of all.
    if bytes.get(30..).is_some_and(|rest| rest.starts_with(b"mimetypeapplication/vnd.oasis.opendocument.text")) {
        return Some(FileKind::Odt);
    }
    let kinds: [(&[u8], FileKind); 2] = [(b"word/document.xml", FileKind::Docx), (b"xl/workbook.xml", FileKind::Xlsx)];
    kinds.into_iter().find(|(name, _)| contains(bytes, name)).map(|(_, kind)| kind)
}

/// Whether a document has programs in it, which open with it.
pub fn has_macros(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK")
        && [&b"vbaProject.bin"[..], b"Basic/script-lc.xml"].iter().any(|name| contains(bytes, name))
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
