//! The editor's forms and the format know the same keys.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use toml::{Table, Value};

fn root() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// The fields of `crates/studio/app/forms/NAME.toml`.
fn fields(name: &str) -> Vec<Table> {
    let path = root().join(format!("crates/studio/app/forms/{name}.toml"));
    let table: Table = fs::read_to_string(&path).expect("a form").parse().expect("a form in TOML");
    let fields = table["field"].as_array().expect("fields");
    fields.iter().map(|field| field.as_table().expect("a field").clone()).collect()
}

fn keys(name: &str) -> BTreeSet<String> {
    fields(name).iter().map(|field| field["key"].as_str().expect("a key").to_owned()).collect()
}

/// The words in backquotes that may be keys.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2).filter(|word| word.chars().all(|c| c.is_ascii_lowercase() || c == '_'))
}

/// The keys that a section of the description of the format names: in the first column of its tables and, with `prose`, in its sentences.
fn described(heading: &str, prose: bool) -> BTreeSet<String> {
    let text = fs::read_to_string(root().join("docs/format.ru.md")).expect("the description of the format");
    let start = text.find(&format!("\n## {heading}")).unwrap_or_else(|| panic!("no section «{heading}»"));
    let section = text[start + 4..].split("\n## ").next().unwrap_or_default();
    // A subsection is about values.
    let section = section.split("\n### ").next().unwrap_or_default().split("```").step_by(2).collect::<String>();
    let cells = section.lines().filter(|line| line.starts_with('|')).filter_map(|line| line.split('|').nth(1));
    let mut keys: BTreeSet<String> = cells.flat_map(quoted).map(str::to_owned).collect();
    if prose {
        let sentences = section.lines().filter(|line| !line.starts_with('|'));
        keys.extend(sentences.flat_map(quoted).map(str::to_owned));
    }
    assert!(keys.len() > 1, "{heading}: {keys:?}");
    keys
}

#[test]
fn every_key_of_the_format_has_a_field() {
    for (heading, prose, forms) in [
        ("Начало файла", false, &["root"][..]),
        ("[site] и [source]", false, &["site", "source"]),
        ("[[contact]]", false, &["contact"]),
        ("[[rung]] и [[institution]]", false, &["rung", "institution"]),
        ("[[rule]]", true, &["rule"]),
        ("[[not_covered]]", false, &["not_covered"]),
        ("[[field]]", false, &["letter_field"]),
        ("[[step]]", true, &["step", "option"]),
        ("[notice]", true, &["notice"]),
    ] {
        let known: BTreeSet<String> = forms.iter().flat_map(|form| keys(form)).collect();
        let missing: Vec<String> = described(heading, prose).difference(&known).cloned().collect();
        assert!(missing.is_empty(), "no field in the forms {forms:?} for {missing:?} of «{heading}»");
    }
}

#[test]
fn every_field_is_a_key_that_is_read() {
    let mut source = fs::read_to_string(root().join("crates/core/src/contact.rs")).expect("the networks");
    for entry in fs::read_dir(root().join("crates/content/src/load")).expect("the loader") {
        source.push_str(&fs::read_to_string(entry.expect("a file").path()).expect("a file of the loader"));
    }
    let mut count = 0;
    for entry in fs::read_dir(root().join("crates/studio/app/forms")).expect("the forms") {
        let path = entry.expect("a form").path();
        for key in keys(path.file_stem().and_then(|name| name.to_str()).expect("a name")) {
            assert!(source.contains(&format!("\"{key}\"")), "{}: nothing reads «{key}»", path.display());
            count += 1;
        }
    }
    assert!(count > 70, "only {count} fields");
}

#[test]
fn every_field_has_a_label_and_its_table() {
    for entry in fs::read_dir(root().join("crates/studio/app/forms")).expect("the forms") {
        let path = entry.expect("a form").path();
        for field in fields(path.file_stem().and_then(|name| name.to_str()).expect("a name")) {
            let text = |key: &str| field.get(key).and_then(Value::as_str).unwrap_or_default();
            assert!(!text("label").is_empty(), "{}: «{}» has no label", path.display(), text("key"));
            if ["list", "table", "short_list", "picture"].contains(&text("kind")) {
                assert!(!fields(text("table")).is_empty(), "{}: «{}» has no table", path.display(), text("key"));
            }
        }
    }
}
