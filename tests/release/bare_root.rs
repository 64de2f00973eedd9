//! The tool for Linux in a root that has no other file, and without a network.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::{run, tool};

/// A root with the tool alone.
struct BareRoot(tempfile::TempDir);

impl BareRoot {
    fn new() -> BareRoot {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::copy(tool(), folder.path().join("guide")).expect("a copy of the tool");
        BareRoot(folder)
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    /// The tool in this root, with no variable but those that say where nothing is.
    fn command(&self, network: Network, arguments: &[&str]) -> Command {
        let is_root = run(Command::new("id").arg("-u"), 0).trim() == "0";
        // A machine may forbid namespaces to root in a container; the root is bare all the same.
        let may_unshare = Command::new("unshare").args(["--net", "true"]).status().is_ok_and(|status| status.success());
        let mut words: Vec<&str> = match (is_root, network) {
            (true, Network::None) if may_unshare => vec!["unshare", "--net"],
            (true, _) => vec![],
            (false, Network::None) => vec!["unshare", "--map-root-user", "--net"],
            (false, Network::Loopback) => vec!["unshare", "--map-root-user"],
        };
        let root = self.path().to_string_lossy().into_owned();
        words.extend(["chroot", &root, "/guide"]);
        let mut command = Command::new(words[0]);
        let search = std::env::var("PATH").unwrap_or_default();
        command.args(&words[1..]).args(arguments).env_clear().env("PATH", format!("{search}:/usr/sbin:/sbin"));
        command
    }

    #[track_caller]
    fn guide(&self, arguments: &[&str], code: i32) -> String {
        run(&mut self.command(Network::None, arguments), code)
    }
}

/// What the tool may reach.
#[derive(Clone, Copy)]
enum Network {
    None,
    Loopback,
}

#[test]
fn a_guide_is_made_checked_built_and_asked() {
    let root = BareRoot::new();
    assert!(root.guide(&["--help"], 0).contains("Команды"));
    assert!(root.guide(&["--help", "--lang", "en"], 0).contains("Commands"));
    root.guide(&["new", "/справочник"], 0);
    let content = "/справочник/guide.toml";
    let said = root.guide(&["check", "--content", content], 0);
    assert!(said.contains("Ошибок нет"), "{said}");
    root.guide(&["build", "--content", content, "--out", "/site", "--zip", "/site.zip"], 0);
    for file in ["index.html", "editor/worker.wasm", "print/index.html", "sw.js", ".htaccess"] {
        assert!(root.path().join("site").join(file).is_file(), "{file}");
    }
    assert!(root.guide(&["status", "--content", content, "--at", "2026-11-24T12:00:00+03:00"], 0).contains("open"));
    assert!(root.guide(&["paths", "--content", content], 0).contains("start"));
    assert!(root.guide(&["graph", "--content", content, "--format", "svg"], 0).contains("<svg"));

    // The same from the site that is handed out, whose search has phrases.
    fs::copy(crate::handed_out(&format!("navigator-guide-site-{}.zip", crate::VERSION)), root.path().join("ours.zip"))
        .expect("a copy of the site");
    root.guide(&["new", "/другой", "--from", "/ours.zip"], 0);
    let marked = root.guide(&["check", "--content", "/другой"], 1);
    assert!(marked.contains("заменить"), "{marked}");
    root.guide(&["upgrade", "/ours.zip", "--out", "/upgraded.zip"], 0);
    assert!(root.path().join("upgraded.zip").is_file());
}

/// A server that is ended with the test.
struct Served(Child);

impl Drop for Served {
    fn drop(&mut self) {
        _ = self.0.kill();
        _ = self.0.wait();
    }
}

/// What a server of this machine answers.
fn get(port: u16, path: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("the server answers");
    write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").expect("it reads");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("it writes");
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn a_guide_is_served_and_follows_its_file() {
    let root = BareRoot::new();
    fs::create_dir(root.path().join("tmp")).expect("a folder for temporary files");
    root.guide(&["new", "/my"], 0);
    let mut command = root.command(Network::Loopback, &["serve", "--content", "/my/guide.toml", "--port", "0"]);
    let child = command.env("LC_ALL", "ru_RU.UTF-8").stdout(Stdio::piped()).spawn().expect("it can be started");
    let mut served = Served(child);
    let mut lines = BufReader::new(served.0.stdout.take().expect("its output")).lines();
    let address = lines.find_map(|line| line.ok().filter(|line| line.contains("http://"))).expect("an address");
    let port = address.split("localhost:").nth(1).and_then(|rest| rest.split('/').next()).expect("a port");
    let port: u16 = port.parse().expect("a number");
    assert!(get(port, "/").contains("Что делать, если…"));

    let file = root.path().join("my/guide.toml");
    let text =
        fs::read_to_string(&file).expect("the content").replace("name = \"Что делать, если…\"", "name = \"Новое имя\"");
    fs::write(&file, text).expect("the content is changed");
    // The request ends with the next build.
    while !get(port, "/").contains("Новое имя") {
        get(port, "/__built?after=0");
    }
}
