//! `guide serve`: shows the site and, at every change of the project, builds it anew and reloads the page.
//!
//! Each build is a run of the tool itself through cargo, so that a change of its own source counts too.

mod server;
mod watch;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc::Receiver;

use tokio::sync::watch as version;

use crate::project;

/// Serves until it is stopped.
pub fn serve(content: &Path, port: u16, open_to_network: bool) -> Result<(), String> {
    let folder = tempfile::tempdir().map_err(|why| format!("нет места для временных файлов: {why}"))?;
    let dist = folder.path().join("dist");
    // Before the first build, which may take minutes: what is changed meanwhile counts too.
    let watched = watch::watch(&project::root(), content);
    if !rebuild(content, &dist) {
        return Err("Сайт не собран: исправьте названное выше и запустите снова.".into());
    }
    let (built, version) = version::channel(0);
    let app = server::app(&dist, version);
    let content = content.to_owned();
    std::thread::spawn(move || match watched {
        Ok((_watcher, changes)) => rebuild_at(&changes, &content, &dist, &built),
        Err(why) => eprintln!("За правками не слежу: {why}"),
    });
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.map_err(|why| why.to_string())?.block_on(listen(app, port, open_to_network))
}

async fn listen(app: axum::Router, port: u16, open_to_network: bool) -> Result<(), String> {
    let host = if open_to_network { "0.0.0.0" } else { "127.0.0.1" };
    let listener = tokio::net::TcpListener::bind((host, port))
        .await
        .map_err(|why| format!("порт {port} занят или закрыт ({why}); назовите другой: --port 8081"))?;
    let port = listener.local_addr().map_or(port, |address| address.port());
    println!("Открывайте: http://localhost:{port}/  (остановить — Ctrl+C)");
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

fn rebuild_at(changes: &Receiver<Vec<PathBuf>>, content: &Path, dist: &Path, built: &version::Sender<u32>) {
    while changes.recv().is_ok() {
        // One build is enough for all that has changed until now.
        while changes.try_recv().is_ok() {}
        if rebuild(content, dist) {
            built.send_modify(|version| *version += 1);
        } else {
            eprintln!("Показываю прежний сайт.");
        }
    }
}
