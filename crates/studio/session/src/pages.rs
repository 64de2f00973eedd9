//! Pages of the draft for the preview.

use guide_core::guide::Guide;
use guide_core::pages::Page;
use guide_studio_model::PreviewPage;

/// A page of a guide as HTML, whose assets are loaded from the site at this address.
pub fn page(guide: &Guide, page: &PreviewPage, site: &str) -> Result<String, String> {
    let page = match page {
        PreviewPage::Guide | PreviewPage::Leaflet => Page::Guide,
        PreviewPage::Print => Page::Print,
        PreviewPage::Poster => Page::Poster,
        PreviewPage::Map => Page::Map,
    };
    let built = guide_site::build(guide, None).map_err(|error| error.to_string())?;
    let file = built.files.iter().find(|file| file.path == page.file()).ok_or("страницы нет")?;
    let html = String::from_utf8_lossy(&file.bytes).into_owned();
    Ok(html.replace("src=\"", &format!("src=\"{site}")).replace("href=\"assets/", &format!("href=\"{site}assets/")))
}
