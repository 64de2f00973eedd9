//! The built pages as files: links, data attributes, policy, sizes, texts of the content.

mod asset_files;
mod changes;
mod content;
mod editor;
mod examples;
mod headers;
mod language;
mod links;
mod map;
mod not_covered;
mod policy;
mod share_pictures;
mod snapshots;
mod theme_tokens;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The shipped guide's site, built once for all tests.
fn site() -> &'static Path {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    SITE.get_or_init(|| build("content/ivanovo.toml", &[]))
}

/// The same site with a known URL.
fn site_with_address() -> &'static Path {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    SITE.get_or_init(|| build("content/ivanovo.toml", &["--url", "https://example.ru/navigator/"]))
}

/// Builds a site into a folder below `target/`, replacing it.
fn build(content: &str, arguments: &[&str]) -> PathBuf {
    let name = content.replace(['/', '.'], "-");
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("site-{name}{}", arguments.len()));
    // A folder written by an older tool may be one that this tool refuses to write to.
    _ = std::fs::remove_dir_all(&out);
    let built = Command::new(env!("CARGO_BIN_EXE_guide"))
        .args(["build", "--content", content, "--out"])
        .arg(&out)
        .args(arguments)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .output()
        .expect("the tool runs");
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    out
}

fn read(site: &Path, file: &str) -> String {
    std::fs::read_to_string(site.join(file)).unwrap_or_else(|why| panic!("{file}: {why}"))
}

/// The HTML files of a site that parents see, by path.
fn pages(site: &Path) -> Vec<String> {
    let mut pages = Vec::new();
    let mut folders = vec![site.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "html") && !path.ends_with("editor/index.html") {
                pages.push(path.strip_prefix(site).expect("inside").to_string_lossy().replace('\\', "/"));
            }
        }
    }
    assert!(pages.len() >= 2, "{pages:?}");
    pages
}

/// The values of an attribute in a page, with entities resolved.
fn attribute(page: &str, name: &str) -> Vec<String> {
    let prefix = format!(" {name}=\"");
    // Attributes in a text, as in a snippet, do not count.
    let within_tag = |at: usize| page[..at].rfind('<') > page[..at].rfind('>');
    page.match_indices(&prefix)
        .filter(|(at, _)| within_tag(*at))
        .map(|(at, _)| {
            let value = &page[at + prefix.len()..];
            unescape_entities(&value[..value.find('"').expect("a closing quote")])
        })
        .collect()
}

/// A text with entities resolved.
fn unescape_entities(text: &str) -> String {
    text.replace("&quot;", "\"").replace("&#x27;", "'").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// The visible text of a page: without tags and data, and with all white space as single spaces.
fn visible_text(page: &str) -> String {
    let body = page.split("<body>").nth(1).expect("a body");
    let parts = body.split("<script").enumerate();
    let parts = parts.map(|(nth, part)| if nth == 0 { part } else { part.split_once("</script>").expect("its end").1 });
    let body: String = parts.collect();
    let mut text = String::new();
    for piece in body.split('<').skip(1) {
        let (tag, rest) = piece.split_once('>').expect("a whole tag");
        let inline = ["span", "/span", "b", "/b", "a", "/a"].contains(&tag.split(' ').next().unwrap_or_default());
        if !inline {
            text.push(' ');
        }
        text.push_str(rest);
    }
    unescape_entities(&text).split_whitespace().collect::<Vec<_>>().join(" ")
}
