//! The list of all files of a site with their hashes, and the settings for hosts that name it.
//!
//! Its name has its own hash, so a site has one of a name that no other version has. `guide build` makes a compressed copy beside each file,
//! and so beside this list; the editor makes none. Where a host has the list's copy, the copies beside the other files are of this very
//! version. Without that, whoever unpacks the editor's archive over a site with copies would go on sending the former version.

use std::fmt::Write;

use crate::file::File;
use crate::hashes::{integrity, version};
use crate::public_files::HOST_FILES;
use crate::site_error::SiteError;
use crate::template::fill;

/// Stands in settings for hosts in place of the list's path.
const PLACEHOLDER: &str = "GUIDE_LIST";

/// The list of these files, which are all others of the site. Its path is written into the settings for hosts among them.
pub fn file_list(files: &mut [File]) -> Result<File, SiteError> {
    let mut list = String::new();
    for file in files.iter().filter(|file| !HOST_FILES.contains(&&*file.path)) {
        _ = writeln!(list, "{} {}", integrity(&file.bytes), file.path);
    }
    let path = format!("files-{}.txt", version(list.as_bytes()));
    for file in files.iter_mut().filter(|file| HOST_FILES.contains(&&*file.path)) {
        let text = String::from_utf8_lossy(&file.bytes);
        if text.contains(PLACEHOLDER) {
            file.bytes = fill(&text, &[(PLACEHOLDER, &path)])?.into_bytes();
        }
    }
    Ok(File::new(path, list))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_changes_with_every_file_and_settings_have_it() {
        let listed = |page: &str| {
            let mut files = [File::new("index.html", page), File::new(".htaccess", "-f GUIDE_LIST.gz")];
            let list = file_list(&mut files).expect("a list");
            assert_eq!(files[1].bytes, format!("-f {}.gz", list.path).into_bytes());
            assert_eq!(list.bytes, format!("{} index.html\n", integrity(page.as_bytes())).into_bytes());
            list.path
        };
        assert_eq!(listed("<p>"), listed("<p>"));
        assert_ne!(listed("<p>"), listed("<b>"));
    }
}
