//! The pages: the document and its head, written into the shell.

use navigator_guide::guide::calendar::has_calendar;
use navigator_guide::guide::model::Guide;
use navigator_guide::site::pages::{HOTLINE_CALENDAR, Page, UPDATE_SCRIPT};
use navigator_guide::view::document::body;
use navigator_guide::view::head::{Refs, head};
use navigator_guide::view::setting::Setting;

use crate::update_script::EMBED_SHARED;
use crate::{project, style, zone};

/// The shell that every page is written into.
const SHELL: &str = "index.html";

/// The scripts of the page for site keepers, beside it. Each needs the shared ones alone.
const EMBED_SCRIPTS: [&str; 6] = ["address.js", "choose.js", "copy.js", "preview.js", "measure.js", "check.js"];

/// What the guide's page loads, by paths from the site's folder.
pub struct Islands {
    pub script: String,
    /// What the search has learned, where the guide has phrases, and its integrity.
    pub knowledge: Option<(String, String)>,
}

/// Every page of the site: its file and its text.
pub fn pages(guide: &Guide, islands: &Islands) -> Result<Vec<(String, String)>, String> {
    let shell = project::read(SHELL)?;
    let mut setting = Setting::new(guide).ok_or("в содержании нет первого шага")?;
    setting.offsets = zone::zone(guide)?.text();
    let page = |page: Page| {
        let root = page.to_root();
        let live = page == Page::Guide;
        setting.knowledge = islands
            .knowledge
            .as_ref()
            .filter(|_| live)
            .map(|(path, integrity)| (format!("{root}{path}"), integrity.clone()));
        setting.calendar = (live && has_calendar(guide)).then(|| format!("{root}{HOTLINE_CALENDAR}"));
        let update = format!("{root}{UPDATE_SCRIPT}");
        let sheet = style::sheet(page)?;
        let refs = Refs {
            policy: style::policy(&sheet),
            style: sheet,
            scripts: match page {
                Page::Guide => vec![format!("{root}{}", islands.script)],
                Page::Embed => {
                    EMBED_SHARED.into_iter().chain(EMBED_SCRIPTS).map(str::to_owned).chain([update]).collect()
                }
                Page::Print | Page::Poster => vec![format!("{root}print.js"), update],
                Page::Map | Page::Accessibility => vec![update],
                Page::NotFound => Vec::new(),
            },
            manifest: live.then(|| format!("{root}manifest.json")),
            icon: (page != Page::NotFound).then(|| format!("{root}icon.svg")),
        };
        let text = fill(&shell, "head", &head(page, &setting, &refs))?;
        Ok((page.file().to_owned(), fill(&text, "body", &body(page, &setting))?))
    };
    Page::ALL.into_iter().map(page).collect()
}

fn fill(shell: &str, place: &str, text: &str) -> Result<String, String> {
    let mark = format!("<!-- {place} -->");
    if !shell.contains(&mark) {
        return Err(format!("в {SHELL} нет места {mark}"));
    }
    Ok(shell.replacen(&mark, text, 1))
}
