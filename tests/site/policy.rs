//! The Content-Security-Policy of the pages, and that they need nothing it forbids.

use base64::Engine;
use sha2::Digest;

use crate::{attribute, pages, read, site};

#[test]
fn pages_have_no_inline_script_or_handler_and_one_style_sheet() {
    for page in pages(site()) {
        let text = read(site(), &page);
        for script in text.split("<script").skip(1) {
            let tag = script.split('>').next().unwrap_or_default();
            let data = tag.contains("type=\"application/ld+json\"");
            assert!(data || (tag.contains("src=") && script.contains("></script>")), "{page}: an inline script: {tag}");
        }
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
        let hash = base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(sheet));
        let policies: Vec<String> =
            attribute(&text, "content").into_iter().filter(|content| content.starts_with("default-src")).collect();
        assert_eq!(policies.len(), 1, "{page}");
        assert!(policies[0].starts_with("default-src 'none';"), "{page}");
        assert!(policies[0].contains(&format!("'sha256-{hash}'")), "{page}: the sheet's hash");
        assert!(!policies[0].contains("unsafe-inline") && !policies[0].contains("'unsafe-eval'"), "{page}");
    }
}
