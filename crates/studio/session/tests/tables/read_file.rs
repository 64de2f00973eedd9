//! Files from the disk: content files and archives are read, everything else gets a sentence, and the draft that is open stays.

use std::io::{Cursor, Write};

use guide_studio_model::{Bytes, Draft, Request, Response, Severity};
use guide_studio_session::Session;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::shared::{IVANOVO, PHRASES, SMALL, WORDS, draft, ivanovo, open};

fn read(open_draft: Option<Draft>, name: &str, bytes: &[u8]) -> Result<Draft, String> {
    let mut session = Session::new();
    if let Some(draft) = open_draft {
        open(&mut session, draft);
    }
    match session.handle(Request::Read { name: name.into(), bytes: Bytes(bytes.to_vec()) }, &mut |_| {}).0 {
        Response::Draft(draft) => Ok(draft),
        Response::Refused(why) => Err(why),
        other => panic!("{other:?}"),
    }
}

/// An archive of these files.
fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        archive.start_file(*path, SimpleFileOptions::default()).expect("a file");
        archive.write_all(bytes).expect("bytes");
    }
    archive.finish().expect("an archive").into_inner()
}

fn index(guide: &str, files: &[(&str, &str)]) -> String {
    let files: Vec<String> = files.iter().map(|(path, place)| format!("\"{path}\":\"{place}\"")).collect();
    format!("{{\"guide\":\"{guide}\",\"files\":{{{}}}}}", files.join(","))
}

#[test]
fn an_archive_of_the_editor_is_read() {
    let list = index(
        "ivanovo.toml",
        &[
            ("ivanovo.toml", "content/ivanovo.toml"),
            ("слова.toml", "content/slova.toml"),
            ("a/b.pdf", "content/a/b.pdf"),
        ],
    );
    let files: Vec<(&str, &[u8])> = vec![
        ("index.html", b"<!doctype html>"),
        ("content/index.json", list.as_bytes()),
        ("content/ivanovo.toml", IVANOVO.as_bytes()),
        ("content/slova.toml", WORDS.as_bytes()),
        ("content/a/b.pdf", b"%PDF"),
        ("content/other.txt", b"not in the list"),
    ];
    let wanted = draft(&[("ivanovo.toml", IVANOVO), ("слова.toml", WORDS), ("a/b.pdf", "%PDF")]);
    assert_eq!(read(None, "site.zip", &archive(&files)).as_ref(), Ok(&wanted));
    assert_eq!(
        read(Some(ivanovo()), "сайт (1).ZIP", &archive(&files)).as_ref(),
        Ok(&wanted),
        "nothing of the open draft is left"
    );
    // Packed with its folder, and under a name without an ending.
    let renamed: Vec<(String, &[u8])> = files.iter().map(|(path, bytes)| (format!("site/{path}"), *bytes)).collect();
    let renamed: Vec<(&str, &[u8])> = renamed.iter().map(|(path, bytes)| (path.as_str(), *bytes)).collect();
    assert_eq!(read(None, "site", &archive(&renamed)).as_ref(), Ok(&wanted));
}

#[test]
fn a_content_file_takes_its_place_in_the_draft() {
    let alone = read(None, "C:\\guides\\small.toml", SMALL.as_bytes()).expect("a draft");
    assert_eq!(alone, draft(&[("small.toml", SMALL)]));
    let within = read(Some(ivanovo()), "guide (1).toml", SMALL.as_bytes()).expect("a draft");
    assert_eq!(within, draft(&[("ivanovo.toml", SMALL), ("words.toml", WORDS), ("phrases.toml", PHRASES)]));
    let phrases = "[words]\n[none]\nphrases = ''\n";
    let within = read(Some(ivanovo()), "download.toml", phrases.as_bytes()).expect("a draft");
    assert_eq!(within.files["phrases.toml"].0, phrases.as_bytes());
    let words = "\u{feff}[page]\nact = \"Надо\"\n";
    let within = read(Some(ivanovo()), "download.toml", words.as_bytes()).expect("a draft");
    assert_eq!(within.files["words.toml"].0, words.as_bytes());
}

/// A site of an older version: its content is in the present format once it is open.
#[test]
fn content_of_the_former_format_is_upgraded_when_it_is_opened() {
    let guide = include_bytes!("../../../../../tests/data/old-format/ivanovo.toml");
    let words = include_bytes!("../../../../../tests/data/old-format/ru.toml");
    let files = ["ivanovo.toml", "ru.toml", "phrases.toml"].map(|name| (name, format!("content/{name}")));
    let list = index("ivanovo.toml", &files.each_ref().map(|(name, place)| (*name, place.as_str())));
    let bytes = archive(&[
        ("content/index.json", list.as_bytes()),
        ("content/ivanovo.toml", guide),
        ("content/ru.toml", words),
        ("content/phrases.toml", PHRASES.as_bytes()),
    ]);
    let mut session = Session::new();
    let request = Request::Read { name: "site.zip".into(), bytes: Bytes(bytes) };
    let Response::Upgraded(opened) = session.handle(request, &mut |_| {}).0 else { panic!("it is not upgraded") };
    let text = |path: &str| String::from_utf8(opened.files[path].0.clone()).expect("a text");
    assert!(text("ivanovo.toml").contains("[[contact]]") && !text("ivanovo.toml").contains("\n[hotline]"));
    assert!(text("ru.toml").len() < words.len(), "words that are the program's own are gone");
    let findings = open(&mut session, opened).findings;
    assert!(findings.iter().all(|finding| finding.severity == Severity::Warning), "{findings:?}");
    assert!(!findings.iter().any(|finding| finding.what.contains("[hotline]")), "{findings:?}");
}

