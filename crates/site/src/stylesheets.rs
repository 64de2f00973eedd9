//! The stylesheet of each page, and the content security policy that allows it by its hash.

use std::collections::BTreeSet;

use guide_core::pages::Page;
use guide_core::palette::Palette;

use crate::assets;
use crate::hashes::policy_hash;
use crate::site_error::SiteError;

/// The parts of a page's stylesheet, in the order of the cascade.
fn parts(page: Page) -> &'static [&'static str] {
    match page {
        Page::Guide => &["tokens.css", "base.css", "components.css", "rich_text.css", "frame.css", "update.css"],
        Page::NotFound => &["tokens.css", "base.css", "components.css", "rich_text.css", "frame.css"],
        Page::Map => &["tokens.css", "base.css", "map.css", "update.css"],
        Page::Embed => &["tokens.css", "base.css", "components.css", "embed.css", "update.css"],
        Page::Print => &["tokens.css", "sheet.css", "print.css", "rich_text.css", "update.css"],
        Page::Poster => &["tokens.css", "sheet.css", "poster.css", "update.css"],
        Page::Accessibility | Page::Changes => &["tokens.css", "base.css", "components.css", "update.css"],
    }
}

/// The part of the style that has the colours.
const TOKENS: &str = "tokens.css";

/// The colours of the style, for pictures. The error names one that is missing.
pub fn palette() -> Result<Palette, SiteError> {
    Palette::read(assets::style(TOKENS)?).map_err(SiteError::MissingColor)
}

/// The whole stylesheet of a page, minified. The error is for people.
pub fn stylesheet(page: Page) -> Result<String, SiteError> {
    let parts: Result<Vec<&str>, SiteError> = parts(page).iter().map(|part| assets::style(part)).collect();
    let minified =
        minifier::css::minify(&parts?.join("\n")).map_err(|why| SiteError::Stylesheet(why.to_string()))?.to_string();
    Ok(minified)
}

/// The content security policy of a page that holds this stylesheet.
pub fn policy(stylesheet: &str) -> String {
    policy_with(&[policy_hash(stylesheet)])
}

/// The policy that allows the stylesheets of all pages, for hosts that send one header with every page.
pub fn policy_of_all() -> Result<String, SiteError> {
    let stylesheets: Result<BTreeSet<String>, SiteError> =
        Page::ALL.into_iter().chain([Page::Changes]).map(stylesheet).collect();
    let hashes: Vec<String> = stylesheets?.iter().map(|stylesheet| policy_hash(stylesheet)).collect();
    Ok(policy_with(&hashes))
}

fn policy_with(hashes: &[String]) -> String {
    let hashes = hashes.join(" ");
    // In a frame on another site, links to phones and e-mail open in a frame of the page's own (`frame.js`).
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' {hashes}; img-src 'self' data:; \
         connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self' tel: mailto:; base-uri 'none'; form-action 'none'"
    )
}
