//! The files of `public/`: copied as they are, but for a few that must know the guide, the policy or the other files.

use std::collections::BTreeMap;

use navigator_guide::guide::model::Guide;
use navigator_guide::site::hooks::VERSION_PLACEHOLDER;
use navigator_guide::site::pages::WORKER;

use crate::press::{integrity, version};
use crate::{carry, minify, project};

/// What only hosts read, and what a worker must not keep of itself.
const NOT_KEPT: [&str; 3] = ["_headers", "nginx.conf", WORKER];

/// A file of the site: its path and its bytes.
pub type File = (String, Vec<u8>);

/// Every file of `public/` but the worker, filled. `policy` is the one that holds for all pages together.
pub fn files(guide: &Guide, policy: &str) -> Result<Vec<File>, String> {
    let names = project::files_below("public")?;
    let file = |name: String| {
        let path = project::root().join("public").join(&name);
        let bytes = std::fs::read(&path).map_err(|why| project::unreadable(&path, &why))?;
        let bytes = match name.as_str() {
            "manifest.json" => fill(&bytes, &titles(guide)),
            "embed.js" => embed_script(guide, &String::from_utf8_lossy(&bytes))?,
            "_headers" | "nginx.conf" => fill(&bytes, &[("GUIDE_POLICY", policy.to_owned())]),
            _ => bytes,
        };
        Ok((name, bytes))
    };
    names.into_iter().filter(|name| name != WORKER).map(file).collect()
}

/// The worker that keeps these files on the phone, and its version written into the pages. It changes whenever one of them
/// does, and so is known to be new.
pub fn worker(files: &mut [File]) -> Result<File, String> {
    let script = project::read(&format!("public/{WORKER}"))?;
    Ok((WORKER.to_owned(), filled_worker(&script, files)?))
}

/// The version is told from everything that makes the worker: its script and all files, as they are before they tell it.
fn filled_worker(script: &str, files: &mut [File]) -> Result<Vec<u8>, String> {
    let version = version(format!("{script}{}", integrities(files)?).as_bytes());
    for (_, bytes) in files.iter_mut().filter(|(name, _)| name.ends_with(".html")) {
        *bytes = fill(bytes, &[(VERSION_PLACEHOLDER, version.clone())]);
    }
    Ok(fill(script.as_bytes(), &[(VERSION_PLACEHOLDER, version), ("GUIDE_FILES", integrities(files)?)]))
}

/// The files that the worker keeps and the integrity of each, as JSON.
fn integrities(files: &[File]) -> Result<String, String> {
    let kept = |name: &str| !NOT_KEPT.contains(&name) && !carry::carries(name) && !name.ends_with(".png");
    let list: BTreeMap<&str, String> =
        files.iter().filter(|(name, _)| kept(name)).map(|(name, bytes)| (name.as_str(), integrity(bytes))).collect();
    serde_json::to_string(&list).map_err(|why| why.to_string())
}

/// The script for schools' pages, minified. An optimiser may join it to a script that forgot its last semicolon.
fn embed_script(guide: &Guide, source: &str) -> Result<Vec<u8>, String> {
    let words = &guide.words;
    let start = guide.step(&guide.start);
    let step = start.and_then(|step| step.options.first()).map_or(&guide.start, |option| &option.next);
    let values = [
        ("GUIDE_TITLE", escaped(&guide.site.name)),
        ("GUIDE_IGNORED", escaped(&words.embed_script.ignored)),
        ("GUIDE_INSTEAD", escaped(&words.embed_script.instead)),
        ("GUIDE_URL", escaped(guide.site.url.as_ref().unwrap_or(&words.embed.address))),
        ("GUIDE_STEP", escaped(step)),
    ];
    // The minifier would write the escaped letters out.
    Ok(fill(format!(";{}", minify::script(source)?).as_bytes(), &values))
}

/// The guide's title where JSON has a place for it.
fn titles(guide: &Guide) -> [(&'static str, String); 2] {
    let name = &guide.site.name.value;
    let short = name.split(':').next().unwrap_or(name);
    [("GUIDE_TITLE", escaped(name)), ("GUIDE_SHORT", escaped(short))]
}

/// A text within a string of JSON or a script, in ASCII: a school's page may be written in another code, and its browser
/// read the script in that.
fn escaped(text: &str) -> String {
    let quoted = serde_json::Value::from(text).to_string();
    // Within a template these begin an expression or end it.
    let plain = |c: char| if c.is_ascii() && !matches!(c, '`' | '$') { c.to_string() } else { unicode_escape(c) };
    quoted[1..quoted.len() - 1].chars().map(plain).collect()
}

fn unicode_escape(c: char) -> String {
    c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect()
}

fn fill(bytes: &[u8], values: &[(&str, String)]) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes).into_owned();
    values.iter().fold(text, |text, (place, value)| text.replace(place, value)).into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The worker of a page and a program, and the page.
    fn made(script: &str, page: &str, program: &str) -> (String, String) {
        let mut files = [("index.html".to_owned(), page.into()), ("assets/guide.wasm".to_owned(), program.into())];
        let worker = filled_worker(script, &mut files).expect("a worker");
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("a text");
        (text(&worker), text(&files[0].1))
    }

    #[test]
    fn the_version_is_of_all_that_makes_the_worker() {
        let script = "const VERSION = \"GUIDE_VERSION\"; const FILES = GUIDE_FILES;";
        let version = |(_, page): (String, String)| page;
        let first = made(script, "<p>GUIDE_VERSION", "program");
        assert_eq!(made(script, "<p>GUIDE_VERSION", "program"), first);
        let others = [
            made(
                "/* other */ const VERSION = \"GUIDE_VERSION\"; const FILES = GUIDE_FILES;",
                "<p>GUIDE_VERSION",
                "program",
            ),
            made(script, "<p class=other>GUIDE_VERSION", "program"),
            made(script, "<p>GUIDE_VERSION", "other"),
        ];
        for (number, other) in others.into_iter().enumerate() {
            assert_ne!(version(other).rsplit('>').next(), version(first.clone()).rsplit('>').next(), "{number}");
        }
        // The page tells the version that the worker has, and is held to its bytes as they are now.
        let (worker, page) = first;
        let told = page.strip_prefix("<p>").expect("the page");
        assert!(worker.contains(&format!("VERSION = \"{told}\"")), "{worker}");
        assert!(worker.contains(&integrity(page.as_bytes())), "{worker}");
    }
}
