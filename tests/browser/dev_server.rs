//! `guide serve` on a port where another server has left its service worker: the page shows what was built.

use std::fs::File;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::json;

use crate::support::built_site::site;
use crate::support::child_guard::ChildGuard;
use crate::support::page::DEADLINE;
use crate::support::server::{OUTPUT_FILE, temp_dir};
use crate::support::{Host, Page, Setup};

/// The first build compiles the program as `cargo run` does.
const BUILD_TIMEOUT: Duration = Duration::from_secs(900);
const CONTENT: &str = "tests/data/small.toml";
const TITLE: &str = "Справочник";

/// Starts `guide serve` on a port and waits until it prints its address.
#[track_caller]
fn serve(port: &str) -> ChildGuard {
    let folder = temp_dir("guide-serve-");
    let output_file = folder.join(OUTPUT_FILE);
    let mut command = Command::new(env!("CARGO_BIN_EXE_guide"));
    command
        .args(["serve", "--content", CONTENT, "--port", port])
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let file = File::create(&output_file).expect("a file");
    command.stdin(Stdio::null()).stderr(file.try_clone().expect("a file")).stdout(file);
    let mut guard = ChildGuard::start(&mut command, &folder).expect("the tool runs");
    let deadline = Instant::now() + BUILD_TIMEOUT;
    loop {
        let text = std::fs::read_to_string(&output_file).unwrap_or_default();
        if text.contains(&format!("http://localhost:{port}/")) {
            return guard;
        }
        assert!(guard.ended().is_none() && Instant::now() < deadline, "it does not serve: {text}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// Waits until a promise resolves to true, evaluating it again each time, as the page may be replaced meanwhile.
#[track_caller]
fn wait_for_promise(page: &Page, promise: &str, what: &str) {
    let deadline = Instant::now() + DEADLINE;
    while page.try_eval(promise) != Ok(json!(true)) {
        assert!(Instant::now() < deadline, "{what} did not come: {promise}");
        page.pump_events(Duration::from_millis(30));
    }
}

#[test]
fn the_service_worker_of_another_server_is_unregistered() {
    let host = Host::serve(site());
    let url = host.url("");
    let page = Setup::default().service_worker().page();
    page.open(&url);
    wait_for_promise(
        &page,
        "navigator.serviceWorker.ready.then(ready => ready.active.state === 'activated')",
        "the old worker",
    );
    drop(host);
    // The old service worker still answers here, without any server.
    page.open(&url);
    assert_ne!(page.eval("document.title.split(' ')[0]"), TITLE);

    let port = url.trim_end_matches('/').rsplit(':').next().expect("a port");
    let _server = serve(port);
    page.open(&url);
    page.wait_until(&format!("document.title.startsWith('{TITLE}')"), "the new site");
    wait_for_promise(
        &page,
        "navigator.serviceWorker.getRegistrations().then(all => all.length === 0)",
        "the end of all workers",
    );
    wait_for_promise(&page, "caches.keys().then(all => all.length === 0)", "the end of what they kept");

    // The new site's page registers a service worker as well. It unregisters at once and does not reload a page that no
    // worker has answered.
    page.open(&url);
    page.eval("window.stays = true");
    let worker_is_redundant =
        "navigator.serviceWorker.register('sw.js').then(({ installing, waiting, active }) => new Promise(left => {
        const worker = installing ?? waiting ?? active;
        const look = () => worker.state === 'redundant' && left(true);
        worker.addEventListener('statechange', look);
        look();
    }))";
    assert_eq!(page.eval(worker_is_redundant), true);
    assert_eq!(page.eval("window.stays"), true);
}
