//! The content security policies: of a page, of the editor, and of a host that sends one with everything.

use std::collections::BTreeSet;

use guide_core::pages::Page;

use crate::assets::Assets;
use crate::hashes::policy_hash;
use crate::site_error::SiteError;
use crate::stylesheets::{PREVIEWED, preview_stylesheet, stylesheet};

/// The policy of a page that holds this stylesheet.
pub fn page_policy(stylesheet: &str) -> String {
    // In a frame on another site, links to phones and e-mail open in a frame of the page's own (`frame.js`).
    policy(&policy_hash(stylesheet), "'self' data:", "'self' tel: mailto:")
}

/// The policy of the editor. Where no service worker gives its previews an address they are Blobs, and inherit it: so it names their
/// stylesheets.
pub fn editor_policy(assets: &Assets) -> Result<String, SiteError> {
    Ok(policy(&hashes(previewed(assets)?), "'self' data: blob:", "'self' blob:"))
}

/// The policy that allows what any page and the editor do, for hosts that send one header with everything.
pub fn host_policy(assets: &Assets) -> Result<String, SiteError> {
    let mut stylesheets = previewed(assets)?;
    for page in Page::ALL.into_iter().chain([Page::Changes]) {
        stylesheets.insert(stylesheet(page, assets)?);
    }
    Ok(policy(&hashes(stylesheets), "'self' data: blob:", "'self' blob: tel: mailto:"))
}

/// The stylesheets of all previews.
fn previewed(assets: &Assets) -> Result<BTreeSet<String>, SiteError> {
    let looks = PREVIEWED.into_iter().flat_map(|page| [(page, false), (page, true)]);
    looks.map(|(page, as_printed)| preview_stylesheet(page, as_printed, assets)).collect()
}

fn hashes(stylesheets: BTreeSet<String>) -> String {
    let hashes: Vec<String> = stylesheets.iter().map(|stylesheet| policy_hash(stylesheet)).collect();
    hashes.join(" ")
}

fn policy(style_hashes: &str, images: &str, frames: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' {style_hashes}; img-src {images}; \
         connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src {frames}; base-uri 'none'; form-action 'none'"
    )
}
