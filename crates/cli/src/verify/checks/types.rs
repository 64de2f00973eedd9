//! Whether files are sent with the types by which browsers take them for what they are.

use std::collections::BTreeMap;

use guide_content::message;

use crate::verify::answer::Answer;
use crate::verify::report::{Report, names};
use crate::verify::visit::{Fetched, Visit};

/// What a type of a file may be.
struct Expected {
    /// The types that will do, the usual one first.
    types: &'static [&'static str],
    /// Whether the site fails with another.
    must: bool,
    /// Whether browsers read it as a text.
    is_text: bool,
}

/// What is expected of a file, by its path; `None` where its type means nothing to a browser.
fn expected(path: &str) -> Option<Expected> {
    let (types, must, is_text): (&[&str], bool, bool) = match path.rsplit_once('.')?.1 {
        "html" => (&["text/html"], true, true),
        "js" => (&["text/javascript", "application/javascript", "application/x-javascript"], true, true),
        "css" => (&["text/css"], true, true),
        "svg" => (&["image/svg+xml"], true, true),
        "png" => (&["image/png"], true, false),
        "wasm" => (&["application/wasm"], false, false),
        "json" => (&["application/json", "application/manifest+json", "text/json"], false, true),
        "ics" => (&["text/calendar"], false, true),
        _ => return None,
    };
    Some(Expected { types, must, is_text })
}

/// Whether a file's type is wrong; then what it should be, and whether it must.
fn wrong_type(path: &str, answer: &Answer) -> Option<(&'static str, bool)> {
    let Expected { types, must, .. } = expected(path)?;
    (!types.contains(&answer.media_type().as_str())).then_some((types[0], must))
}

/// The charset of a text, where it is wrong. Without one it is that of the page, which names its own.
fn wrong_charset(path: &str, answer: &Answer) -> Option<String> {
    let is_text = expected(path).is_some_and(|expected| expected.is_text);
    answer.charset().filter(|charset| is_text && !matches!(charset.as_str(), "utf-8" | "utf8" | "us-ascii"))
}

/// Checks the types of all files.
pub fn check(visit: &Visit, report: &mut Report) {
    let mut types: BTreeMap<(&str, bool, String), Vec<&str>> = BTreeMap::new();
    let mut charsets: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    let found = visit.files.iter().filter_map(|(path, file)| Some((path.as_str(), Fetched::found(file)?)));
    for (path, answer) in found {
        if let Some((expected, must)) = wrong_type(path, answer) {
            types.entry((expected, must, answer.media_type())).or_default().push(path);
        }
        if let Some(charset) = wrong_charset(path, answer) {
            charsets.entry(charset).or_default().push(path);
        }
    }
    if types.is_empty() && charsets.is_empty() {
        report.good(message!("типы файлов и кодировка верны", "types of files and charset are right"));
    }
    for ((expected, must, sent), paths) in types {
        let what = match sent.as_str() {
            "" => message!(
                names = names(&paths);
                "тип не назван, а нужен «{expected}»: {names}",
                "no type is named, and “{expected}” is needed: {names}"
            ),
            sent => message!(
                names = names(&paths);
                "тип «{sent}», а нужен «{expected}»: {names}",
                "the type is “{sent}”, and “{expected}” is needed: {names}"
            ),
        };
        let cure = message!("подключите настройки сайта (ниже).", "use the site's settings (below).");
        if must { report.wrong(what, cure) } else { report.better(what, cure) }
    }
    for (charset, paths) in charsets {
        report.wrong(
            message!(
                names = names(&paths);
                "кодировка «{charset}», а нужна «utf-8», иначе вместо букв будут значки: {names}",
                "the charset is “{charset}”, and “utf-8” is needed, or letters turn into signs: {names}"
            ),
            message!("подключите настройки сайта (ниже).", "use the site's settings (below)."),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::checks::samples::answer;

    #[test]
    fn types_are_judged_by_the_ending() {
        for (path, sent, expected) in [
            ("index.html", "text/html; charset=utf-8", None),
            ("index.html", "text/plain", Some(("text/html", true))),
            ("sw.js", "application/javascript", None),
            ("sw.js", "text/html", Some(("text/javascript", true))),
            ("a.wasm.js", "text/javascript", None),
            ("a.wasm", "application/wasm", None),
            ("a.wasm", "application/octet-stream", Some(("application/wasm", false))),
            ("a.wasm", "", Some(("application/wasm", false))),
            ("icon.svg", "text/plain", Some(("image/svg+xml", true))),
            ("hotline.ics", "application/octet-stream", Some(("text/calendar", false))),
            ("content/a.toml", "application/x-whatever", None),
            ("editor/assets.bin", "", None),
        ] {
            assert_eq!(wrong_type(path, &answer(path, &[("Content-Type", sent)], "")), expected, "{path} {sent}");
        }
    }

    #[test]
    fn texts_are_in_utf_8() {
        for (path, sent, expected) in [
            ("index.html", "text/html; charset=UTF-8", None),
            ("index.html", "text/html", None),
            ("index.html", "text/html; charset=windows-1251", Some("windows-1251")),
            ("update.js", "text/javascript;charset=\"koi8-r\"", Some("koi8-r")),
            ("icon-192.png", "image/png; charset=windows-1251", None),
        ] {
            let answer = answer(path, &[("Content-Type", sent)], "");
            assert_eq!(wrong_charset(path, &answer).as_deref(), expected, "{path} {sent}");
        }
    }
}
