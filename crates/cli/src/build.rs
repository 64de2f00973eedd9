//! `guide build`: makes the whole site from the content, then puts it into its folder, into an archive, or both.

use std::path::{Path, PathBuf};

use guide_content::message;
use guide_content::message::Message;
use guide_core::text::Text;
use guide_site::{Assets, Cache, Phase, Site, SiteInput};

use crate::compress::{Compressed, compress};
use crate::content::{Content, ShownWarnings};
use crate::failure::Failure;
use crate::install::{self, install};
use crate::language::tell;
use crate::output_dir::OutputDir;
use crate::output_file::{self, Replace};
use crate::progress::Steps;
use crate::trouble::trouble;
use crate::{content, output_place, size_table};

/// Where a site is built into when nothing is named.
const DEFAULT_FOLDER: &str = "dist";

/// Where a site goes.
pub struct Target {
    folder: Option<PathBuf>,
    zip: Option<PathBuf>,
}

impl Target {
    /// The folder and the archive that are named. Where nothing is, the usual folder.
    pub fn new(folder: Option<PathBuf>, zip: Option<PathBuf>) -> Target {
        let usual = zip.is_none().then(|| PathBuf::from(DEFAULT_FOLDER));
        Target { folder: folder.or(usual), zip }
    }

    /// Refuses what can't be the place of a site of this content.
    fn check(&self, content: &Path) -> Result<(), Message> {
        if let Some(folder) = &self.folder {
            output_place::check(folder, content)?;
            OutputDir::open(folder)?;
        }
        let zip = self.zip.as_deref();
        if let Some(other) = zip.filter(|zip| zip.exists() && !crate::site_archive::is_archive(zip) || zip.is_dir()) {
            let name = other.display();
            return Err(message!(
                "{name} уже есть, и это не архив. Чтобы не удалить чужое, ничего не меняю. Назовите другой файл: --zip ФАЙЛ.",
                "{name} is there already, and it is no archive. So as not to delete what is somebody else’s, nothing is changed. Name another file: --zip FILE."
            ));
        }
        Ok(())
    }
}

/// Builds the site of a content file, and prints the sizes of its files where they go into a folder. `url` is the site's address, which
/// goes before the content's own.
pub fn build(content_path: &Path, target: &Target, url: Option<&str>) -> Result<(), Failure> {
    // Before anything is built, so that nobody waits for a refusal.
    target.check(content_path).map_err(Failure::Misused)?;
    tell_reading(content_path);
    let mut content = content::open(content_path).map_err(|report| {
        message!(
            "{report} Сайт не собран, прежний остался как был.",
            "{report} No site was built, and the earlier one is as it was."
        )
    })?;
    ShownWarnings::default().show(std::mem::take(&mut content.warnings));
    set_url(&mut content, url);
    if content.guide.site.url.is_none() {
        tell(&message!(
            "Адрес сайта неизвестен, поэтому QR-кодов памятки не будет. Назовите его: --url https://…/ или url в [site].",
            "The site’s address is not known, so there are no QR codes on paper. Name it: --url https://…/ or url in [site]."
        ));
    }
    let mut steps = Steps::default();
    let site = site(&input(&content, url), &mut Cache::default(), &mut steps)?;
    if let Some(zip) = &target.zip {
        steps.begin(&said_phase(Phase::Archive));
        let name = zip.display();
        output_file::write(zip, &archived(&site)?, Replace::Allowed).map_err(|why| {
            message!(
                why = trouble(&why);
                "архив {name} не записывается: {why}.",
                "the archive {name} can’t be written: {why}."
            )
        })?;
        steps.end();
        tell(&message!("Готово: {name}", "Done: {name}"));
    }
    if let Some(folder) = &target.folder {
        steps.begin(&message!("Сжимаю…", "Compressing…"));
        let files = compress(site.files)
            .map_err(|why| message!("сжать не удалось: {why}", "the files could not be compressed: {why}"))?;
        steps.end();
        let variants: Vec<install::File> = files.iter().flat_map(Compressed::variants).collect();
        // The folder is opened again: building takes long enough for somebody to have used it.
        install(&OutputDir::open(folder)?, &variants, &|from, to| std::fs::rename(from, to))?;
        print!("{}", size_table::size_table(&files));
        let name = folder.display();
        tell(&message!("Готово: {name}", "Done: {name}"));
    }
    Ok(())
}

/// Says which content is read.
pub fn tell_reading(content: &Path) {
    let name = content.display();
    tell(&message!("Читаю содержание: {name}", "Reading the content: {name}"));
}

/// Gives the guide the address that was told besides the content.
fn set_url(content: &mut Content, url: Option<&str>) {
    if let Some(url) = url {
        content.guide.site.url = Some(Text { value: url.to_owned(), at: 0..0 });
    }
}

/// What a site is made of.
pub fn input<'c>(content: &'c Content, url: Option<&'c str>) -> SiteInput<'c> {
    SiteInput {
        guide: &content.guide,
        phrases: content.phrases.as_ref(),
        sources: &content.sources,
        guide_path: &content.guide_path,
        url,
    }
}

/// The site, while each phase of making it is told, and what its editors should know of it.
pub fn site(input: &SiteInput, cache: &mut Cache, steps: &mut Steps) -> Result<Site, Message> {
    let mut tell_phase = |phase: Phase| steps.begin(&said_phase(phase));
    let site = guide_site::build_with(input, &Assets::included(), cache, &mut tell_phase);
    steps.end();
    let site = site.map_err(|why| why.message())?;
    site.notes.iter().for_each(|note| tell(&note.message()));
    Ok(site)
}

/// The site as an archive.
pub fn archived(site: &Site) -> Result<Vec<u8>, Message> {
    guide_site::archive(site).map_err(|why| why.message())
}

/// What a phase does, in words.
pub fn said_phase(phase: Phase) -> Message {
    phase.message()
}
