//! As a new user would: one file on a machine without Rust, a new guide, its site on a school's shared hosting, and whether all is right there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::Server;
use crate::{VERSION, handed_out, run, tool};

/// Runs the tool from a folder that has nothing to do with the project.
#[track_caller]
fn guide(folder: &Path, arguments: &[&str]) -> String {
    run(Command::new(tool()).current_dir(folder).args(arguments), 0)
}

#[test]
fn a_new_guide_is_built_uploaded_and_verified() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let here = folder.path();
    guide(here, &["new", "справочник"]);
    let file = here.join("справочник/guide.toml");
    let text = fs::read_to_string(&file).expect("the content");
    let name = "Центр справок: что делать, если…";
    fs::write(&file, text.replacen("Что делать, если…", name, 1)).expect("the content is changed");
    guide(here, &["check", "--content", "справочник"]);
    guide(here, &["build", "--content", "справочник", "--out", "сайт"]);

    let server = Server::apache(&here.join("сайт"), "/navigator/");
    let page = server.get("", &[]);
    assert!(String::from_utf8_lossy(&page.body).contains(name));
    let said = guide(here, &["verify", &server.url("")]);
    assert!(said.contains("Всё в порядке"), "{said}");
    guide(here, &["verify", "сайт"]);
}

#[test]
fn the_site_that_is_handed_out_is_right_on_apache() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let archive = fs::File::open(handed_out(&format!("navigator-guide-site-{VERSION}.zip"))).expect("the archive");
    let site = folder.path().join("site");
    zip::ZipArchive::new(archive).expect("an archive").extract(&site).expect("its files");
    let names: Vec<PathBuf> =
        [".htaccess", "index.html", "editor/index.html", "kak-vylozhit.txt"].map(|name| site.join(name)).into();
    assert!(names.iter().all(|path| path.is_file()), "{names:?}");
    let server = Server::apache(&site, "/");
    guide(folder.path(), &["verify", &server.url("")]);
}
