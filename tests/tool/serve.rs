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
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("the server");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").expect("a request");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("an answer");
        String::from_utf8_lossy(&answer).into_owned()
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
fn a_change_is_shown_and_a_wrong_one_is_not() {
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

    std::fs::write(&path, SMALL.replace(TITLE, "Что произошло?")).expect("the content");
    served.wait_for_build(0);
    let second = served.get("/");
    assert!(second.contains("Что произошло?"), "{second}");

    std::fs::write(&path, "[site").expect("the content");
    let deadline = Instant::now() + PATIENCE;
    let mut said = Vec::new();
    while !said.iter().any(|line: &String| line.contains("Показываю прежний сайт.")) {
        let line = served.said.recv_timeout(deadline.saturating_duration_since(Instant::now()));
        said.push(line.unwrap_or_else(|_| panic!("it did not complain: {said:?}")));
    }
    assert!(said.iter().any(|line| line.contains("guide.toml")), "where it is wrong: {said:?}");
    assert!(served.get("/").contains("Что произошло?"));
}
