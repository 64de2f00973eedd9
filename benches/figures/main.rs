//! Benchmarks of the built site: what a slow phone sees in headless Chromium, what the editor makes its users wait for, and what nginx serves
//! under load. The figures are printed and never compared with a limit, as they depend on the machine.
//!
//! `cargo bench --profile dev --bench figures [-- FOLDER [PART…]]`: the folder of a built site; without one, the site is built first. Parts
//! are `growth`, `editor`, `search`, `page_load`, `load_test` and `release`; without any, all are run. The harness is that of the browser tests.

mod baseline;
mod editor;
mod growth;
mod load_test;
mod page_load;
mod release;
mod search;

#[path = "../../tests/browser/support/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the tests use all of the harness, this a part of it")]
mod support;

#[path = "../../tests/browser/guide.rs"]
#[allow(dead_code, reason = "the tests use all of it")]
mod guide;

#[path = "../../tests/shared/generated_guide.rs"]
mod generated_guide;

use std::path::{Path, PathBuf};

/// Prints the figures of a part, of the site in this folder.
type Print = fn(&Path);

fn main() {
    // Cargo adds an argument of its own.
    let mut arguments = std::env::args().skip(1).filter(|argument| !argument.starts_with('-'));
    let site = arguments.next().map_or_else(|| support::built_site::site().to_owned(), PathBuf::from);
    let wanted: Vec<String> = arguments.collect();
    let parts: [(&str, Print); 6] = [
        ("growth", growth::print),
        ("editor", editor::print),
        ("search", search::print),
        ("page_load", page_load::print),
        ("load_test", load_test::print),
        ("release", release::print),
    ];
    for (name, print) in parts {
        if wanted.is_empty() || wanted.iter().any(|part| part == name) {
            print(&site);
        }
    }
}

/// The median and the maximum of some times, in milliseconds.
fn median_and_max(mut times: Vec<f64>) -> (f64, f64) {
    times.sort_by(f64::total_cmp);
    (times.get(times.len() / 2).copied().unwrap_or(f64::NAN), times.last().copied().unwrap_or(f64::NAN))
}
