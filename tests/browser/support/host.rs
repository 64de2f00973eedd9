//! A static host on a loopback port, as plain as a school's, with faults on demand.
//!
//! A thread for each connection and one response for each, so a slow answer holds nobody else up.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

type Edit = Arc<dyn Fn(String) -> String + Send + Sync>;

/// Something that a host or the way to it does to a file.
#[derive(Clone)]
pub enum Fault {
    /// 404 and the host's page for it.
    NotFound,
    /// Half of the bytes, announced as the whole: an upload that broke off.
    Truncated,
    /// Half of the bytes, then the connection ends: a lost network.
    Cut,
    /// The connection ends without an answer: no network at all.
    Dropped,
    /// The answer waits this long, or until the host is mended.
    Slow(Duration),
    /// Half of the bytes, this long a pause (or till the host is mended), and the rest: a network that stutters.
    Halting(Duration),
    /// Another `Content-Type`.
    Mime(&'static str),
    /// A stretch in the middle of the file is garbled.
    Corrupt,
    /// A text file, changed on its way.
    Edited(Edit),
}

impl Fault {
    pub fn edited(edit: impl Fn(String) -> String + Send + Sync + 'static) -> Fault {
        Fault::Edited(Arc::new(edit))
    }
}

struct Site {
    folder: PathBuf,
    base: String,
    headers: Vec<(String, String)>,
    faults: Mutex<Vec<(String, Fault)>>,
    asked: Mutex<Vec<String>>,
    pressed: AtomicBool,
    endless: AtomicBool,
    over: AtomicBool,
}

/// A running host; it stops when dropped.
pub struct Host {
    site: Arc<Site>,
    address: SocketAddr,
    door: Option<JoinHandle<()>>,
}

impl Host {
    /// Serves a folder at the root of a free port.
    pub fn serve(folder: &Path) -> Host {
        Host::mounted(folder, "", &[])
    }

    /// Serves a folder under a base path (`/some/where`), with extra headers on every answer.
    pub fn mounted(folder: &Path, base: &str, headers: &[(&str, &str)]) -> Host {
        assert!(folder.is_dir(), "there is no folder {} to serve", folder.display());
        let door = TcpListener::bind("127.0.0.1:0").expect("a loopback port is free");
        let address = door.local_addr().expect("a bound port has an address");
        let site = Arc::new(Site {
            folder: folder.to_owned(),
            base: base.trim_end_matches('/').to_owned(),
            headers: headers.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect(),
            faults: Mutex::default(),
            asked: Mutex::default(),
            pressed: AtomicBool::new(false),
            endless: AtomicBool::new(false),
            over: AtomicBool::new(false),
        });
        let served = site.clone();
        let door = thread::spawn(move || {
            for caller in door.incoming() {
                if served.over.load(Ordering::Relaxed) {
                    break;
                }
                let (Ok(caller), site) = (caller, served.clone()) else { continue };
                // A caller that hangs up early is its own matter.
                thread::spawn(move || drop(site.answer(caller)));
            }
        });
        Host { site, address, door: Some(door) }
    }

    /// Applies a fault to every file whose path ends in `path_end` (`.wasm`, `index.html`); several are applied in turn.
    pub fn fault(self, path_end: &str, fault: Fault) -> Host {
        self.site.faults.lock().expect("no thread died with this lock").push((path_end.to_owned(), fault));
        self
    }

    /// Sends a file's `.br` in its place where there is one, as a host that weighs its bytes does. Faults then meet the pressed bytes.
    pub fn pressed(self) -> Host {
        self.site.pressed.store(true, Ordering::Relaxed);
        self
    }

    /// Sends who asks for `page.html` to `page`, as Cloudflare Pages does.
    pub fn endless(self) -> Host {
        self.site.endless.store(true, Ordering::Relaxed);
        self
    }

    /// From here on nothing is wrong any more.
    pub fn mend(&self) {
        self.site.faults.lock().expect("no thread died with this lock").clear();
    }

    /// The address of a path below the base; the empty path is the site's first page.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{}/{}", self.address, self.site.base, path.trim_start_matches('/'))
    }

