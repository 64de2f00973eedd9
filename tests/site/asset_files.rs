//! The assets of the built site: their sizes, their names and the script payloads.

use sha2::Digest;

use crate::{read, site, site_with_address};

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
    assert!(islands <= 55_000, "JS + wasm: {islands} bytes in brotli");
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
