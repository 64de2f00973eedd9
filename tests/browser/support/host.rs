//! A static HTTP server on a loopback port, as simple as a school's web host, that can simulate faults.
//!
//! Each connection has a thread and one response, so a slow answer delays no other.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

type Edit = Arc<dyn Fn(String) -> String + Send + Sync>;

/// A fault of the server or of the network that changes how a file arrives.
#[derive(Clone)]
pub enum Fault {
    /// Status 404 with the server's page for it.
    NotFound,
    /// Half of the bytes, with their own length: an upload that broke off.
    Truncated,
    /// Half of the bytes, then the connection ends: a network that was lost.
    Interrupted,
    /// The connection ends without an answer: no network at all.
    Dropped,
    /// The answer is delayed by this time, or until the faults are cleared.
    Slow(Duration),
    /// Half of the bytes, a pause of this length (or until the faults are cleared), and the rest.
    Stalled(Duration),
    /// Another `Content-Type`.
    Mime(&'static str),
    /// Some bytes of the file are changed.
    Corrupt,
    /// A text file, changed by this function.
    Edited(Edit),
}

impl Fault {
    pub fn edited(edit: impl Fn(String) -> String + Send + Sync + 'static) -> Fault {
        Fault::Edited(Arc::new(edit))
    }
}

struct Shared {
    folder: PathBuf,
    base: String,
    headers: Vec<(String, String)>,
    faults: Mutex<Vec<(String, Fault)>>,
    requested_paths: Mutex<Vec<String>>,
    precompressed: AtomicBool,
    clean_urls: AtomicBool,
    stopped: AtomicBool,
}

/// A running server, which stops when dropped.
pub struct Host {
    shared: Arc<Shared>,
    address: SocketAddr,
    thread: Option<JoinHandle<()>>,
}

impl Host {
    /// Serves a folder at the root of a free port.
    pub fn serve(folder: &Path) -> Host {
        Host::serve_at(folder, "", &[])
    }

    /// Serves a folder under a base path (`/some/where`), with extra headers on every answer.
    pub fn serve_at(folder: &Path, base: &str, headers: &[(&str, &str)]) -> Host {
        assert!(folder.is_dir(), "there is no folder {} to serve", folder.display());
        let listener = TcpListener::bind("127.0.0.1:0").expect("a loopback port is free");
        let address = listener.local_addr().expect("a bound port has an address");
        let shared = Arc::new(Shared {
            folder: folder.to_owned(),
            base: base.trim_end_matches('/').to_owned(),
            headers: headers.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect(),
            faults: Mutex::default(),
            requested_paths: Mutex::default(),
            precompressed: AtomicBool::new(false),
            clean_urls: AtomicBool::new(false),
            stopped: AtomicBool::new(false),
        });
        let shared_by_thread = shared.clone();
        let thread = thread::spawn(move || {
            for client in listener.incoming() {
                if shared_by_thread.stopped.load(Ordering::Relaxed) {
                    break;
                }
                let (Ok(client), shared) = (client, shared_by_thread.clone()) else { continue };
                // A client that disconnects early is no error.
                thread::spawn(move || drop(shared.answer(client)));
            }
        });
        Host { shared, address, thread: Some(thread) }
    }

    /// Applies a fault to every file whose path ends in `path_end` (`.wasm`, `index.html`). Several faults are applied in
    /// order.
    pub fn fault(self, path_end: &str, fault: Fault) -> Host {
        self.shared.faults.lock().expect("no thread died with this lock").push((path_end.to_owned(), fault));
        self
    }

    /// Sends a file's `.br` instead of the file where there is one. Faults then change the compressed bytes.
    pub fn precompressed(self) -> Host {
        self.shared.precompressed.store(true, Ordering::Relaxed);
        self
    }

    /// Redirects `page.html` to `page`, as Cloudflare Pages does.
    pub fn clean_urls(self) -> Host {
        self.shared.clean_urls.store(true, Ordering::Relaxed);
        self
    }

    /// Removes all faults.
    pub fn clear_faults(&self) {
        self.shared.faults.lock().expect("no thread died with this lock").clear();
    }

    /// The URL of a path below the base. The empty path is the first page.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{}/{}", self.address, self.shared.base, path.trim_start_matches('/'))
    }

