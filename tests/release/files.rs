//! The files themselves: all there, named by their version, no larger than they may be, and asking for nothing of the machine.

use std::fs;
use std::process::Command;

use sha2::{Digest, Sha256};

use crate::{ROOT, VERSION, files_below, handed_out, run, tool};

const LARGEST_TOOL: usize = 12_000_000;
/// Two binary megabytes.
const LARGEST_ARCHIVE: usize = 2 << 20;

fn archive_name() -> String {
    format!("navigator-guide-site-{VERSION}.zip")
}

#[test]
fn all_are_there_with_their_sums() {
    let files = files_below(handed_out("guide").parent().expect("a folder"));
    let archive = archive_name();
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    assert_eq!(names, ["LICENSES.txt", "SHA256SUMS", "guide", "guide.exe", archive.as_str()]);
    let sums: String = files
        .iter()
        .filter(|(name, _)| *name != "SHA256SUMS")
        .map(|(name, bytes)| {
            let sum: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
            format!("{sum}  {name}\n")
        })
        .collect();
    assert_eq!(String::from_utf8_lossy(&files["SHA256SUMS"]), sums);
    for name in ["guide", "guide.exe"] {
        assert!(files[name].len() <= LARGEST_TOOL, "{name}: {}", files[name].len());
    }
    assert!(files[&archive].len() <= LARGEST_ARCHIVE, "{}", files[&archive].len());
}

#[test]
fn the_version_is_the_same_everywhere() {
    assert_eq!(run(Command::new(tool()).arg("--version"), 0).trim(), format!("guide {VERSION}"));
    let changelog = fs::read_to_string(format!("{ROOT}/CHANGELOG.md")).expect("the list of changes");
    let newest = changelog.lines().find_map(|line| line.strip_prefix("## ")).expect("a section");
    assert!(newest.starts_with(&format!("{VERSION} — ")), "{newest}");
}

/// A static file names no interpreter that would load libraries for it; on Windows only the system's own libraries are asked for.
#[test]
fn the_tools_need_no_library_that_is_not_everywhere() {
    let linux = fs::read(tool()).expect("the tool");
    assert!(linux.starts_with(b"\x7fELF"));
    let interpreter = b"/ld-musl";
    assert!(!linux.windows(interpreter.len()).any(|bytes| bytes == interpreter));
    assert!(run(Command::new("ldd").arg(tool()).env("LC_ALL", "C"), 0).contains("statically linked"));

    let headers = run(Command::new("x86_64-w64-mingw32-objdump").arg("-p").arg(handed_out("guide.exe")), 0);
    let libraries: Vec<String> =
        headers.lines().filter_map(|line| line.trim().strip_prefix("DLL Name: ")).map(str::to_lowercase).collect();
    assert!(libraries.contains(&"kernel32.dll".to_owned()), "{libraries:?}");
    let of_windows = [
        "kernel32",
        "ntdll",
        "msvcrt",
        "ws2_32",
        "userenv",
        "bcrypt",
        "bcryptprimitives",
        "advapi32",
        "user32",
        "crypt32",
        "secur32",
        "shell32",
        "ole32",
    ];
    let is_of_windows = |name: &String| {
        name.starts_with("api-ms-win-") || of_windows.iter().any(|known| *name == format!("{known}.dll"))
    };
    let others: Vec<&String> = libraries.iter().filter(|name| !is_of_windows(name)).collect();
    assert!(others.is_empty(), "{others:?}");
}

#[test]
fn nothing_of_the_machine_that_built_them_is_inside() {
    let home = std::env::var("HOME").expect("a home");
    let root = fs::canonicalize(ROOT).expect("the folder").to_string_lossy().into_owned();
    for name in ["guide", "guide.exe", &archive_name(), "LICENSES.txt"] {
        let bytes = fs::read(handed_out(name)).expect("a file");
        for path in [&root, &format!("{home}/.cargo"), &format!("{home}/.rustup")] {
            assert!(!bytes.windows(path.len()).any(|window| window == path.as_bytes()), "{name} has {path}");
        }
    }
}

#[test]
fn every_crate_that_is_inside_is_named_with_its_licence() {
    let text = fs::read_to_string(handed_out("LICENSES.txt")).expect("the licences");
    for name in ["leptos", "brotli", "clap", "tokio", "toml_edit", "jiff", "wasm-bindgen", "gloo-events"] {
        assert!(text.contains(&format!("\n  {name} ")), "{name}");
    }
    for name in ["proptest", "insta", "oxc_parser", "xtask", "guide-core"] {
        assert!(!text.contains(&format!("\n  {name} ")), "{name} is not inside");
    }
    for words in ["SIL OPEN FONT LICENSE", "Zope Public License", "MIT License", "Apache License"] {
        assert!(text.contains(words), "{words}");
    }
}
