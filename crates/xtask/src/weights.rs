//! The size of the program's code by crate, from the function names that the module has until bindgen removes them.

use std::collections::BTreeMap;
use std::path::Path;

use rustc_demangle::demangle;
use wasmparser::{Name, NameSectionReader, Parser, Payload, TypeRef};

/// The crates whose whole cost is of interest: every function that names one counts, whichever crate it belongs to.
const COUNTED: [&str; 2] = ["gloo_events", "gloo_timers"];

/// The bytes of code of each crate, the largest first, as lines for people. A function belongs to the crate that its name begins with.
pub fn weights(module: &Path) -> Result<String, String> {
    let bytes = std::fs::read(module).map_err(|why| format!("{}: {why}", module.display()))?;
    let functions = functions(&bytes).map_err(|why| format!("{}: {why}", module.display()))?;
    let whole: usize = functions.iter().map(|(_, size)| size).sum();
    let mut crates: BTreeMap<String, usize> = BTreeMap::new();
    for (name, size) in &functions {
        *crates.entry(crate_of(name)).or_default() += size;
    }
    let mut crates: Vec<(String, usize)> = crates.into_iter().collect();
    crates.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    let line = |name: &str, size: usize| format!("{name:24} {size:>8} {:>5.1} %\n", size as f64 * 100.0 / whole as f64);
    let mut text = String::from("code by crate, bytes, not compressed\n");
    for (name, size) in crates.iter().filter(|(_, size)| size * 200 > whole) {
        text += &line(name, *size);
    }
    for counted in COUNTED {
        let size = functions.iter().filter(|(name, _)| name.contains(counted)).map(|(_, size)| size).sum();
        text += &line(counted, size);
    }
    Ok(text)
}

/// Every function of a module with its name and the bytes of its code.
fn functions(bytes: &[u8]) -> Result<Vec<(String, usize)>, wasmparser::BinaryReaderError> {
    let (mut imported, mut sizes, mut names) = (0, Vec::new(), BTreeMap::new());
    for payload in Parser::new(0).parse_all(bytes) {
        match payload? {
            Payload::ImportSection(imports) => {
                let functions = imports.into_imports().filter_map(Result::ok);
                imported = functions.filter(|import| matches!(import.ty, TypeRef::Func(_))).count();
            }
            Payload::CodeSectionEntry(body) => sizes.push(body.range().len()),
            Payload::CustomSection(section) if section.name() == "name" => {
                let reader = wasmparser::BinaryReader::new(section.data(), section.data_offset());
                for subsection in NameSectionReader::new(reader) {
                    if let Name::Function(functions) = subsection? {
                        for naming in functions {
                            let naming = naming?;
                            names.insert(naming.index as usize, format!("{:#}", demangle(naming.name)));
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let named = |(at, size)| (names.get(&(imported + at)).cloned().unwrap_or_default(), size);
    Ok(sizes.into_iter().enumerate().map(named).collect())
}

/// The crate that a function's name begins with.
fn crate_of(name: &str) -> String {
    let start = name.trim_start_matches(['<', '&', '*', '[', '(']).trim_start_matches("dyn ");
    let end = start.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(start.len());
    start[..end].to_owned()
}

#[cfg(test)]
mod tests {
    use super::crate_of;

    #[test]
    fn a_function_belongs_to_the_crate_that_its_name_begins_with() {
        assert_eq!(crate_of("gloo_timers::callback::Timeout::new"), "gloo_timers");
        assert_eq!(crate_of("<gloo_events::EventListener as core::ops::Drop>::drop"), "gloo_events");
        assert_eq!(crate_of("__wbindgen_malloc"), "__wbindgen_malloc");
    }
}
