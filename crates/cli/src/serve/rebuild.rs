//! A build after a change: by this tool as long as it is the one that the sources make, else by a run of the changed one.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::watcher::Change;
use crate::build::build;

/// Builds a site again and again.
pub struct Rebuild {
    content: PathBuf,
    out: PathBuf,
    sources: Option<PathBuf>,
    /// Whether the sources have changed since this tool was made of them.
    outdated: bool,
}

impl Rebuild {
    /// Builds of a content file into the folder `out`, by a tool whose sources are in `sources`, if they are known.
    pub fn new(content: &Path, out: &Path, sources: Option<&Path>) -> Rebuild {
        Rebuild {
            content: content.to_owned(),
            out: out.to_owned(),
            sources: sources.map(Path::to_owned),
            outdated: false,
        }
    }

    /// Builds after these changes; whether it went well. What went wrong is on the terminal.
    pub fn run(&mut self, changes: &[Change]) -> bool {
        self.outdated |= changes.iter().any(|change| change.of_sources);
        match &self.sources {
            Some(sources) if self.outdated => {
                cargo(sources, &["--package", "xtask", "--", "program"], &[])
                    && cargo(sources, &["--", "build", "--content"], &[&self.content, Path::new("--out"), &self.out])
            }
            _ => build(&self.content, &self.out, None).map_err(|why| eprintln!("{why}")).is_ok(),
        }
    }
}

/// Runs a program of the sources' workspace; whether it went well.
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
