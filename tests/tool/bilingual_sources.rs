//! A rule that no compiler holds: what the tool says, it says in both languages. A Russian text of its sources stands within `message!`,
//! beside its English one.

use std::collections::BTreeSet;
use std::fs;

use crate::source_rules::{ROOT, sources_in};

/// Texts that are no sentences for the tool's users, by their file and how they begin; with nothing here, all texts of that file.
const EXCEPTIONS: &[(&str, &str)] = &[
    // The help in Russian, and what belongs to it.
    ("cli/src/args.rs", "{about}"),
    ("cli/src/args.rs", "Коды завершения"),
    ("cli/src/help.rs", ""),
    ("cli/src/help_in_english.rs", "ФАЙЛ"),
    ("cli/src/help_in_english.rs", "ПАПКА"),
    ("cli/src/help_in_english.rs", "АДРЕС"),
    ("cli/src/help_in_english.rs", "АРХИВ"),
    ("cli/src/help_in_english.rs", "ЧИСЛО"),
    ("cli/src/help_in_english.rs", "МОМЕНТ"),
    ("cli/src/help_in_english.rs", "СЛОВА"),
    ("cli/src/help_in_english.rs", "ВИД"),
    ("cli/src/help_in_english.rs", "ЯЗЫК"),
    ("cli/src/help_in_english.rs", "СЕКУНДЫ"),
    // Tests.
    ("cli/src/install/foreign_files.rs", ""),
    ("cli/src/install/rename_failures.rs", ""),
    ("cli/src/status/instants.rs", ""),
    // Words that are looked for in the content, or written into it.
    ("content/src/check/borrowed_names.rs", "Иванов"),
    ("content/src/load/time_zones.rs", ""),
    ("content/src/markers.rs", "заменить"),
    ("content/src/markers.rs", "впишите своё"),
    ("content/src/upgrade/fields.rs", ""),
];

#[test]
fn no_russian_sentence_is_without_its_english_one() {
    let (mut wrong, mut used) = (Vec::new(), BTreeSet::new());
    for path in sources_in(&["crates/content/src", "crates/site/src", "crates/cli/src"]) {
        let shown = path.strip_prefix(ROOT).expect("below the project").to_string_lossy().replace('\\', "/");
        let code = fs::read_to_string(&path).expect("a source file");
        for text in single_russian_texts(&code) {
            let excepted = |(file, start): &(&str, &str)| shown.ends_with(file) && text.starts_with(start);
            match EXCEPTIONS.iter().position(excepted) {
                Some(exception) => _ = used.insert(exception),
                None => wrong.push(format!("{shown}: «{text}»")),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let unused: Vec<_> = (0..EXCEPTIONS.len()).filter(|at| !used.contains(at)).map(|at| EXCEPTIONS[at]).collect();
    assert!(unused.is_empty(), "exceptions of nothing: {unused:?}");
}

/// The texts with Russian letters outside of `message!`, attributes, comments and the tests at the end of the file.
fn single_russian_texts(code: &str) -> Vec<String> {
    let code = code.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let mut found = Vec::new();
    // How many brackets are open, and outside of which the code is looked at again.
    let (mut depth, mut outside) = (0, None);
    let mut at = 0;
    while let Some(rest) = code.get(at..).filter(|rest| !rest.is_empty()) {
        let opens = ["message!(", "#[", "#!["].into_iter().find(|start| rest.starts_with(start));
        if let (Some(start), None) = (opens, outside) {
            outside = Some(depth);
            depth += 1;
            at += start.len();
            continue;
        }
        let (length, text) = token(rest);
        match rest.as_bytes()[0] {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => {
                depth -= 1;
                outside = outside.filter(|outside| *outside < depth);
            }
            _ => {}
        }
        let is_russian = |c: char| matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё');
        found.extend(text.filter(|text| outside.is_none() && text.contains(is_russian)).map(str::to_owned));
        at += length;
    }
    found
}

/// How long the first token of a code is, where it matters: a comment, a text or a character is one. With it, the text.
fn token(code: &str) -> (usize, Option<&str>) {
    let until = |end: &str, from: usize| code[from..].find(end).map_or(code.len(), |length| from + length + end.len());
    let hashes = code.strip_prefix('r').map_or(0, |rest| rest.len() - rest.trim_start_matches('#').len());
    if code.starts_with("//") {
        (until("\n", 0), None)
    } else if code.starts_with("/*") {
        (until("*/", 0), None)
    } else if code.starts_with('r') && code[1 + hashes..].starts_with('"') {
        let end = until(&format!("\"{}", "#".repeat(hashes)), 2 + hashes);
        (end, code.get(2 + hashes..end - 1 - hashes))
    } else if let Some(inside) = code.strip_prefix('"') {
        let mut escaped = false;
        let ends = |sign: char| {
            let ends = sign == '"' && !escaped;
            escaped = sign == '\\' && !escaped;
            ends
        };
        let length = inside.find(ends).unwrap_or(inside.len());
        (length + 2, inside.get(..length))
    } else if let Some(inside) = code.strip_prefix('\'') {
        // A lifetime has no second quote right behind its first letter.
        let escape = usize::from(inside.starts_with('\\'));
        let sign = inside[escape..].chars().next().map_or(0, char::len_utf8);
        let end = 1 + escape + sign;
        (if code[end..].starts_with('\'') { end + 1 } else { 1 }, None)
    } else {
        (code.chars().next().map_or(1, char::len_utf8), None)
    }
}

#[test]
fn texts_are_told_from_what_they_stand_in() {
    let code = r##"
        // "комментарий"
        #[arg(value_name = "ПАПКА")]
        fn one<'a>(sign: char) -> Message {
            let first = "раз \" \\"; /* "два" */
            let quote = ('"', '\'', 'я');
            say(message!(name = word("три"); "четыре ({", "four", ")"), r#"пять "и" шесть"#, "seven");
            "восемь"
        }
        #[cfg(test)]
        mod tests { const TEXT: &str = "девять"; }
    "##
    .replace("\n        ", "\n");
    assert_eq!(single_russian_texts(&code), ["раз \\\" \\\\", "пять \"и\" шесть", "восемь"]);
}
