//! The content security policies: of a page, of the editor, and of a host that sends one with everything.

use std::collections::BTreeSet;

use guide_core::pages::Page;

use crate::assets::Assets;
use crate::hashes::policy_hash;
use crate::site_error::SiteError;
use crate::stylesheets::{PREVIEWED, preview_stylesheet, stylesheet};

/// The policy of a page that holds this stylesheet and, if any, this script.
pub fn page_policy(stylesheet: &str, script: Option<&str>) -> String {
    // In a frame on another site, links to phones and e-mail open in a frame of the page's own (`frame.js`).
    let sources = Sources { styles: &policy_hash(stylesheet), images: "'self' data:", frames: "'self' tel: mailto:" };
    sources.policy(script)
}

/// The policy of the editor. Where no service worker gives its previews an address they are Blobs, and inherit it: so it names their
/// stylesheets.
pub fn editor_policy(assets: &Assets) -> Result<String, SiteError> {
    let styles = &hashes(previewed(assets)?);
    Ok(Sources { styles, images: "'self' data: blob:", frames: "'self' blob:" }.policy(None))
}

/// The policy that allows what any page and the editor do, for hosts that send one header with everything. `script` is the one within the
/// guide's page.
pub fn host_policy(script: &str, assets: &Assets) -> Result<String, SiteError> {
    let mut stylesheets = previewed(assets)?;
    for page in Page::ALL.into_iter().chain([Page::Changes]) {
        stylesheets.insert(stylesheet(page, assets)?);
    }
    let styles = &hashes(stylesheets);
    Ok(Sources { styles, images: "'self' data: blob:", frames: "'self' blob: tel: mailto:" }.policy(Some(script)))
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

/// Where a page may take what differs from page to page.
struct Sources<'s> {
    /// The hashes of stylesheets within it.
    styles: &'s str,
    images: &'s str,
    frames: &'s str,
}

impl Sources<'_> {
    /// The policy, which allows the script within the page by its hash.
    fn policy(&self, script: Option<&str>) -> String {
        let Sources { styles, images, frames } = self;
        let script = script.map_or(String::new(), |script| format!(" {}", policy_hash(script)));
        format!(
            "default-src 'none'; script-src 'self'{script} 'wasm-unsafe-eval'; style-src 'self' {styles}; img-src {images}; \
             connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src {frames}; base-uri 'none'; form-action 'none'"
        )
    }
}
