//! Minifies scripts.

use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_compat::EngineTargets;
use oxc_minifier::{CompressOptions, Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

/// The language version of the scripts: older browsers can't parse the shorter syntax of newer ones.
const LANGUAGE: &str = "es2018";

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
