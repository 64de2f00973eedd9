//! `guide serve`: shows the site and, at every change of the project, builds it anew and reloads the page.
//!
//! Each build is a run of the tool itself through cargo, so that a change of its own source counts too.

use std::path::{Component, Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use axum::Router;
use axum::extract::{Query, State};
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use tokio::sync::watch;

use crate::project;

/// What of the project makes the site.
const WATCHED: [&str; 7] = ["content", "public", "style", "src", "spare", "index.html", "Cargo.toml"];
/// Editors write a file in several steps; a build waits until they have been quiet for so long.
const QUIET: Duration = Duration::from_millis(150);
const RELOAD_SCRIPT: &str = "/__reload.js";

struct Site {
    folder: PathBuf,
    /// Counts the builds; a page asks for the next one.
    version: watch::Receiver<u32>,
}

/// Serves until it is stopped.
pub fn serve(content: &Path, port: u16, open_to_network: bool) -> Result<(), String> {
    let folder = tempfile::tempdir().map_err(|why| format!("нет места для временных файлов: {why}"))?;
    let dist = folder.path().join("dist");
    // Before the first build, which may take minutes: what is changed meanwhile counts too.
    let watched = watch(content);
    if !rebuild(content, &dist) {
        return Err("Сайт не собран: исправьте названное выше и запустите снова.".into());
    }
    let (built, version) = watch::channel(0);
    let site = Arc::new(Site { folder: dist.clone(), version });
    let content = content.to_owned();
    std::thread::spawn(move || match watched {
        Ok((_watcher, changes)) => rebuild_at(&changes, &content, &dist, &built),
        Err(why) => eprintln!("За правками не слежу: {why}"),
    });
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.map_err(|why| why.to_string())?.block_on(listen(site, port, open_to_network))
}

async fn listen(site: Arc<Site>, port: u16, open_to_network: bool) -> Result<(), String> {
    let host = if open_to_network { "0.0.0.0" } else { "127.0.0.1" };
    let listener = tokio::net::TcpListener::bind((host, port))
        .await
        .map_err(|why| format!("порт {port} занят или закрыт ({why}); назовите другой: --port 8081"))?;
    let port = listener.local_addr().map_or(port, |address| address.port());
    println!("Открывайте: http://localhost:{port}/  (остановить — Ctrl+C)");
    let app = Router::new()
        .route(RELOAD_SCRIPT, get(reload_script))
        .route("/__built", get(next_build))
        .fallback(get(file))
        .with_state(site);
    axum::serve(listener, app).await.map_err(|why| why.to_string())
}

/// Whether the build went well; what went wrong is on the terminal.
fn rebuild(content: &Path, dist: &Path) -> bool {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let run = Command::new(cargo)
        .arg("run")
        .args(["--quiet", "--locked", "--manifest-path"])
        .arg(project::root().join("Cargo.toml"))
        .args(["--", "build", "--content"])
        .arg(content)
        .arg("--out")
        .arg(dist)
        .status();
    run.is_ok_and(|status| status.success())
}

/// Watches what makes the site, for as long as the watcher is kept.
fn watch(content: &Path) -> Result<(RecommendedWatcher, Receiver<()>), String> {
    let (sender, changes) = std::sync::mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // Reading a file is an event too, and a build reads them all.
        if event.is_ok_and(|event| !event.kind.is_access()) {
            _ = sender.send(());
        }
    })
    .map_err(|why| why.to_string())?;
    let folder_of_content = content.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    for name in WATCHED {
        watcher.watch(&project::root().join(name), RecursiveMode::Recursive).map_err(|why| why.to_string())?;
    }
    // Not what lies below it: a content file in the project's own folder would have the build watch itself.
    watcher.watch(folder_of_content, RecursiveMode::NonRecursive).map_err(|why| why.to_string())?;
    Ok((watcher, changes))
}

fn rebuild_at(changes: &Receiver<()>, content: &Path, dist: &Path, built: &watch::Sender<u32>) {
    while changes.recv().is_ok() {
        while changes.recv_timeout(QUIET).is_ok() {}
        if rebuild(content, dist) {
            built.send_modify(|version| *version += 1);
        } else {
            eprintln!("Показываю прежний сайт.");
        }
    }
}

async fn file(State(site): State<Arc<Site>>, uri: Uri) -> Response {
    let wanted = Path::new(uri.path().trim_start_matches('/'));
    // Only names: nothing may climb out of the folder.
    let plain = wanted.components().all(|part| matches!(part, Component::Normal(_)));
    let mut path = site.folder.join(wanted);
    if path.is_dir() || uri.path().ends_with('/') {
        path = path.join("index.html");
    }
    let (status, path) = if plain && path.is_file() {
        (StatusCode::OK, path)
    } else {
        (StatusCode::NOT_FOUND, site.folder.join("404.html"))
    };
    let Ok(mut bytes) = std::fs::read(&path) else { return StatusCode::NOT_FOUND.into_response() };
    let kind = match path.extension().and_then(|ending| ending.to_str()) {
        Some("html") => {
            bytes.extend_from_slice(format!("<script type=\"module\" src=\"{RELOAD_SCRIPT}\"></script>\n").as_bytes());
            "text/html; charset=utf-8"
        }
        Some("js") => "text/javascript",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("css") => "text/css",
        Some("json" | "webmanifest") => "application/json",
        _ => "application/octet-stream",
    };
    (status, [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "no-store")], bytes).into_response()
}

async fn reload_script(State(site): State<Arc<Site>>) -> Response {
    let version = *site.version.borrow();
    let script = format!(
        "let seen = {version};\nfor (;;) {{\n  try {{\n    const built = await (await fetch(`/__built?after=${{seen}}`)).json();\n    \
         if (built !== seen) location.reload();\n    seen = built;\n  }} catch {{ await new Promise(again => setTimeout(again, 1000)); }}\n}}\n"
    );
    ([(header::CONTENT_TYPE, "text/javascript"), (header::CACHE_CONTROL, "no-store")], script).into_response()
}

/// Answers with the number of the newest build as soon as it is not `after`, or after a while all the same.
async fn next_build(State(site): State<Arc<Site>>, Query(query): Query<Vec<(String, String)>>) -> String {
    let after =
        query.iter().find(|(key, _)| key == "after").and_then(|(_, number)| number.parse().ok()).unwrap_or(0u32);
    let mut version = site.version.clone();
    let newer = version.wait_for(|version| *version != after);
    _ = tokio::time::timeout(Duration::from_secs(20), newer).await;
    site.version.borrow().to_string()
}
