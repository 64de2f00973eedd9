//! What nginx, Apache and Caddy send with the shipped settings: status, content types, compressed bytes, caching, and the security headers.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;
use std::path::Path;

use crate::support::built_site::site;
use crate::support::http::{Response, send_request};
use crate::support::{Server, http};
use crate::web_servers::BASES;

const IMMUTABLE: &str = "public, max-age=31536000, immutable";
const GZIP: &str = "gzip";

/// A server with the settings that the site ships.
struct Kind {
    name: &'static str,
    start: fn(&Path, &str) -> Server,
    /// The compressed copies that it sends, the preferred one first: what they are called, and how their names end.
    encodings: &'static [(&'static str, &'static str)],
    /// A 304 of Apache has no header but those about the cache. Browsers keep the others with the file.
    sends_all_with_304: bool,
    /// What it keeps to itself.
    hidden: &'static [&'static str],
}

const BOTH: &[(&str, &str)] = &[("br", "br"), (GZIP, "gz")];

const KINDS: [Kind; 3] = [
    Kind { name: "nginx", start: Server::nginx, encodings: &[(GZIP, "gz")], sends_all_with_304: true, hidden: &[] },
    Kind { name: "Apache", start: Server::apache, encodings: BOTH, sends_all_with_304: false, hidden: &[".htaccess"] },
    Kind { name: "Caddy", start: Server::caddy, encodings: BOTH, sends_all_with_304: true, hidden: &["caddy.conf"] },
];

/// Every kind of server with the site in every folder, and what it is called in messages.
fn servers() -> impl Iterator<Item = (&'static Kind, Server, String)> {
    let places = KINDS.iter().flat_map(|kind| BASES.map(|base| (kind, base)));
    places.map(|(kind, base)| (kind, (kind.start)(site(), base), format!("{}, {base}", kind.name)))
}

/// Every file of the site except compressed copies, by path.
fn files() -> Vec<String> {
    let mut files = Vec::new();
    let mut folders = vec![site().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_none_or(|end| end != "gz" && end != "br") {
                files.push(path.strip_prefix(site()).expect("inside").to_string_lossy().into_owned());
            }
        }
    }
    assert!(files.len() > 15, "{files:?}");
    files
}

/// The headers that `_headers` sets on every answer; all settings must agree.
fn promised_headers() -> Vec<(String, String)> {
    let text = fs::read_to_string(site().join("_headers")).expect("_headers");
    let rule = text.split("/*\n").nth(1).and_then(|rest| rest.split("\n/").next()).expect("a rule for all");
    let headers: Vec<_> = (rule.lines())
        .filter_map(|line| line.trim().split_once(": "))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    assert_eq!(headers.len(), 5, "{headers:?}");
    headers
}

#[track_caller]
fn assert_security_headers(response: &Response, what: &str) {
    for (name, value) in promised_headers() {
        assert_eq!(response.header(&name), Some(&*value), "{name} of {what}");
    }
    assert_eq!(response.header("X-Frame-Options"), None, "{what} is kept out of schools' pages");
}

