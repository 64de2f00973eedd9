//! A load test: a hundred connections request a file from nginx with the shipped configuration, for ten seconds.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::support::Server;
use crate::support::programs::find_program;

const CONNECTIONS: usize = 100;
const SECONDS: usize = 10;

/// Prints the figures of each file. Fails on failed or incomplete responses, which are a bug and not a matter of the
/// machine's speed.
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
        let bytes = fs::metadata(site.join(format!("{file}.gz"))).expect("a compressed copy").len();
        let [answers, micros, failed, incomplete, median, p99] = run_wrk(&server.url(path), bytes);
        println!(
            "{file:36}{bytes:>10}{answers:>10}{:>10.0}{:>10}{:>12.1}{:>12.1}",
            answers as f64 / (micros as f64 / 1e6),
            failed + incomplete,
            median as f64 / 1e3,
            p99 as f64 / 1e3
        );
        assert!(
            answers > 0 && failed + incomplete == 0,
            "{file}: {failed} errors and {incomplete} answers that are not whole"
        );
    }
}

/// The figures that `load_test.lua` prints: responses, microseconds, errors, incomplete responses; the median and the 99th
/// percentile of the latency in microseconds.
fn run_wrk(url: &str, bytes: u64) -> [u64; 6] {
    let output = Command::new(find_program("wrk", "wrk"))
        .args(["--threads", "1", "--timeout", "10s", "--script"])
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/../../benches/figures/load_test.lua"))
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
    let stdout = String::from_utf8_lossy(&output.stdout);
    let figures = stdout.lines().find_map(|line| line.strip_prefix("figures ")).unwrap_or_else(|| {
        panic!("wrk told no figures:\n{stdout}{}", String::from_utf8_lossy(&output.stderr));
    });
    let numbers: Vec<u64> = figures.split(' ').map(|number| number.parse().expect("a number")).collect();
    numbers.try_into().expect("six numbers")
}
