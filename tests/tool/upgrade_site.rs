//! `guide upgrade SITE.zip`: a site of an older version becomes one of this version, with its content.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};

use crate::bad_archives::zip;
use crate::{SMALL, guide, stderr, stdout};

/// The files of an archive.
fn unzipped(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut files = BTreeMap::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).expect("an entry");
        let mut content = Vec::new();
        entry.read_to_end(&mut content).expect("its bytes");
        files.insert(entry.name().expect("a name").into_owned(), content);
    }
    files
}

/// The name of the archive that is made of one called `site.zip`.
fn new_name() -> String {
    format!("site-{}.zip", env!("CARGO_PKG_VERSION"))
}

/// Every archive of a version that was released, by its path.
fn released() -> Vec<std::path::PathBuf> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/data/sites");
    let entries = fs::read_dir(folder).expect("the sites").flatten().map(|entry| entry.path());
    let mut sites: Vec<_> = entries.filter(|path| path.extension().is_some_and(|ending| ending == "zip")).collect();
    sites.sort();
    sites
}

#[test]
fn the_sites_of_earlier_versions_keep_their_content() {
    let sites = released();
    assert!(!sites.is_empty());
    for site in sites {
        let folder = tempfile::tempdir().expect("a folder");
        let old = fs::read(&site).expect("the site");
        fs::write(folder.path().join("site.zip"), &old).expect("a copy");
        let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
        let trial = guide(&["upgrade", &path("site.zip"), "--dry-run"]);
        assert_eq!(trial.status.code(), Some(0), "{}", stderr(&trial));
        assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 1, "a trial writes nothing");

        let upgraded = guide(&["upgrade", &path("site.zip")]);
        assert_eq!(upgraded.status.code(), Some(0), "{}", stderr(&upgraded));
        assert!(fs::read(folder.path().join("site.zip")).expect("the site") == old, "it stays as it was");
        let new = match stdout(&upgraded).contains("менять нечего") {
            true => old.clone(),
            false => fs::read(folder.path().join(new_name())).expect("the new site"),
        };
        // What it says is what it said, and everything else is what this tool builds of that.
        let (old, new) = (unzipped(&old), unzipped(&new));
        for (path, bytes) in old.iter().filter(|(path, _)| path.starts_with("content/")) {
            assert!(new.get(path) == Some(bytes), "{}: {path}", site.display());
        }
        let built = guide(&["new", &path("copy"), "--from", &site.to_string_lossy()]);
        assert_eq!(built.status.code(), Some(0), "its content opens: {}", stderr(&built));
        assert!(new.contains_key("index.html") && new.contains_key("editor/worker.wasm"));
    }
}

/// As the editor before this format had it: `[hotline]` and a whole file of words.
#[test]
fn content_of_the_former_format_is_upgraded_and_the_address_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let index = "{\"guide\":\"ivanovo.toml\",\"files\":{\"ivanovo.toml\":\"content/ivanovo.toml\",\"ru.toml\":\"content/ru.toml\",\
                 \"phrases.toml\":\"content/phrases.toml\"},\"url\":\"https://example.ru/navigator/\"}";
    let phrases = "[none]\nphrases = '''\nпогода\nкино\n'''\n[forgot-email]\nphrases = '''\nзабыла почту\nне помню адрес почты\n'''\n";
    let old = zip(&[
        ("index.html", b"<!doctype html>"),
        ("content/index.json", index.as_bytes()),
        ("content/ivanovo.toml", include_bytes!("../data/old-format/ivanovo.toml")),
        ("content/ru.toml", include_bytes!("../data/old-format/ru.toml")),
        ("content/phrases.toml", phrases.as_bytes()),
    ]);
    fs::write(folder.path().join("site.zip"), &old).expect("a file");
    fs::write(folder.path().join(new_name()), "somebody's").expect("a file");

    let upgraded = guide(&["upgrade", &path("site.zip")]);
    assert_eq!(upgraded.status.code(), Some(0), "{}", stderr(&upgraded));
    for said in ["раздел [hotline] стал контактом", env!("CARGO_PKG_VERSION"), "Записан "] {
        assert!(stdout(&upgraded).contains(said), "{said}: {}", stdout(&upgraded));
    }
    assert_eq!(fs::read_to_string(folder.path().join(new_name())).expect("the file"), "somebody's");
    let second = new_name().replace(".zip", "-2.zip");
    let new = unzipped(&fs::read(folder.path().join(&second)).expect("the new site"));
    let guide_file = String::from_utf8_lossy(&new["content/ivanovo.toml"]).into_owned();
    assert!(guide_file.contains("[[contact]]") && !guide_file.contains("\n[hotline]"), "{guide_file}");
    assert!(guide_file.contains("id шага — это ещё и его адрес в ссылках"), "comments stay");
    assert!(String::from_utf8_lossy(&new["index.html"]).contains("https://example.ru/navigator/"));
    assert!(String::from_utf8_lossy(&new["content/index.json"]).contains("https://example.ru/navigator/"));

    // What this version has made needs nothing.
    let again = guide(&["upgrade", &path(&second)]);
    assert_eq!(again.status.code(), Some(0), "{}", stderr(&again));
    assert!(stdout(&again).contains("менять нечего"), "{}", stdout(&again));
    assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 3);
}

#[test]
fn content_with_errors_a_taken_name_and_a_content_file_are_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let index = "{\"guide\":\"guide.toml\",\"files\":{\"guide.toml\":\"content/guide.toml\"}}";
    let broken = SMALL.replacen("next = \"lost\"", "next = \"lots\"", 1);
    let broken = zip(&[("content/index.json", index.as_bytes()), ("content/guide.toml", broken.as_bytes())]);
    fs::write(folder.path().join("site.zip"), broken).expect("a file");
    fs::write(folder.path().join("taken.zip"), "mine").expect("a file");
    fs::write(folder.path().join("guide.toml"), SMALL).expect("a file");
    for (arguments, code, said) in [
        (vec!["upgrade".to_owned(), path("site.zip")], 1, "guide.toml:"),
        (vec!["upgrade".to_owned(), path("site.zip"), "--out".to_owned(), path("taken.zip")], 2, "уже есть"),
        (vec!["upgrade".to_owned(), path("guide.toml")], 2, "guide upgrade --content"),
        (vec!["upgrade".to_owned(), path("nowhere.zip")], 1, "нет"),
        (
            vec!["upgrade".to_owned(), path("site.zip"), "--content".to_owned(), path("guide.toml")],
            2,
            "что-нибудь одно",
        ),
    ] {
        let output = guide(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}", stderr(&output));
        assert!(stderr(&output).contains(said), "{arguments:?}: {}", stderr(&output));
    }
    assert_eq!(fs::read_to_string(folder.path().join("taken.zip")).expect("the file"), "mine");
    assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 3);
}
