//! What nginx sends with the shipped configuration: status, content types, compressed bytes, caching, and the security
//! headers.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::support::built_site::site;
use crate::support::http::{Response, send_request};
use crate::support::{Server, http};
use crate::web_servers::BASES;

const IMMUTABLE: &str = "public, max-age=31536000, immutable";
const GZIP: &str = "gzip";

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

/// The headers that `_headers` sets on every answer; both configurations must agree.
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

#[test]
fn every_file_is_sent_whole_compressed_and_with_its_headers() {
    for base in BASES {
        let server = Server::nginx(site(), base);
        for file in files() {
            let what = format!("{base}{file}");
            let raw = fs::read(site().join(&file)).expect("the file");
            let gzip = fs::read(site().join(format!("{file}.gz"))).ok();
            for accept_encoding in ["", "gzip, deflate, br"] {
                let response = server.get(&file, &[("Accept-Encoding", accept_encoding)]);
                assert_eq!(response.status, 200, "{what}");
                assert_eq!(response.header("Content-Type"), Some(mime(&file)), "{what}");
                let compressed = gzip.as_ref().filter(|_| !accept_encoding.is_empty());
                assert_eq!(response.header("Content-Encoding"), compressed.map(|_| GZIP), "{what}");
                assert!(response.body == *compressed.unwrap_or(&raw), "{what}: other bytes than the file's");
                let vary = gzip.as_ref().map(|_| "Accept-Encoding");
                assert_eq!(response.header("Vary"), vary, "{what}: caches on the way keep the two apart");
                let cache_control = if file.starts_with("assets/") { IMMUTABLE } else { "no-cache" };
                assert_eq!(response.header("Cache-Control"), Some(cache_control), "{what}");
                assert_security_headers(&response, &what);
            }
        }
    }
}

#[test]
fn folders_are_pages_and_a_missing_slash_redirects() {
    for base in BASES {
        let server = Server::nginx(site(), base);
        for (folder, file) in [("", "index.html"), ("map/", "map/index.html"), ("embed/", "embed/index.html")] {
            let response = server.get(folder, &[]);
            assert_eq!((response.status, response.header("Content-Type")), (200, Some(mime(file))), "{base}{folder}");
            assert!(response.body == fs::read(site().join(file)).expect("the page"), "{base}{folder}");
            assert_security_headers(&response, folder);
        }
        let response = server.get("map", &[]);
        assert_eq!((response.status, response.header("Location")), (301, Some(&*format!("{base}map/"))));
        assert_security_headers(&response, "a redirect");
    }
}

#[test]
fn a_missing_file_is_a_404_that_is_not_cached() {
    for base in BASES {
        let server = Server::nginx(site(), base);
        let page = fs::read(site().join("404.html")).expect("the page");
        let missing_asset = "assets/guide-0123456789ab.js";
        for path in
            ["nowhere", "a/b/c/d", "assets/", "assets/nothing.wasm", missing_asset, "map/nowhere", "index.html/"]
        {
            let response = server.get(path, &[]);
            assert_eq!(response.status, 404, "{base}{path}");
            assert_eq!(response.header("Content-Type"), Some(mime("404.html")), "{base}{path}");
            assert!(response.body == page, "{base}{path}: another page");
            assert_eq!(response.header("Cache-Control"), Some("no-cache"), "{base}{path}");
            assert_security_headers(&response, path);
        }
        let compressed = server.get("nowhere", &[("Accept-Encoding", GZIP)]);
        assert_eq!((compressed.status, compressed.header("Content-Encoding")), (404, Some(GZIP)), "{base}");
        let rejected = send_request(&server.address, "POST", base, &[], "x").expect("an answer");
        assert_eq!(rejected.status, 405, "{base}: nothing can be sent to the site");
        assert_security_headers(&rejected, "a refusal");
    }
}

#[test]
fn an_unchanged_file_is_answered_with_304() {
    let server = Server::nginx(site(), "/guide/");
    for file in files() {
        for accept_encoding in ["", GZIP] {
            let first = server.get(&file, &[("Accept-Encoding", accept_encoding)]);
            let tag = first.header("ETag").unwrap_or_else(|| panic!("{file} has no tag"));
            let again = server.get(&file, &[("Accept-Encoding", accept_encoding), ("If-None-Match", tag)]);
            assert_eq!((again.status, again.body.len()), (304, 0), "{file}");
            assert_eq!(again.header("ETag"), Some(tag), "{file}");
            assert_eq!(again.header("Cache-Control"), first.header("Cache-Control"), "{file}");
            assert_security_headers(&again, &file);
            let other = server.get(&file, &[("Accept-Encoding", accept_encoding), ("If-None-Match", "\"other\"")]);
            assert_eq!(other.status, 200, "{file}");
        }
    }
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
