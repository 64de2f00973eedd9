//! Tests of the harness itself: each check gets a page on which it must fail, for a check that cannot fail proves nothing.

mod actions;
mod clock_emulation;
mod engine_errors;
mod frames;
mod observers;
mod process_cleanup;
mod queries;
mod static_host;

use tempfile::TempDir;

use crate::support::Host;

/// A served folder, which is removed when this is dropped.
struct TestSite {
    host: Host,
    _folder: TempDir,
}

/// Serves one document with this body.
fn serve_page(body: &str) -> TestSite {
    serve_files(&[("index.html", &document(body))])
}

fn document(body: &str) -> String {
    format!(
        "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'><link rel=icon href='data:,'><title>Stage</title>{body}"
    )
}

/// Serves these files.
fn serve_files(files: &[(&str, &str)]) -> TestSite {
    serve_changed(files, |host| host)
}

/// Serves these files on a host that is then changed.
fn serve_changed(files: &[(&str, &str)], change: impl FnOnce(Host) -> Host) -> TestSite {
    let folder = TempDir::new().expect("a temporary folder");
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).expect("a file of the stage");
    }
    TestSite { host: change(Host::serve(folder.path())), _folder: folder }
}

/// The panic message of a check that must fail.
fn failure(check: impl FnOnce() + std::panic::UnwindSafe) -> String {
    let panic = std::panic::catch_unwind(check).expect_err("this check should have failed");
    panic
        .downcast_ref::<String>()
        .cloned()
        .or(panic.downcast_ref::<&str>().map(|text| text.to_string()))
        .expect("a failure says why")
}
