//! The stylesheet of each page, and of its preview in the editor.

use guide_core::pages::Page;
use guide_core::palette::Palette;

use crate::assets::Assets;
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
const TOKENS: &str = "style/tokens.css";

/// The colours of the style, for pictures. The error names one that is missing.
pub fn palette(assets: &Assets) -> Result<Palette, SiteError> {
    Palette::read(assets.text(TOKENS)?).map_err(SiteError::MissingColor)
}

/// The whole stylesheet of a page, minified. The error is for people.
pub fn stylesheet(page: Page, assets: &Assets) -> Result<String, SiteError> {
    let part = |part: &&str| assets.text(&format!("style/{part}"));
    let parts: Result<Vec<&str>, SiteError> = parts(page).iter().map(part).collect();
    let minified =
        minifier::css::minify(&parts?.join("\n")).map_err(|why| SiteError::Stylesheet(why.to_string()))?.to_string();
    Ok(minified)
}

/// The pages that the editor previews.
pub const PREVIEWED: [Page; 4] = [Page::Guide, Page::Map, Page::Print, Page::Poster];

/// The stylesheet of a page's preview. The editor shows it in a frame, where the page is to look as in a window of its own. As printed, the
/// rules for paper hold on the screen, and none of those for screens.
pub fn preview_stylesheet(page: Page, as_printed: bool, assets: &Assets) -> Result<String, SiteError> {
    // A class that nothing sets takes the place of the one for frames.
    let stylesheet = stylesheet(page, assets)?.replace(".framed", ".previewed");
    Ok(match as_printed {
        // A medium that no editor is shown on takes the place of the screen.
        true => {
            let printed = stylesheet.replace("@media screen", "@media speech").replace("@media print", "@media screen");
            format!("{printed}{}", paper(&printed))
        }
        false => stylesheet,
    })
}

/// The rules that give the document the size and the margins of its sheet of paper, and the colour. What the stylesheet says of the sheet
/// holds in print alone. Several sheets are one long one; rules for sheets with a name say only what differs there.
fn paper(stylesheet: &str) -> String {
    let sheet = stylesheet.rsplit("@page {").next().and_then(|rest| rest.split('}').next()).unwrap_or_default();
    let margin = sheet.split("margin:").nth(1).and_then(|rest| rest.split(';').next()).unwrap_or("0");
    let (width, height) = if sheet.contains("landscape") { ("297mm", "210mm") } else { ("210mm", "297mm") };
    format!(
        "html{{background:#fff;color-scheme:light;}}\
         body{{box-sizing:border-box;width:{width};min-height:{height};padding:{margin};}}"
    )
}
