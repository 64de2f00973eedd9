//! A site as an archive, read by a program that has nothing to do with this one.

use guide_content::message::MessageLanguage;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use guide_site::{Assets, Site, SiteInput, archive, build};

#[allow(dead_code)]
#[path = "../../../tests/shared/small_guide.rs"]
mod small_guide;

/// The site of the small guide in a content file whose name is not in Latin letters.
fn site() -> Site {
    let read = |path: &str| match path {
        "справочник.toml" => Ok(small_guide::SMALL.into()),
        other => Err(format!("there is no {other}")),
    };
    let loaded = small_guide::checked("справочник.toml", &read);
    assert_eq!(loaded.diagnostics.errors(), 0, "{}", loaded.report(MessageLanguage::Russian));
    let guide = loaded.guide.as_ref().expect("a guide");
    let input =
        SiteInput { guide, phrases: None, sources: &loaded.sources(), guide_path: &loaded.guide_path(), url: None };
    build(&input, &Assets::included(), &mut |_| {}).expect("a site")
}

fn files_below(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        match entry.path().is_dir() {
            true => files_below(&entry.path(), &format!("{name}/"), files),
            false => _ = files.insert(name, std::fs::read(entry.path()).expect("a file")),
        }
    }
}

#[test]
fn an_archive_is_unpacked_into_the_files_of_the_site() {
    let site = site();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("site.zip");
    std::fs::write(&path, archive(&site).expect("an archive")).expect("a file");
    let unpacked = folder.path().join("site");
    let python = Command::new("python3").args(["-m", "zipfile", "-e"]).arg(&path).arg(&unpacked).output();
    let python = python.expect("python3 runs");
    assert!(python.status.success(), "{}", String::from_utf8_lossy(&python.stderr));

    let mut files = BTreeMap::new();
    files_below(&unpacked, "", &mut files);
    let readme = files.remove("kak-vylozhit.txt").expect("a note on how to put it onto a host");
    assert_eq!(files.len(), site.files.len());
    for file in &site.files {
        assert!(files.get(&file.path).is_some_and(|bytes| *bytes == file.bytes), "{} differs", file.path);
    }
    assert!(files.contains_key("content/spravochnik.toml"), "{:?}", files.keys());

    let readme = String::from_utf8(readme).expect("UTF-8");
    let lines: Vec<&str> = readme.strip_prefix('\u{feff}').expect("a mark for old editors").split("\r\n").collect();
    assert_eq!((lines.len(), lines[10]), (11, ""), "ten lines: {readme}");
    let words = [
        "Хостинг школы",
        ".htaccess",
        "nginx.conf",
        "caddy.conf",
        "GitHub Pages",
        "GitLab",
        "Cloudflare Pages",
        "в одну папку",
        "Проверьте",
        "guide verify",
    ];
    for word in words {
        assert!(readme.contains(word), "{word}: {readme}");
    }
}

#[test]
fn an_archive_has_plain_names_and_no_moment() {
    let bytes = archive(&site()).expect("an archive");
    assert!(bytes == archive(&site()).expect("an archive"), "another time, other bytes");
    let mut rest = &bytes[..];
    let mut entries = 0;
    // The list at the end of the archive: an entry has its date at byte 12 and the length of its name at byte 28.
    while let Some(at) = rest.windows(4).position(|four| four == b"PK\x01\x02") {
        let entry = &rest[at..];
        assert_eq!(entry[12..16], [0, 0, 0x21, 0], "the first of January 1980, midnight");
        let length = usize::from(u16::from_le_bytes([entry[28], entry[29]]));
        let name = &entry[46..46 + length];
        assert!(name.iter().all(|byte| byte.is_ascii_graphic()), "{}", String::from_utf8_lossy(name));
        (entries, rest) = (entries + 1, &entry[46 + length..]);
    }
    assert_eq!(entries, site().files.len() + 1);
}
