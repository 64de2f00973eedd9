//! The content files in the site: as they were read, and nothing to the parents' pages and their worker.

use guide_content::message::MessageLanguage;
use std::collections::BTreeMap;

use guide_site::{Assets, SiteInput, build};

#[allow(dead_code)]
#[path = "../../../tests/shared/small_guide.rs"]
mod small_guide;
use small_guide::{SMALL, changed};

/// The files of the small guide's site, whose content files are these. The guide is `content/small.toml`.
#[track_caller]
fn site(files: &[(&str, &[u8])]) -> BTreeMap<String, Vec<u8>> {
    let read = |path: &str| {
        let file = files.iter().find(|(known, _)| *known == path);
        file.map(|(_, bytes)| bytes.to_vec()).ok_or_else(|| format!("there is no {path}"))
    };
    let loaded = small_guide::checked("content/small.toml", &read);
    let guide = loaded.guide.as_ref().filter(|_| loaded.diagnostics.errors() == 0);
    let guide = guide.unwrap_or_else(|| panic!("{}", loaded.report(MessageLanguage::Russian)));
    let (sources, guide_path) = (&loaded.sources(), &loaded.guide_path());
    let input = SiteInput { guide, phrases: loaded.phrases.as_ref(), sources, guide_path, url: None };
    let site = build(&input, &Assets::included(), &mut |_| {}).expect("a site");
    site.files.into_iter().map(|file| (file.path, file.bytes)).collect()
}

#[test]
fn content_files_are_in_the_site_byte_for_byte() {
    let guide = changed(SMALL, "start = ", "words = \"Слова.toml\"\nstart = ").replace('\n', "\r\n");
    let guide = format!("\u{feff}{guide}");
    let words = "# Ничего своего.\r\n";
    let site = site(&[("content/small.toml", guide.as_bytes()), ("content/Слова.toml", words.as_bytes())]);
    assert!(site["content/small.toml"] == guide.as_bytes(), "the byte order mark and the ends of lines");
    assert!(site["content/slova.toml"] == words.as_bytes());
    let index = String::from_utf8(site["content/index.json"].clone()).expect("UTF-8");
    let wanted = "{\"guide\":\"small.toml\",\
                  \"files\":{\"small.toml\":\"content/small.toml\",\"Слова.toml\":\"content/slova.toml\"}}\n";
    assert_eq!(index, wanted);
}

/// Whoever keeps the site reads what has changed without the editor.
#[test]
fn the_list_of_changes_is_a_file_of_the_site() {
    let guide = changed(SMALL, "start = ", "changes = \"Правки.txt\"\nstart = ");
    let list = "\u{feff}2026-11-20 — Иванова А. А. — Продлили часы.\r\n  Линия: было «13:00», стало «14:00».\r\n";
    let site = site(&[("content/small.toml", guide.as_bytes()), ("content/Правки.txt", list.as_bytes())]);
    for path in ["changes.txt", "content/pravki.txt"] {
        assert!(site[path] == list.as_bytes(), "{path}");
    }
    let worker = String::from_utf8(site["sw.js"].clone()).expect("UTF-8");
    assert!(worker.contains("\"changes/index.html\"") && !worker.contains("changes.txt"));
    let page = String::from_utf8(site["index.html"].clone()).expect("UTF-8");
    assert!(page.contains("href=\"changes/\"") && !page.contains("changes.txt"));
}

/// A comment in a content file reaches no parent: all that is for them stays as it was, the worker and its version too.
#[test]
fn what_only_staff_see_changes_nothing_for_parents() {
    let before = site(&[("content/small.toml", SMALL.as_bytes())]);
    let commented = format!("# Спросить у школы про часы.\n{SMALL}");
    let after = site(&[("content/small.toml", commented.as_bytes())]);
    // The list of all files has another name, which settings for hosts have too.
    let shared = before.keys().filter(|path| after.contains_key(*path));
    let changed: Vec<&String> = shared.filter(|path| before[*path] != after[*path]).collect();
    assert_eq!(changed, [".htaccess", "caddy.conf", "content/small.toml", "editor/sw.js"]);
    let gone: Vec<&String> = before.keys().filter(|path| !after.contains_key(*path)).collect();
    assert!(matches!(gone[..], [path] if path.starts_with("files-")), "{gone:?}");
    assert!(!before.contains_key("changes.txt"), "no list, no file");

    let worker = String::from_utf8(before["sw.js"].clone()).expect("UTF-8");
    assert!(
        worker.contains("\"index.html\":\"sha384-") && !worker.contains("\"editor/") && !worker.contains("\"content/")
    );
    let own = String::from_utf8(before["editor/sw.js"].clone()).expect("UTF-8");
    for path in [
        "editor/index.html",
        "editor/worker.wasm",
        "editor/assets.bin",
        "content/small.toml",
        "content/index.json",
        "print.js",
    ] {
        assert!(own.contains(&format!("\"{path}\":\"sha384-")), "{path}: {own}");
    }
    for absent in ["\"editor/sw.js\"", "\"index.html\"", ".wasm.js\"", "EDITOR_"] {
        assert!(!own.contains(absent), "{absent}: {own}");
    }
}
