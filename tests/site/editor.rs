//! The editor's page among the files of a site: for staff alone, under a policy of its own.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::{attribute, read, site, visible_text};

const PAGE: &str = "editor/index.html";

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

#[test]
fn nothing_that_parents_load_names_the_editor_or_the_content_files() {
    let mut read_files = 0;
    for path in files(site()) {
        let name = path.strip_prefix(site()).expect("inside").to_string_lossy().replace('\\', "/");
        // Compressed copies say the same; two lists name every file, and no page loads them.
        let is_list = name == ".guide-files" || (name.starts_with("files-") && name.ends_with(".txt"));
        let for_staff = name.starts_with("editor/") || name.starts_with("content/");
        if for_staff || name.ends_with(".br") || name.ends_with(".gz") || is_list {
            continue;
        }
        let bytes = std::fs::read(&path).expect("a file");
        for folder in ["editor/", "content/index", "content/ivanovo"] {
            assert!(!bytes.windows(folder.len()).any(|part| part == folder.as_bytes()), "{name} names {folder}");
        }
        read_files += 1;
    }
    assert!(read_files > 25, "{read_files} files");
}

#[test]
fn the_page_is_not_indexed_and_says_what_it_needs() {
    let page = read(site(), PAGE);
    assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"));
    assert!(page.contains("<title>Редактор — Навигатор: что делать, если…</title>"));
    assert_eq!(attribute(&page, "lang"), ["ru"]);
    let ids = attribute(&page, "id");
    assert!(["editor", "progress"].iter().all(|id| ids.iter().any(|other| other == id)), "{ids:?}");
    let text = visible_text(&page);
    for sentence in
        ["Редактор загружается…", "Редактору нужен JavaScript", "по адресу на file://, редактор не работает"]
    {
        assert!(text.contains(sentence), "{sentence}: {text}");
    }
}

#[test]
fn the_page_loads_its_own_files_and_has_nothing_inline() {
    let page = read(site(), PAGE);
    let links: Vec<String> = attribute(&page, "href").into_iter().chain(attribute(&page, "src")).collect();
    assert_eq!(links, ["editor.css", "../icon.svg", "app.js"]);
    for link in &links {
        assert!(site().join("editor").join(link).exists(), "{link}");
    }
    assert_eq!(page.matches("<script").count(), page.matches("></script>").count());
    assert!(!page.contains("<style") && !page.contains(" style=") && !page.contains("EDITOR_"));
}

#[test]
fn the_policy_allows_previews_and_workers_and_nothing_unsafe() {
    let page = read(site(), PAGE);
    let policies: Vec<String> =
        attribute(&page, "content").into_iter().filter(|content| content.starts_with("default-src")).collect();
    assert_eq!(policies.len(), 1);
    let directives: BTreeSet<&str> = policies[0].split("; ").collect();
    for directive in [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "worker-src 'self'",
        "frame-src 'self' blob:",
        "base-uri 'none'",
        "form-action 'none'",
    ] {
        assert!(directives.contains(directive), "{directive}: {directives:?}");
    }
    let styles = directives.iter().find(|directive| directive.starts_with("style-src 'self' 'sha256-"));
    assert!(styles.is_some_and(|styles| styles.matches("'sha256-").count() >= 5), "{directives:?}");
    assert!(!policies[0].contains("unsafe-inline") && !policies[0].contains("'unsafe-eval'"));
}

/// A page that any guide's name breaks would be open to whoever writes a content file.
#[test]
fn the_guides_name_is_a_text_of_the_page() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("guide.toml");
    let guide = include_str!("../data/small.toml");
    let named = guide.replace("name = \"Справочник\"", "name = \"<b>&amp; 'EDITOR_POLICY' \\\"x\\\"\"");
    assert_ne!(named, guide);
    std::fs::write(&path, named).expect("the content");
    let page = read(&crate::build(&path.to_string_lossy(), &[]), PAGE);
    assert!(page.contains("<title>Редактор — &lt;b&gt;&amp;amp; 'EDITOR_POLICY' &quot;x&quot;</title>"), "{page}");
}
