//! Archives that are no sites: each gets one sentence, and nothing is written.

use std::fs;
use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::build::files;
use crate::{guide, stderr, stdout};

/// An archive of these files.
pub fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        archive.start_file(*path, SimpleFileOptions::default()).expect("a file");
        archive.write_all(bytes).expect("bytes");
    }
    archive.finish().expect("an archive").into_inner()
}

#[test]
fn what_is_no_archive_of_a_site_is_refused_in_a_sentence() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let index = |files: &str| format!("{{\"guide\":\"guide.toml\",\"files\":{{{files}}}}}").into_bytes();
    let own = index("\"guide.toml\":\"content/guide.toml\"");
    let bomb = vec![b' '; 30_000_000];
    let whole = zip(&[("content/index.json", &own), ("content/guide.toml", include_bytes!("../data/small.toml"))]);
    let write = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).expect("a file");
    write("text.zip", "это не архив".as_bytes());
    write("broken.zip", &whole[..whole.len() / 2]);
    write("foreign.zip", &zip(&[("photo.jpg", b"..."), ("letter.txt", b"...")]));
    write("bomb.zip", &zip(&[("content/index.json", &own), ("content/guide.toml", &bomb)]));
    write(
        "climbing.zip",
        &zip(&[("content/index.json", &index("\"guide.toml\":\"x\",\"../../x\":\"x\"")), ("x", b"start = 1")]),
    );
    fs::File::create(folder.path().join("huge.zip")).and_then(|file| file.set_len(70_000_000)).expect("a file");
    let before = files(folder.path());
    for (name, ru, en) in [
        ("text.zip", "повреждён", "damaged"),
        ("broken.zip", "повреждён", "damaged"),
        ("foreign.zip", "нет содержания справочника", "no content of a guide"),
        ("bomb.zip", "больше 20 МБ", "more than 20 MB"),
        ("climbing.zip", "мимо папки справочника", "out of the guide’s folder"),
        ("huge.zip", "слишком велик: 70 МБ", "too large: 70 MB"),
    ] {
        for (said, language) in [(ru, "ru"), (en, "en")] {
            for arguments in [["new", &path("new"), "--from", &path(name)].as_slice(), &["upgrade", &path(name)]] {
                let output = guide(&[arguments, &["--lang", language]].concat());
                assert_eq!(output.status.code(), Some(1), "{name}: {}", stderr(&output));
                let text = stderr(&output);
                assert!(text.contains(said) && text.lines().count() == 1, "{name}: {text}");
                assert!(stdout(&output).is_empty(), "{name}: {}", stdout(&output));
            }
        }
        assert!(files(folder.path()) == before && !folder.path().join("new").exists(), "{name}");
    }
}