    /// The paths asked for so far, below the base.
    pub fn asked(&self) -> Vec<String> {
        self.site.asked.lock().expect("no thread died with this lock").clone()
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.site.over.store(true, Ordering::Relaxed);
        // The door waits for a caller; this one makes it look up.
        let _ = TcpStream::connect(self.address);
        if let Some(door) = self.door.take() {
            let _ = door.join();
        }
    }
}

impl Site {
    fn answer(&self, mut caller: TcpStream) -> std::io::Result<()> {
        // A browser opens connections in advance and may never use them.
        caller.set_read_timeout(Some(Duration::from_secs(30)))?;
        let mut lines = BufReader::new(caller.try_clone()?).lines();
        let first = lines.next().transpose()?.unwrap_or_default();
        for header in lines {
            if header?.is_empty() {
                break;
            }
        }
        let mut words = first.split(' ');
        let (Some(method), Some(target)) = (words.next(), words.next()) else { return Ok(()) };
        let path = target.split(['?', '#']).next().unwrap_or_default();
        let endless = self.endless.load(Ordering::Relaxed);
        if let Some(page) = path.strip_suffix(".html").filter(|_| endless) {
            let page = page.strip_suffix("/index").map_or(page.to_owned(), |folder| format!("{folder}/"));
            let moved = format!("HTTP/1.1 308 Permanent Redirect\r\nLocation: {page}\r\nContent-Length: 0\r\n");
            return caller.write_all((moved + "Connection: close\r\n\r\n").as_bytes());
        }
        let below = path.strip_prefix(&*self.base);
        let found = below
            .and_then(|below| self.find(below).or_else(|| self.find(&format!("{below}.html")).filter(|_| endless)));
        self.asked
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
        // The file is sent as it is after the wait.
        for fault in &faults {
            if let Fault::Slow(time) = fault {
                self.wait(*time);
            }
        }
        let missing = found.is_none() || faults.iter().any(|fault| matches!(fault, Fault::NotFound));
        let file = found.filter(|_| !missing).unwrap_or_else(|| self.folder.join("404.html"));
        let brotli = self.pressed.load(Ordering::Relaxed).then(|| fs::read(beside(&file, ".br")).ok()).flatten();
        let encoding = if brotli.is_some() { "Content-Encoding: br\r\n" } else { "" };
        let mut body = brotli.or_else(|| fs::read(&file).ok()).unwrap_or_else(|| b"not found".to_vec());
        let mut mime = if file.is_file() { mime(&file) } else { "text/plain; charset=utf-8" };
        let (mut cut, mut halt) = (None, None);
        for fault in faults {
            match fault {
                Fault::NotFound | Fault::Dropped | Fault::Slow(_) => {}
                Fault::Truncated => body.truncate(body.len() / 2),
                Fault::Cut => cut = Some(body.len() / 2),
                Fault::Halting(time) => halt = Some(time),
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
        caller.write_all(head.as_bytes())?;
        if method != "HEAD" {
            let mut body = &body[..cut.unwrap_or(body.len())];
            if let Some(time) = halt {
                let (first, rest) = body.split_at(body.len() / 2);
                caller.write_all(first)?;
                self.wait(time);
                body = rest;
            }
            caller.write_all(body)?;
        }
        caller.flush()
    }

    /// The file at a path below the base; a folder means its `index.html`.
    fn find(&self, below: &str) -> Option<PathBuf> {
        let below = below.strip_prefix('/')?;
        // Nothing outside the folder is anybody's business, and no file of ours needs an escape in its name.
        if below.split('/').any(|part| part == ".." || part.contains(['%', '\\'])) {
            return None;
        }
        let file =
            if below.is_empty() || below.ends_with('/') { format!("{below}index.html") } else { below.to_owned() };
        let file = self.folder.join(file);
        file.is_file().then_some(file)
    }

    /// Waits, but not for a host that is gone or mended.
    fn wait(&self, time: Duration) {
        let deadline = Instant::now() + time;
        let mended = || self.faults.lock().expect("no thread died with this lock").is_empty();
        while Instant::now() < deadline && !self.over.load(Ordering::Relaxed) && !mended() {
            thread::sleep(Duration::from_millis(20));
        }
    }
}

/// The file of the same name with something after it.
fn beside(file: &Path, end: &str) -> PathBuf {
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