    /// The paths that were requested so far, relative to the base.
    pub fn requested_paths(&self) -> Vec<String> {
        self.shared.requested_paths.lock().expect("no thread died with this lock").clone()
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.shared.stopped.store(true, Ordering::Relaxed);
        // The listener blocks until a client connects, so this connects once to wake it.
        let _ = TcpStream::connect(self.address);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Shared {
    fn answer(&self, mut client: TcpStream) -> std::io::Result<()> {
        // A browser opens connections in advance and may never use them.
        client.set_read_timeout(Some(Duration::from_secs(30)))?;
        let mut lines = BufReader::new(client.try_clone()?).lines();
        let first = lines.next().transpose()?.unwrap_or_default();
        for header in lines {
            if header?.is_empty() {
                break;
            }
        }
        let mut words = first.split(' ');
        let (Some(method), Some(target)) = (words.next(), words.next()) else { return Ok(()) };
        let path = target.split(['?', '#']).next().unwrap_or_default();
        let clean_urls = self.clean_urls.load(Ordering::Relaxed);
        if let Some(page) = path.strip_suffix(".html").filter(|_| clean_urls) {
            let page = page.strip_suffix("/index").map_or(page.to_owned(), |folder| format!("{folder}/"));
            let moved = format!("HTTP/1.1 308 Permanent Redirect\r\nLocation: {page}\r\nContent-Length: 0\r\n");
            return client.write_all((moved + "Connection: close\r\n\r\n").as_bytes());
        }
        let below = path.strip_prefix(&*self.base);
        let found = below
            .and_then(|below| self.find(below).or_else(|| self.find(&format!("{below}.html")).filter(|_| clean_urls)));
        self.requested_paths
            .lock()
            .expect("no thread died with this lock")
            .push(path.strip_prefix(&*self.base).unwrap_or(path).trim_start_matches('/').to_owned());

        let name = found.as_ref().map_or(path.to_owned(), |file| file.to_string_lossy().into_owned());
        let faults: Vec<Fault> = {
            let faults = self.faults.lock().expect("no thread died with this lock");
            faults.iter().filter(|(end, _)| name.ends_with(end.as_str())).map(|(_, fault)| fault.clone()).collect()
        };
        if faults.iter().any(|fault| matches!(fault, Fault::Dropped)) {
            return Ok(());
        }
        // The file is read after the delay, in case it changes meanwhile.
        for fault in &faults {
            if let Fault::Slow(time) = fault {
                self.wait(*time);
            }
        }
        let missing = found.is_none() || faults.iter().any(|fault| matches!(fault, Fault::NotFound));
        let file = found.filter(|_| !missing).unwrap_or_else(|| self.folder.join("404.html"));
        let brotli =
            self.precompressed.load(Ordering::Relaxed).then(|| fs::read(sibling_path(&file, ".br")).ok()).flatten();
        let encoding = if brotli.is_some() { "Content-Encoding: br\r\n" } else { "" };
        let mut body = brotli.or_else(|| fs::read(&file).ok()).unwrap_or_else(|| b"not found".to_vec());
        let mut mime = if file.is_file() { mime(&file) } else { "text/plain; charset=utf-8" };
        let (mut sent, mut pause) = (None, None);
        for fault in faults {
            match fault {
                Fault::NotFound | Fault::Dropped | Fault::Slow(_) => {}
                Fault::Truncated => body.truncate(body.len() / 2),
                Fault::Interrupted => sent = Some(body.len() / 2),
                Fault::Stalled(time) => pause = Some(time),
                Fault::Mime(other) => mime = other,
                Fault::Corrupt => body.iter_mut().skip(64).step_by(97).for_each(|byte| *byte ^= 0x5a),
                Fault::Edited(edit) => body = edit(String::from_utf8_lossy(&body).into_owned()).into_bytes(),
            }
        }

        let status = if missing { "404 Not Found" } else { "200 OK" };
        let mut head =
            format!("HTTP/1.1 {status}\r\nContent-Type: {mime}\r\nContent-Length: {}\r\n{encoding}", body.len());
        for (name, value) in &self.headers {
            head += &format!("{name}: {value}\r\n");
        }
        head += "Cache-Control: no-cache\r\nConnection: close\r\n\r\n";
        client.write_all(head.as_bytes())?;
        if method != "HEAD" {
            let mut body = &body[..sent.unwrap_or(body.len())];
            if let Some(time) = pause {
                let (first, rest) = body.split_at(body.len() / 2);
                client.write_all(first)?;
                self.wait(time);
                body = rest;
            }
            client.write_all(body)?;
        }
        client.flush()
    }

    /// The file at a path below the base. A folder means its `index.html`.
    fn find(&self, below: &str) -> Option<PathBuf> {
        let below = below.strip_prefix('/')?;
        // Nothing outside of the folder is served, and no file of the site needs an escape in its name.
        if below.split('/').any(|part| part == ".." || part.contains(['%', '\\'])) {
            return None;
        }
        let file =
            if below.is_empty() || below.ends_with('/') { format!("{below}index.html") } else { below.to_owned() };
        let file = self.folder.join(file);
        file.is_file().then_some(file)
    }

    /// Waits, unless the server stops or its faults are cleared.
    fn wait(&self, time: Duration) {
        let deadline = Instant::now() + time;
        let faults_cleared = || self.faults.lock().expect("no thread died with this lock").is_empty();
        while Instant::now() < deadline && !self.stopped.load(Ordering::Relaxed) && !faults_cleared() {
            thread::sleep(Duration::from_millis(20));
        }
    }
}

/// The path with this suffix appended.
fn sibling_path(file: &Path, end: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(end);
    name.into()
}

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|end| end.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "ics" => "text/calendar",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" => "text/plain; charset=utf-8",
        "xml" => "application/xml",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}
