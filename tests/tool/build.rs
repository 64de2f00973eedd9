//! `guide build`.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use crate::{SMALL, content, guide, stderr, stdout};

pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            files.extend(
                self::files(&entry.path()).into_iter().map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)),
            );
        } else {
            files.insert(name, std::fs::read(entry.path()).expect("a file"));
        }
    }
    files
}

#[test]
fn a_build_is_complete_or_changes_nothing() {
    let (folder, path) = content(SMALL);
    let dist = folder.path().join("site/dist");
    let out = dist.to_string_lossy().into_owned();

    // Broken content creates nothing, not even the folder.
    std::fs::write(&path, SMALL.replace("next = \"hotline\"", "next = \"nowhere\"")).expect("the content");
    let broken = guide(&["build", "--content", &path, "--out", &out]);
    assert_eq!(broken.status.code(), Some(1));
    assert!(stderr(&broken).contains("шага «nowhere» нет"), "{}", stderr(&broken));
    assert!(!folder.path().join("site").exists());

    std::fs::write(&path, SMALL).expect("the content");
    let built = guide(&["build", "--content", &path, "--out", &out]);
    assert_eq!(built.status.code(), Some(0), "{}", stderr(&built));
    assert!(!stderr(&built).contains("QR"), "{}", stderr(&built));
    let sizes = stdout(&built);
    assert!(sizes.contains("index.html") && sizes.contains("brotli") && sizes.contains("JS + wasm"), "{sizes}");
    let first = files(&dist);
    for name in [
        "index.html",
        "index.html.br",
        "index.html.gz",
        "404.html",
        "print/index.html",
        "print/poster/index.html",
        "print.js",
    ] {
        assert!(first.contains_key(name), "{name} among {:?}", first.keys());
    }

    // A later mistake leaves the site as it was, to the byte.
    std::fs::write(&path, SMALL.replace("[site]", "[sight]")).expect("the content");
    let broken = guide(&["build", "--content", &path, "--out", &out]);
    assert_eq!(broken.status.code(), Some(1));
    assert!(files(&dist) == first, "the old site is untouched");

    // The same content builds the same bytes; another sentence changes the page and leaves the program alone. Without the
    // site's URL there are no QR codes, and the tool says so.
    let changed = SMALL.replace("Не чините сами.", "Не чините самостоятельно.").replace("\nurl = ", "\n# url = ");
    std::fs::write(&path, changed).expect("the content");
    let built = guide(&["build", "--content", &path, "--out", &out]);
    assert_eq!(built.status.code(), Some(0));
    assert_eq!(stderr(&built).matches("QR").count(), 1, "{}", stderr(&built));
    let second = files(&dist);
    assert!(String::from_utf8_lossy(&second["index.html"]).contains("самостоятельно"));
    let assets = |files: &BTreeMap<String, Vec<u8>>| {
        files
            .iter()
            .filter(|(name, _)| name.starts_with("assets/"))
            .map(|(name, bytes)| (name.clone(), bytes.clone()))
            .collect::<Vec<_>>()
    };
    assert!(assets(&first) == assets(&second), "no sentence is in the program");
    assert_eq!(
        std::fs::read_dir(folder.path().join("site")).expect("a folder").count(),
        1,
        "nothing is left lying about"
    );
}

#[test]
fn compressed_files_decompress_to_the_files() {
    use std::io::Read;
    let (folder, path) = content(SMALL);
    let dist = folder.path().join("dist");
    let built = guide(&["build", "--content", &path, "--out", &dist.to_string_lossy()]);
    assert_eq!(built.status.code(), Some(0), "{}", stderr(&built));
    let files = files(&dist);
    let (mut gzip, mut brotli) = (0, 0);
    for (name, bytes) in &files {
        let mut unpacked = Vec::new();
        if let Some(raw) = name.strip_suffix(".gz") {
            flate2::read::GzDecoder::new(bytes.as_slice()).read_to_end(&mut unpacked).expect("gzip");
            assert!(unpacked == files[raw], "{name}");
            gzip += 1;
        } else if let Some(raw) = name.strip_suffix(".br") {
            brotli::BrotliDecompress(&mut bytes.as_slice(), &mut unpacked).expect("brotli");
            assert!(unpacked == files[raw], "{name}");
            brotli += 1;
        }
    }
    assert!(gzip >= 4 && brotli >= 4, "{gzip} {brotli}");
}

