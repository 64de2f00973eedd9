//! Files in the site's folder that are somebody else's.

use std::fs;

use super::MANIFEST;
use super::sample_sites::{NEW, install_site, old_site, tree};

#[test]
fn the_new_site_replaces_the_old_one_and_nothing_else() {
    let folder = old_site();
    install_site(folder.path(), &NEW, &|from, to| fs::rename(from, to)).expect("the new site");
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
        ("map/photo.jpg", "somebody else's"),
        ("robots.txt", "somebody else's"),
        ("sw.js", "worker"),
    ];
    assert_eq!(found, wanted);
}

#[test]
fn a_foreign_file_in_the_way_is_refused() {
    for path in ["sw.js", "embed", "embed/index.html/deeper"] {
        let folder = old_site();
        let foreign = folder.path().join(path);
        fs::create_dir_all(foreign.parent().expect("a folder")).expect("folders");
        fs::write(&foreign, "somebody else's").expect("a file");
        let before = tree(folder.path());
        let why = install_site(folder.path(), &NEW, &|from, to| fs::rename(from, to)).expect_err("in the way");
        assert!(why.contains("чужой файл"), "{why}");
        assert!(tree(folder.path()) == before, "{path}");
    }
}

#[cfg(unix)]
#[test]
fn links_and_listed_names_never_lead_out_of_the_folder() {
    let elsewhere = tempfile::tempdir().expect("a folder");
    for name in ["index.html", "old.html"] {
        fs::write(elsewhere.path().join(name), "somebody else's").expect("a file");
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
    install_site(folder.path(), &NEW, &|from, to| fs::rename(from, to)).expect("the new site");
    assert!(tree(elsewhere.path()) == outside, "nothing outside is touched");
    assert!(folder.path().join("mine/poster/index.html").is_file(), "a folder is no file of the site");

    // Where the new site needs the place of a link, it is refused.
    std::os::unix::fs::symlink(elsewhere.path(), folder.path().join("assets2")).expect("a link");
    let why = install_site(folder.path(), &[("assets2/x", "x")], &|from, to| fs::rename(from, to)).expect_err("a link");
    assert!(why.contains("assets2"), "{why}");
    assert!(tree(elsewhere.path()) == outside, "nothing outside is touched");
}
