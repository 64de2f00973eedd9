//! What is handed out: how large the files are, how long the tool takes to start, to check and to build. `make release` makes them.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::median_and_max;

/// So many runs, of which the median counts.
const RUNS: usize = 15;

/// Prints the figures of `release/`, or that it is not there.
pub fn print(_site: &Path) {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let folder = root.join("release");
    let tool = folder.join("guide");
    println!("\n# What is handed out\n");
    if !tool.is_file() {
        println!("release/ is not there: make release");
        return;
    }
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    files.sort();
    for file in files {
        let size = file.metadata().map_or(0, |found| found.len());
        println!("{:>12}  {}", size, file.file_name().unwrap_or_default().to_string_lossy());
    }
    let room = tempfile::tempdir().expect("a temporary folder");
    let out = room.path().join("site").to_string_lossy().into_owned();
    let content = root.join("content/ivanovo.toml").to_string_lossy().into_owned();
    println!("\n{:<28} {:>10} {:>10}", "ms", "median", "longest");
    let commands: [(&str, &[&str]); 4] = [
        ("guide --help", &["--help"]),
        ("guide check", &["check", "--content", &content]),
        ("guide build", &["build", "--content", &content, "--out", &out]),
        ("guide find", &["find", "--content", &content, "забыл пароль"]),
    ];
    for (name, arguments) in commands {
        let times = (0..RUNS).map(|_| {
            let start = Instant::now();
            let status = Command::new(&tool).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status();
            assert!(status.is_ok_and(|status| status.success()), "{name}");
            start.elapsed().as_secs_f64() * 1000.0
        });
        let (median, longest) = median_and_max(times.collect());
        println!("{name:<28} {median:>10.1} {longest:>10.1}");
    }
}
