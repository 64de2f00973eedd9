//! The stylesheet of each page: its parts in their order, minified, and the hash that the policy names it by.

use std::collections::BTreeSet;

use base64::Engine;
use sha2::Digest;

use navigator_guide::site::pages::Page;

use crate::project;

/// The parts of a page's stylesheet, in the order of the cascade.
fn parts(page: Page) -> &'static [&'static str] {
    match page {
        Page::Guide => &["tokens.css", "base.css", "components.css", "frame.css", "update.css"],
        Page::NotFound => &["tokens.css", "base.css", "components.css", "frame.css"],
        Page::Map => &["tokens.css", "base.css", "map.css", "update.css"],
        Page::Embed => &["tokens.css", "base.css", "components.css", "embed.css", "update.css"],
        Page::Print => &["tokens.css", "sheet.css", "print.css", "update.css"],
        Page::Poster => &["tokens.css", "sheet.css", "poster.css", "update.css"],
        Page::Accessibility => &["tokens.css", "base.css", "components.css", "update.css"],
    }
}

/// The whole stylesheet of a page as one text.
pub fn sheet(page: Page) -> Result<String, String> {
    let parts: Result<Vec<String>, String> =
        parts(page).iter().map(|part| project::read(&format!("style/{part}"))).collect();
    let whole = parts?.join("\n");
    let small = minifier::css::minify(&whole).map_err(|why| format!("style: {why}"))?;
    Ok(small.to_string())
}

/// The content security policy of a page that holds this stylesheet.
pub fn policy(sheet: &str) -> String {
    policy_with(&[hash(sheet)])
}

/// The policy that a host may send with whatever page it is.
pub fn policy_of_all() -> Result<String, String> {
    let sheets: Result<BTreeSet<String>, String> = Page::ALL.into_iter().map(sheet).collect();
    let hashes: Vec<String> = sheets?.iter().map(|sheet| hash(sheet)).collect();
    Ok(policy_with(&hashes))
}

fn hash(sheet: &str) -> String {
    format!("'sha256-{}'", base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(sheet)))
}

fn policy_with(hashes: &[String]) -> String {
    let hashes = hashes.join(" ");
    // In a host's frame, calls and letters leave by a frame of the page's own (`frame.js`).
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' {hashes}; img-src 'self' data:; \
         connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self' tel: mailto:; base-uri 'none'; form-action 'none'"
    )
}
