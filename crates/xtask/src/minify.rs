//! Minifies scripts, and the names of the functions that bindgen's glue gives to the module.

use std::collections::BTreeMap;

use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_compat::EngineTargets;
use oxc_minifier::{CompressOptions, Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;
use walrus::Module;

/// The language version of the scripts: older browsers can't parse the shorter syntax of newer ones.
const LANGUAGE: &str = "es2018";

/// Gives the module's imports short names; the result maps each old name to the new one.
pub fn shorten_imports(module: &mut Module) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    for (number, import) in module.imports.iter_mut().enumerate() {
        // No import of a bundle has such a name already.
        let short = format!("i{number}");
        names.insert(std::mem::replace(&mut import.name, short.clone()), short);
    }
    names
}

/// Replaces the names of the module's imports in bindgen's glue by the short ones.
pub fn rename_imports(glue: &str, names: &BTreeMap<String, String>) -> String {
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

/// Minifies a script. The error says what is wrong with its syntax.
pub fn script(source: &str) -> Result<String, String> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, source, SourceType::cjs()).parse();
    if let Some(wrong) = parsed.diagnostics.first() {
        return Err(format!("the script can't be parsed: {wrong}"));
    }
    let mut program = parsed.program;
    let target = EngineTargets::from_target(LANGUAGE)?;
    let options = MinifierOptions {
        compress: Some(CompressOptions { target, ..CompressOptions::smallest() }),
        ..Default::default()
    };
    let minified = Minifier::new(options).minify(&allocator, &mut program);
    Ok(Codegen::new().with_options(CodegenOptions::minify()).with_scoping(minified.scoping).build(&program).code)
}

#[cfg(test)]
mod tests {
    use super::*;

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
        let names = [("__wbg_kept_1", "i0"), ("__wbg_last_2", "i1")];
        let names = names.into_iter().map(|(name, short)| (name.to_owned(), short.to_owned())).collect();
        let wanted = glue.replace("    __wbg_kept_1:", "    i0:").replace("__wbg_last_2", "i1");
        assert_eq!(rename_imports(glue, &names), wanted);
    }

    #[test]
    fn a_minified_script_is_shorter_and_not_in_newer_syntax() {
        let source = "(() => { \"use strict\"; /* why */ const long = (self.a && self.a.b) || null; \
                      try { self.tell(long === null || long === undefined ? 1 : long); } catch (_) { self.tell(0); } })();";
        let short = script(source).expect("a script");
        assert!(short.len() < source.len() - 60, "{short}");
        assert!(!["?.", "??", "||=", "catch{"].iter().any(|newer| short.contains(newer)), "{short}");
        assert!(short.contains("use strict") && short.contains("tell"), "{short}");
        assert!(script("const = 5").is_err());
    }
}
