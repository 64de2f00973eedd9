//! Reads the pictures and the files to download that the texts of a guide name.

use std::collections::BTreeMap;
use std::ops::Range;

use guide_core::guide::{ContentFile, Guide};
use guide_core::rich_text::LinkTarget;

use super::sibling_path::sibling_path;
use crate::World;
use crate::diagnostics::{Diagnostics, GUIDE};
use crate::files::{self, FileFault, LARGEST_TOTAL};
use crate::markup::file_path;
use crate::message;
use crate::message::Message;

/// Reads every file that the guide names into it, and the sizes of its pictures. One that can't be read or that the site should not
/// have is reported where it is named.
pub fn read(guide: &mut Guide, guide_path: &str, world: &World, diagnostics: &Diagnostics) {
    let mut reader = FileReader { guide_path, world, diagnostics, known: BTreeMap::new(), files: Vec::new(), total: 0 };
    for picture in guide.steps.iter_mut().filter_map(|step| step.picture.as_mut()) {
        let size = reader.file(&picture.file, &picture.file.at, |bytes, name| {
            let picture = files::picture(bytes, name)?;
            Ok((picture.width, picture.height))
        });
        (picture.width, picture.height) = size.unwrap_or_default();
    }
    for text in guide.rich_texts() {
        for target in text.links() {
            if let LinkTarget::File(path) = target {
                reader.file(path, &text.at, |bytes, name| files::download(bytes, name).map(|_| (0, 0)));
            }
        }
    }
    guide.files = reader.files;
}

/// Pixels.
type Size = (u32, u32);

struct FileReader<'f> {
    guide_path: &'f str,
    world: &'f World<'f>,
    diagnostics: &'f Diagnostics,
    /// What is known of each file that was read; `None` where it was refused.
    known: BTreeMap<String, Option<Size>>,
    files: Vec<ContentFile>,
    /// Of the files so far, bytes.
    total: usize,
}

impl FileReader<'_> {
    /// Reads a file once. Returns what `check` says of it; `None` where it is refused, which is reported at `at`.
    fn file(
        &mut self,
        path: &str,
        at: &Range<usize>,
        check: impl Fn(&[u8], &str) -> Result<Size, FileFault>,
    ) -> Option<Size> {
        if path.is_empty() {
            return None;
        }
        if let Some(known) = self.known.get(path) {
            return *known;
        }
        let size = self.read(path, at, check);
        self.known.insert(path.to_owned(), size);
        size
    }

    fn read(
        &mut self,
        path: &str,
        at: &Range<usize>,
        check: impl Fn(&[u8], &str) -> Result<Size, FileFault>,
    ) -> Option<Size> {
        let error = |what: Message, instead: Message| {
            self.diagnostics.error(GUIDE, at.clone(), what, instead);
            None
        };
        if file_path(path).is_err() {
            return error(
                message!("«{path}» — не файл из папки справочника", "“{path}” is not a file of the guide's folder"),
                message!(
                    "Положите файл рядом с этим и назовите его имя, например: \"blank.png\"",
                    "Put the file beside this one and write its name, for example: \"blank.png\""
                ),
            );
        }
        let bytes = match (self.world.read)(&sibling_path(self.guide_path, path)) {
            Ok(bytes) => bytes,
            Err(why) => {
                return error(
                    why,
                    message!(
                        "Положите файл в папку справочника или исправьте имя; большие и маленькие буквы важны.",
                        "Put the file into the guide's folder or correct its name; capital and small letters matter."
                    ),
                );
            }
        };
        match check(&bytes, path) {
            Err(fault) => {
                let (what, instead) = fault.sentences(path);
                error(what, instead)
            }
            Ok(_) if self.total + bytes.len() > LARGEST_TOTAL => error(
                message!(
                    "с файлом «{path}» картинки и файлы вместе больше {} МБ",
                    "with the file “{path}” the pictures and files have more than {} MB together",
                    LARGEST_TOTAL / 1_000_000
                ),
                message!(
                    "Уменьшите картинки или оставьте на большой файл ссылку: [текст](https://…)",
                    "Make the pictures smaller, or only link to the large file: [text](https://…)"
                ),
            ),
            Ok(size) => {
                self.total += bytes.len();
                self.files.push(ContentFile { path: path.to_owned(), bytes });
                Some(size)
            }
        }
    }
}
