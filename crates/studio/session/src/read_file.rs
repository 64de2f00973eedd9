//! A file from the disk as a draft: a content file, or an archive that the editor has made. Whatever else it is, a sentence says so.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use guide_content::diagnostics::GUIDE;
use guide_content::message;
use guide_content::message::Message;
use guide_studio_model::{Bytes, Draft, FileRole, Node};
use serde::Deserialize;
use zip::ZipArchive;

use crate::files::{guide_tree, key_of, path, sibling, text_of};
use crate::former::upgraded;
use crate::state::{checked, default_words};
use crate::tree::tree_of;

/// A content file may have so many bytes.
const LARGEST_TEXT: usize = 3_000_000;
/// An archive may have so many bytes.
pub const LARGEST_ARCHIVE: usize = 60_000_000;
/// The content files of an archive may have so many bytes together, unpacked.
const LARGEST_CONTENT: usize = 20_000_000;
/// A content folder may have so many files.
const MOST_FILES: usize = 1000;
/// Where an archive says which content files it has.
const INDEX: &str = "content/index.json";

/// What a file holds.
pub struct ReadFile {
    /// The draft, in the present format.
    pub draft: Draft,
    /// What was changed where the file was in the former format, in sentences.
    pub changes: Vec<Message>,
}

/// The draft that a file holds. A content file alone takes its place among the files of `open`, the draft that is open.
pub fn read(name: &str, bytes: &[u8], open: &Draft) -> Result<ReadFile, Message> {
    let draft = if bytes.starts_with(b"PK") || has_ending(name, ".zip") {
        read_archive(name, bytes)?
    } else if bytes.len() > LARGEST_TEXT {
        let size = bytes.len().div_ceil(1_000_000);
        return Err(message!(
            "Файл «{name}» слишком велик для справочника: {size} МБ. Откройте файл .toml или архив .zip, который сохранил редактор.",
            "The file “{name}” is too large for a guide: {size} MB. Open a .toml file or a .zip archive that the editor has saved."
        ));
    } else {
        read_content_file(name, bytes, open)?
    };
    let (draft, changes) = upgraded(draft);
    Ok(ReadFile { draft, changes })
}

fn has_ending(name: &str, ending: &str) -> bool {
    name.to_lowercase().ends_with(ending)
}

/// A content file among the files of the draft that is open.
fn read_content_file(name: &str, bytes: &[u8], open: &Draft) -> Result<Draft, Message> {
    let file_name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let alone = Draft {
        guide: "guide.toml".into(),
        files: BTreeMap::from([("guide.toml".to_owned(), Bytes(bytes.to_vec()))]),
        url: None,
    };
    let Some(tree) = text_of(bytes).and_then(tree_of) else {
        return Err(not_readable(file_name, bytes, &alone));
    };
    let mut draft = open.clone();
    let content = Bytes(bytes.to_vec());
    match role(&tree, open) {
        Some(FileRole::Guide) => {
            if draft.guide.is_empty() {
                draft.guide =
                    if has_ending(file_name, ".toml") { file_name.to_owned() } else { "guide.toml".to_owned() };
            }
            draft.files.insert(draft.guide.clone(), content);
            Ok(draft)
        }
        Some(role) => {
            let guide = guide_tree(open).ok_or_else(|| {
                message!(
                    "«{file_name}» — только часть справочника. Сначала откройте сам справочник, потом эту часть.",
                    "“{file_name}” is only a part of a guide. Open the guide itself first, then this part."
                )
            })?;
            let known = path(open, Some(&guide), role);
            let path = known.unwrap_or_else(|| sibling(&open.guide, &format!("{}.toml", key_of(role))));
            draft.files.insert(path, content);
            Ok(draft)
        }
        None => Err(message!(
            "В файле «{file_name}» нет справочника: ни названия ([site]), ни шагов ([[step]]). Откройте файл, который лежит в папке content сайта.",
            "There is no guide in the file “{file_name}”: neither a name ([site]) nor steps ([[step]]). Open a file of the site’s content folder."
        )),
    }
}

/// What a content file is, by its keys; `None` where it is none.
fn role(tree: &Node, open: &Draft) -> Option<FileRole> {
    let Node::Table(entries) = tree else { return None };
    let has = |key: &str| entries.iter().any(|(name, _)| name == key);
    if has("step") || has("site") && has("start") {
        return Some(FileRole::Guide);
    }
    let is_words = |words: &Node| !entries.is_empty() && entries.iter().all(|(name, _)| words.get(name).is_some());
    if entries.iter().any(|(_, section)| section.get("phrases").is_some_and(|lines| lines.text().is_some())) {
        return Some(FileRole::Phrases);
    }
    default_words(open).is_some_and(|words| is_words(&words)).then_some(FileRole::Words)
}

