//! The content files in the site, as they were read: the editor opens the site by them, and whoever keeps it has them.

use std::collections::BTreeMap;

use guide_content::latin;
use guide_core::guide::{ContentFile, Guide};
use guide_core::pages::{CHANGES_FILE, CONTENT_FOLDER, CONTENT_INDEX};

use crate::file::File;
use crate::site_error::SiteError;

/// The content files, and the index that says which file each was. `guide_path` is the path of the guide's own file, `url` the address that
/// was told besides the content.
pub fn source_files(sources: &[ContentFile], guide_path: &str, url: Option<&str>) -> Result<Vec<File>, SiteError> {
    // By their paths, so that a file that was read twice is there once.
    let sources: BTreeMap<&str, &[u8]> = sources.iter().map(|file| (&*file.path, &*file.bytes)).collect();
    let mut files: Vec<File> = Vec::new();
    let mut index: BTreeMap<&str, String> = BTreeMap::new();
    for (path, bytes) in sources {
        let plain = free_path(&plain_path(path), &files);
        index.insert(path, plain.clone());
        files.push(File::new(plain, bytes));
    }
    let json = |why: serde_json::Error| SiteError::Json(why.to_string());
    let guide = serde_json::to_string(guide_path).map_err(json)?;
    let index = serde_json::to_string(&index).map_err(json)?;
    let url = match url {
        Some(url) => format!(",\"url\":{}", serde_json::to_string(url).map_err(json)?),
        None => String::new(),
    };
    files.push(File::new(CONTENT_INDEX, format!("{{\"guide\":{guide},\"files\":{index}{url}}}\n")));
    Ok(files)
}

/// The list of changes as it was written, beside the page that is made of it; `None` where the guide has none.
pub fn changes_file(guide: &Guide, sources: &[ContentFile]) -> Option<File> {
    guide.last_change()?;
    let path = guide.changes_file.as_ref()?;
    let file = sources.iter().find(|file| file.path == path.value)?;
    Some(File::new(CHANGES_FILE, file.bytes.clone()))
}

/// The path in the site of a content file: its own, where every host and archive keeps that, else in Latin letters. It never leads out of
/// the folder.
fn plain_path(path: &str) -> String {
    let parts = path.split(['/', '\\']).filter(|part| !matches!(*part, "" | "." | ".."));
    let parts: Vec<String> = parts.map(plain_name).collect();
    format!("{CONTENT_FOLDER}{}", parts.join("/"))
}

fn plain_name(name: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    if name.chars().all(is_plain) && !name.starts_with('.') {
        return name.to_owned();
    }
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let stem = latin::id(stem).unwrap_or_else(|| "file".to_owned());
    match latin::id(ending) {
        Some(ending) => format!("{stem}.{ending}"),
        None => stem,
    }
}

/// The path itself, or with a number where another file has it. Large and small letters are one where people unzip archives.
fn free_path(path: &str, files: &[File]) -> String {
    let is_taken = |path: &str| {
        path.eq_ignore_ascii_case(CONTENT_INDEX) || files.iter().any(|file| file.path.eq_ignore_ascii_case(path))
    };
    let dot = path.rfind('.').filter(|dot| path.rfind('/') < Some(*dot)).unwrap_or(path.len());
    let numbered = (2..).map(|number| format!("{}-{number}{}", &path[..dot], &path[dot..]));
    std::iter::once(path.to_owned()).chain(numbered).find(|path| !is_taken(path)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The index and the files of the site for content files of these paths, each with another content.
    fn built(paths: &[&str]) -> (serde_json::Value, BTreeMap<String, Vec<u8>>) {
        let source =
            |(number, path): (usize, &&str)| ContentFile { path: (*path).to_owned(), bytes: vec![number as u8] };
        let sources: Vec<ContentFile> = paths.iter().enumerate().map(source).collect();
        let files = source_files(&sources, paths[0], None).expect("files");
        let mut files: BTreeMap<String, Vec<u8>> = files.into_iter().map(|file| (file.path, file.bytes)).collect();
        let index = files.remove(CONTENT_INDEX).expect("an index");
        (serde_json::from_slice(&index).expect("JSON"), files)
    }

    #[test]
    fn each_file_has_a_plain_path_of_its_own() {
        let paths = [
            "ivanovo.toml",
            "Words_2.toml",
            "фразы.toml",
            "files/Бланк № 5.PDF",
            "../common/phrases.toml",
            "files\\blank.png",
            "фразы.TOML",
            "日本",
            "index.json",
            ".hidden",
            "IVANOVO.toml",
        ];
        let (index, files) = built(&paths);
        assert_eq!(index["guide"], "ivanovo.toml");
        let wanted = [
            "content/ivanovo-2.toml",
            "content/Words_2.toml",
            "content/frazy-2.toml",
            "content/files/blank-5.pdf",
            "content/common/phrases.toml",
            "content/files/blank.png",
            "content/frazy.toml",
            "content/file",
            "content/index-2.json",
            "content/file.hidden",
            "content/IVANOVO.toml",
        ];
        assert_eq!(index["files"].as_object().expect("files").len(), paths.len());
        assert_eq!(files.len(), paths.len());
        for (number, path) in paths.iter().enumerate() {
            let plain = index["files"][path].as_str().expect("a path");
            assert_eq!(plain, wanted[number], "{path}");
            assert_eq!(files[plain], [number as u8], "{path}");
        }
    }

    #[test]
    fn a_file_that_was_read_twice_is_there_once() {
        let (index, files) = built(&["guide.toml", "texts.toml", "texts.toml"]);
        assert_eq!((index["files"].as_object().expect("files").len(), files.len()), (2, 2));
    }
}
