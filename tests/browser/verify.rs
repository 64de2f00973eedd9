//! `guide verify` on real servers, and the story of whoever puts a guide onto a school's hosting.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::support::Server;
use crate::support::built_site::{site, site_from};
use crate::support::files::{copy, files};
use crate::web_servers::BASES;

fn guide(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_guide"));
    command.env("LC_ALL", "ru_RU.UTF-8").args(arguments).output().expect("the tool runs")
}

/// Checks a site; the exit code and what is printed.
fn verify(server: &Server) -> (Option<i32>, String) {
    let output = guide(&["verify", &server.url("")]);
    let said = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8(said).expect("UTF-8"))
}

#[track_caller]
fn assert_all_right(server: &Server) {
    let (code, said) = verify(server);
    assert!(code == Some(0) && said.contains("\nВсё в порядке.\n") && !said.contains('→'), "{said}");
}

#[test]
fn all_is_right_with_the_settings_that_the_site_ships() {
    for (start, base) in [Server::nginx, Server::apache, Server::caddy].into_iter().zip(BASES.into_iter().rev()) {
        assert_all_right(&start(site(), base));
    }
}

/// Python's server has no settings, and an Apache without modules heeds few: what they lack is said, and that the site works.
#[test]
fn servers_without_settings_get_remarks() {
    let python = verify(&Server::python(site(), "/guide/"));
    let apache = verify(&Server::bare_apache(site(), "/guide/"));
    for (code, said) in [&python, &apache] {
        assert_eq!(*code, Some(0), "{said}");
        for words in ["Ошибок нет", "байт в байт", "Content-Security-Policy", "404.html", "Cache-Control", "сжатие"]
        {
            assert!(said.contains(words), "«{words}» in:\n{said}");
        }
    }
    assert!(python.1.contains("список своих файлов"), "{}", python.1);
    assert!(apache.1.contains("модули headers и rewrite"), "{}", apache.1);
}

/// A guide is begun, built, uploaded into a folder of Apache, and checked; then comes a new version.
#[test]
fn a_new_guide_is_uploaded_to_a_schools_hosting_and_checked() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let (content, dist) = (path("справочник/guide.toml"), path("dist"));
    let built = |arguments: &[&str]| {
        let output = guide(arguments);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    };
    built(&["new", &path("справочник")]);
    built(&["build", "--content", &content, "--out", &dist]);
    assert_eq!(guide(&["verify", &dist]).status.code(), Some(0));
    let server = Server::apache(Path::new(&dist), "/school/navigator/");
    assert_all_right(&server);

    // The next version, half of it uploaded.
    let rename = |name: &str| {
        let text = fs::read_to_string(&content).expect("the content");
        assert!(text.contains("\nname = \""), "{text}");
        fs::write(&content, text.replacen("\nname = \"", &format!("\nname = \"{name}: "), 1)).expect("the content");
        built(&["build", "--content", &content, "--out", &dist]);
    };
    rename("Новое");
    let built_site = Path::new(&dist);
    fs::copy(built_site.join("sw.js"), server.site.join("sw.js")).expect("a file");
    fs::copy(built_site.join("sw.js.br"), server.site.join("sw.js.br")).expect("a file");
    let (code, said) = verify(&server);
    assert!(code == Some(1) && said.contains("разных версий вперемешку"), "{said}");
    copy(built_site, &server.site);
    assert_all_right(&server);

    // And one from the editor, whose archive has no compressed copies: the old ones stay, and are sent no more.
    rename("Ещё новее");
    copy_without_copies(built_site, &server.site);
    assert_all_right(&server);
    let (_, said) = verify(&server);
    assert!(said.contains("Ещё новее"), "{said}");
}

/// What an unpacked archive of the editor does: it has all files but the compressed copies.
fn copy_without_copies(from: &Path, to: &Path) {
    let is_copy = |file: &Path| file.extension().is_some_and(|ending| ending == "br" || ending == "gz");
    for file in files(from).into_iter().filter(|file| !is_copy(file)) {
        fs::copy(from.join(&file), to.join(&file)).expect("a file");
    }
}

/// nginx sends the copies that it finds: a whole site of the former version, where nothing is wrong but that it is the former one.
#[test]
fn copies_of_a_former_version_are_found_on_nginx() {
    let folder = tempfile::tempdir().expect("a folder");
    copy(site_from("tests/data/small.toml"), folder.path());
    copy_without_copies(site(), folder.path());
    let server = Server::nginx(folder.path(), "/guide/");
    let (code, said) = verify(&server);
    assert_eq!(code, Some(1), "{said}");
    for words in ["старые или испорченные сжатые копии", "sw.js", ".br и .gz"] {
        assert!(said.contains(words), "«{words}» in:\n{said}");
    }
}
