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

    /// The ending that a file of this kind has on the site.
    pub fn ending(self) -> &'static str {
        ENDINGS.iter().find(|(_, kind)| *kind == self).map_or("", |(ending, _)| ending)
    }

    /// Whether it is a picture.
    pub fn is_picture(self) -> bool {
        matches!(self, FileKind::Png | FileKind::Jpeg | FileKind::Webp | FileKind::Svg)
    }
}
