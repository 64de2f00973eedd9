//! Real web servers with the built site: nginx with the configuration that the site ships, and Python's `http.server`.

use std::fs::{self, File};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::child_guard::ChildGuard;
use super::http::{Response, send_request};
use super::programs::find_program;

/// How long a program may take to start on a loaded machine.
const START_TIMEOUT: Duration = Duration::from_secs(60);

/// How many ports are tried where another process has taken the port first.
pub const ATTEMPTS: usize = 10;

/// A running server, which ends when dropped.
pub struct Server {
    /// Its address and port.
    pub address: String,
    base: String,
    _guard: ChildGuard,
}

impl Server {
    /// nginx with the site at `base` (`/guide/`), configured by the site's own file; the rest is a minimal server block.
    #[track_caller]
    pub fn nginx(site: &Path, base: &str) -> Server {
        let (nginx, site) = (find_program("nginx", "nginx"), site.display());
        for _ in 0..ATTEMPTS {
            let port = free_port();
            let folder = temp_dir("guide-nginx-");
            let (path, name) = (folder.display(), base.trim_end_matches('/'));
            let temp_paths: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
                .map(|kind| format!("{kind}_temp_path \"{path}/{kind}\";\n"))
                .concat();
            // A single process, so that no other user needs access to the folder.
            let config = format!(
                "daemon off; master_process off; pid \"{path}/pid\";\n\
                 events {{ worker_connections 512; }}\n\
                 http {{\n access_log off;\n {temp_paths}\
                 server {{\n listen 127.0.0.1:{port};\n location = /{IDENTITY_PATH} {{ return 200 \"{path}\"; }}\n\
                 location {base} {{ alias \"{site}/\"; set $guide \"{name}\"; include \"{site}/nginx.conf\"; }}\n}}\n}}\n"
            );
            fs::write(folder.join("nginx.conf"), config).expect("the folder takes a file");
            let mut command = Command::new(&nginx);
            command.arg("-p").arg(&folder).arg("-c").arg(folder.join("nginx.conf")).args(["-e", "stderr"]);
            let address = format!("127.0.0.1:{port}");
            let expected = path.to_string();
            // The answer must come from this very server, and not from another process on the port.
            let ready = || {
                send_request(&address, "GET", &format!("/{IDENTITY_PATH}"), &[], "")
                    .is_ok_and(|it| it.body == expected.as_bytes())
            };
            match start_and_wait(&mut command, &folder, || ready().then_some(())) {
                Ok((guard, ())) => return Server { address, base: base.to_owned(), _guard: guard },
                Err(why) => assert!(why.contains("Address already in use"), "nginx {why}"),
            }
        }
        panic!("no port was free in {ATTEMPTS} tries")
    }

    /// `python3 -m http.server` in a parent folder of the site, which is served at `base`.
    #[track_caller]
    pub fn python(site: &Path, base: &str) -> Server {
        let folder = temp_dir("guide-python-");
        let root = folder.join("root");
        let target = root.join(base.trim_matches('/'));
        fs::create_dir_all(target.parent().unwrap_or(&folder)).expect("the folder takes folders");
        std::os::unix::fs::symlink(site, if base == "/" { &root } else { &target }).expect("the folder takes a link");
        let mut command = Command::new(find_program("python3", "python3"));
        command.args(["-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory"]).arg(&root);
        let output = folder.join(OUTPUT_FILE);
        let port = || {
            let output = fs::read_to_string(&output).ok()?;
            Some(output.split_once(" port ")?.1.split_once(' ')?.0.to_owned())
        };
        let (guard, port) = start_and_wait(&mut command, &folder, port).unwrap_or_else(|why| panic!("python3 {why}"));
        Server { address: format!("127.0.0.1:{port}"), base: base.to_owned(), _guard: guard }
    }

    /// The URL of a path below the base.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{}{path}", self.address, self.base)
    }

    /// Requests a path below the base.
    #[track_caller]
    pub fn get(&self, path: &str, headers: &[(&str, &str)]) -> Response {
        let path = format!("{}{path}", self.base);
        send_request(&self.address, "GET", &path, headers, "").unwrap_or_else(|why| panic!("{path}: {why}"))
    }
}

const IDENTITY_PATH: &str = "-this-server-";

/// The file in a program's folder that holds all of its output.
pub const OUTPUT_FILE: &str = "said.txt";

/// A folder for a program, which its [`ChildGuard`] removes.
pub fn temp_dir(prefix: &str) -> PathBuf {
    tempfile::Builder::new().prefix(prefix).tempdir().expect("a temporary folder").keep()
}

/// A port that was free a moment ago.
pub fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a loopback port is free");
    listener.local_addr().expect("a bound port has an address").port()
}

/// Starts a program under a [`ChildGuard`] and waits until `ready` returns something.
pub fn start_and_wait<R>(
    command: &mut Command,
    folder: &Path,
    ready: impl Fn() -> Option<R>,
) -> Result<(ChildGuard, R), String> {
    let output = folder.join(OUTPUT_FILE);
    let stdout = File::create(&output).map_err(|error| format!("{}: {error}", output.display()))?;
    let stderr = stdout.try_clone().map_err(|error| error.to_string())?;
    command.stdin(Stdio::null()).stdout(stdout).stderr(stderr);
    let mut guard = ChildGuard::start(command, folder).map_err(|error| format!("does not start: {error}"))?;
    let deadline = Instant::now() + START_TIMEOUT;
    loop {
        let ended = guard.ended();
        if let Some(value) = ready().filter(|_| ended.is_none()) {
            return Ok((guard, value));
        }
        if ended.is_some() || Instant::now() > deadline {
            let output = fs::read_to_string(&output).unwrap_or_default();
            let reason = ended.map_or(format!("was not ready in {} s", START_TIMEOUT.as_secs()), |reason| {
                format!("ended ({reason})")
            });
            return Err(format!("{reason}; it said:\n{output}"));
        }
        sleep(Duration::from_millis(20));
    }
}