/// Why a file can't be read as TOML: what the tool says of it, at its line.
fn not_readable(name: &str, bytes: &[u8], alone: &Draft) -> Message {
    let looks_like_text = !bytes.is_empty() && bytes.iter().filter(|byte| **byte == 0).count() == 0;
    let loaded = checked(alone, "");
    let first = loaded.diagnostics.sorted().into_iter().find(|diagnostic| diagnostic.file == GUIDE);
    let is_close = text_of(bytes).is_some_and(|text| text.contains("[[step]]") || text.contains("[site]"));
    match (first, loaded.files.first()) {
        (Some(first), Some(file)) if is_close || text_of(bytes).is_none() && looks_like_text => {
            let before = file.text.get(..file.text.floor_char_boundary(first.at.start)).unwrap_or_default();
            let line = before.matches('\n').count() + 1;
            message!(
                what = first.what;
                instead = first.instead;
                "В файле «{name}» ошибка, строка {line}: {what}. {instead}",
                "There is an error in the file “{name}”, line {line}: {what}. {instead}"
            )
        }
        _ => message!(
            "«{name}» — не справочник. Откройте файл .toml из папки content или архив .zip, который сохранил редактор.",
            "“{name}” is no guide. Open a .toml file of a content folder or a .zip archive that the editor has saved."
        ),
    }
}

/// What an archive's index says: the path of the guide, where each content file lies, and the address that the site was built for.
#[derive(Deserialize)]
struct Index {
    guide: String,
    files: BTreeMap<String, String>,
    url: Option<String>,
}

fn read_archive(name: &str, bytes: &[u8]) -> Result<Draft, Message> {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    if bytes.len() > LARGEST_ARCHIVE {
        return Err(too_large(name, bytes.len()));
    }
    let broken = || {
        message!(
            "Архив «{name}» повреждён и не открывается. Скачайте или скопируйте его ещё раз.",
            "The archive “{name}” is damaged and can’t be opened. Download or copy it again."
        )
    };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?;
    // Whoever packs a folder has its name before all others.
    let is_index = |path: &String| *path == INDEX || path.ends_with(&format!("/{INDEX}"));
    let paths = archive.file_names().filter_map(|path| path.ok().map(|path| path.into_owned()));
    let index_path = paths.filter(is_index).min_by_key(String::len);
    let index_path = index_path.ok_or_else(|| {
        message!(
            "В архиве «{name}» нет содержания справочника (папки content). Откройте архив, который сохранил редактор.",
            "The archive “{name}” has no content of a guide (no folder content). Open an archive that the editor has saved."
        )
    })?;
    let folder = index_path.strip_suffix(INDEX).unwrap_or_default().to_owned();
    let mut left = LARGEST_CONTENT;
    let mut unpack = |path: &str| -> Result<Vec<u8>, Message> {
        let missing = || {
            message!(
                "В архиве «{name}» нет файла {path}, хотя он назван в списке.",
                "The archive “{name}” lacks the file {path}, which its list names."
            )
        };
        let index = archive.index_for_name(path).ok_or_else(missing)?;
        let entry = archive.by_index(index).map_err(|_| broken())?;
        let mut unpacked = Vec::new();
        // One byte more than may be: what an archive says of its sizes need not be true.
        entry.take(left as u64 + 1).read_to_end(&mut unpacked).map_err(|_| broken())?;
        left = left.checked_sub(unpacked.len()).ok_or_else(|| {
            let most = LARGEST_CONTENT / 1_000_000;
            message!(
                "Содержание в архиве «{name}» больше {most} МБ: это не справочник.",
                "The content in the archive “{name}” has more than {most} MB: that is no guide."
            )
        })?;
        Ok(unpacked)
    };
    let index: Index = serde_json::from_slice(&unpack(&index_path)?).map_err(|_| {
        message!(
            "В архиве «{name}» не читается список файлов {INDEX}. Откройте архив, который сохранил редактор.",
            "The list of files {INDEX} in the archive “{name}” can’t be read. Open an archive that the editor has saved."
        )
    })?;
    if index.files.len() > MOST_FILES || !index.files.contains_key(&index.guide) {
        return Err(message!(
            "В архиве «{name}» список файлов {INDEX} — не от справочника.",
            "The list of files {INDEX} in the archive “{name}” is not that of a guide."
        ));
    }
    let mut files = BTreeMap::new();
    for (path, place) in &index.files {
        if !is_inside(path) || !is_inside(place) {
            return Err(message!(
                "В архиве «{name}» файл назван так, что он лёг бы мимо папки справочника: «{path}».",
                "A file in the archive “{name}” has a name that leads out of the guide’s folder: “{path}”."
            ));
        }
        files.insert(path.clone(), Bytes(unpack(&format!("{folder}{place}"))?));
    }
    let draft = Draft { guide: index.guide, files, url: index.url };
    let guide = draft.files.get(&draft.guide).map(|bytes| bytes.0.clone()).unwrap_or_default();
    match text_of(&guide).and_then(tree_of) {
        Some(tree) if role(&tree, &draft) == Some(FileRole::Guide) => Ok(draft),
        Some(_) => {
            let guide = &draft.guide;
            Err(message!(
                "В архиве «{name}» файл {guide} — не справочник.",
                "The file {guide} in the archive “{name}” is no guide."
            ))
        }
        None => Err(not_readable(&draft.guide, &guide, &draft)),
    }
}

/// The sentence that says that an archive of so many bytes is too large.
pub fn too_large(name: &str, bytes: usize) -> Message {
    let size = bytes.div_ceil(1_000_000);
    message!("Архив «{name}» слишком велик: {size} МБ.", "The archive “{name}” is too large: {size} MB.")
}

/// Whether a path leads to a file below its folder.
pub fn is_inside(path: &str) -> bool {
    let is_name = |part: &str| !matches!(part, "" | "." | "..") && !part.contains(':');
    !path.contains('\\') && !path.chars().any(char::is_control) && path.split('/').all(is_name)
}
