//! The Content-Security-Policy of the pages, and that they need nothing it forbids.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::{attribute, pages, read, site};

/// The scripts that stand in a page themselves, other than data.
fn inline_scripts(text: &str) -> Vec<&str> {
    let scripts = text.split("<script").skip(1).filter_map(|script| script.split_once('>'));
    let is_code = |tag: &str| !tag.contains("type=\"application/ld+json\"") && !tag.contains("src=");
    let scripts = scripts.filter(|(tag, _)| is_code(tag));
    scripts.map(|(_, rest)| rest.split("</script>").next().unwrap_or_default()).collect()
}

#[test]
fn only_the_guide_has_an_inline_script_and_policies_name_it_by_its_hash() {
    for page in pages(site()) {
        let text = read(site(), &page);
        let policy = policy(&page, &text);
        let scripts = inline_scripts(&text);
        let allowed = policy.split("; ").find(|rule| rule.starts_with("script-src")).expect("a rule on scripts");
        if page != "index.html" {
            assert_eq!(scripts, [""; 0], "{page}");
            assert_eq!(allowed, "script-src 'self' 'wasm-unsafe-eval'", "{page}");
            continue;
        }
        let [script] = scripts[..] else { panic!("{page}: {scripts:?}") };
        let hash = STANDARD.encode(Sha256::digest(script));
        assert_eq!(allowed, format!("script-src 'self' 'sha256-{hash}' 'wasm-unsafe-eval'"));
        for settings in [".htaccess", "_headers", "caddy.conf", "nginx.conf"] {
            assert!(read(site(), settings).contains(allowed), "{settings}");
        }
        // It requests the site's own program.
        let program = script.split('`').find(|part| part.ends_with(".wasm")).expect("the program's path");
        assert!(site().join(program).is_file(), "{program}");
    }
}

#[test]
fn pages_have_no_inline_handler_and_one_style_sheet() {
    for page in pages(site()) {
        let text = read(site(), &page);
        assert_eq!(text.matches("<style>").count(), 1, "{page}");
        assert_eq!(text.matches("<style").count(), 1, "{page}");
        let body = text.split("<body>").nth(1).expect("a body");
        for part in body.split('<').skip(1) {
            let tag = part.split('>').next().unwrap_or_default();
            assert!(!tag.contains(" style=") && !tag.contains("javascript:"), "{page}: {tag}");
            assert!(!tag.split(' ').any(|word| word.starts_with("on") && word.contains('=')), "{page}: {tag}");
        }
    }
}

/// The one policy of a page.
fn policy(page: &str, text: &str) -> String {
    let policies: Vec<String> =
        attribute(text, "content").into_iter().filter(|content| content.starts_with("default-src")).collect();
    let [policy] = &policies[..] else { panic!("{page}: {policies:?}") };
    policy.clone()
}

#[test]
fn no_script_is_a_module_or_imports_one() {
    for page in pages(site()) {
        let text = read(site(), &page);
        assert!(!text.contains("type=\"module\"") && !text.contains("modulepreload"), "{page}");
        for script in attribute(&text, "src").into_iter().filter(|file| file.ends_with(".js")) {
            let folder = std::path::Path::new(&page).parent().expect("a folder");
            let code = read(&site().join(folder), &script);
            let is_module_line =
                |line: &str| ["import ", "import{", "export ", "export{"].iter().any(|word| line.starts_with(word));
            assert!(!code.lines().any(|line| is_module_line(line.trim_start())), "{page}: {script} is a module");
            assert!(!code.contains("import(") && !code.contains("import.meta"), "{page}: {script} asks for a module");
        }
    }
}

#[test]
fn the_policy_has_the_style_hash_and_allows_nothing_unsafe() {
    for page in pages(site()) {
        let text = read(site(), &page);
        let sheet = text.split("<style>").nth(1).and_then(|rest| rest.split("</style>").next()).expect("a sheet");
        let hash = STANDARD.encode(Sha256::digest(sheet));
        let policy = policy(&page, &text);
        assert!(policy.starts_with("default-src 'none';"), "{page}");
        assert!(policy.contains(&format!("style-src 'self' 'sha256-{hash}';")), "{page}: the sheet's hash");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{page}");
    }
}
