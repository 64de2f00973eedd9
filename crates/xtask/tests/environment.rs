//! The programs for the browser are the same whatever the environment asks of other builds.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// Where the programs are put.
const PROGRAMS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/program");

fn programs() -> BTreeMap<String, Vec<u8>> {
    let files = ["guide.js", "guide.wasm", "update.js", "embed.js"];
    files.map(|name| (name.to_owned(), std::fs::read(Path::new(PROGRAMS).join(name)).unwrap_or_default())).into()
}

/// Compiler flags for other work must not build another program, nor a second time.
#[test]
fn compiler_flags_in_the_environment_change_nothing() {
    let build = |flags: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        command.arg("program");
        if !flags.is_empty() {
            let names = ["RUSTFLAGS", "CARGO_BUILD_RUSTFLAGS", "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS"];
            command.envs(names.map(|name| (name, flags))).env("CARGO_ENCODED_RUSTFLAGS", flags.replace(' ', "\x1f"));
        }
        let built = command.output().expect("xtask runs");
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
        programs()
    };
    let plain = build("");
    assert!(plain.values().all(|bytes| !bytes.is_empty()), "every program is there");
    assert!(build("-Cdebug-assertions=on -Coverflow-checks=on") == plain, "the same bytes");
}
