//! Real web servers with the built site: nginx, Apache and Caddy with the settings that the site ships, and Python's `http.server`.

use std::fs::{self, File};
use std::net::TcpListener;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::child_guard::ChildGuard;
use super::files::copy;
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
    /// The folder of the site, as addresses have it.
    pub base: String,
    /// The folder that is served there.
    pub site: PathBuf,
    _guard: ChildGuard,
}

impl Server {
    /// nginx with the site at `base` (`/guide/`), configured by the site's own file; the rest is a minimal server block.
    #[track_caller]
    pub fn nginx(site: &Path, base: &str) -> Server {
        let (nginx, name) = (find_program("nginx", "nginx"), base.trim_end_matches('/'));
        Server::on_free_port("nginx", base, |port, folder| {
            let (path, shown) = (folder.display(), site.display());
            let temp_paths: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
                .map(|kind| format!("{kind}_temp_path \"{path}/{kind}\";\n"))
                .concat();
            // A single process, so that no other user needs access to the folder.
            let config = format!(
                "daemon off; master_process off; pid \"{path}/pid\";\n\
                 events {{ worker_connections 512; }}\n\
                 http {{\n access_log off;\n {temp_paths}\
                 server {{\n listen 127.0.0.1:{port};\n location = /{IDENTITY_PATH} {{ return 200 \"{path}\"; }}\n\
                 location {base} {{ alias \"{shown}/\"; set $guide \"{name}\"; include \"{shown}/nginx.conf\"; }}\n}}\n}}\n"
            );
            fs::write(folder.join("nginx.conf"), config).expect("the folder takes a file");
            let mut command = Command::new(&nginx);
            command.arg("-p").arg(folder).arg("-c").arg(folder.join("nginx.conf")).args(["-e", "stderr"]);
            (command, site.to_owned())
        })
    }

    /// Apache with a copy of the site in the folder of `base` below its root, as it lies there after an upload. What it is told is what
    /// shared hosts tell it: a folder's own settings may be about files and headers, and folders without a page are listed.
    #[track_caller]
    pub fn apache(site: &Path, base: &str) -> Server {
        Server::apache_with(&[APACHE_NEEDS, &APACHE_MAY_HAVE].concat(), site, base)
    }

    /// The same without any module that the site's settings can do without.
    #[track_caller]
    pub fn bare_apache(site: &Path, base: &str) -> Server {
        Server::apache_with(APACHE_NEEDS, site, base)
    }

