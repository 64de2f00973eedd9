//! What a site is built from.

use guide_content::training::phrases::Phrases;
use guide_core::guide::{ContentFile, Guide};

/// What a site is built from, besides the assets.
#[derive(Clone, Copy)]
pub struct SiteInput<'a> {
    /// The guide, without errors.
    pub guide: &'a Guide,
    /// What the search is trained on, where the guide has any.
    pub phrases: Option<&'a Phrases>,
    /// The content files as they were read, `Loaded::sources`: the site has them too, for the editor.
    pub sources: &'a [ContentFile],
    /// The path of the guide's own file among `sources`, `Loaded::guide_path`.
    pub guide_path: &'a str,
    /// The address of the site, where it is told besides the content, so that the guide has it from there. The site keeps it for the editor.
    pub url: Option<&'a str>,
}
