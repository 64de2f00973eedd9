//! The search model as a file of the site.

use guide_content::training::phrases::Phrases;
use guide_content::training::train::train;
use guide_core::search::SearchEngine;

use crate::file::File;
use crate::hashes::asset_path;
use crate::site_error::SiteError;

/// The search model that is trained on these phrases. It is read back to be sure, as a phone ignores one that it can't read.
pub fn search_model(phrases: &Phrases) -> Result<File, SiteError> {
    let bytes = train(phrases);
    match SearchEngine::from_bytes(&bytes) {
        Some(_) => Ok(File::new(path(&bytes), bytes)),
        None => Err(SiteError::NothingLearned),
    }
}

/// The path of a search model of these bytes.
pub fn path(bytes: &[u8]) -> String {
    asset_path("find", "bin", bytes)
}
