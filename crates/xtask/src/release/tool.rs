//! The tool for machines that have neither Rust nor the sources.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{cargo, workspace};

/// A system that the tool is built for.
pub struct Target {
    /// Its name among Rust's targets.
    pub triple: &'static str,
    /// The name of the tool's file there.
    pub file: &'static str,
    /// Flags of its own for the compiler.
    flags: &'static [&'static str],
}

/// Linux first: that one also builds the site.
pub const TARGETS: &[Target] = &[
    // Static: it runs on any distribution, and where there is no other file at all.
    Target { triple: "x86_64-unknown-linux-musl", file: "guide", flags: &["-Cforce-unwind-tables=no"] },
    // The linker writes the time of the build into the file unless it is told not to.
    Target { triple: "x86_64-pc-windows-gnu", file: "guide.exe", flags: &["-Clink-arg=-Wl,--no-insert-timestamp"] },
];

/// The most bytes that the tool may have.
pub const LARGEST: u64 = 12_000_000;

/// The cargo profile.
const PROFILE: &str = "dist";

/// Builds the tool for a target, and gives the path of its file.
pub fn build(root: &Path, target: &Target) -> Result<PathBuf, String> {
    let mut flags = same_everywhere(root)?;
    // One type for all views in place of one for each.
    flags.push("--cfg=erase_components".to_owned());
    flags.extend(target.flags.iter().map(|flag| (*flag).to_owned()));
    let mut command = Command::new(workspace::cargo());
    command
        .current_dir(root)
        .args(["build", "--locked", "--package", "guide-cli", "--bin", "guide", "--profile", PROFILE])
        .args(["--target", target.triple, "--message-format", "json-render-diagnostics"])
        // This variable takes precedence over all other flags, those of the environment and of cargo's configuration.
        .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f"))
        // Code in C must be for musl too; `musl-gcc` is of Debian's musl-tools.
        .env("CC_x86_64_unknown_linux_musl", env::var_os("CC_x86_64_unknown_linux_musl").unwrap_or("musl-gcc".into()));
    cargo::built_file(&mut command, |message| {
        let path = message["executable"].as_str().filter(|_| message["target"]["name"] == "guide")?;
        Some(PathBuf::from(path))
    })?
    .ok_or_else(|| format!("cargo has reported no tool for {}", target.triple))
}

/// Flags by which the paths of this machine do not get into what is built.
fn same_everywhere(root: &Path) -> Result<Vec<String>, String> {
    let root = root.canonicalize().map_err(|why| format!("{}: {why}", root.display()))?;
    let sysroot = workspace::output(Command::new("rustc").args(["--print", "sysroot"]))?;
    let verbose = workspace::output(Command::new("rustc").arg("-vV"))?;
    let commit = verbose.lines().find_map(|line| line.strip_prefix("commit-hash: ")).unwrap_or("unknown");
    let mut flags = vec![
        format!("--remap-path-prefix={}/lib/rustlib/src/rust=/rustc/{commit}", sysroot.trim()),
        format!("--remap-path-prefix={}=/sources", root.display()),
    ];
    if let Some(target) = env::var_os("CARGO_TARGET_DIR") {
        flags.push(format!("--remap-path-prefix={}=/sources/target", Path::new(&target).display()));
    }
    for registry in workspace::registries() {
        flags.push(format!("--remap-path-prefix={}=/crates", registry.display()));
    }
    Ok(flags)
}
