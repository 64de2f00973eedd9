//! An archive of a site, or any other file, as what the editor would open.

use std::fs;
use std::path::Path;

use guide_content::message::Message;
use guide_studio_model::Draft;
use guide_studio_session::read_file::{LARGEST_ARCHIVE, ReadFile, read, too_large};

use crate::disk::unreadable;

/// Whether a file is an archive, by its name or by how it begins.
pub fn is_archive(path: &Path) -> bool {
    use std::io::Read;
    let mut begin = Vec::new();
    let begins = fs::File::open(path).and_then(|file| file.take(2).read_to_end(&mut begin)).is_ok();
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip")) || (begins && begin == b"PK")
}

/// The content that an archive holds, with its bytes.
pub fn open(path: &Path) -> Result<(ReadFile, Vec<u8>), Message> {
    let name = path.to_string_lossy();
    let failed = |why: std::io::Error| unreadable(path, &why);
    // What is far too large is not even read.
    let size = usize::try_from(fs::metadata(path).map_err(failed)?.len()).unwrap_or(usize::MAX);
    if size > LARGEST_ARCHIVE {
        return Err(too_large(&name, size));
    }
    let bytes = fs::read(path).map_err(failed)?;
    Ok((read(&name, &bytes, &Draft::default())?, bytes))
}
