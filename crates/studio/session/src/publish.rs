//! Publishing: an entry in the list of changes, the whole site, its archive.

use guide_content::load::changes_file::with_entry;
use guide_core::changes::ChangeEntry;
use guide_core::schedule::Date;
use guide_core::text::Text;
use guide_site::{Assets, Phase, SiteInput, archive, build};
use guide_studio_model::{Bytes, Draft, Edit, Node, Place, Publication, Response};

use crate::edit;
use crate::files::{guide_tree, sibling};
use crate::state::checked;

/// The file with the list of changes, where the guide names none.
const CHANGES_FILE: &str = "changes.txt";

/// The site of a draft as an archive. The draft itself stays: what the publication changes in it comes as patches.
pub fn publish(
    draft: &Draft,
    today: &str,
    publication: &Publication,
    assets: &Assets,
    progress: &mut dyn FnMut(Response),
) -> Result<(Response, Vec<u8>), String> {
    let after = with_publication(draft, publication)?;
    let loaded = checked(&after, today);
    let errors = loaded.diagnostics.errors();
    let guide = loaded.guide.as_ref().filter(|_| errors == 0).ok_or_else(|| refusal(&loaded))?;
    let phases = Phase::ALL.len() as u32;
    let mut tell = |phase: Phase| {
        let done = Phase::ALL.iter().position(|known| *known == phase).unwrap_or_default() as u32;
        progress(Response::Progress { what: phase.to_string(), done, of: phases });
    };
    let (sources, guide_path) = (loaded.sources(), loaded.guide_path());
    let input = SiteInput {
        guide,
        phrases: loaded.phrases.as_ref(),
        sources: &sources,
        guide_path: &guide_path,
        url: after.url.as_deref(),
    };
    let site = build(&input, assets, &mut tell).map_err(|why| why.to_string())?;
    tell(Phase::Archive);
    let bytes = archive(&site).map_err(|why| why.to_string())?;
    let response = Response::Built {
        patches: draft.patches_to(&after),
        // The note on how to put the site onto a host is only in the archive.
        files: site.files.len() + 1,
        notes: site.notes.iter().map(ToString::to_string).collect(),
    };
    Ok((response, bytes))
}

/// Why a draft with errors is not published: the first of them.
fn refusal(loaded: &guide_content::Loaded) -> String {
    let is_error = |found: &guide_content::Diagnostic| found.severity == guide_content::Severity::Error;
    match loaded.diagnostics.sorted().into_iter().find(is_error) {
        Some(first) => format!("Сначала исправьте ошибки. Первая из них: {}. {}", first.what.ru, first.instead.ru),
        None => "Справочник не читается: откройте его заново.".to_owned(),
    }
}

/// The draft with the publication in its list of changes.
fn with_publication(draft: &Draft, publication: &Publication) -> Result<Draft, String> {
    if Date::parse(&publication.date).is_none() {
        return Err(format!("Даты «{}» нет: напишите год, месяц и день через чёрточку, 2026-11-26.", publication.date));
    }
    if publication.why.trim().is_empty() {
        return Err("Напишите в одной строке, зачем изменён справочник: её увидят родители.".to_owned());
    }
    let entry = ChangeEntry {
        date: Text { value: publication.date.clone(), at: 0..0 },
        who: publication.who.clone(),
        why: publication.why.clone(),
        details: publication.changes.clone(),
    };
    let named = guide_tree(draft).and_then(|tree| tree.get("changes").and_then(Node::text).map(str::to_owned));
    let (mut after, path) = match named {
        Some(name) => (draft.clone(), sibling(&draft.guide, &name)),
        None => {
            let place = Place::guide(["changes".into()]);
            let after = edit::apply(draft, &[Edit::Set(place, Node::Text(CHANGES_FILE.to_owned()))])?;
            (after, sibling(&draft.guide, CHANGES_FILE))
        }
    };
    let before = after.files.get(&path).map(|bytes| bytes.0.as_slice()).unwrap_or_default();
    let before =
        std::str::from_utf8(before).map_err(|_| format!("Файл {path} не в кодировке UTF-8: сохраните его в ней."))?;
    let bytes = with_entry(before, &entry).into_bytes();
    after.files.insert(path, Bytes(bytes));
    Ok(after)
}
