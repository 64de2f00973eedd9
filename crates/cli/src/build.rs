//! `guide build`: makes the whole site from the content, then puts it into its folder.

use std::path::Path;

use guide_core::text::Text;
use guide_site::{Assets, SiteInput};

use crate::compress::{Compressed, compress};
use crate::content::ShownWarnings;
use crate::install::{self, install};
use crate::language::{said, tell};
use crate::output_dir::OutputDir;
use crate::{content, size_table};

/// Builds the site of a content file into the folder `out`, and prints the sizes of its files. `url` is the site's address, which goes
/// before the content's own. Warnings that are not among those shown before are printed. The error is for people.
pub fn build(content: &Path, out: &Path, url: Option<&str>, shown: &mut ShownWarnings) -> Result<(), String> {
    eprintln!("Читаю содержание: {}", content.display());
    let content::Content { mut guide, phrases, sources, guide_path, warnings } =
        content::open(content).map_err(|report| format!("{report} Сайт не собран, прежний остался как был."))?;
    shown.show(warnings);
    if let Some(url) = url {
        guide.site.url = Some(Text { value: url.to_owned(), at: 0..0 });
    }
    if guide.site.url.is_none() {
        eprintln!(
            "Адрес сайта неизвестен, поэтому QR-кодов памятки не будет. Назовите его: --url https://…/ или url в [site]."
        );
    }
    let input = SiteInput { guide: &guide, phrases: phrases.as_ref(), sources: &sources, guide_path: &guide_path, url };
    let site = guide_site::build(&input, &Assets::included(), &mut |phase| tell(&phase.message()))
        .map_err(|why| said(&why.message()).to_owned())?;
    site.notes.iter().for_each(|note| tell(&note.message()));

    eprintln!("Сжимаю…");
    let files = compress(site.files).map_err(|why| format!("сжать не удалось: {why}"))?;
    let variants: Vec<install::File> = files.iter().flat_map(Compressed::variants).collect();
    // The folder is opened again: building takes long enough for somebody to have used it.
    install(&OutputDir::open(out)?, &variants, &|from, to| std::fs::rename(from, to))?;
    print!("{}", size_table::size_table(&files));
    eprintln!("Готово: {}", out.display());
    Ok(())
}
