//! The archive that is handed out: the tool's own, compressed as much as deflate can be, which takes a hundred times as long as the
//! editor's users may wait for theirs. Its files are the same, in the same order.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, System, ZipArchive, ZipWriter};

/// Of the zip crate's levels this one is the first that takes Zopfli, with so many rounds more than ten.
const LEVEL: i64 = 24;

/// The same archive in fewer bytes.
pub fn recompressed(archive: &[u8]) -> zip::result::ZipResult<Vec<u8>> {
    let mut from = ZipArchive::new(Cursor::new(archive))?;
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut file = from.by_index(index)?;
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(LEVEL))
            .last_modified_time(file.last_modified().unwrap_or_default())
            .system(System::Unix)
            .unix_permissions(file.unix_mode().unwrap_or(0o644));
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        to.start_file(file.name()?.into_owned(), options)?;
        to.write_all(&bytes)?;
    }
    Ok(to.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_stay_and_take_fewer_bytes() {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let text: String = (0..3000).map(|number| format!("{} ", number * number % 977)).collect();
        for name in ["index.html", "папка/файл.txt"] {
            let options =
                SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).unix_permissions(0o644);
            writer.start_file(name, options).expect("a file");
            writer.write_all(text.as_bytes()).expect("its bytes");
        }
        let before = writer.finish().expect("an archive").into_inner();
        let after = recompressed(&before).expect("an archive");
        assert!(after.len() < before.len(), "{} of {}", after.len(), before.len());
        let mut archive = ZipArchive::new(Cursor::new(after)).expect("an archive");
        assert_eq!(archive.len(), 2);
        let mut file = archive.by_name("папка/файл.txt").expect("a file");
        let mut read = String::new();
        file.read_to_string(&mut read).expect("its text");
        assert!(read == text && file.unix_mode() == Some(0o100644));
    }
}
