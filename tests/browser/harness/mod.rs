//! Tests of the harness itself: each check is shown a page that it must complain of, for a check that cannot fail proves nothing.

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

/// A host with these files; its folder lives as long as this does.
struct Stage {
    host: Host,
    _folder: TempDir,
}

/// Puts one document, wrapped into a phone's page, on a host.
fn stage(body: &str) -> Stage {
    files(&[("index.html", &document(body))])
}

fn document(body: &str) -> String {
    format!(
        "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'><link rel=icon href='data:,'><title>Stage</title>{body}"
    )
}

/// Puts files on a host.
fn files(files: &[(&str, &str)]) -> Stage {
    faulty(files, |host| host)
}

/// Puts files on a host that is then changed.
fn faulty(files: &[(&str, &str)], change: impl FnOnce(Host) -> Host) -> Stage {
    let folder = TempDir::new().expect("a temporary folder");
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).expect("a file of the stage");
    }
    Stage { host: change(Host::serve(folder.path())), _folder: folder }
}

/// The message of a check that must fail.
fn failure(check: impl FnOnce() + std::panic::UnwindSafe) -> String {
    let panic = std::panic::catch_unwind(check).expect_err("this check should have failed");
    panic
        .downcast_ref::<String>()
        .cloned()
        .or(panic.downcast_ref::<&str>().map(|text| text.to_string()))
        .expect("a failure says why")
}
