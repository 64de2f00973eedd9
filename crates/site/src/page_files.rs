//! The pages: head and body, written into the shell.

use guide_core::pages::{Page, UPDATE_SCRIPT};
use guide_core::render_context::RenderContext;
use guide_views::pages::body::body;
use guide_views::pages::head::{PageAssets, head};

use crate::assets::Assets;
use crate::file::File;
use crate::hashes::integrity;
use crate::policy::page_policy;
use crate::program_files::{ProgramFiles, shared_scripts};
use crate::site_error::SiteError;
use crate::stylesheets::stylesheet;
use crate::template::fill;

/// The scripts of the page for site keepers, which lie in its folder. Each uses the shared ones and none of the others.
const EMBED_SCRIPTS: [&str; 6] = ["address.js", "choose.js", "copy.js", "preview.js", "measure.js", "check.js"];

/// What a page refers to.
pub struct References<'f> {
    /// What leads to the site's folder: empty, a path such as `../`, or the folder's address.
    pub root: String,
    /// What leads to the page's own folder.
    pub folder: String,
    /// The path of the script that loads the program, from the site's folder.
    pub script: &'f str,
    /// The text of the script within the guide's page; `None` where the page is not at the address that it requests the program from.
    pub early_fetch: Option<&'f str>,
    /// The path of the search model from the site's folder, and its integrity, where there is one.
    pub search_model: Option<(&'f str, String)>,
    /// Whether a phone may install the page.
    pub manifest: bool,
}

/// Every page of the site, which loads `program`; `search_model` is the file of the search model,
/// where the guide has phrases.
pub fn page_files(
    context: &RenderContext,
    program: &ProgramFiles,
    search_model: Option<&File>,
    assets: &Assets,
) -> Result<Vec<File>, SiteError> {
    let file = |page: Page| {
        let search_model = search_model.map(|file| (file.path.as_str(), integrity(&file.bytes)));
        let (root, folder) = (page.to_root(), String::new());
        let (script, early_fetch) = (&*program.script.path, Some(&*program.early_fetch));
        let references = References { root, folder, script, early_fetch, search_model, manifest: true };
        Ok(File::new(page.file(), page_html(page, context, &references, stylesheet(page, assets)?, assets)?))
    };
    Page::of(context.guide).map(file).collect()
}

/// A page with this stylesheet, as HTML.
pub fn page_html(
    page: Page,
    context: &RenderContext,
    references: &References,
    style: String,
    assets: &Assets,
) -> Result<String, SiteError> {
    let References { root, folder, script, early_fetch, search_model, manifest } = references;
    let (live, found) = (page == Page::Guide, page != Page::NotFound);
    let mut context = context.clone();
    let search_model = search_model.as_ref().filter(|_| live);
    context.search_model = search_model.map(|(path, integrity)| (format!("{root}{path}"), integrity.clone()));
    context.root = found.then(|| root.clone());
    let update = format!("{root}{UPDATE_SCRIPT}");
    let early_fetch = early_fetch.filter(|_| live);
    let page_assets = PageAssets {
        policy: page_policy(&style, early_fetch),
        style,
        scripts: match page {
            Page::Guide => vec![format!("{root}{script}")],
            Page::Embed => {
                let shared = shared_scripts(assets).into_iter().map(|file| file.path.replacen("embed/", "", 1));
                let scripts = shared.chain(EMBED_SCRIPTS.map(str::to_owned));
                scripts.map(|script| format!("{folder}{script}")).chain([update]).collect()
            }
            Page::Print | Page::Poster => vec![format!("{root}print.js"), update],
            Page::Map | Page::Accessibility | Page::Changes => vec![update],
            Page::NotFound => Vec::new(),
        },
        manifest: (live && *manifest).then(|| format!("{root}manifest.json")),
        icon: found.then(|| format!("{root}icon.svg")),
    };
    let (head, mut body) = (head(page, &context, &page_assets), body(page, &context));
    // At the end, so that what it requests does not come before the page itself.
    if let Some(early_fetch) = early_fetch {
        body = format!("{body}\n<script>{early_fetch}</script>");
    }
    let language = context.guide.strings.language.tag();
    fill(assets.shell()?, &[("<!-- lang -->", language), ("<!-- head -->", &head), ("<!-- body -->", &body)])
}
