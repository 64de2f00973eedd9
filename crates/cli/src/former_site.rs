//! `guide upgrade SITE.zip`: a site made by another version becomes one of this version, with its content.

use std::path::{Path, PathBuf};

use guide_content::message;
use guide_content::message::Message;
use guide_site::{Cache, Phase, SiteInput};
use guide_studio_session::read_file::ReadFile;
use guide_studio_session::state::checked;

use crate::content::{self, error_count};
use crate::failure::Failure;
use crate::language::{said, say, spoken};
use crate::output_file::{self, Replace};
use crate::progress::Steps;
use crate::trouble::trouble;
use crate::typed::typed;
use crate::{build, site_archive};

/// The version of this tool.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A site that was built anew.
struct Rebuilt {
    archive: Vec<u8>,
    /// Whether that is the archive that was there before.
    is_same: bool,
    /// What was changed in its content.
    changes: Vec<Message>,
}

/// Builds the site of the content in an archive, into another archive: `out`, or one beside it whose name has this version. Nothing is
/// overwritten. `dry_run` only says what would be changed.
pub fn upgrade(site: &Path, out: Option<&Path>, dry_run: bool) -> Result<(), Failure> {
    refuse_wrong_files(site, out).map_err(Failure::Misused)?;
    let name = site.display();
    let rebuilt = rebuild(site)?;
    if rebuilt.is_same {
        say(&message!(
            "Этот архив уже собран этой версией ({VERSION}), менять нечего: {name}",
            "This archive is by this version already ({VERSION}), and there is nothing to change: {name}"
        ));
        return Ok(());
    }
    rebuilt.changes.iter().for_each(|change| println!("— {}", said(change)));
    say(&message!(
        "— страницы, программы и редактор сайта теперь от версии {VERSION}",
        "— the site’s pages, programs and editor are now those of version {VERSION}"
    ));
    if dry_run {
        say(&message!("Ничего не записано: это была проба.", "Nothing was written: this was a trial."));
        return Ok(());
    }
    let out = out.map_or_else(|| output_file::free_path(&beside(site)), Path::to_owned);
    let written = out.display();
    output_file::write(&out, &rebuilt.archive, Replace::Never).map_err(|why| {
        message!(
            why = trouble(&why);
            "архив {written} не записывается: {why}.",
            "the archive {written} can’t be written: {why}."
        )
    })?;
    say(&message!(
        "Записан {written}, прежний архив остался как был",
        "Written: {written}; the former archive is as it was"
    ));
    Ok(())
}

/// Refuses what is no archive, and a place that is taken.
fn refuse_wrong_files(site: &Path, out: Option<&Path>) -> Result<(), Message> {
    if site.exists() && !site_archive::is_archive(site) {
        let (name, typed) = (site.display(), typed(site));
        return Err(message!(
            "{name} — не архив сайта. Файл содержания переводит в нынешний вид другая запись: guide upgrade --content {typed}",
            "{name} is no archive of a site. A content file is brought into the present format by: guide upgrade --content {typed}"
        ));
    }
    match out.filter(|out| out.exists()) {
        None => Ok(()),
        Some(out) => {
            let out = out.display();
            Err(message!(
                "{out} уже есть, ничего не меняю. Назовите файл, которого ещё нет: --out ФАЙЛ.",
                "{out} is there already, and nothing is changed. Name a file that is not there yet: --out FILE."
            ))
        }
    }
}

/// The site of the content in an archive, as this version builds it.
fn rebuild(site: &Path) -> Result<Rebuilt, Message> {
    let (ReadFile { draft, changes }, former) = site_archive::open(site)?;
    let loaded = checked(&draft, &content::today());
    let errors = loaded.diagnostics.errors();
    let Some(guide) = loaded.guide.as_ref().filter(|_| errors == 0) else {
        let report = format!("{}{}", loaded.report(spoken()), said(&error_count(errors)));
        return Err(message!(
            "{report}\nВ содержании этого сайта есть ошибки, новый архив не записан. Откройте архив в редакторе, исправьте их и сохраните.",
            "{report}\nThe content of this site has errors, and no new archive was written. Open the archive in the editor, correct them, and save it."
        ));
    };
    let input = SiteInput {
        guide,
        phrases: loaded.phrases.as_ref(),
        sources: &loaded.sources(),
        guide_path: &loaded.guide_path(),
        url: draft.url.as_deref(),
    };
    let mut steps = Steps::default();
    let site = build::site(&input, &mut Cache::default(), &mut steps)?;
    steps.begin(&build::said_phase(Phase::Archive));
    let archive = build::archived(&site)?;
    Ok(Rebuilt { is_same: archive == former, archive, changes })
}

/// The archive beside another one, with this version in its name in place of another one.
fn beside(site: &Path) -> PathBuf {
    let stem = site.file_stem().unwrap_or_default().to_string_lossy();
    let is_version = |text: &str| text.contains('.') && text.chars().all(|sign| sign.is_ascii_digit() || sign == '.');
    let plain = stem.rsplit_once('-').filter(|(_, version)| is_version(version)).map_or(&*stem, |(plain, _)| plain);
    site.with_file_name(format!("{plain}-{VERSION}.zip"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_new_archive_has_this_version_in_its_name() {
        for (site, plain) in [
            ("sites/navigator.zip", "sites/navigator"),
            ("navigator-guide-site-0.9.12.zip", "navigator-guide-site"),
            ("сайт-2.zip", "сайт-2"),
            ("site", "site"),
        ] {
            assert_eq!(beside(Path::new(site)), PathBuf::from(format!("{plain}-{VERSION}.zip")));
        }
    }
}