#[test]
fn everything_else_gets_a_sentence() {
    let list = |guide: &str, files: &[(&str, &str)]| index(guide, files);
    let small = SMALL.as_bytes();
    let zip =
        |list: &str, files: &[(&str, &[u8])]| archive(&[&[("content/index.json", list.as_bytes())], files].concat());
    let good = zip(&list("a.toml", &[("a.toml", "content/a.toml")]), &[("content/a.toml", small)]);
    let bomb = vec![b' '; 30_000_000];
    let many: Vec<(String, String)> = (0..2000).map(|n| (format!("{n}.toml"), format!("content/{n}.toml"))).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|(path, place)| (path.as_str(), place.as_str())).collect();
    let rows: Vec<(&str, Vec<u8>, &str)> = vec![
        ("photo.jpg", vec![0xff, 0xd8, 0xff, 0xe0, 0, 16], "не справочник"),
        ("empty.toml", Vec::new(), "нет справочника"),
        ("Cargo.toml", b"[package]\nname = \"x\"\n".to_vec(), "нет справочника"),
        ("letter.txt", "Здравствуйте! Как дела?".into(), "не справочник"),
        ("page.html", b"<!doctype html><title>x</title>".to_vec(), "не справочник"),
        ("guide.toml", SMALL.replacen("name = \"Линия\"", "name = \"Линия", 1).into_bytes(), "ошибка, строка 17"),
        (
            "guide.toml",
            b"[site]\nname = \"\xd8\xea\xee\xeb\xe0 \xe2 \xe3\xee\xf0\xee\xe4\xe5\"".to_vec(),
            "Windows-1251",
        ),
        (
            "guide.toml",
            [b"\xff\xfe".as_slice(), &"[site]".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>()].concat(),
            "не справочник",
        ),
        ("big.toml", vec![b'#'; 10_000_000], "слишком велик"),
        ("phrases.toml", b"[none]\nphrases = ''".to_vec(), "Сначала откройте сам справочник"),
        ("broken.zip", good[..good.len() / 2].to_vec(), "повреждён"),
        ("broken.zip", b"PK\x03\x04".to_vec(), "повреждён"),
        ("not.zip", b"hello".to_vec(), "повреждён"),
        ("empty.zip", archive(&[]), "нет содержания"),
        ("photos.zip", archive(&[("a.jpg", b"x")]), "нет содержания"),
        ("list.zip", zip("[]", &[]), "не читается список"),
        ("list.zip", zip("{", &[]), "не читается список"),
        (
            "list.zip",
            zip(&list("b.toml", &[("a.toml", "content/a.toml")]), &[("content/a.toml", small)]),
            "не от справочника",
        ),
        ("many.zip", zip(&list("0.toml", &many), &[]), "не от справочника"),
        ("lost.zip", zip(&list("a.toml", &[("a.toml", "content/a.toml")]), &[]), "нет файла content/a.toml"),
        (
            "out.zip",
            zip(&list("../a.toml", &[("../a.toml", "content/a.toml")]), &[("content/a.toml", small)]),
            "мимо папки",
        ),
        (
            "out.zip",
            zip(&list("a.toml", &[("a.toml", "content/../../a.toml")]), &[("content/../../a.toml", small)]),
            "мимо папки",
        ),
        (
            "out.zip",
            zip(&list("/etc/a.toml", &[("/etc/a.toml", "content/a.toml")]), &[("content/a.toml", small)]),
            "мимо папки",
        ),
        (
            "out.zip",
            zip(&list("C:/a.toml", &[("C:/a.toml", "content/a.toml")]), &[("content/a.toml", small)]),
            "мимо папки",
        ),
        (
            "out.zip",
            zip(&list("a\\\\b.toml", &[("a\\\\b.toml", "content/a.toml")]), &[("content/a.toml", small)]),
            "мимо папки",
        ),
        (
            "bomb.zip",
            zip(&list("a.toml", &[("a.toml", "content/a.toml")]), &[("content/a.toml", &bomb)]),
            "больше 20 МБ",
        ),
        ("bomb.zip", archive(&[("content/index.json", &bomb)]), "больше 20 МБ"),
        (
            "other.zip",
            zip(&list("a.toml", &[("a.toml", "content/a.toml")]), &[("content/a.toml", b"[package]")]),
            "не справочник",
        ),
        (
            "other.zip",
            zip(&list("a.toml", &[("a.toml", "content/a.toml")]), &[("content/a.toml", b"[site")]),
            "не справочник",
        ),
    ];
    for (name, bytes, wanted) in rows {
        let why = read(None, name, &bytes).expect_err(name);
        assert!(why.contains(wanted), "{name}: {wanted}\n{why}");
        assert!(
            why.ends_with(['.', '»']) && why.contains(name.rsplit('/').next().expect("a name"))
                || why.contains("a.toml"),
            "{why}"
        );
    }
}

#[test]
fn a_damaged_archive_never_panics() {
    let list = index("a.toml", &[("a.toml", "content/a.toml")]);
    let good = archive(&[("content/index.json", list.as_bytes()), ("content/a.toml", SMALL.as_bytes())]);
    let whole = read(None, "a.zip", &good).expect("it is whole");
    let (mut refused, mut seed) = (0, 7u64);
    for _ in 0..400 {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        let mut bytes = good.clone();
        let at = seed as usize % bytes.len();
        bytes[at] ^= (seed >> 32) as u8 | 1;
        match read(None, "a.zip", &bytes) {
            Ok(draft) => assert_eq!(draft.files.keys().collect::<Vec<_>>(), whole.files.keys().collect::<Vec<_>>()),
            Err(why) => {
                assert!(!why.is_empty());
                refused += 1;
            }
        }
    }
    assert!(refused > 100, "damage is noticed: {refused}");
}
