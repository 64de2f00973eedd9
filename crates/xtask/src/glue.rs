//! Bindgen's glue between a module and the browser, made smaller: short names, nothing that no other side uses, no loader.

use std::collections::{BTreeMap, BTreeSet};

use walrus::Module;

/// What names an export of the module in the glue.
const EXPORT: &str = "wasm.";

/// The custom sections that only linkers read.
const FOR_LINKERS: [&str; 2] = ["target_features", "__wasm_split_unstable"];

/// Shortens the names of the module's imports and exports, and drops the exports that the glue does not use. The result is for
/// [`shorten_glue`].
pub fn shorten_module(module: &mut Module, glue: &str) -> Names {
    let mut names = Names::default();
    for (number, import) in module.imports.iter_mut().enumerate() {
        // No import of a bundle has such a name already.
        let short = format!("i{number}");
        names.imports.insert(std::mem::replace(&mut import.name, short.clone()), short);
    }
    let used: BTreeSet<&str> = glue.split(EXPORT).skip(1).map(identifier).collect();
    let unused = module.exports.iter().filter(|export| !used.contains(&*export.name)).map(|export| export.id());
    for export in unused.collect::<Vec<_>>() {
        module.exports.delete(export);
    }
    for (number, export) in module.exports.iter_mut().enumerate() {
        let short = format!("e{number}");
        names.exports.insert(std::mem::replace(&mut export.name, short.clone()), short);
    }
    for section in FOR_LINKERS {
        module.customs.remove_raw(section);
    }
    walrus::passes::gc::run(module);
    names
}

/// The short name of each import and each export.
#[derive(Default)]
pub struct Names {
    imports: BTreeMap<String, String>,
    exports: BTreeMap<String, String>,
}

/// The glue with the short names. Its loader, which takes modules, addresses and responses and warns of old ways to call it, is left out:
/// `src/js/instantiate.js` calls `imports` and `finish`, which take its place. The error says what the glue no longer looks like.
pub fn shorten_glue(glue: &str, names: &Names) -> Result<String, String> {
    let glue = rename_exports(&rename_imports(glue, &names.imports), &names.exports);
    let (kept, _) = glue.split_once("async function __wbg_load(").ok_or("bindgen's glue has no loader where it was")?;
    for function in ["function __wbg_get_imports(", "function __wbg_finalize_init("] {
        if !kept.contains(function) {
            return Err(format!("bindgen's glue has no “{function}” before its loader"));
        }
    }
    Ok(format!(
        "{kept}return Object.assign(exports, {{ imports: __wbg_get_imports, finish: __wbg_finalize_init }});\n}})({{}});\n"
    ))
}

/// Replaces the names of the module's imports.
fn rename_imports(glue: &str, names: &BTreeMap<String, String>) -> String {
    let mut renamed = String::with_capacity(glue.len());
    for line in glue.lines() {
        let found = line.trim_start().split_once(": function").and_then(|(name, _)| names.get_key_value(name));
        match found {
            Some((name, short)) => renamed.push_str(&line.replacen(name, short, 1)),
            None => renamed.push_str(line),
        }
        renamed.push('\n');
    }
    renamed
}

/// Replaces the names of the module's exports.
fn rename_exports(glue: &str, names: &BTreeMap<String, String>) -> String {
    let mut parts = glue.split(EXPORT);
    let mut renamed = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let name = identifier(part);
        renamed.push_str(EXPORT);
        renamed.push_str(names.get(name).map_or(name, String::as_str));
        renamed.push_str(&part[name.len()..]);
    }
    renamed
}

/// The identifier that a text begins with.
fn identifier(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '$').unwrap_or(text.len());
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(names: &[(&str, &str)]) -> BTreeMap<String, String> {
        names.iter().map(|(name, short)| ((*name).to_owned(), (*short).to_owned())).collect()
    }

    #[test]
    fn imports_get_their_short_names() {
        let glue = "\
const imports = {
    __wbg_kept_1: function() { return handleError(function (arg0) {
        return \"__wbg_kept_1\";
    }, arguments); },
    __wbg_last_2: function(arg0) {
    },
};
";
        let names = map(&[("__wbg_kept_1", "i0"), ("__wbg_last_2", "i1")]);
        let wanted = glue.replace("    __wbg_kept_1:", "    i0:").replace("__wbg_last_2", "i1");
        assert_eq!(rename_imports(glue, &names), wanted);
    }

    #[test]
    fn exports_get_their_short_names() {
        let names = map(&[("add", "e0"), ("add_more", "e1"), ("memory", "e2")]);
        let glue = "wasm.add(1); wasm.add_more(wasm.memory.buffer); other.add(wasm);";
        assert_eq!(rename_exports(glue, &names), "wasm.e0(1); wasm.e1(wasm.e2.buffer); other.add(wasm);");
    }

    #[test]
    fn the_loader_is_left_out_and_its_absence_is_an_error() {
        let glue = "let g = (function(exports) {\nfunction __wbg_get_imports() {}\nfunction __wbg_finalize_init(i) {}\n\
                    async function __wbg_load(m) {}\nreturn Object.assign(__wbg_init, exports);\n})({});\n";
        let short = shorten_glue(glue, &Names::default()).expect("a loader");
        assert!(!short.contains("__wbg_load") && short.contains("finish: __wbg_finalize_init"), "{short}");
        assert_eq!(short.matches('{').count(), short.matches('}').count(), "{short}");
        assert!(shorten_glue("let g = 1;", &Names::default()).is_err());
        assert!(shorten_glue("async function __wbg_load(m) {}", &Names::default()).is_err());
    }

    #[test]
    fn what_the_glue_does_not_use_is_not_exported() {
        let mut module = Module::default();
        for name in ["used", "unused"] {
            let mut builder = walrus::FunctionBuilder::new(&mut module.types, &[], &[]);
            builder.func_body().unreachable();
            let function = builder.finish(Vec::new(), &mut module.funcs);
            module.exports.add(name, function);
        }
        let names = shorten_module(&mut module, "wasm.used();");
        assert_eq!(module.exports.iter().map(|export| export.name.as_str()).collect::<Vec<_>>(), ["e0"]);
        assert_eq!(names.exports, map(&[("used", "e0")]));
        assert_eq!(module.funcs.iter().count(), 1);
    }
}
