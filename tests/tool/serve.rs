//! The site while it is written: built anew at a change, and shown as it was where the change is wrong.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use super::{SMALL, content};

/// The first build compiles the tool as `cargo run` does, which shares less with the tests than one would think.
const PATIENCE: Duration = Duration::from_secs(900);

/// A tool that serves; it ends with the test.
struct Served {
    tool: Child,
    port: u16,
    /// What it says on the terminal's error stream, line by line.
    said: Receiver<String>,
}

impl Served {
    #[track_caller]
    fn start(content: &str) -> Served {
        let mut tool = Command::new(env!("CARGO_BIN_EXE_guide"))
            .args(["serve", "--port", "0", "--content", content])
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the tool runs");
        let (sender, said) = channel();
        let errors = BufReader::new(tool.stderr.take().expect("its errors"));
        std::thread::spawn(move || errors.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        let output = BufReader::new(tool.stdout.take().expect("its output"));
        let (sender, lines) = channel();
        // The rest is read too: a full pipe would hold the builds up.
        std::thread::spawn(move || output.lines().map_while(Result::ok).for_each(|line| _ = sender.send(line)));
        let mut served = Served { tool, port: 0, said };
        let deadline = Instant::now() + PATIENCE;
        while served.port == 0 {
            let line = lines.recv_timeout(deadline.saturating_duration_since(Instant::now()));
            let line = line.unwrap_or_else(|_| panic!("no address: {:?}", served.said.try_iter().collect::<Vec<_>>()));
            if let Some((_, port)) = line.split_once("http://localhost:") {
                let port = port.split('/').next().and_then(|port| port.parse().ok());
                served.port = port.unwrap_or_else(|| panic!("no port in «{line}»"));
            }
        }
        served
    }

    /// The whole answer for a path.
    #[track_caller]
    fn get(&self, path: &str) -> String {
        self.get_with(path, "")
    }

    /// The same, asked with more headers, each with its line's end.
    #[track_caller]
    fn get_with(&self, path: &str, headers: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("the server");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\n{headers}Connection: close\r\n\r\n")
            .expect("a request");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("an answer");
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// The status, the type and the place of an answer that is a redirection.
    #[track_caller]
    fn head(&self, path: &str) -> (String, String, String) {
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

    /// Types, folders, pages that are not there.
    #[track_caller]
    fn answers_as_a_host_does(&self) {
        let page = "text/html; charset=utf-8";
        for (path, status, kind, place) in [
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
            let wanted = (status.to_owned(), kind.to_owned(), place.to_owned());
            assert_eq!(self.head(path), wanted, "{path}");
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
        let deadline = Instant::now() + PATIENCE;
        while self.get(&format!("/__built?after={after}")).ends_with(&format!("\r\n\r\n{after}")) {
            assert!(Instant::now() < deadline, "nothing was built: {:?}", self.said.try_iter().collect::<Vec<_>>());
        }
    }
}

impl Drop for Served {
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
    let served = Served::start(&path);
    let first = served.get("/");
    assert!(first.starts_with("HTTP/1.1 200") && first.contains(TITLE) && first.contains("/__reload.js"), "{first}");
    assert!(served.get("/__reload.js").contains("location.reload()"));
    for wrong in ["/no/such/page", "/../Cargo.toml", "/%2e%2e/Cargo.toml"] {
        let answer = served.get(wrong);
        assert!(answer.starts_with("HTTP/1.1 404") && !answer.contains("[package]"), "{wrong}: {answer}");
    }

    served.answers_as_a_host_does();

    std::fs::write(&path, SMALL.replace(TITLE, "Что произошло?")).expect("the content");
    served.wait_for_build(0);
    let second = served.get("/");
    assert!(second.contains("Что произошло?"), "{second}");

    // As vim and Kate save, and twice: another file takes the name each time.
    for (built, title) in [(1, "Что стряслось?"), (2, "Что теперь?")] {
        let beside = format!("{path}~");
        std::fs::write(&beside, SMALL.replace(TITLE, title)).expect("a file");
        std::fs::rename(&beside, &path).expect("a rename");
        served.wait_for_build(built);
        assert!(served.get("/").contains(title), "{title}");
    }

    std::fs::write(&path, "[site").expect("the content");
    let deadline = Instant::now() + PATIENCE;
    let mut said = Vec::new();
    while !said.iter().any(|line: &String| line.contains("Показываю прежний сайт.")) {
        let line = served.said.recv_timeout(deadline.saturating_duration_since(Instant::now()));
        said.push(line.unwrap_or_else(|_| panic!("it did not complain: {said:?}")));
    }
    assert!(said.iter().any(|line| line.contains("guide.toml")), "where it is wrong: {said:?}");
    assert!(served.get("/").contains("Что теперь?"));
}
