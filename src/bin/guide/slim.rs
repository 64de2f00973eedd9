//! What bindgen leaves in its module and glue that no page of ours needs, taken out: exports of a crate that came along
//! unused with all that only they reach, long names of imports, comments.
//!
//! Lines are known by bindgen's indentation. Were it to write them otherwise, less would be taken out, and nothing break.

use std::collections::BTreeMap;

use walrus::Module;

/// Streams between Rust and the page: `server_fn` brings their crate along, and its exports keep it alive.
const UNUSED: &str = "IntoUnderlying";

/// Slims a module; the answer are the short names that its remaining imports have now.
pub fn module(module: &mut Module) -> BTreeMap<String, String> {
    let unused: Vec<_> = module
        .exports
        .iter()
        .filter(|export| export.name.replace('_', "").to_lowercase().contains(&UNUSED.to_lowercase()))
        .map(|export| export.id())
        .collect();
    for export in unused {
        module.exports.delete(export);
    }
    walrus::passes::gc::run(module);
    let mut names = BTreeMap::new();
    for (number, import) in module.imports.iter_mut().enumerate() {
        // No import of a bundle has such a name already.
        let short = format!("i{number}");
        names.insert(std::mem::replace(&mut import.name, short.clone()), short);
    }
    names
}

/// The glue that goes with it.
pub fn glue(glue: &str, imports: &BTreeMap<String, String>) -> String {
    let mut slim = String::with_capacity(glue.len());
    let mut lines = glue.lines();
    while let Some(line) = lines.next() {
        let text = line.trim_start();
        let indent = &line[..line.len() - text.len()];
        let import = text.split_once(": function").map(|(name, _)| name).filter(|name| name.starts_with("__wb"));
        let gone = import.is_some_and(|name| !imports.contains_key(name));
        if gone || text.starts_with(&format!("class {UNUSED}")) {
            // Up to the brace that closes it.
            lines.by_ref().find(|line| line.strip_prefix(indent).is_some_and(|rest| rest.starts_with('}')));
        } else if text.starts_with("/**") {
            if !text.contains("*/") {
                lines.by_ref().find(|line| line.contains("*/"));
            }
        } else if text.starts_with(&format!("const {UNUSED}")) {
            lines.by_ref().find(|line| line.ends_with(';'));
        } else if !text.contains(UNUSED) && !text.starts_with("//") && !text.is_empty() {
            match import.and_then(|name| imports.get_key_value(name)) {
                Some((name, short)) => slim.extend([short, &text[name.len()..]]),
                None => slim.push_str(text),
            }
            slim.push('\n');
        }
    }
    slim
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_imported_goes_and_the_rest_is_short() {
        let text = "\
let wasm_bindgen = (function(exports) {
    class IntoUnderlyingSink {
        free() {
            wasm.free();
        }
    }
    if (Symbol.dispose) IntoUnderlyingSink.prototype[Symbol.dispose] = IntoUnderlyingSink.prototype.free;
    /**
     * Says something.
     */
    function start() {
        // Why.
        return \"// not a comment\";
    }
    const imports = {
            __wbg_kept_1: function() { return handleError(function (arg0) {
                return arg0;
            }, arguments); },
            __wbg_gone_2: function(arg0) {
                return arg0;
            },
            __wbg_last_3: function(arg0) {
            },
    };
    const IntoUnderlyingSinkFinalization = (typeof FinalizationRegistry === 'undefined')
        ? { register: () => {} }
        : new FinalizationRegistry(ptr => wasm.free(ptr));
})();";
        let imports = [("__wbg_kept_1", "i0"), ("__wbg_last_3", "i1")];
        let imports = imports.into_iter().map(|(name, short)| (name.to_owned(), short.to_owned())).collect();
        let wanted = "\
let wasm_bindgen = (function(exports) {
function start() {
return \"// not a comment\";
}
const imports = {
i0: function() { return handleError(function (arg0) {
return arg0;
}, arguments); },
i1: function(arg0) {
},
};
})();
";
        assert_eq!(glue(text, &imports), wanted);
    }
}
