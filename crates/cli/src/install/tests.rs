//! Renames that fail, and what is in the folder then.

use super::*;
use std::cell::Cell;
use std::collections::BTreeMap;

/// All files below a folder with their bytes, and its empty folders with none.
fn tree(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() && !path.is_symlink() {
            let below = tree(&path);
            if below.is_empty() {
                found.insert(path, Vec::new());
            } else {
                found.extend(below);
            }
        } else {
            let bytes = fs::read(&path).expect("a file");
            found.insert(path, bytes);
        }
    }
    found
}

fn install_into(out: &Path, files: &[(&str, &str)], rename: Rename) -> Result<(), String> {
    let files: Vec<File> = files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes())).collect();
    install(&OutputDir::open(out)?, &files, rename)
}

const OLD: [(&str, &str); 4] = [
    ("index.html", "old"),
    ("assets/guide-1.js", "one"),
    ("map/index.html", "map"),
    ("print/poster/index.html", "old"),
];
const NEW: [(&str, &str); 4] =
    [("index.html", "new"), ("assets/guide-2.js", "two"), ("embed/index.html", "embed"), ("sw.js", "worker")];

/// A folder with the old site and a stranger's files.
fn old_site() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    install_into(folder.path(), &OLD, &|from, to| fs::rename(from, to)).expect("the old site");
    fs::write(folder.path().join("robots.txt"), "a stranger's").expect("a file");
    fs::write(folder.path().join("map/photo.jpg"), "a stranger's").expect("a file");
    folder
}

#[test]
fn the_new_site_replaces_the_old_one_and_nothing_else() {
    let folder = old_site();
    install_into(folder.path(), &NEW, &|from, to| fs::rename(from, to)).expect("the new site");
    let found: Vec<(String, String)> = tree(folder.path())
        .into_iter()
        .map(|(path, bytes)| {
            let name = path.strip_prefix(folder.path()).expect("inside").to_string_lossy().into_owned();
            (name, String::from_utf8(bytes).expect("a text"))
        })
        .collect();
    let found: Vec<(&str, &str)> = found.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let wanted = [
        (".guide-files", "assets/guide-2.js\nembed/index.html\nindex.html\nsw.js\n"),
        ("assets/guide-2.js", "two"),
        ("embed/index.html", "embed"),
        ("index.html", "new"),
        ("map/photo.jpg", "a stranger's"),
        ("robots.txt", "a stranger's"),
        ("sw.js", "worker"),
    ];
    assert_eq!(found, wanted);
}

/// Whichever rename fails, be it alone or with all that come after it, those of the undoing included.
#[test]
fn a_failed_rename_changes_nothing() {
    for all_after in [false, true] {
        let mut failures = 0;
        for failing in 0.. {
            let folder = old_site();
            let before = tree(folder.path());
            let count = Cell::new(0);
            let rename = |from: &Path, to: &Path| {
                let number = count.replace(count.get() + 1);
                let fails = number == failing || (all_after && number > failing);
                if fails { Err(io::Error::other("no rename today")) } else { fs::rename(from, to) }
            };
            let Err(why) = install_into(folder.path(), &NEW, &rename) else { break };
            assert!(why.contains("no rename today") && why.contains("Папка осталась как была."), "{why}");
            assert!(tree(folder.path()) == before, "rename {failing} failed, all after it: {all_after}");
            failures += 1;
        }
        // Each file, and the list before and after.
        assert_eq!(failures, NEW.len() + 2);
    }
}

#[test]
fn a_first_build_that_fails_leaves_no_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("sites/guide");
    let count = Cell::new(0);
    let rename = |from: &Path, to: &Path| match count.replace(count.get() + 1) {
        3 => Err(io::Error::other("no rename today")),
        _ => fs::rename(from, to),
    };
    install_into(&out, &NEW, &rename).expect_err("a rename fails");
    assert!(tree(folder.path()).is_empty());
}

