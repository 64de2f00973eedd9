//! `guide serve`: the site is rebuilt at a change, and the previous one is served while a change is broken.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use super::{SMALL, content};

/// Far more than a build takes, on a busy machine too.
const TIMEOUT: Duration = Duration::from_secs(300);

/// A running `guide serve`, which ends when dropped.
pub struct Server {
    tool: Child,
    port: u16,
    /// The lines of its standard error.
    pub messages: Receiver<String>,
}

impl Server {
    /// Starts the tool with this content, and waits until it serves the site.
    #[track_caller]
    pub fn start(content: &str) -> Server {
        Server::start_with(content, |command| command)
    }

    /// The same, the command changed by `more`.
    #[track_caller]
    fn start_with(content: &str, more: impl FnOnce(&mut Command) -> &mut Command) -> Server {
        let mut command = Command::new(env!("CARGO_BIN_EXE_guide"));
        let mut tool = more(command.args(["serve", "--port", "0", "--content", content]))
            .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
            .env("LC_ALL", "ru_RU.UTF-8")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the tool runs");
        let (sender, messages) = channel();
        let errors = BufReader::new(tool.stderr.take().expect("its errors"));
        std::thread::spawn(move || errors.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        let output = BufReader::new(tool.stdout.take().expect("its output"));
        let (sender, lines) = channel();
        // The rest of the output is read too, as a full pipe would block the builds.
        std::thread::spawn(move || output.lines().map_while(Result::ok).for_each(|line| _ = sender.send(line)));
        let mut server = Server { tool, port: 0, messages };
        let deadline = Instant::now() + TIMEOUT;
        while server.port == 0 {
            let line = lines.recv_timeout(deadline.saturating_duration_since(Instant::now()));
            let line =
                line.unwrap_or_else(|_| panic!("no address: {:?}", server.messages.try_iter().collect::<Vec<_>>()));
            if let Some((_, port)) = line.split_once("http://localhost:") {
                let port = port.split('/').next().and_then(|port| port.parse().ok());
                server.port = port.unwrap_or_else(|| panic!("no port in «{line}»"));
            }
        }
        server
    }

    /// The whole response for a path.
    #[track_caller]
    pub fn get(&self, path: &str) -> String {
        self.get_with(path, "")
    }

    /// The same with more headers, each with its line end.
    #[track_caller]
    fn get_with(&self, path: &str, headers: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("the server");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\n{headers}Connection: close\r\n\r\n")
            .expect("a request");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("an answer");
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// The status, content type and `Location` of a response.
    #[track_caller]
    fn status_type_location(&self, path: &str) -> (String, String, String) {
        let answer = self.get(path);
        let (head, _) = answer.split_once("\r\n\r\n").expect("a head");
        let value = |name: &str| {
            let line =
                head.lines().find_map(|line| line.split_once(": ").filter(|(key, _)| key.eq_ignore_ascii_case(name)));
            line.map_or(String::new(), |(_, value)| value.to_owned())
        };
        assert_eq!(value("cache-control"), "no-store", "{path}: what is shown is what was built");
        (head.split(' ').nth(1).expect("a status").to_owned(), value("content-type"), value("location"))
    }

    /// Asserts content types, folders, and missing pages.
    #[track_caller]
    fn assert_answers_like_a_host(&self) {
        let page = "text/html; charset=utf-8";
        for (path, status, content_type, location) in [
            ("/", "200", page, ""),
            ("/map/", "200", page, ""),
            ("/map/index.html?query", "200", page, ""),
            ("/map", "307", "", "/map/"),
            ("/print/poster?query", "307", "", "/print/poster/?query"),
            ("/no/such/page", "404", page, ""),
            ("/assets/", "404", page, ""),
            ("/embed.js", "200", "text/javascript", ""),
            ("/sw.js", "200", "text/javascript", ""),
            ("/icon.svg", "200", "image/svg+xml", ""),
            ("/icon-192.png", "200", "image/png", ""),
            ("/manifest.json", "200", "application/json", ""),
            ("/hotline.ics", "200", "text/calendar", ""),
        ] {
            let expected = (status.to_owned(), content_type.to_owned(), location.to_owned());
            assert_eq!(self.status_type_location(path), expected, "{path}");
        }
        let missing = self.get("/no/such/page");
        assert!(missing.contains("Такой страницы нет") && missing.contains("/__reload.js"), "{missing}");
        // The worker of this site, and one that another server had under another name.
        for worker in [self.get("/sw.js"), self.get_with("/app/worker.js", "Service-Worker: script\r\n")] {
            assert!(worker.starts_with("HTTP/1.1 200") && worker.contains("registration.unregister()"), "{worker}");
        }
    }

    /// Waits for a build after this one, as the page does.
    #[track_caller]
    fn wait_for_build(&self, after: u32) {
        let deadline = Instant::now() + TIMEOUT;
        while self.get(&format!("/__built?after={after}")).ends_with(&format!("\r\n\r\n{after}")) {
            assert!(Instant::now() < deadline, "nothing was built: {:?}", self.messages.try_iter().collect::<Vec<_>>());
        }
    }
}

impl Server {
    /// Waits until the page contains a text: a write may be seen as two changes, and so be built twice.
    #[track_caller]
    pub fn wait_for_text(&self, text: &str) {
        let deadline = Instant::now() + TIMEOUT;
        while !self.get("/").contains(text) {
            assert!(Instant::now() < deadline, "{text}: {:?}", self.messages.try_iter().collect::<Vec<_>>());
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        _ = self.tool.kill();
        _ = self.tool.wait();
    }
}

#[test]
fn a_change_is_served_and_a_broken_one_is_not() {
    const TITLE: &str = "Что случилось?";
    let (_folder, path) = content(SMALL);
    assert!(SMALL.contains(TITLE));
    let server = Server::start(&path);
    let first = server.get("/");
    assert!(first.starts_with("HTTP/1.1 200") && first.contains(TITLE) && first.contains("/__reload.js"), "{first}");
    assert!(server.get("/__reload.js").contains("location.reload()"));
    for path in ["/no/such/page", "/../Cargo.toml", "/%2e%2e/Cargo.toml"] {
        let answer = server.get(path);
        assert!(answer.starts_with("HTTP/1.1 404") && !answer.contains("[package]"), "{path}: {answer}");
    }

    server.assert_answers_like_a_host();

    std::fs::write(&path, SMALL.replace(TITLE, "Что произошло?")).expect("the content");
    server.wait_for_build(0);
    server.wait_for_text("Что произошло?");

    // As vim and Kate save: another file takes the name each time, here twice.
    for title in ["Что стряслось?", "Что теперь?"] {
        let temporary = format!("{path}~");
        std::fs::write(&temporary, SMALL.replace(TITLE, title)).expect("a file");
        std::fs::rename(&temporary, &path).expect("a rename");
        server.wait_for_text(title);
    }

    std::fs::write(&path, "[site").expect("the content");
    let deadline = Instant::now() + TIMEOUT;
    let mut messages = Vec::new();
    while !messages.iter().any(|line: &String| line.contains("Показываю прежний сайт.")) {
        let line = server.messages.recv_timeout(deadline.saturating_duration_since(Instant::now()));
        messages.push(line.unwrap_or_else(|_| panic!("it did not complain: {messages:?}")));
    }
    assert!(messages.iter().any(|line| line.contains("guide.toml")), "where it is wrong: {messages:?}");
    assert!(server.get("/").contains("Что теперь?"));
}

/// A change of the tool's own sources is built by the changed tool: cargo builds the programs for the browser, then runs the tool.
#[cfg(unix)]
#[test]
fn a_change_of_the_sources_is_built_through_cargo() {
    use std::os::unix::fs::PermissionsExt;

    let (_folder, path) = content(SMALL);
    let sources = tempfile::tempdir().expect("a folder");
    for folder in ["crates", "public", "src", "style"] {
        std::fs::create_dir(sources.path().join(folder)).expect("a folder");
    }
    // Takes cargo's place, and writes down what it is called with.
    let (cargo, calls) = (sources.path().join("cargo.sh"), sources.path().join("calls"));
    std::fs::write(&cargo, format!("#!/bin/sh\necho \"$@\" >>'{}'\n", calls.display())).expect("a script");
    std::fs::set_permissions(&cargo, std::fs::Permissions::from_mode(0o755)).expect("rights");
    let server = Server::start_with(&path, |command| command.env("CARGO", &cargo).arg("--sources").arg(sources.path()));
    assert!(!calls.exists(), "the first site is built by this tool itself");

    std::fs::write(sources.path().join("style/base.css"), "p { margin: 0 }").expect("a stylesheet");
    server.wait_for_build(0);
    let called = std::fs::read_to_string(&calls).expect("calls");
    let called: Vec<&str> = called.lines().take(2).collect();
    let manifest = sources.path().join("Cargo.toml");
    let run = format!("run --quiet --locked --manifest-path {}", manifest.display());
    assert_eq!(called[0], format!("{run} --package xtask -- program"));
    assert!(called[1].starts_with(&format!("{run} -- build --content {path} --out ")), "{called:?}");
}

#[test]
fn a_warning_is_printed_once_while_it_lasts() {
    let old = SMALL.replace("date = \"2026-03-01\"", "date = \"2020-03-01\"");
    let (_folder, path) = content(&old);
    let server = Server::start(&path);
    std::fs::write(&path, format!("# ниже на строку\n{}", old.replace("Что случилось?", "Что теперь?")))
        .expect("a file");
    server.wait_for_text("Что теперь?");
    std::fs::write(&path, old.replace("Что случилось?", "Что ещё?")).expect("a file");
    server.wait_for_text("Что ещё?");
    let messages: Vec<String> = server.messages.try_iter().collect();
    let printed = messages.iter().filter(|line| line.contains("документ старше года")).count();
    assert_eq!(printed, 1, "{messages:?}");
}
