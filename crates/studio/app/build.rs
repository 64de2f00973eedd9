//! Writes what the editor says as Rust constants: the words, `words/*.toml`, a module for each section and a constant for each key (a text, a list, or a
//! table as pairs); and
//! the forms, `forms/*.toml`, a table for each file with its fields in order.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use toml::{Table, Value};

fn main() -> io::Result<()> {
    let folder = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("words.rs"), words(&folder.join("words/ru.toml"))?)?;
    fs::write(out.join("forms.rs"), forms(&folder.join("forms"))?)
}

fn read(path: &Path) -> io::Result<Table> {
    println!("cargo::rerun-if-changed={}", path.display());
    toml::from_str(&fs::read_to_string(path)?).map_err(|why| io::Error::other(format!("{}: {why}", path.display())))
}

fn words(path: &Path) -> io::Result<String> {
    let mut code = String::new();
    for (section, keys) in &read(path)? {
        _ = writeln!(code, "/// The section `[{section}]` of the words.\npub mod {section} {{");
        for (key, value) in keys.as_table().into_iter().flatten() {
            let (of, value) = match value {
                Value::Array(items) => {
                    ("&[&str]", format!("&{:?}", items.iter().filter_map(Value::as_str).collect::<Vec<_>>()))
                }
                Value::Table(entries) => {
                    let entries = entries.iter().map(|(key, text)| (key, text.as_str().unwrap_or_default()));
                    ("&[(&str, &str)]", format!("&{:?}", entries.collect::<Vec<_>>()))
                }
                text => ("&str", format!("{:?}", text.as_str().unwrap_or_default())),
            };
            _ = writeln!(code, "    /// {value}\n    pub const {}: {of} = {value};", key.to_uppercase());
        }
        code.push_str("}\n");
    }
    Ok(code)
}

fn forms(folder: &Path) -> io::Result<String> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    paths.sort();
    let mut code = String::new();
    for path in paths {
        let table = read(&path)?;
        let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default().to_uppercase();
        let fields = table.get("field").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let title = table.get("title").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let title: Vec<&str> = title.iter().filter_map(Value::as_str).collect();
        let (item, of, add) = (text(&table, "item"), text(&table, "of"), text(&table, "add"));
        _ = writeln!(code, "/// `forms/{}.toml`\npub static {name}: Table = Table {{", name.to_lowercase());
        _ = writeln!(code, "    item: {item:?}, of: {of:?}, add: {add:?}, title: &{title:?}, fields: &[");
        for field in fields.iter().filter_map(Value::as_table) {
            let (key, label, help) = (text(field, "key"), text(field, "label"), text(field, "help"));
            let of = field.get("table").and_then(Value::as_str);
            let of = of.map_or("None".to_owned(), |table| format!("Some(&{})", table.to_uppercase()));
            let required = field.get("required").and_then(Value::as_bool).unwrap_or_default();
            let more = field.get("more").and_then(Value::as_bool).unwrap_or_default();
            let only = text(field, "only");
            _ = writeln!(
                code,
                "        Field {{ key: {key:?}, label: {label:?}, help: {help:?}, kind: Kind::{}, required: {required}, more: {more}, only: {only:?}, table: {of} }},",
                camel_case(text(field, "kind"))
            );
        }
        code.push_str("    ],\n};\n");
    }
    Ok(code)
}

fn text<'t>(table: &'t Table, key: &str) -> &'t str {
    table.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// `open_days` → `OpenDays`.
fn camel_case(name: &str) -> String {
    name.split('_')
        .flat_map(|word| word.char_indices().map(|(at, c)| if at == 0 { c.to_ascii_uppercase() } else { c }))
        .collect()
}
