//! A build after a change: by this process, or, once the tool's sources have changed, by the tool built from them.

use std::path::{Path, PathBuf};
use std::process::Command;

use guide_site::Cache;

use super::watcher::Change;
use crate::content::ShownWarnings;
use crate::failure::Failure;
use crate::install::{self, install};
use crate::language::tell;
use crate::output_dir::OutputDir;
use crate::progress::Steps;
use crate::{build, content};

/// Rebuilds a site after changes.
pub struct Rebuild {
    content: PathBuf,
    out: PathBuf,
    sources: Option<PathBuf>,
    /// Whether the sources have changed since this process started.
    outdated: bool,
    /// The warnings of the builds so far, each of which is printed when it comes up.
    shown: ShownWarnings,
    /// What the last build has made that the next one may need again.
    cache: Cache,
}

impl Rebuild {
    /// Rebuilds the site of a content file into the folder `out`. `sources` is the folder of the tool's sources, if it is known.
    pub fn new(content: &Path, out: &Path, sources: Option<&Path>) -> Rebuild {
        Rebuild {
            content: content.to_owned(),
            out: out.to_owned(),
            sources: sources.map(Path::to_owned),
            outdated: false,
            shown: ShownWarnings::default(),
            cache: Cache::default(),
        }
    }

    /// Builds after these changes, and tells whether that succeeded. Errors are printed.
    pub fn run(&mut self, changes: &[Change]) -> bool {
        self.outdated |= changes.iter().any(|change| change.of_sources);
        match &self.sources {
            Some(sources) if self.outdated => {
                cargo(sources, &["--package", "xtask", "--", "program"], &[])
                    && cargo(sources, &["--", "build", "--content"], &[&self.content, Path::new("--out"), &self.out])
            }
            _ => self.build().map_err(|why| tell(why.message())).is_ok(),
        }
    }

    /// Builds by this process: without compressed copies, which nobody asks for here, and with whatever is still to be replaced.
    fn build(&mut self) -> Result<(), Failure> {
        build::tell_reading(&self.content);
        let mut content = content::open_to_look(&self.content)?;
        self.shown.show(std::mem::take(&mut content.warnings));
        let site = build::site(&build::input(&content, None), &mut self.cache, &mut Steps::default())?;
        let files: Vec<install::File> =
            site.files.iter().map(|file| (file.path.clone(), file.bytes.as_slice())).collect();
        install(&OutputDir::open(&self.out)?, &files, &|from, to| std::fs::rename(from, to))?;
        Ok(())
    }
}

/// Runs `cargo run` in the sources' workspace, and tells whether that succeeded.
fn cargo(sources: &Path, arguments: &[&str], more: &[&Path]) -> bool {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let run = Command::new(cargo)
        .args(["run", "--quiet", "--locked", "--manifest-path"])
        .arg(sources.join("Cargo.toml"))
        .args(arguments)
        .args(more)
        .status();
    run.is_ok_and(|status| status.success())
}