/// What can't be put back is kept, and the error says where.
#[test]
fn what_cannot_be_undone_is_told() {
    let folder = old_site();
    let index = folder.path().join("index.html");
    let rename = |from: &Path, to: &Path| {
        if to.ends_with("sw.js") {
            // By now the page is the new one. A folder in its place can be replaced neither by a rename nor by a copy.
            fs::remove_file(&index)
                .and_then(|()| fs::create_dir(&index))
                .and_then(|()| fs::write(index.join("x"), ""))?;
            return Err(io::Error::other("no rename today"));
        }
        fs::rename(from, to)
    };
    let why = install_into(folder.path(), &NEW, &rename).expect_err("a rename fails");
    let kept = why.rsplit_once("они лежат в ").and_then(|(_, path)| path.strip_suffix('.')).expect("where they are");
    let kept: Vec<Vec<u8>> = tree(Path::new(kept)).into_values().collect();
    assert!(kept.contains(&b"old".to_vec()), "{why}");
}

#[test]
fn a_build_that_died_is_built_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("site");
    let died = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        install_into(&out, &OLD, &|from, to| {
            if to.ends_with("map/index.html") { panic!() } else { fs::rename(from, to) }
        })
    }));
    assert!(died.is_err() && out.join("assets/guide-1.js").is_file());
    install_into(&out, &NEW, &|from, to| fs::rename(from, to)).expect("the new site");
    assert!(!out.join("assets/guide-1.js").exists());
}

#[test]
fn a_strangers_file_in_the_way_is_refused() {
    for way in ["sw.js", "embed", "embed/index.html/deeper"] {
        let folder = old_site();
        let stranger = folder.path().join(way);
        fs::create_dir_all(stranger.parent().expect("a folder")).expect("folders");
        fs::write(&stranger, "a stranger's").expect("a file");
        let before = tree(folder.path());
        let why = install_into(folder.path(), &NEW, &|from, to| fs::rename(from, to)).expect_err("in the way");
        assert!(why.contains("чужой файл"), "{why}");
        assert!(tree(folder.path()) == before, "{way}");
    }
}

#[cfg(unix)]
#[test]
fn links_and_listed_names_lead_nowhere_else() {
    let elsewhere = tempfile::tempdir().expect("a folder");
    for name in ["index.html", "old.html"] {
        fs::write(elsewhere.path().join(name), "a stranger's").expect("a file");
    }
    let outside = tree(elsewhere.path());

    // A folder of the old site is a link now, and a file of it too; the list names what lies outside.
    let folder = old_site();
    fs::rename(folder.path().join("print"), folder.path().join("mine")).expect("a folder");
    std::os::unix::fs::symlink(elsewhere.path(), folder.path().join("print")).expect("a link");
    let listed = fs::read_to_string(folder.path().join(MANIFEST)).expect("the list");
    let above = elsewhere.path().join("old.html");
    let climbing = format!("../{}/old.html", elsewhere.path().file_name().expect("a name").to_string_lossy());
    let more = format!("{listed}print/old.html\n{}\n{climbing}\n\nmap/../../x\nmine\n", above.display());
    fs::write(folder.path().join(MANIFEST), more).expect("the list");
    install_into(folder.path(), &NEW, &|from, to| fs::rename(from, to)).expect("the new site");
    assert!(tree(elsewhere.path()) == outside, "nothing outside is touched");
    assert!(folder.path().join("mine/poster/index.html").is_file(), "a folder is no file of the site");

    // Where the new site needs the place of a link, it is refused.
    std::os::unix::fs::symlink(elsewhere.path(), folder.path().join("assets2")).expect("a link");
    let why = install_into(folder.path(), &[("assets2/x", "x")], &|from, to| fs::rename(from, to)).expect_err("a link");
    assert!(why.contains("assets2"), "{why}");
    assert!(tree(elsewhere.path()) == outside, "nothing outside is touched");
}
