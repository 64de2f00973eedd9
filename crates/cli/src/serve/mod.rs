//! `guide serve`: serves the site and, at every change of the content, rebuilds it and reloads the page.
//!
//! Where the tool's own sources are named (`make serve`), it watches them too. After a change there it builds the site by running the
//! changed tool through cargo.

mod rebuild;
mod server;
mod watcher;

use std::path::Path;
use std::sync::mpsc::Receiver;

use guide_content::message;
use guide_content::message::Message;

use tokio::sync::watch as version;

use rebuild::Rebuild;
use watcher::Change;

use crate::language::{say, tell};
use crate::trouble::trouble;

/// Builds the site of a content file and serves it until the process is stopped, by default only to this machine. `sources` is the
/// folder of the tool's sources, if they are watched too. The error is for people.
pub fn serve(content: &Path, port: u16, open_to_network: bool, sources: Option<&Path>) -> Result<(), Message> {
    let folder = tempfile::tempdir().map_err(|why| no_room(&why))?;
    let dist = folder.path().join("dist");
    // Watching begins before the first build, so that no change during it is missed.
    let watched = watcher::watch(content, sources);
    let mut rebuild = Rebuild::new(content, &dist, sources);
    if !rebuild.run(&[]) {
        return Err(message!(
            "Сайт не собран: исправьте названное выше и запустите снова.",
            "No site was built: correct what is named above and start again."
        ));
    }
    let (built, version) = version::channel(0);
    let app = server::app(&dist, version);
    std::thread::spawn(move || match watched {
        Ok((_watcher, changes)) => rebuild_on(&changes, &mut rebuild, &built),
        Err(why) => tell(&message!("За правками не слежу: {why}", "Changes are not watched: {why}")),
    });
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.map_err(|why| Message::same(why.to_string()))?.block_on(listen(app, port, open_to_network))
}

/// Why there are no temporary files.
fn no_room(why: &std::io::Error) -> Message {
    let folder = std::env::temp_dir();
    let folder = folder.display();
    message!(
        why = trouble(why);
        "временные файлы не записываются в {folder}: {why}. Освободите место или назовите другую папку в переменной TMPDIR.",
        "temporary files can’t be written into {folder}: {why}. Make room, or name another folder in the variable TMPDIR."
    )
}

async fn listen(app: axum::Router, port: u16, open_to_network: bool) -> Result<(), Message> {
    let host = if open_to_network { "0.0.0.0" } else { "127.0.0.1" };
    let listener = tokio::net::TcpListener::bind((host, port)).await.map_err(|why| {
        message!(
            "порт {port} занят или закрыт ({why}); назовите другой: --port 8081",
            "the port {port} is taken or closed ({why}); name another: --port 8081"
        )
    })?;
    let port = listener.local_addr().map_or(port, |address| address.port());
    let address = message!(
        "Открывайте: http://localhost:{port}/  (остановить — Ctrl+C)",
        "Open http://localhost:{port}/  (Ctrl+C stops it)"
    );
    say(&address);
    axum::serve(listener, app).await.map_err(|why| Message::same(why.to_string()))
}

fn rebuild_on(changes: &Receiver<Vec<Change>>, rebuild: &mut Rebuild, built: &version::Sender<u32>) {
    while let Ok(mut changed) = changes.recv() {
        // One build is enough for everything that has changed so far.
        changed.extend(changes.try_iter().flatten());
        if let Some(change) = changed.first() {
            let path = change.path.display();
            tell(&message!("Изменён файл {path}", "A file has changed: {path}"));
        }
        if rebuild.run(&changed) {
            built.send_modify(|version| *version += 1);
        } else {
            tell(&message!("Показываю прежний сайт.", "The earlier site is still shown."));
        }
    }
}
