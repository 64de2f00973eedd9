//! What bindgen leaves in its module and glue that no page needs: long names of imports, comments, indentation.

use std::collections::BTreeMap;

use walrus::Module;

/// Slims a module; the answer are the short names that its imports have now.
pub fn module(module: &mut Module) -> BTreeMap<String, String> {
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
        if text.starts_with("/**") {
            if !text.contains("*/") {
                lines.by_ref().find(|line| line.contains("*/"));
            }
        } else if !text.starts_with("//") && !text.is_empty() {
            let import = text.split_once(": function").and_then(|(name, _)| imports.get_key_value(name));
            match import {
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
    fn comments_go_and_imports_are_short() {
        let text = "\
let wasm_bindgen = (function(exports) {
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
            __wbg_last_2: function(arg0) {
            },
    };
})();";
        let imports = [("__wbg_kept_1", "i0"), ("__wbg_last_2", "i1")];
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
