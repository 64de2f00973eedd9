//! The crates as cargo's packages: what cargo would give to a registry builds by itself, and `cargo install` gives the same tool.

use std::process::Command;

use crate::{ROOT, VERSION, assert_same_files, run, tool};

fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(ROOT).args(arguments);
    command
}

#[test]
fn every_package_builds_by_itself() {
    let said = run(&mut cargo(&["package", "--workspace", "--locked", "--allow-dirty"]), 0);
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
