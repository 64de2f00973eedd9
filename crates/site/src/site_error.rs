//! Why no site can be made, and what to know of one that was: the only sentences of this crate, for staff.

use std::fmt;

use guide_content::message;
use guide_content::message::Message;

/// Why a site can't be made. The first four are mistakes of the content, most of which its check refuses before; the others are
/// mistakes in the files that the site is made of.
#[derive(Debug, PartialEq, Eq)]
pub enum SiteError {
    /// The guide names no first step, or one that is not there.
    NoFirstStep,
    /// The phrases have too few words in common for a search to be trained on.
    NothingLearned,
    /// The source's date is no date.
    SourceDateUnreadable,
    /// The calendar ends within the years that the hotline's calendar file covers.
    SourceDateTooLate,
    /// The pack of the assets can't be read.
    BrokenPack,
    /// An asset of this path is not there.
    MissingFile(String),
    /// An asset of this path should be a text and is not in UTF-8.
    NotText(String),
    /// A file that is to be filled lacks this placeholder.
    MissingPlaceholder(String),
    /// A stylesheet can't be minified.
    Stylesheet(String),
    /// The style has no such colour, or not as `#rrggbb`.
    MissingColor(&'static str),
    /// The pictures' font can't be read.
    Font,
    /// The archive can't be written.
    Archive(String),
    /// A picture can't be written.
    Picture(String),
    /// The list of the worker's files can't be written.
    Json(String),
}

impl SiteError {
    /// The sentence for it.
    pub fn message(&self) -> Message {
        match self {
            SiteError::NoFirstStep => message!("в содержании нет первого шага", "the content has no first step"),
            SiteError::NothingLearned => {
                message!(
                    "поиск ничему не научился: в файле фраз слишком мало слов. Допишите фразы в его разделы.",
                    "the search has learnt nothing: the file of phrases has too few words. Add phrases to its sections."
                )
            }
            SiteError::SourceDateUnreadable => {
                message!("дата источника не читается", "the date of the source can't be read")
            }
            SiteError::SourceDateTooLate => {
                message!("дата источника слишком далеко", "the date of the source is too far ahead")
            }
            SiteError::BrokenPack => {
                message!(
                    "файл, из которого собирается сайт, повреждён или от другой версии редактора",
                    "the file that the site is made of is damaged, or from another version of the editor"
                )
            }
            SiteError::MissingFile(path) => message!(
                "среди файлов, из которых собирается сайт, нет {path}",
                "among the files that the site is made of there is no {path}"
            ),
            SiteError::NotText(path) => {
                message!("файл {path} — не текст в кодировке UTF-8", "the file {path} is not a text in UTF-8")
            }
            SiteError::MissingPlaceholder(placeholder) => {
                message!("в шаблоне нет места {placeholder}", "the template has no place {placeholder}")
            }
            SiteError::Stylesheet(why) => Message::same(format!("style: {why}")),
            SiteError::MissingColor(name) => {
                message!(
                    "style/tokens.css: для картинок нужен цвет {name}, записанный как #rrggbb",
                    "style/tokens.css: the pictures need a colour {name}, written as #rrggbb"
                )
            }
            SiteError::Font => message!(
                "шрифт для картинок не читается: style/fonts",
                "the font for the pictures can't be read: style/fonts"
            ),
            SiteError::Archive(why) => message!("архив не записан: {why}", "the archive was not written: {why}"),
            SiteError::Picture(why) => message!("картинка не записана: {why}", "the picture was not written: {why}"),
            SiteError::Json(why) => {
                message!("список файлов не записан: {why}", "the list of files was not written: {why}")
            }
        }
    }
}

/// In Russian, as the editor shows it.
impl fmt::Display for SiteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().ru)
    }
}

impl std::error::Error for SiteError {}

/// What the editors should know of a site that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// These characters are left out of the pictures, as their font does not have them.
    MissingCharacters(String),
    /// These files of the content folder are not kept on the phone for days without a network.
    NotKeptOffline(String),
}

impl Note {
    /// The sentence for it.
    pub fn message(&self) -> Message {
        match self {
            Note::MissingCharacters(missing) => {
                message!(
                    "На картинках для чатов не будет знаков, которых нет в их шрифте: {missing}",
                    "The pictures for chats will lack characters that their font does not have: {missing}"
                )
            }
            Note::NotKeptOffline(files) => {
                message!(
                    "Без интернета эти картинки и файлы не откроются, вместе они слишком велики: {files}",
                    "These pictures and files will not open without the internet, as together they are too large: {files}"
                )
            }
        }
    }
}

/// In Russian, as the editor shows it.
impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().ru)
    }
}
