//! A whole site, built in memory: the same bytes each time, sound paths, and all files that hosts and browsers need.

use guide_content::message::MessageLanguage;
use std::collections::BTreeSet;

use guide_core::pages::{Page, UPDATE_SCRIPT, WORKER};
use guide_site::{Assets, Cache, Phase, Site, SiteInput, archive, build, build_with, editor_files};

#[allow(dead_code)]
#[path = "../../../tests/shared/small_guide.rs"]
mod small_guide;

/// The shipped guide's site, made of these assets.
fn shipped_site(assets: &Assets) -> Site {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let read = |path: &str| std::fs::read(path).map_err(|why| why.to_string());
    let loaded = small_guide::checked(&format!("{root}/content/ivanovo.toml"), &read);
    let guide = loaded.guide.as_ref().unwrap_or_else(|| panic!("{}", loaded.report(MessageLanguage::Russian)));
    let (phrases, sources, guide_path) = (loaded.phrases.as_ref(), &loaded.sources(), &loaded.guide_path());
    let mut phases = Vec::new();
    let input = SiteInput { guide, phrases, sources, guide_path, url: None };
    let site = build(&input, assets, &mut |phase| phases.push(phase)).expect("a site");
    let (archive, others) = Phase::ALL.split_last().expect("phases");
    assert_eq!((*archive, &*phases), (Phase::Archive, others));
    site
}

#[test]
fn a_site_built_in_memory_is_complete_and_reproducible() {
    let assets = Assets::included();
    let files = shipped_site(&assets).files;
    let paths: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths.len(), files.len(), "no path occurs twice");
    for path in &paths {
        let is_plain = |part: &str| !matches!(part, "" | "." | "..") && !part.contains(['\\', ':']);
        assert!(path.split('/').all(is_plain), "{path} is not a plain relative path");
    }

    let others = [WORKER, UPDATE_SCRIPT, ".htaccess", "_headers", "caddy.conf", "nginx.conf", "embed.js"];
    for path in Page::ALL.map(Page::file).into_iter().chain(others) {
        assert!(paths.contains(path), "{path} is missing");
    }
    for extension in ["js", "wasm", "wasm.js"] {
        let is_program = |path: &&str| {
            path.starts_with("assets/guide-") && path.split_once('.').is_some_and(|(_, rest)| rest == extension)
        };
        assert!(paths.iter().any(is_program), "the program's .{extension} is missing");
    }
    for file in &files {
        assert!(!file.bytes.is_empty(), "{} is empty", file.path);
    }

    let again = shipped_site(&assets).files;
    assert_eq!(again.len(), files.len());
    for (first, second) in files.iter().zip(&again) {
        assert!(first == second, "{} and {} differ", first.path, second.path);
    }
}

/// What was kept of an earlier build changes no byte, whatever has changed since.
#[test]
fn a_site_is_the_same_with_what_was_kept_of_another() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let (assets, mut cache) = (Assets::included(), Cache::default());
    let text = |name: &str| std::fs::read_to_string(format!("{root}/tests/data/{name}")).expect("a text");
    let (guide, phrases) = (text("any-order.toml"), text("any-order-phrases.toml"));
    let other_guide = guide.replacen("name = \"Справочник\"", "name = \"Новый справочник\"", 1);
    let other_phrases = phrases.replacen("phrases = '''\n", "phrases = '''\nстиральная машина шумит\n", 1);
    assert!(guide != other_guide && phrases != other_phrases);
    // Each changes alone, and comes back.
    for (guide, phrases) in
        [(&guide, &phrases), (&other_guide, &phrases), (&other_guide, &other_phrases), (&guide, &phrases)]
    {
        let read = |path: &str| match path {
            "any-order.toml" => Ok(guide.clone().into_bytes()),
            "any-order-phrases.toml" => Ok(phrases.clone().into_bytes()),
            other => Err(format!("there is no {other}")),
        };
        let loaded = small_guide::checked("any-order.toml", &read);
        let guide = loaded.guide.as_ref().unwrap_or_else(|| panic!("{}", loaded.report(MessageLanguage::Russian)));
        let (phrases, sources, guide_path) = (loaded.phrases.as_ref(), &loaded.sources(), &loaded.guide_path());
        let input = SiteInput { guide, phrases, sources, guide_path, url: None };
        let kept = build_with(&input, &assets, &mut cache, &mut |_| {}).expect("a site").files;
        let fresh = build(&input, &assets, &mut |_| {}).expect("a site").files;
        assert_eq!(kept.len(), fresh.len());
        for (kept, fresh) in kept.iter().zip(&fresh) {
            assert!(kept == fresh, "{} and {} differ", kept.path, fresh.path);
        }
    }
}

/// The tool has its assets included; the editor has them from a pack and other files of its site.
#[test]
fn the_editor_of_a_site_builds_the_same_site() {
    let site = shipped_site(&Assets::included());
    let file = |path: &str| {
        let file = site.files.iter().find(|file| file.path == path);
        file.unwrap_or_else(|| panic!("no {path}")).bytes.clone()
    };
    let mut assets = Assets::from_pack(&file("editor/assets.bin")).expect("a pack");
    for name in editor_files::COPIED {
        assets.insert(&editor_files::asset_path(name), file(&format!("editor/{name}")));
    }
    let again = shipped_site(&assets);
    assert_eq!(again.files.len(), site.files.len());
    for (first, second) in site.files.iter().zip(&again.files) {
        assert!(first == second, "{} and {} differ", first.path, second.path);
    }
    assert!(archive(&site).expect("an archive") == archive(&again).expect("an archive"));
}

#[test]
fn a_site_without_one_of_the_editors_files_is_refused() {
    let assets = Assets::from_pack(&Assets::included().pack()).expect("a pack");
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let read = |path: &str| std::fs::read(format!("{root}/{path}")).map_err(|why| why.to_string());
    let loaded = small_guide::checked("tests/data/small.toml", &read);
    let guide = loaded.guide.as_ref().expect("a guide");
    let input = SiteInput { guide, phrases: None, sources: &[], guide_path: "small.toml", url: None };
    let refused = build(&input, &assets, &mut |_| {}).err().expect("an error");
    assert!(refused.to_string().contains("program/editor/app.js"), "{refused}");
}
