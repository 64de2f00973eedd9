//! The built pages, read as files: links, hooks, the policy, sizes, the words of the content.
#![cfg(feature = "ssr")]

mod content;
mod headers;
mod links;
mod map;
mod policy;
mod share_pictures;
mod snapshots;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The shipped guide's site, built once for all tests of this program.
fn site() -> &'static Path {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    SITE.get_or_init(|| build("content/ivanovo.toml", &[]))
}

/// The same site where its address is known.
fn site_with_address() -> &'static Path {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    SITE.get_or_init(|| build("content/ivanovo.toml", &["--url", "https://example.ru/navigator/"]))
}

/// Builds a site into a folder of the target's, anew each time.
fn build(content: &str, more: &[&str]) -> PathBuf {
    let name = content.replace(['/', '.'], "-");
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("site-{name}{}", more.len()));
    // What an older tool has left there may be a folder that this one does not take for its own.
    _ = std::fs::remove_dir_all(&out);
    let built = Command::new(env!("CARGO_BIN_EXE_guide"))
        .args(["build", "--content", content, "--out"])
        .arg(&out)
        .args(more)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the tool runs");
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    out
}

fn read(site: &Path, file: &str) -> String {
    std::fs::read_to_string(site.join(file)).unwrap_or_else(|why| panic!("{file}: {why}"))
}

/// The HTML files of a site, by their paths in it.
fn pages(site: &Path) -> Vec<String> {
    let mut pages = Vec::new();
    let mut folders = vec![site.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "html") {
                pages.push(path.strip_prefix(site).expect("inside").to_string_lossy().replace('\\', "/"));
            }
        }
    }
    assert!(pages.len() >= 2, "{pages:?}");
    pages
}

/// The values of an attribute in a page, entities resolved.
fn attribute(page: &str, name: &str) -> Vec<String> {
    let mark = format!(" {name}=\"");
    // What looks like an attribute in a text, as in a code to copy, is none.
    let within_tag = |at: usize| page[..at].rfind('<') > page[..at].rfind('>');
    page.match_indices(&mark)
        .filter(|(at, _)| within_tag(*at))
        .map(|(at, _)| {
            let value = &page[at + mark.len()..];
            plain(&value[..value.find('"').expect("a closing quote")])
        })
        .collect()
}

/// A text without its entities.
fn plain(text: &str) -> String {
    text.replace("&quot;", "\"").replace("&#x27;", "'").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// The text that a reader sees: no tags, spaces folded, no-break ones too.
fn seen(page: &str) -> String {
    let body = page.split("<body>").nth(1).expect("a body");
    let mut text = String::new();
    for piece in body.split('<').skip(1) {
        let (tag, rest) = piece.split_once('>').expect("a whole tag");
        let inline = ["span", "/span", "b", "/b", "a", "/a"].contains(&tag.split(' ').next().unwrap_or_default());
        if !inline {
            text.push(' ');
        }
        text.push_str(rest);
    }
    plain(&text).split_whitespace().collect::<Vec<_>>().join(" ")
}
