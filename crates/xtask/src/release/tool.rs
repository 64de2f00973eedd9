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

const WINDOWS: &str = "x86_64-pc-windows-gnu";

/// Linux first: that one also builds the site.
pub const TARGETS: &[Target] = &[
    // Static: it runs on any distribution, and where there is no other file at all.
    Target { triple: "x86_64-unknown-linux-musl", file: "guide", flags: &["-Cforce-unwind-tables=no"] },
    // The linker writes the time of the build into the file unless it is told not to.
    Target { triple: WINDOWS, file: "guide.exe", flags: &["-Clink-arg=-Wl,--no-insert-timestamp"] },
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
    if target.triple == WINDOWS {
        command.env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER", linker(root)?);
    }
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

/// A linker for Windows to which the project's files have the same names wherever it lies. The libraries that the file imports from stand in it
/// in the order of the paths by which the linker was told of them, those of the system's own among them.
fn linker(root: &Path) -> Result<PathBuf, String> {
    let root = root.canonicalize().map_err(|why| format!("{}: {why}", root.display()))?;
    let path = root.join("target/linker-for-windows");
    let script = format!(
        "#!/bin/sh\nroot='{}'\ncd \"$root\" || exit 1\nfor word do\n  shift\n  set -- \"$@\" \"${{word#\"$root\"/}}\"\ndone\nexec x86_64-w64-mingw32-gcc \"$@\"\n",
        root.display()
    );
    // It is made anew under another name: a file that is being written can't be run.
    let new = path.with_extension("new");
    std::fs::write(&new, script)
        .and_then(|()| make_runnable(&new))
        .and_then(|()| std::fs::rename(&new, &path))
        .map_err(|why| format!("{}: {why}", path.display()))?;
    Ok(path)
}

#[cfg(unix)]
fn make_runnable(path: &Path) -> std::io::Result<()> {
    std::fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o755))
}

#[cfg(not(unix))]
fn make_runnable(_: &Path) -> std::io::Result<()> {
    Ok(())
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