    #[track_caller]
    fn apache_with(modules: &[&str], site: &Path, base: &str) -> Server {
        let apache = find_program("apache2", "apache2");
        let modules: String = modules
            .iter()
            .map(|name| format!("LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"))
            .collect();
        Server::on_free_port("apache2", base, |port, folder| {
            let path = folder.display();
            let uploaded = folder.join("root").join(base.trim_matches('/'));
            copy(site, &uploaded);
            fs::write(folder.join(IDENTITY_PATH), path.to_string()).expect("the folder takes a file");
            // Apache never serves as root; whoever it serves as instead must be let into the folder.
            let owner = fs::metadata(folder).expect("a folder").uid();
            let user = if owner == 0 { "User nobody\nGroup nogroup\n" } else { "" };
            fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).expect("a folder of our own");
            let config = format!(
                "{modules}{user}ServerName 127.0.0.1\nListen 127.0.0.1:{port}\nPidFile \"{path}/pid\"\n\
                 DefaultRuntimeDir \"{path}\"\nErrorLog /proc/self/fd/2\nTypesConfig /etc/mime.types\n\
                 AddType application/x-gzip .gz\nStartServers 1\n{OTHER_SETTINGS}\
                 <Directory />\nRequire all denied\n</Directory>\n\
                 Alias /{IDENTITY_PATH} \"{path}/{IDENTITY_PATH}\"\n\
                 <Directory \"{path}\">\nRequire all granted\n</Directory>\n\
                 DocumentRoot \"{path}/root\"\n\
                 <Directory \"{path}/root\">\nOptions Indexes FollowSymLinks MultiViews\nAllowOverride FileInfo\n</Directory>\n\
                 <FilesMatch \"^\\.ht\">\nRequire all denied\n</FilesMatch>\n"
            );
            fs::write(folder.join("apache.conf"), config).expect("the folder takes a file");
            let mut command = Command::new(&apache);
            command.arg("-d").arg(folder).arg("-f").arg(folder.join("apache.conf")).arg("-DFOREGROUND");
            (command, uploaded)
        })
    }

    /// Caddy with the site at `base`, configured by the site's own file.
    #[track_caller]
    pub fn caddy(site: &Path, base: &str) -> Server {
        let caddy = find_program("caddy", "caddy");
        // It strips only what is written as in addresses, and compares only what is not.
        let prefix = percent_encoded(base.trim_end_matches('/'));
        Server::on_free_port("caddy", base, |port, folder| {
            let (path, shown) = (folder.display(), site.display());
            let config = format!(
                "{{\n admin off\n auto_https off\n storage file_system \"{path}\"\n}}\n\
                 http://127.0.0.1:{port} {{\n handle /{IDENTITY_PATH} {{\n respond * \"{path}\"\n }}\n\
                 handle {base}* {{\n uri strip_prefix \"{prefix}\"\n root * \"{shown}\"\n import \"{shown}/caddy.conf\"\n }}\n}}\n"
            );
            fs::write(folder.join("Caddyfile"), config).expect("the folder takes a file");
            let mut command = Command::new(&caddy);
            command.args(["run", "--adapter", "caddyfile", "--config"]).arg(folder.join("Caddyfile"));
            command.env("HOME", folder).env("XDG_DATA_HOME", folder).env("XDG_CONFIG_HOME", folder);
            (command, site.to_owned())
        })
    }

    /// Starts a server on a port that is free, with a folder of its own, and waits until it answers with that folder's path: the answer
    /// must come from this very server, and not from another process on the port.
    #[track_caller]
    fn on_free_port(name: &str, base: &str, command: impl Fn(u16, &Path) -> (Command, PathBuf)) -> Server {
        for _ in 0..ATTEMPTS {
            let port = free_port();
            let folder = temp_dir(&format!("guide-{name}-"));
            let address = format!("127.0.0.1:{port}");
            let expected = folder.display().to_string();
            let ready = || {
                send_request(&address, "GET", &format!("/{IDENTITY_PATH}"), &[], "")
                    .is_ok_and(|it| it.body == expected.as_bytes())
            };
            let (mut command, site) = command(port, &folder);
            match start_and_wait(&mut command, &folder, || ready().then_some(())) {
                Ok((guard, ())) => return Server { address, base: percent_encoded(base), site, _guard: guard },
                Err(why) => assert!(why.to_lowercase().contains("address already in use"), "{name} {why}"),
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
        Server {
            address: format!("127.0.0.1:{port}"),
            base: percent_encoded(base),
            site: site.to_owned(),
            _guard: guard,
        }
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

/// What Apache needs to serve files at all.
const APACHE_NEEDS: &[&str] = &["mpm_event", "authz_core", "alias", "mime", "dir"];

/// What it mostly has too.
const APACHE_MAY_HAVE: [&str; 8] =
    ["headers", "rewrite", "filter", "deflate", "expires", "autoindex", "negotiation", "setenvif"];

/// What hosts like to set for all their sites, and is wrong for this one.
const OTHER_SETTINGS: &str = "\
    <IfModule mod_headers.c>\nHeader set X-Frame-Options SAMEORIGIN\nHeader always set X-Frame-Options SAMEORIGIN\n</IfModule>\n\
    <IfModule mod_expires.c>\nExpiresActive On\nExpiresDefault \"access plus 1 month\"\n</IfModule>\n";

/// A path as an address has it.
fn percent_encoded(path: &str) -> String {
    let encoded = |byte: u8| if byte.is_ascii() { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    path.bytes().map(encoded).collect()
}

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
