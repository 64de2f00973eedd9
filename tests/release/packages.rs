//! The crates as cargo's packages: what cargo would give to a registry builds by itself, and `cargo install` gives the same tool.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::{ROOT, VERSION, assert_same_files, run, tool};

fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(ROOT).args(arguments);
    command
}

/// Has cargo forget what it has unpacked of our packages, and gives a folder in which nothing of them is compiled: it would take both again, as
/// long as the version is the same, even where the sources have changed.
fn forget_packages() -> tempfile::TempDir {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.unwrap_or_else(|| PathBuf::from(std::env::var_os("HOME").expect("a home")).join(".cargo"));
    let registries = fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten();
    for package in registries.flat_map(|registry| fs::read_dir(registry.path()).into_iter().flatten().flatten()) {
        let name = package.file_name().to_string_lossy().into_owned();
        // Nobody else has published a crate that begins like ours.
        if name.starts_with("guide-") && name.ends_with(&format!("-{VERSION}")) {
            fs::remove_dir_all(package.path()).expect("it can be removed");
        }
    }
    tempfile::tempdir_in(PathBuf::from(ROOT).join("target")).expect("a folder")
}

#[test]
fn every_package_builds_by_itself() {
    let folder = forget_packages();
    let mut package = cargo(&["package", "--workspace", "--locked", "--allow-dirty", "--target-dir"]);
    let said = run(package.arg(folder.path()), 0);
    assert!(said.contains("Verifying guide-cli"), "{said}");
}

#[test]
fn an_installed_tool_is_the_same() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let root = folder.path().join("installed").to_string_lossy().into_owned();
    // Unoptimised, as the tests have compiled all of it.
    run(&mut cargo(&["install", "--debug", "--locked", "--path", "crates/cli", "--root", &root]), 0);
    let installed = folder.path().join("installed/bin/guide");
    assert_eq!(run(Command::new(&installed).arg("--version"), 0).trim(), format!("guide {VERSION}"));
    let sites = [("ours", tool()), ("installed-site", installed)].map(|(name, tool)| {
        let out = folder.path().join(name);
        let content = format!("{ROOT}/examples/parking/guide.toml");
        run(Command::new(tool).args(["build", "--content", &content, "--out"]).arg(&out), 0);
        out
    });
    assert_same_files(&sites[0], &sites[1]);
}
