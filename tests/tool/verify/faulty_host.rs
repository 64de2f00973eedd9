//! A host for a site as it should be, in which one thing is made wrong.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

/// An answer before it is sent.
pub struct Reply {
    /// Its status.
    pub status: u16,
    /// Its headers, by their names.
    pub headers: BTreeMap<&'static str, String>,
    /// Its body.
    pub body: Vec<u8>,
}

impl Reply {
    /// Whether it is sent compressed.
    pub fn is_compressed(&self) -> bool {
        self.headers.contains_key("Content-Encoding")
    }

    /// Its body is this, without compression.
    pub fn send(&mut self, body: impl Into<Vec<u8>>) {
        self.headers.remove("Content-Encoding");
        self.body = body.into();
    }
}

type Edit = dyn Fn(&str, &mut Reply) + Send + Sync;

struct Shared {
    files: BTreeMap<String, Vec<u8>>,
    edit: Box<Edit>,
    requests: Mutex<Vec<String>>,
    stopped: AtomicBool,
}

/// A host at `/guide/` of a loopback port, until it is dropped.
pub struct FaultyHost {
    address: SocketAddr,
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

impl FaultyHost {
    /// A host of these files of a site. `edit` gets the path of each answer from the site's folder, and makes of it what it likes.
    pub fn start(
        files: &BTreeMap<String, Vec<u8>>,
        edit: impl Fn(&str, &mut Reply) + Send + Sync + 'static,
    ) -> FaultyHost {
        let shared = Arc::new(Shared {
            files: files.clone(),
            edit: Box::new(edit),
            requests: Mutex::default(),
            stopped: AtomicBool::new(false),
        });
        let for_thread = Arc::clone(&shared);
        let (address, thread) = accept(move |stream| {
            if for_thread.stopped.load(Ordering::SeqCst) {
                return false;
            }
            let shared = Arc::clone(&for_thread);
            // A client that has gone away is no fault of the host's.
            thread::spawn(move || _ = shared.answer(stream));
            true
        });
        FaultyHost { address, shared, thread: Some(thread) }
    }

    /// The address of the site.
    pub fn url(&self) -> String {
        format!("http://{}/guide/", self.address)
    }

    /// The first lines of all requests so far.
    pub fn requests(&self) -> Vec<String> {
        self.shared.requests.lock().expect("the list").clone()
    }
}

impl Drop for FaultyHost {
    fn drop(&mut self) {
        self.shared.stopped.store(true, Ordering::SeqCst);
        // So that the thread, which waits for somebody, sees it.
        _ = TcpStream::connect(self.address);
        _ = self.thread.take().expect("a thread").join();
    }
}

/// Gives each connection to a loopback port to `serve`, in a thread, until that returns false.
pub fn accept(mut serve: impl FnMut(TcpStream) -> bool + Send + 'static) -> (SocketAddr, JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    let thread = thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            if !serve(stream) {
                return;
            }
        }
    });
    (address, thread)
}

impl Shared {
    fn answer(&self, mut stream: TcpStream) -> std::io::Result<()> {
        let mut reader = BufReader::new(stream.try_clone()?);
        let mut first = String::new();
        reader.read_line(&mut first)?;
        let mut headers = BTreeMap::new();
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line)? == 0 || line == "\r\n" {
                break;
            }
            if let Some((name, value)) = line.trim().split_once(": ") {
                headers.insert(name.to_lowercase(), value.to_owned());
            }
        }
        self.requests.lock().expect("the list").push(first.trim().to_owned());
        let path = first.split(' ').nth(1).unwrap_or_default().to_owned();
        let path = path.strip_prefix("/guide/").unwrap_or(&path);
        let mut reply = self.reply(path, &headers);
        (self.edit)(path, &mut reply);
        let mut head = format!("HTTP/1.1 {} Status\r\nConnection: close\r\n", reply.status);
        if !reply.headers.contains_key("Transfer-Encoding") && reply.status != 304 {
            head += &format!("Content-Length: {}\r\n", reply.body.len());
        }
        for (name, value) in &reply.headers {
            head += &format!("{name}: {value}\r\n");
        }
        stream.write_all(format!("{head}\r\n").as_bytes())?;
        stream.write_all(&reply.body)?;
        while reply.headers.contains_key("Transfer-Encoding") {
            // A chunk of 4096 bytes, again and again.
            stream.write_all(&[b"1000\r\n", &[b'x'; 4096][..], b"\r\n"].concat())?;
        }
        stream.flush()?;
        stream.shutdown(std::net::Shutdown::Write)?;
        reader.read_to_end(&mut Vec::new())?;
        Ok(())
    }

    /// What a host with the site's settings answers.
    fn reply(&self, path: &str, request: &BTreeMap<String, String>) -> Reply {
        let mut headers = BTreeMap::new();
        let settings = String::from_utf8(self.files["_headers"].clone()).expect("a text");
        for name in [
            "Access-Control-Allow-Origin",
            "Content-Security-Policy",
            "Permissions-Policy",
            "Referrer-Policy",
            "X-Content-Type-Options",
        ] {
            let value = settings.lines().find_map(|line| line.trim().strip_prefix(name)?.strip_prefix(": "));
            headers.insert(name, value.expect("a header").to_owned());
        }
        headers.insert("Cache-Control", "no-cache".to_owned());
        if path == "map" {
            headers.insert("Location", "/guide/map/".to_owned());
            return Reply { status: 301, headers, body: Vec::new() };
        }
        let name = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
        let (status, name) = if self.files.contains_key(&name) { (200, name) } else { (404, "404.html".to_owned()) };
        headers.insert("Content-Type", media_type(&name).to_owned());
        if name.starts_with("assets/") {
            headers.insert("Cache-Control", "public, max-age=31536000, immutable".to_owned());
        }
        headers.insert("ETag", "\"one\"".to_owned());
        if status == 200 && request.get("if-none-match").is_some_and(|tag| tag == "\"one\"") {
            return Reply { status: 304, headers, body: Vec::new() };
        }
        let accepts_gzip = request.get("accept-encoding").is_some_and(|accepted| accepted.contains("gzip"));
        let compressed = self.files.get(&format!("{name}.gz")).filter(|_| accepts_gzip);
        if compressed.is_some() {
            headers.insert("Content-Encoding", "gzip".to_owned());
        }
        Reply { status, headers, body: compressed.unwrap_or(&self.files[&name]).clone() }
    }
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("wasm") => "application/wasm",
        Some("ics") => "text/calendar",
        _ => "application/octet-stream",
    }
}
