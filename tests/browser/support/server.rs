//! Servers that others have written, with the site on them: nginx with the settings that the site ships, and Python's own.

use std::fs::{self, File};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::child_guard::Leash;
use super::http::{Answer, ask};
use super::programs::tool;

/// A loaded machine may take long to start anything.
const START: Duration = Duration::from_secs(60);

/// How often another port is tried when somebody was quicker.
pub const TRIES: usize = 10;

/// A running server; it ends when dropped.
pub struct Server {
    /// Its address and port.
    pub address: String,
    base: String,
    _leash: Leash,
}

impl Server {
    /// nginx with the site at `base` (`/guide/`), set up as the site's own file says; the rest of its settings is a bare server.
    #[track_caller]
    pub fn nginx(site: &Path, base: &str) -> Server {
        let (nginx, site) = (tool("nginx", "nginx"), site.display());
        for _ in 0..TRIES {
            let port = free_port();
            let folder = room("guide-nginx-");
            let (here, name) = (folder.display(), base.trim_end_matches('/'));
            let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
                .map(|kind| format!("{kind}_temp_path \"{here}/{kind}\";\n"))
                .concat();
            // One process, so that no other user has to be able to read the folder.
            let settings = format!(
                "daemon off; master_process off; pid \"{here}/pid\";\n\
                 events {{ worker_connections 512; }}\n\
                 http {{\n access_log off;\n {temporary}\
                 server {{\n listen 127.0.0.1:{port};\n location = /{MARK} {{ return 200 \"{here}\"; }}\n\
                 location {base} {{ alias \"{site}/\"; set $guide \"{name}\"; include \"{site}/nginx.conf\"; }}\n}}\n}}\n"
            );
            fs::write(folder.join("nginx.conf"), settings).expect("the folder takes a file");
            let mut command = Command::new(&nginx);
            command.arg("-p").arg(&folder).arg("-c").arg(folder.join("nginx.conf")).args(["-e", "stderr"]);
            let address = format!("127.0.0.1:{port}");
            let told = here.to_string();
            // Whoever answers on this port must be this very server.
            let ready =
                || ask(&address, "GET", &format!("/{MARK}"), &[], "").is_ok_and(|it| it.body == told.as_bytes());
            match start(&mut command, &folder, || ready().then_some(())) {
                Ok((leash, ())) => return Server { address, base: base.to_owned(), _leash: leash },
                Err(why) => assert!(why.contains("Address already in use"), "nginx {why}"),
            }
        }
        panic!("no port was free in {TRIES} tries")
    }

    /// `python3 -m http.server` above the site, which stands at `base`.
    #[track_caller]
    pub fn python(site: &Path, base: &str) -> Server {
        let folder = room("guide-python-");
        let root = folder.join("root");
        let place = root.join(base.trim_matches('/'));
        fs::create_dir_all(place.parent().unwrap_or(&folder)).expect("the folder takes folders");
        std::os::unix::fs::symlink(site, if base == "/" { &root } else { &place }).expect("the folder takes a link");
        let mut command = Command::new(tool("python3", "python3"));
        command.args(["-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory"]).arg(&root);
        let said = folder.join(SAID);
        let port = || {
            let said = fs::read_to_string(&said).ok()?;
            Some(said.split_once(" port ")?.1.split_once(' ')?.0.to_owned())
        };
        let (leash, port) = start(&mut command, &folder, port).unwrap_or_else(|why| panic!("python3 {why}"));
        Server { address: format!("127.0.0.1:{port}"), base: base.to_owned(), _leash: leash }
    }

    /// The address of a path below the base.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{}{path}", self.address, self.base)
    }

    /// Asks for a path below the base.
    #[track_caller]
    pub fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let path = format!("{}{path}", self.base);
        ask(&self.address, "GET", &path, headers, "").unwrap_or_else(|why| panic!("{path}: {why}"))
    }
}

const MARK: &str = "-this-server-";

/// The file in a program's folder with all that it says.
pub const SAID: &str = "said.txt";

/// A folder for a program; its leash removes it.
pub fn room(prefix: &str) -> PathBuf {
    tempfile::Builder::new().prefix(prefix).tempdir().expect("a temporary folder").keep()
}

/// A port that was free a moment ago.
pub fn free_port() -> u16 {
    let door = TcpListener::bind("127.0.0.1:0").expect("a loopback port is free");
    door.local_addr().expect("a bound port has an address").port()
}

/// Starts a program on a leash and waits until `ready` tells something.
pub fn start<R>(command: &mut Command, folder: &Path, ready: impl Fn() -> Option<R>) -> Result<(Leash, R), String> {
    let said = folder.join(SAID);
    let file = File::create(&said).map_err(|error| format!("{}: {error}", said.display()))?;
    let twice = file.try_clone().map_err(|error| error.to_string())?;
    command.stdin(Stdio::null()).stdout(file).stderr(twice);
    let mut leash = Leash::start(command, folder).map_err(|error| format!("does not start: {error}"))?;
    let deadline = Instant::now() + START;
    loop {
        let ended = leash.ended();
        if let Some(told) = ready().filter(|_| ended.is_none()) {
            return Ok((leash, told));
        }
        if ended.is_some() || Instant::now() > deadline {
            let said = fs::read_to_string(&said).unwrap_or_default();
            let how = ended.map_or(format!("was not ready in {} s", START.as_secs()), |how| format!("ended ({how})"));
            return Err(format!("{how}; it said:\n{said}"));
        }
        sleep(Duration::from_millis(20));
    }
}
