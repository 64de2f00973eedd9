//! The Content-Security-Policy of the pages, and the sizes and names of the assets.

use base64::Engine;
use sha2::Digest;

use crate::{attribute, pages, read, site, site_with_address};

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

/// Modules do not load in sandboxed frames, nor in engines without modules.
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

/// Budgets: the whole guide fits into the first round trips of TCP, and the islands into theirs.
#[test]
fn compressed_sizes_are_within_their_budgets() {
    let size = |name: &str| {
        std::fs::metadata(site().join(name)).map(|data| data.len()).unwrap_or_else(|why| panic!("{name}: {why}"))
    };
    assert!(size("index.html.br") <= 14_000, "index.html: {} bytes in brotli", size("index.html.br"));
    // Where the address is known, each step also has a QR code for its leaflet.
    let with_codes = site_with_address().join("index.html.br");
    let with_codes = std::fs::metadata(with_codes).expect("a page").len();
    assert!(with_codes <= 14_000, "index.html with its codes: {with_codes} bytes in brotli");
    let assets = std::fs::read_dir(site().join("assets")).expect("assets");
    let names: Vec<String> = assets.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    let is_script_payload = |name: &str| name.ends_with(".wasm.js.br") || name.ends_with(".bin.js.br");
    let compressed: Vec<&String> = (names.iter())
        .filter(|name| (name.ends_with(".js.br") || name.ends_with(".wasm.br")) && !is_script_payload(name))
        .collect();
    assert_eq!(compressed.len(), 2, "the script and the program: {names:?}");
    let islands: u64 = compressed.iter().map(|name| size(&format!("assets/{name}"))).sum();
    assert!(islands <= 85_000, "JS + wasm: {islands} bytes in brotli");
    assert!(size("embed.js.br") <= 2_000, "embed.js: {} bytes in brotli", size("embed.js.br"));
}

#[test]
fn asset_names_contain_their_hash() {
    for entry in std::fs::read_dir(site().join("assets")).expect("assets").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let Some((stem, "js" | "wasm")) = name.rsplit_once('.') else { continue };
        if stem.contains('.') {
            // A script payload is named after the hash of the file that it contains.
            continue;
        }
        let digest = sha2::Sha256::digest(std::fs::read(entry.path()).expect("an asset"));
        let hash: String = digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(stem, format!("guide-{hash}"));
    }
}

/// For pages without an origin each file that the islands load is also there as a script payload.
#[test]
fn script_payloads_contain_the_same_bytes() {
    let names: Vec<String> = std::fs::read_dir(site().join("assets"))
        .expect("assets")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".wasm") || name.ends_with(".bin"))
        .collect();
    assert_eq!(names.len(), 2, "{names:?}");
    for name in names {
        let script = read(site(), &format!("assets/{name}.js"));
        let text = script.split_once("{detail:\"").and_then(|(_, rest)| rest.rsplit_once("\"}")).expect("a string").0;
        let mut bytes = Vec::new();
        let mut characters = text.chars();
        while let Some(character) = characters.next() {
            let unescaped = match character {
                '\\' => match characters.next().expect("an escaped letter") {
                    'n' => '\n',
                    'r' => '\r',
                    other => other,
                },
                other => other,
            };
            bytes.push(u8::try_from(u32::from(unescaped)).expect("a byte"));
        }
        assert!(bytes == std::fs::read(site().join("assets").join(&name)).expect("the file"), "{name}");
        assert!(!text.contains('\n') && !text.contains('\r'), "{name}: a line break within the string");
    }
}

/// The dark theme is twice in the stylesheet: for devices that prefer it, and for hosts that ask for it.
#[test]
fn both_dark_themes_have_the_same_tokens() {
    let tokens = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/style/tokens.css")).expect("the tokens");
    let values = |from: &str| -> Vec<String> {
        let block = tokens.split_once(from).expect("a block").1;
        let block = block.split_once('{').and_then(|(_, rest)| rest.split_once('}')).expect("a whole block").0;
        block.split(';').map(|each| each.trim().to_owned()).filter(|each| each.starts_with("--")).collect()
    };
    let preferred = values(":root:not([data-theme=light])");
    assert!(preferred.len() > 10);
    assert_eq!(values("[data-theme=dark]"), preferred);
}
