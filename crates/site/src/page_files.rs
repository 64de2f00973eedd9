//! The pages: head and body, written into the shell.

use guide_core::pages::{Page, UPDATE_SCRIPT};
use guide_core::render_context::RenderContext;
use guide_views::pages::body::body;
use guide_views::pages::head::{PageAssets, head};

use crate::assets;
use crate::file::File;
use crate::hashes::integrity;
use crate::program_files::shared_scripts;
use crate::site_error::SiteError;
use crate::stylesheets::{policy, stylesheet};
use crate::template::fill;

/// The scripts of the page for site keepers, which lie in its folder. Each uses the shared ones and none of the others.
const EMBED_SCRIPTS: [&str; 6] = ["address.js", "choose.js", "copy.js", "preview.js", "measure.js", "check.js"];

/// Every page of the site. `script` is the path of the script that loads the program; `search_model` is the file of the search model,
/// where the guide has phrases.
pub fn page_files(
    mut context: RenderContext,
    script: &str,
    search_model: Option<&File>,
) -> Result<Vec<File>, SiteError> {
    let guide = context.guide;
    let page = |page: Page| {
        let root = page.to_root();
        let live = page == Page::Guide;
        context.search_model =
            search_model.filter(|_| live).map(|file| (format!("{root}{}", file.path), integrity(&file.bytes)));
        context.root = (page != Page::NotFound).then(|| root.clone());
        let update = format!("{root}{UPDATE_SCRIPT}");
        let style = stylesheet(page)?;
        let assets = PageAssets {
            policy: policy(&style),
            style,
            scripts: match page {
                Page::Guide => vec![format!("{root}{script}")],
                Page::Embed => {
                    let shared = shared_scripts().into_iter().map(|file| file.path.replacen("embed/", "", 1));
                    shared.chain(EMBED_SCRIPTS.map(str::to_owned)).chain([update]).collect()
                }
                Page::Print | Page::Poster => vec![format!("{root}print.js"), update],
                Page::Map | Page::Accessibility | Page::Changes => vec![update],
                Page::NotFound => Vec::new(),
            },
            manifest: live.then(|| format!("{root}manifest.json")),
            icon: (page != Page::NotFound).then(|| format!("{root}icon.svg")),
        };
        let (head, body) = (head(page, &context, &assets), body(page, &context));
        let language = context.guide.strings.language.tag();
        let parts = [("<!-- lang -->", language), ("<!-- head -->", &head), ("<!-- body -->", &body)];
        let text = fill(assets::shell(), &parts)?;
        Ok(File::new(page.file(), text))
    };
    Page::of(guide).map(page).collect()
}
