//! The language of a site: its pages and files have that of the guide, and not a word of another.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::{attribute, build, pages, read, site, visible_text};

/// The site of the small guide in English.
fn english_site() -> &'static Path {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    SITE.get_or_init(|| build("tests/data/small-en.toml", &[]))
}

/// The texts among the files of a site, by path.
fn text_files(site: &Path) -> Vec<(PathBuf, String)> {
    let mut texts = Vec::new();
    let mut folders = vec![site.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(text) = String::from_utf8(std::fs::read(&path).expect("a file")) {
                texts.push((path, text));
            }
        }
    }
    texts
}

#[test]
fn an_english_site_has_no_cyrillic_letter() {
    let files = text_files(english_site());
    let pages = ["index.html", "404.html", "manifest.json", "embed.js", "check.js", "sw.js", "office.ics"];
    for name in pages.into_iter().chain([".htaccess", "caddy.conf", "nginx.conf"]) {
        assert!(files.iter().any(|(path, _)| path.ends_with(name)), "{name} was not read");
    }
    for (path, text) in files {
        // The editor's own labels are in Russian, whatever the guide's language.
        if path.parent().is_some_and(|folder| folder.ends_with("editor")) {
            continue;
        }
        // The program holds the alphabet by which it reads what a parent types; the island's words are in the pages.
        if path.to_string_lossy().ends_with(".wasm.js") {
            continue;
        }
        let letters: String = text.chars().filter(|c| ('\u{400}'..='\u{52f}').contains(c)).collect();
        assert_eq!(letters, "", "{}", path.display());
    }
}

#[test]
fn every_page_names_the_language_of_its_guide() {
    for (site, language, locale) in [(site(), "ru", "ru_RU"), (english_site(), "en", "en_GB")] {
        for page in pages(site) {
            let text = read(site, &page);
            assert!(text.starts_with(&format!("<!doctype html>\n<html lang=\"{language}\">")), "{page}");
            let named = text.contains(&format!("<meta content=\"{locale}\" property=\"og:locale\">"));
            assert_eq!(named, page != "404.html", "{page}");
        }
        let manifest: serde_json::Value = serde_json::from_str(&read(site, "manifest.json")).expect("JSON");
        assert_eq!(manifest["lang"], language);
    }
}

#[test]
fn dates_are_written_as_the_language_writes_them() {
    let source = |site| visible_text(&read(site, "index.html"));
    assert!(source(english_site()).contains("Based on material by Smalltown Trams, 1 March 2026."));
    assert!(source(site()).contains("По материалам МОЦ г. Иваново от 18.12.2024."));
    let pattern = |site, name: &str| attribute(&read(site, "index.html"), name);
    assert_eq!(pattern(english_site(), "data-date"), ["{day}\u{a0}{month}\u{a0}{year}"]);
    assert!(pattern(english_site(), "data-months")[0].starts_with("January|February|"));
    assert_eq!(
        (pattern(site(), "data-date"), pattern(site(), "data-months").len()),
        (vec!["{dd}.{mm}.{year}".to_owned()], 0)
    );
}

#[test]
fn short_words_are_kept_to_the_next_one_only_in_russian() {
    let english = read(english_site(), "index.html");
    assert!(english.contains("Write to the driver’s depot") && english.contains("within 5\u{a0}min or so"));
    assert!(read(site(), "index.html").contains("обратитесь в\u{a0}"));
}
