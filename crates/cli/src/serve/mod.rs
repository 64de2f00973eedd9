//! `guide serve`: serves the site and, at every change of the content, rebuilds it and reloads the page.
//!
//! Where the tool's own sources are named (`make serve`), it watches them too. After a change there it builds the site by running the
//! changed tool through cargo.

mod rebuild;
mod server;
mod watcher;

use std::path::Path;
use std::sync::mpsc::Receiver;

use tokio::sync::watch as version;

use rebuild::Rebuild;
use watcher::Change;

/// Builds the site of a content file and serves it until the process is stopped, by default only to this machine. `sources` is the
/// folder of the tool's sources, if they are watched too. The error is for people.
pub fn serve(content: &Path, port: u16, open_to_network: bool, sources: Option<&Path>) -> Result<(), String> {
    let folder = tempfile::tempdir().map_err(|why| format!("нет места для временных файлов: {why}"))?;
    let dist = folder.path().join("dist");
    // Watching begins before the first build, so that no change during it is missed.
    let watched = watcher::watch(content, sources);
    let mut rebuild = Rebuild::new(content, &dist, sources);
    if !rebuild.run(&[]) {
        return Err("Сайт не собран: исправьте названное выше и запустите снова.".into());
    }
    let (built, version) = version::channel(0);
    let app = server::app(&dist, version);
    std::thread::spawn(move || match watched {
        Ok((_watcher, changes)) => rebuild_on(&changes, &mut rebuild, &built),
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

fn rebuild_on(changes: &Receiver<Vec<Change>>, rebuild: &mut Rebuild, built: &version::Sender<u32>) {
    while let Ok(mut changed) = changes.recv() {
        // One build is enough for everything that has changed so far.
        changed.extend(changes.try_iter().flatten());
        if let Some(change) = changed.first() {
            eprintln!("Изменён файл {}", change.path.display());
        }
        if rebuild.run(&changed) {
            built.send_modify(|version| *version += 1);
        } else {
            eprintln!("Показываю прежний сайт.");
        }
    }
}
