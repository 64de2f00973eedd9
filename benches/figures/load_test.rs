//! A crowd: a hundred connections ask nginx for a file, with the settings that the site ships, for ten seconds.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::support::Server;
use crate::support::programs::find_program;

const CONNECTIONS: usize = 100;
const SECONDS: usize = 10;

/// Prints the figures of each file. A failed or an incomplete answer is a bug, not a matter of the machine's speed: it fails.
pub fn print(site: &Path) {
    let site = site.canonicalize().expect("the site is there");
    let server = Server::nginx(&site, "/guide/");
    println!("\nnginx, {CONNECTIONS} connections on the same machine, {SECONDS} s each, gzip");
    println!(
        "{:36}{:>10}{:>10}{:>10}{:>10}{:>12}{:>12}",
        "", "bytes", "answers", "per s", "errors", "ms, median", "99 of 100"
    );
    let assets = fs::read_dir(site.join("assets")).expect("the site's assets").flatten();
    let mut names = assets.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let program = format!("assets/{}", names.find(|name| name.ends_with(".wasm")).expect("a program"));
    for (path, file) in [("", "index.html"), (&*program, &*program)] {
        let bytes = fs::metadata(site.join(format!("{file}.gz"))).expect("it is pressed").len();
        let [answers, micros, failed, wrong, median, late] = ask(&server.url(path), bytes);
        println!(
            "{file:36}{bytes:>10}{answers:>10}{:>10.0}{:>10}{:>12.1}{:>12.1}",
            answers as f64 / (micros as f64 / 1e6),
            failed + wrong,
            median as f64 / 1e3,
            late as f64 / 1e3
        );
        assert!(answers > 0 && failed + wrong == 0, "{file}: {failed} errors and {wrong} answers that are not whole");
    }
}

/// What `load_test.lua` tells at the end: answers, microseconds, errors, answers that are not whole; a wait's median and 99th percentile.
fn ask(url: &str, bytes: u64) -> [u64; 6] {
    let asked = Command::new(find_program("wrk", "wrk"))
        .args(["--threads", "1", "--timeout", "10s", "--script"])
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/benches/figures/load_test.lua"))
        .args([
            "--connections",
            &CONNECTIONS.to_string(),
            "--duration",
            &format!("{SECONDS}s"),
            url,
            "--",
            &bytes.to_string(),
        ])
        .output()
        .expect("wrk starts");
    let said = String::from_utf8_lossy(&asked.stdout);
    let told = said.lines().find_map(|line| line.strip_prefix("figures ")).unwrap_or_else(|| {
        panic!("wrk told no figures:\n{said}{}", String::from_utf8_lossy(&asked.stderr));
    });
    let told: Vec<u64> = told.split(' ').map(|number| number.parse().expect("a number")).collect();
    told.try_into().expect("six numbers")
}
