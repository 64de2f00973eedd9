//! Why no site can be made, and what to know of one that was: the only sentences of this crate, for staff and in Russian.

use std::fmt;

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

impl fmt::Display for SiteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SiteError::NoFirstStep => write!(f, "в содержании нет первого шага"),
            SiteError::NothingLearned => {
                write!(f, "поиск ничему не научился: в файле фраз слишком мало слов. Допишите фразы в его разделы.")
            }
            SiteError::SourceDateUnreadable => write!(f, "дата источника не читается"),
            SiteError::SourceDateTooLate => write!(f, "дата источника слишком далеко"),
            SiteError::BrokenPack => {
                write!(f, "файл, из которого собирается сайт, повреждён или от другой версии редактора")
            }
            SiteError::MissingFile(path) => write!(f, "среди файлов, из которых собирается сайт, нет {path}"),
            SiteError::NotText(path) => write!(f, "файл {path} — не текст в кодировке UTF-8"),
            SiteError::MissingPlaceholder(placeholder) => write!(f, "в шаблоне нет места {placeholder}"),
            SiteError::Stylesheet(why) => write!(f, "style: {why}"),
            SiteError::MissingColor(name) => {
                write!(f, "style/tokens.css: для картинок нужен цвет {name}, записанный как #rrggbb")
            }
            SiteError::Font => write!(f, "шрифт для картинок не читается: style/fonts"),
            SiteError::Archive(why) => write!(f, "архив не записан: {why}"),
            SiteError::Picture(why) => write!(f, "картинка не записана: {why}"),
            SiteError::Json(why) => write!(f, "список файлов не записан: {why}"),
        }
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

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Note::MissingCharacters(missing) => {
                write!(f, "На картинках для чатов не будет знаков, которых нет в их шрифте: {missing}")
            }
            Note::NotKeptOffline(files) => {
                write!(f, "Без интернета эти картинки и файлы не откроются, вместе они слишком велики: {files}")
            }
        }
    }
}