fn mime(file: &str) -> &'static str {
    match Path::new(file).extension().and_then(|end| end.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        // With a charset, as pages in other encodings run `embed.js`.
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css; charset=utf-8",
        Some("txt" | "toml") => "text/plain; charset=utf-8",
        Some("json") => "application/json; charset=utf-8",
        Some("ics") => "text/calendar; charset=utf-8",
        Some("svg") => "image/svg+xml; charset=utf-8",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

/// The bytes of a body without its compression.
fn decoded(response: &Response) -> Vec<u8> {
    let mut bytes = Vec::new();
    match response.header("Content-Encoding") {
        Some("br") => brotli::BrotliDecompress(&mut &response.body[..], &mut bytes).expect("brotli"),
        Some(GZIP) => _ = flate2::read::GzDecoder::new(&response.body[..]).read_to_end(&mut bytes).expect("gzip"),
        other => {
            assert_eq!(other, None);
            bytes.clone_from(&response.body);
        }
    }
    bytes
}

#[test]
fn every_file_is_sent_whole_compressed_and_with_its_headers() {
    for (kind, server, what) in servers() {
        for file in files().into_iter().filter(|file| !kind.hidden.contains(&&**file)) {
            let what = format!("{what}{file}");
            let raw = fs::read(site().join(&file)).expect("the file");
            // What no browser asks for may be compressed or not.
            let is_loaded = !["_headers", ".guide-files", ".conf", ".htaccess"].iter().any(|end| file.ends_with(end));
            let copy = |ending: &str| fs::read(site().join(format!("{file}.{ending}"))).ok().filter(|_| is_loaded);
            for accepted in ["", "gzip", "gzip, deflate, br"] {
                let response = server.get(&file, &[("Accept-Encoding", accepted)]);
                assert_eq!(response.status, 200, "{what}");
                assert_eq!(response.header("Content-Type"), Some(mime(&file)), "{what}");
                let expected = kind.encodings.iter().filter(|(name, _)| accepted.contains(name));
                match expected.filter_map(|(name, ending)| Some((name, copy(ending)?))).next() {
                    Some((name, copy)) => {
                        assert_eq!(response.header("Content-Encoding"), Some(*name), "{what}");
                        assert!(response.body == copy, "{what}: other bytes than the copy's");
                    }
                    None if accepted.is_empty() => assert_eq!(response.header("Content-Encoding"), None, "{what}"),
                    // Where there is no copy, the server may compress.
                    None => {}
                }
                assert!(decoded(&response) == raw, "{what}: other bytes than the file's");
                if copy("gz").is_some() {
                    let vary = response.header("Vary");
                    assert_eq!(vary, Some("Accept-Encoding"), "{what}: caches on the way keep the copies apart");
                }
                let cache_control = if file.starts_with("assets/") { IMMUTABLE } else { "no-cache" };
                assert_eq!(response.header("Cache-Control"), Some(cache_control), "{what}");
                assert_eq!(response.header("Expires"), None, "{what}");
                assert_security_headers(&response, &what);
            }
        }
    }
}

#[test]
fn folders_are_pages_and_a_missing_slash_redirects() {
    for (_, server, what) in servers() {
        for (folder, file) in [("", "index.html"), ("map/", "map/index.html"), ("embed/", "embed/index.html")] {
            let response = server.get(folder, &[]);
            assert_eq!((response.status, response.header("Content-Type")), (200, Some(mime(file))), "{what}{folder}");
            assert!(response.body == fs::read(site().join(file)).expect("the page"), "{what}{folder}");
            assert_security_headers(&response, &what);
        }
        let response = server.get("map", &[]);
        let location = response.header("Location").unwrap_or_else(|| panic!("{what}: {response:?}"));
        // Apache has addresses as a whole, and codes letters in its own way.
        let path = location.strip_prefix(&format!("http://{}", server.address)).unwrap_or(location);
        assert_eq!(path.to_uppercase(), format!("{}map/", server.base).to_uppercase(), "{what}");
        assert!(matches!(response.status, 301 | 308), "{what}: {}", response.status);
        assert_security_headers(&response, &what);
    }
}

#[test]
fn a_missing_file_is_a_404_that_is_not_cached() {
    for (_, server, what) in servers() {
        let page = fs::read(site().join("404.html")).expect("the page");
        let missing_asset = "assets/guide-0123456789ab.js";
        for path in
            ["nowhere", "a/b/c/d", "assets/", "assets/nothing.wasm", missing_asset, "map/nowhere", "index.html/"]
        {
            let response = server.get(path, &[]);
            assert_eq!(response.status, 404, "{what}{path}");
            assert_eq!(response.header("Content-Type"), Some(mime("404.html")), "{what}{path}");
            assert!(response.body == page, "{what}{path}: another page");
            assert_eq!(response.header("Cache-Control"), Some("no-cache"), "{what}{path}");
            assert_security_headers(&response, path);
        }
        let compressed = server.get("nowhere", &[("Accept-Encoding", GZIP)]);
        assert_eq!((compressed.status, compressed.header("Content-Encoding")), (404, Some(GZIP)), "{what}");
        assert!(decoded(&compressed) == page, "{what}: another page");
        let rejected = send_request(&server.address, "POST", &server.base, &[], "x").expect("an answer");
        assert_eq!(rejected.status, 405, "{what}: nothing can be sent to the site");
        assert_security_headers(&rejected, &what);
    }
}

#[test]
fn an_unchanged_file_is_answered_with_304() {
    for kind in KINDS {
        let server = (kind.start)(site(), "/guide/");
        for file in files().into_iter().filter(|file| !kind.hidden.contains(&&**file)) {
            let what = format!("{}: {file}", kind.name);
            for accepted in ["", GZIP] {
                assert_unchanged(&server, &file, accepted, kind.sends_all_with_304, &what);
            }
        }
    }
}

/// Checks that a file that a browser has is not sent again.
#[track_caller]
fn assert_unchanged(server: &Server, file: &str, accepted: &str, sends_all_with_304: bool, what: &str) {
    let first = server.get(file, &[("Accept-Encoding", accepted)]);
    let tag = first.header("ETag").map(|tag| ("If-None-Match", tag));
    // Caddy has no tag for a compressed copy.
    let known = tag.or_else(|| Some(("If-Modified-Since", first.header("Last-Modified")?)));
    let known = known.unwrap_or_else(|| panic!("{what}: nothing to know it by in {first:?}"));
    let again = server.get(file, &[("Accept-Encoding", accepted), known]);
    assert_eq!((again.status, again.body.len()), (304, 0), "{what}");
    // Apache and nginx mark what they have compressed themselves, and a 304 has not been.
    let plain = |response: &Response| response.header("ETag").map(|tag| tag.replace("-gzip", "").replace("W/", ""));
    assert_eq!(plain(&again), plain(&first), "{what}");
    assert_eq!(again.header("Cache-Control"), first.header("Cache-Control"), "{what}");
    if sends_all_with_304 {
        assert_security_headers(&again, what);
    }
    let other = server.get(file, &[("Accept-Encoding", accepted), ("If-None-Match", "\"other\"")]);
    assert_eq!(other.status, 200, "{what}");
}

/// The archive of the editor has no compressed copies: servers then compress by themselves, and know the file again.
#[test]
fn a_site_without_compressed_copies_is_compressed_by_the_server() {
    let folder = tempfile::tempdir().expect("a folder");
    for file in files() {
        let target = folder.path().join(&file);
        fs::create_dir_all(target.parent().expect("a folder")).expect("a folder");
        fs::copy(site().join(&file), target).expect("a file");
    }
    for kind in KINDS {
        let server = (kind.start)(folder.path(), "/guide/");
        for file in ["index.html", "sw.js", "editor/worker.wasm"] {
            let what = format!("{}: {file}", kind.name);
            let response = server.get(file, &[("Accept-Encoding", GZIP)]);
            assert_eq!(response.header("Content-Encoding"), Some(GZIP), "{what}");
            assert!(decoded(&response) == fs::read(site().join(file)).expect("the file"), "{what}");
            assert_eq!(response.header("Content-Type"), Some(mime(file)), "{what}");
            assert_eq!(response.header("Vary"), Some("Accept-Encoding"), "{what}");
            assert_unchanged(&server, file, GZIP, kind.sends_all_with_304, &what);
        }
    }
}

/// Without any module that the settings can do without, the site is there, whole and with the right types.
#[test]
fn an_apache_without_modules_sends_the_site() {
    let server = Server::bare_apache(site(), "/guide/");
    for file in files().into_iter().filter(|file| file != ".htaccess") {
        let response = server.get(&file, &[("Accept-Encoding", "gzip, deflate, br")]);
        assert_eq!((response.status, response.header("Content-Type")), (200, Some(mime(&file))), "{file}");
        assert!(response.body == fs::read(site().join(&file)).expect("the file"), "{file}: other bytes");
    }
    assert_eq!(server.get("nowhere", &[]).status, 404);
}

/// A page is subject to its own policy and to the host's, so the host's must allow whatever the policy of any page or of the editor does,
/// and no more.
#[test]
fn the_policy_of_the_host_allows_what_each_page_needs() {
    let server = Server::nginx(site(), "/");
    let response = server.get("", &[]);
    let sent = directives(response.header("Content-Security-Policy").expect("a policy"));
    let mut needed: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in guide_core::pages::Page::ALL.map(|page| page.file()).into_iter().chain(["editor/index.html"]) {
        let text = fs::read_to_string(site().join(file)).expect("a page");
        let own = text.split("http-equiv=\"Content-Security-Policy\" content=\"").nth(1).expect("a policy of its own");
        let own = directives(own.split('"').next().expect("an end"));
        assert_eq!(own.len(), sent.len(), "{file}");
        for (name, sources) in own {
            let host = &sent.iter().find(|(sent, _)| *sent == name).unwrap_or_else(|| panic!("no {name}")).1;
            assert!(host.is_superset(&sources), "{file}: {name} is {sources:?}, the host's {host:?}");
            needed.entry(name).or_default().extend(sources);
        }
    }
    assert_eq!(sent.into_iter().collect::<BTreeMap<_, _>>(), needed, "the host allows what no page needs");
}

/// The directives of a policy with their sources.
fn directives(policy: &str) -> Vec<(String, BTreeSet<String>)> {
    let directive = |text: &str| {
        let mut words = text.split_whitespace().map(str::to_owned);
        (words.next().expect("a name"), words.collect())
    };
    policy.replace("&#x27;", "'").split(';').map(directive).collect()
}

/// The tests above rely on this client noticing a truncated response.
#[test]
fn the_client_detects_a_truncated_response() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address").to_string();
    let server = std::thread::spawn(move || {
        use std::io::{Read, Write};
        let (mut client, _) = listener.accept().expect("a caller");
        _ = client.read(&mut [0; 1024]);
        _ = client.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
    });
    let error = http::send_request(&address, "GET", "/", &[], "").expect_err("half an answer").to_string();
    assert!(error.contains("4 bytes came"), "{error}");
    server.join().expect("it answered");
}
