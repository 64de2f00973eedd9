//! From a content file, and the files that it names, to a [`Guide`] and its phrases, with everything that is wrong at once.

pub mod changes_file;
mod contacts;
mod content_files;
mod fields;
mod guide_file;
mod hours;
mod institutions;
mod language;
mod not_covered;
pub mod phrases_file;
mod reading_order;
mod rich_texts;
pub mod schedule_errors;
mod sibling_path;
mod steps;
pub mod strings_file;
mod time_zones;
mod values;

use guide_core::guide::{ContentFile, Guide};

use crate::diagnostics::{Diagnostics, GUIDE, PHRASES, SourceFile};
use crate::encoding::{NotUtf8, decode};
use crate::limits::LARGEST_FILE;
use crate::message;
use crate::message::MessageLanguage;
use crate::training::phrases::Phrases;
use crate::{World, markers};

/// The result of loading a content file.
pub struct Loaded {
    /// What could be read of the guide, so that it can be checked; `None` where the file is too broken for that.
    pub guide: Option<Guide>,
    /// The phrases that the search is trained on; `None` where the guide names no file of phrases, or one with errors.
    pub phrases: Option<Phrases>,
    /// The files that were read, in the order of [`GUIDE`], [`STRINGS`](crate::diagnostics::STRINGS),
    /// [`PHRASES`](crate::diagnostics::PHRASES) and [`CHANGES`](crate::diagnostics::CHANGES). A file that the guide does not have is an
    /// empty one without a path where another comes after it; strings always have a place.
    pub files: Vec<SourceFile>,
    /// What is wrong with them.
    pub diagnostics: Diagnostics,
}

/// Loads the content file called `path`. The other files are named in it, relative to its folder.
pub fn load(path: &str, world: &World) -> Loaded {
    let diagnostics = Diagnostics::default();
    let bytes = (world.read)(path).unwrap_or_else(|why| {
        diagnostics.error(
            GUIDE,
            0..0,
            why,
            message!("Проверьте путь: его называет ключ --content.", "Check the path: it is what --content names."),
        );
        Vec::new()
    });
    let mut files = Vec::new();
    add_file(&mut files, path, bytes, &diagnostics);
    let readable = diagnostics.is_empty();
    let (guide, phrases) = if readable { guide_file::read(&mut files, world, &diagnostics) } else { (None, None) };
    for (index, file) in files.iter().enumerate().take(PHRASES + 1) {
        markers::report(&file.text, index, &diagnostics);
    }
    Loaded { guide, phrases, files, diagnostics }
}

/// Adds a file that was read to `files`, and gives its text. Where it is too large or not in UTF-8, that is reported, and there is no
/// text.
fn add_file(files: &mut Vec<SourceFile>, path: &str, bytes: Vec<u8>, diagnostics: &Diagnostics) -> Option<String> {
    if bytes.len() > LARGEST_FILE {
        let (limit, size) = (LARGEST_FILE / 1_000_000, bytes.len().div_ceil(1_000_000));
        diagnostics.error(
            files.len(),
            0..0,
            message!(
                "файл содержания не бывает больше {limit} МБ, а в этом {size}",
                "a content file has at most {limit} MB, and this one has {size}"
            ),
            message!(
                "Проверьте, тот ли это файл; большой справочник разделите на несколько.",
                "Check that it is the right file; divide a large guide into several."
            ),
        );
        files.push(SourceFile { path: path.to_owned(), text: String::new(), bytes });
        return None;
    }
    let (shown, text) = match decode(bytes.clone()) {
        Ok(text) => (text.clone(), Some(text)),
        Err(refused) => {
            let NotUtf8 { shown, at, what, instead } = *refused;
            diagnostics.error(files.len(), at, what, instead);
            (shown, None)
        }
    };
    files.push(SourceFile { path: path.to_owned(), text: shown, bytes });
    text
}

impl Loaded {
    /// Every file that was read and that the guide is made of, as it was read: its own file, those of words, phrases and changes, pictures and
    /// files to download. Each has its path from the folder of the guide's file.
    pub fn sources(&self) -> Vec<ContentFile> {
        let texts = self.files.iter().filter(|file| !file.path.is_empty());
        let texts = texts.map(|file| ContentFile { path: self.relative(&file.path), bytes: file.bytes.clone() });
        texts.chain(self.guide.iter().flat_map(|guide| guide.files.iter().cloned())).collect()
    }

    /// The path of the guide's own file from its folder, which is its name.
    pub fn guide_path(&self) -> String {
        self.files.get(GUIDE).map_or_else(String::new, |file| self.relative(&file.path))
    }

    /// A path from the folder of the guide's file.
    fn relative(&self, path: &str) -> String {
        let folder = self.files.get(GUIDE).map_or("", |guide| sibling_path::folder(&guide.path));
        path.strip_prefix(folder).unwrap_or(path).to_owned()
    }

    /// Every diagnostic as a text for people in a language, in the order of the files and lines.
    pub fn report(&self, language: MessageLanguage) -> String {
        self.diagnostics.sorted().iter().map(|diagnostic| diagnostic.render(&self.files, language)).collect()
    }
}