/// The page can show all characters, the picture only those of its font: missing ones are named, and the site is built.
#[test]
fn characters_missing_from_the_picture_font_are_named() {
    let (folder, path) = content(&SMALL.replace("name = \"Справочник\"", "name = \"Справочник 🐈漢\""));
    let out = folder.path().join("dist");
    let built = guide(&["build", "--content", &path, "--out", &out.to_string_lossy()]);
    assert_eq!(built.status.code(), Some(0), "{}", stderr(&built));
    assert!(stderr(&built).contains("знаков, которых нет в их шрифте: 🐈漢\n"), "{}", stderr(&built));
    assert!(out.join("embed/picture.png").exists() && out.join("embed/square.png").exists());
}

/// An empty search model is refused with a message, and the site stays as it was.
#[test]
fn an_empty_search_model_is_refused() {
    let (folder, path) = content(include_str!("../data/any-order.toml"));
    let out = folder.path().join("dist");
    let phrases = "[repair]\nphrases = ''\n[line]\nphrases = ''\n[other]\nphrases = ''\n";
    std::fs::write(folder.path().join("content/any-order-phrases.toml"), phrases).expect("the phrases");
    let output = guide(&["build", "--content", &path, "--out", &out.to_string_lossy()]);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    assert!(stderr(&output).contains("поиск ничему не научился"), "{}", stderr(&output));
    assert!(!out.exists());
}

#[test]
fn an_archive_alone_makes_no_folder_and_takes_the_place_of_archives_only() {
    let (folder, path) = content(SMALL);
    let (zip, other) = (folder.path().join("site.zip"), folder.path().join("notes.txt"));
    let build = |target: &Path| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_guide"));
        command.args(["build", "--content", &path, "--zip"]).arg(target).current_dir(folder.path());
        command.env("LC_ALL", "ru_RU.UTF-8").output().expect("the tool runs")
    };
    for _ in 0..2 {
        let built = build(&zip);
        assert_eq!(built.status.code(), Some(0), "{}", stderr(&built));
        assert!(std::fs::read(&zip).expect("the archive").starts_with(b"PK"));
    }
    std::fs::write(&other, "mine").expect("a file");
    for target in [other.as_path(), folder.path()] {
        let refused = build(target);
        assert_eq!(refused.status.code(), Some(2), "{}", stderr(&refused));
        assert!(stderr(&refused).contains("это не архив"), "{}", stderr(&refused));
    }
    assert_eq!(std::fs::read_to_string(&other).expect("the file"), "mine");
    assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 3, "the content, the archive, the notes");
}

/// On a machine that has neither the sources nor cargo, a copy of the tool builds the site, and it is the one that is built in memory.
#[test]
fn the_tool_alone_builds_the_site_that_is_built_in_memory() {
    let (folder, path) = content(SMALL);
    let tool = folder.path().join("guide-copy");
    std::fs::copy(env!("CARGO_BIN_EXE_guide"), &tool).expect("a copy of the tool");
    let mut command = Command::new(&tool);
    command.args(["build", "--content", &path, "--out", "dist", "--zip", "site.zip"]).env_clear().env("PATH", "");
    let built = command.current_dir(folder.path()).output().expect("the tool runs");
    assert_eq!(built.status.code(), Some(0), "{}", stderr(&built));

    let loaded = crate::small_guide::checked(&path, &|path| std::fs::read(path).map_err(|why| why.to_string()));
    let guide = loaded.guide.as_ref().expect("a guide");
    let (phrases, sources, guide_path) = (loaded.phrases.as_ref(), &loaded.sources(), &loaded.guide_path());
    let input = guide_site::SiteInput { guide, phrases, sources, guide_path, url: None };
    let site = guide_site::build(&input, &guide_site::Assets::included(), &mut |_| {}).expect("a site");
    // The archive is the one that the editor saves.
    let archive = guide_site::archive(&site).expect("an archive");
    assert!(archive == std::fs::read(folder.path().join("site.zip")).expect("the archive"), "the archive differs");
    let in_memory: BTreeMap<String, Vec<u8>> = site.files.into_iter().map(|file| (file.path, file.bytes)).collect();
    let mut on_disk = files(&folder.path().join("dist"));
    on_disk.retain(|path, _| ![".gz", ".br"].iter().any(|ending| path.ends_with(ending)) && path != ".guide-files");
    let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&on_disk), names(&in_memory));
    for (path, bytes) in &on_disk {
        assert!(*bytes == in_memory[path], "{path} differs");
    }
}
