//! Pages of the draft for the preview.

use guide_core::guide::Guide;
use guide_core::pages::Page;
use guide_site::{Assets, Preview};
use guide_studio_model::PreviewPage;

/// A page of a guide as HTML, whose assets are loaded from the site at this address. `search_model` is what its search has learned; with
/// `None` it has no search.
pub fn page(
    guide: &Guide,
    page: &PreviewPage,
    site: &str,
    search_model: Option<&[u8]>,
    assets: &Assets,
) -> Result<String, String> {
    let as_printed = !matches!(page, PreviewPage::Guide | PreviewPage::Map);
    let page = match page {
        PreviewPage::Guide | PreviewPage::Leaflet => Page::Guide,
        PreviewPage::Print => Page::Print,
        PreviewPage::Poster => Page::Poster,
        PreviewPage::Map => Page::Map,
    };
    let preview = Preview { page, as_printed, site, search_model };
    guide_site::preview(guide, &preview, assets).map_err(|why| format!("Страницу пока не показать: {why}."))
}
