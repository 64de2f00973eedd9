//! Renames that fail, and what is in the folder then.

use std::cell::Cell;
use std::path::Path;
use std::{fs, io};

use super::sample_sites::{NEW, OLD, install_site, old_site, tree};

/// Any rename may fail, alone or with all that come after it, which include those that undo.
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
            let Err(why) = install_site(folder.path(), &NEW, &rename) else { break };
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
    install_site(&out, &NEW, &rename).expect_err("a rename fails");
    assert!(tree(folder.path()).is_empty());
}

#[test]
fn the_error_names_the_folder_of_files_that_cannot_be_put_back() {
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
    let why = install_site(folder.path(), &NEW, &rename).expect_err("a rename fails");
    let kept = why.rsplit_once("они лежат в ").and_then(|(_, path)| path.strip_suffix('.')).expect("where they are");
    let kept: Vec<Vec<u8>> = tree(Path::new(kept)).into_values().collect();
    assert!(kept.contains(&b"old".to_vec()), "{why}");
}

#[test]
fn a_build_that_was_killed_is_replaced() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("site");
    let killed = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        install_site(&out, &OLD, &|from, to| {
            if to.ends_with("map/index.html") { panic!() } else { fs::rename(from, to) }
        })
    }));
    assert!(killed.is_err() && out.join("assets/guide-1.js").is_file());
    install_site(&out, &NEW, &|from, to| fs::rename(from, to)).expect("the new site");
    assert!(!out.join("assets/guide-1.js").exists());
}
