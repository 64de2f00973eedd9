//! `guide serve` on a port where another server has left its worker: what is shown is what was built.

use std::fs::File;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::json;

use crate::support::built_site::site;
use crate::support::child_guard::ChildGuard;
use crate::support::page::DEADLINE;
use crate::support::server::{OUTPUT_FILE, temp_dir};
use crate::support::{Host, Page, Setup};

/// The first build compiles the tool as `cargo run` does.
const BUILD: Duration = Duration::from_secs(900);
const CONTENT: &str = "tests/data/small.toml";
const TITLE: &str = "Справочник";

/// Starts `guide serve` on a port and waits until it tells its address.
#[track_caller]
fn serve(port: &str) -> ChildGuard {
    let folder = temp_dir("guide-serve-");
    let said = folder.join(OUTPUT_FILE);
    let mut command = Command::new(env!("CARGO_BIN_EXE_guide"));
    command.args(["serve", "--content", CONTENT, "--port", port]).current_dir(env!("CARGO_MANIFEST_DIR"));
    let file = File::create(&said).expect("a file");
    command.stdin(Stdio::null()).stderr(file.try_clone().expect("a file")).stdout(file);
    let mut guard = ChildGuard::start(&mut command, &folder).expect("the tool runs");
    let deadline = Instant::now() + BUILD;
    loop {
        let text = std::fs::read_to_string(&said).unwrap_or_default();
        if text.contains(&format!("http://localhost:{port}/")) {
            return guard;
        }
        assert!(guard.ended().is_none() && Instant::now() < deadline, "it does not serve: {text}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// Waits until a promise is kept with true, asked for anew each time: the page may be replaced meanwhile.
#[track_caller]
fn wait_for(page: &Page, promise: &str, what: &str) {
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
    wait_for(
        &page,
        "navigator.serviceWorker.ready.then(ready => ready.active.state === 'activated')",
        "the old worker",
    );
    drop(host);
    // The old site is still what opens here, without any server.
    page.open(&url);
    assert_ne!(page.eval("document.title.split(' ')[0]"), TITLE);

    let port = url.trim_end_matches('/').rsplit(':').next().expect("a port");
    let _served = serve(port);
    page.open(&url);
    page.wait_until(&format!("document.title.startsWith('{TITLE}')"), "the new site");
    wait_for(
        &page,
        "navigator.serviceWorker.getRegistrations().then(all => all.length === 0)",
        "the end of all workers",
    );
    wait_for(&page, "caches.keys().then(all => all.length === 0)", "the end of what they kept");

    // The new site's own page asks for a worker as well. It leaves at once, and reloads nothing that no worker has answered.
    page.open(&url);
    page.eval("window.stays = true");
    let left =
        "navigator.serviceWorker.register('sw.js').then(({ installing, waiting, active }) => new Promise(left => {
        const worker = installing ?? waiting ?? active;
        const look = () => worker.state === 'redundant' && left(true);
        worker.addEventListener('statechange', look);
        look();
    }))";
    assert_eq!(page.eval(left), true);
    assert_eq!(page.eval("window.stays"), true);
}
