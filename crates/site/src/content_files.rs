//! The pictures and the files to download of the content folder, as files of the site.

use guide_core::guide::Guide;

use crate::file::File;
use crate::hashes::asset_path;

/// The files of the guide, each with its path in the content folder.
pub fn content_files(guide: &Guide) -> Vec<(String, File)> {
    let files = guide.files.iter().map(|file| {
        let name = file.path.rsplit('/').next().unwrap_or(&file.path);
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "bin"));
        let path = asset_path(&plain_stem(stem), &ending.to_ascii_lowercase(), &file.bytes);
        (file.path.clone(), File::new(path, file.bytes.clone()))
    });
    files.collect()
}

/// The most bytes of such files that are kept on each phone for days without a network: with them every visit loads about five times as
/// much as without, in the background.
const KEPT_OFFLINE: usize = 1_500_000;

/// The files that are not kept on the phone: those that come when the most that is kept is reached, in the order of the steps.
pub fn not_kept_offline(files: &[(String, File)]) -> Vec<&(String, File)> {
    let mut kept = 0;
    let too_much = |(_, file): &&(String, File)| {
        let fits = kept + file.bytes.len() <= KEPT_OFFLINE;
        kept += if fits { file.bytes.len() } else { 0 };
        !fits
    };
    files.iter().filter(too_much).collect()
}

/// A name of small Latin letters, digits and hyphens, as every host and archive keeps it.
fn plain_stem(stem: &str) -> String {
    let mut plain = String::new();
    for c in stem.chars() {
        match c.to_ascii_lowercase() {
            c @ ('a'..='z' | '0'..='9') => plain.push(c),
            _ if !plain.ends_with('-') && !plain.is_empty() => plain.push('-'),
            _ => {}
        }
    }
    match plain.trim_end_matches('-') {
        "" => "file".to_owned(),
        plain => plain.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::plain_stem;

    #[test]
    fn names_become_plain() {
        assert_eq!(plain_stem("Blank_2027 (v2)"), "blank-2027-v2");
        assert_eq!(plain_stem("заявление"), "file");
        assert_eq!(plain_stem("заявление 5"), "5");
    }
}
