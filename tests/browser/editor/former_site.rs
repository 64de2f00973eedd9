//! An archive by a version of before: its content is brought into the present format when it is opened, and said to be.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{desktop, filled, go_to, host, open_editor, wait_for_errors};
use crate::support::built_site::site;

/// The name of the line there.
const LINE: &str = "Прежняя горячая линия";

/// What the archive of a site of the former format holds of its content.
fn former_archive() -> Vec<u8> {
    let former = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/data/old-format"));
    let read = |path: &Path| fs::read(path).expect("a content file");
    let guide = String::from_utf8(read(&former.join("ivanovo.toml"))).expect("UTF-8");
    let guide = guide.replacen("name = \"Горячая линия МОЦ\"", &format!("name = \"{LINE}\""), 1);
    let names = ["ivanovo.toml", "ru.toml", "phrases.toml"];
    let files = names.map(|name| format!("\"{name}\":\"content/{name}\"")).join(",");
    let index = format!("{{\"guide\":\"ivanovo.toml\",\"files\":{{{files}}}}}");
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let contents = [
        ("content/index.json", index.into_bytes()),
        ("content/ivanovo.toml", guide.into_bytes()),
        ("content/ru.toml", read(&former.join("ru.toml"))),
        // The phrases have the same form as ever.
        ("content/phrases.toml", read(&site().join("content/phrases.toml"))),
    ];
    for (path, bytes) in contents {
        archive.start_file(path, SimpleFileOptions::default()).expect("an entry");
        archive.write_all(&bytes).expect("its content");
    }
    archive.finish().expect("an archive").into_inner()
}

#[test]
fn a_site_of_a_former_version_is_opened_in_the_present_format() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("former.zip");
    fs::write(&path, former_archive()).expect("a file");
    let host = host();
    let page = desktop().page();
    open_editor(&page, &host.url("editor/"));
    go_to(&page, "open");
    page.choose_file("#open-file", &path);
    let said = filled("open", "former_file", &[("name", "former.zip")]);
    page.wait_until(
        &format!("document.body.innerText.includes({})", serde_json::json!(said)),
        "that the file was of a former version",
    );
    // The former section is a contact now.
    go_to(&page, "contacts");
    let is_there = format!("document.getElementById('form').innerText.includes({})", serde_json::json!(LINE));
    page.wait_until(&is_there, "the contact");
    wait_for_errors(&page, 0);
    assert_eq!(page.console(), [""; 0]);
}
