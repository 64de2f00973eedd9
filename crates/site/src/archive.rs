//! A whole site as one archive, to be unpacked on its host.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use crate::Site;
use crate::site_error::SiteError;

/// The file of the archive that says how the site is put onto a host. It is not part of the site.
const README: (&str, &str) = ("kak-vylozhit.txt", include_str!("archive/kak-vylozhit.txt"));

/// The files of a site as a zip archive, with a note on how to put them onto a host. The same site gives the same bytes: every file has
/// the date that the format begins with.
pub fn archive(site: &Site) -> Result<Vec<u8>, SiteError> {
    let readme = format!("\u{feff}{}", README.1.replace('\n', "\r\n"));
    let files = site.files.iter().map(|file| (file.path.as_str(), file.bytes.as_slice()));
    zip(files.chain([(README.0, readme.as_bytes())])).map_err(|why| SiteError::Archive(why.to_string()))
}

fn zip<'f>(files: impl Iterator<Item = (&'f str, &'f [u8])>) -> zip::result::ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        // Whatever system this runs on.
        .system(System::Unix)
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        archive.start_file(path, options)?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}
