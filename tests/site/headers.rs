//! `_headers` as Cloudflare Pages and Netlify read it: each path gets the headers of every rule that matches it, and a
//! header that two rules set is joined with a comma, which none of our headers allows.

use std::collections::BTreeMap;

use crate::{attribute, pages, read, site};

/// The rules: a pattern, and its headers with lower-case names.
fn rules() -> Vec<(String, Vec<(String, String)>)> {
    let mut rules: Vec<(String, Vec<(String, String)>)> = Vec::new();
    for line in read(site(), "_headers").lines().filter(|line| !line.trim().is_empty()) {
        assert!(line.chars().count() <= 2_000, "Cloudflare drops a line as long as {line}");
        if line.starts_with('#') {
            continue;
        }
        if !line.starts_with(' ') {
            assert!(line.starts_with('/'), "neither a path nor a header: {line}");
            rules.push((line.to_owned(), Vec::new()));
            continue;
        }
        let (name, value) = line.trim().split_once(':').unwrap_or_else(|| panic!("no header: {line}"));
        let headers = &mut rules.last_mut().expect("a header belongs to a path").1;
        headers.push((name.to_lowercase(), value.trim().to_owned()));
    }
    assert!(rules.len() > 1, "{rules:?}");
    rules
}

/// Whether a path matches a pattern, in which `*` stands for anything.
fn matches(path: &str, pattern: &str) -> bool {
    match pattern.split_once('*') {
        None => path == pattern,
        Some((before, rest)) => path
            .strip_prefix(before)
            .is_some_and(|path| (0..=path.len()).any(|at| path.is_char_boundary(at) && matches(&path[at..], rest))),
    }
}

/// The headers of a path.
#[track_caller]
fn headers(path: &str) -> BTreeMap<String, String> {
    let mut headers_of_path = BTreeMap::new();
    for (pattern, headers) in rules() {
        for (name, value) in headers.into_iter().filter(|_| matches(path, &pattern)) {
            assert!(headers_of_path.insert(name.clone(), value).is_none(), "{path}: {name} comes from two rules");
        }
    }
    headers_of_path
}

#[test]
fn patterns_match_as_on_the_hosts() {
    for (path, pattern, expected) in [
        ("/", "/*", true),
        ("/a/b.js", "/*", true),
        ("/assets/x.js", "/assets/*", true),
        ("/assets.js", "/assets/*", false),
        ("/a/b.js", "/*.js", true),
        ("/a/b.css", "/*.js", false),
        ("/x", "/", false),
    ] {
        assert_eq!(matches(path, pattern), expected, "{path} {pattern}");
    }
}

#[test]
fn every_path_has_the_security_headers_and_only_hashed_files_are_immutable() {
    let asset = std::fs::read_dir(site().join("assets")).expect("assets").flatten().next().expect("an asset");
    let asset = format!("/assets/{}", asset.file_name().to_string_lossy());
    let paths =
        ["/", "/map/", "/embed/", "/embed.js", "/sw.js", "/manifest.json", "/index.html", "/no/such/page", &asset];
    let expected_headers = headers("/");
    for path in paths {
        let mut headers_of_path = headers(path);
        let cache_control = headers_of_path.remove("cache-control");
        // Without a rule both hosts revalidate each time.
        assert_eq!(
            cache_control.as_deref(),
            (path == asset).then_some("public, max-age=31536000, immutable"),
            "{path}"
        );
        assert_eq!(headers_of_path, expected_headers, "{path}");
    }
    let names: Vec<&str> = expected_headers.keys().map(String::as_str).collect();
    let expected = [
        "access-control-allow-origin",
        "content-security-policy",
        "permissions-policy",
        "referrer-policy",
        "x-content-type-options",
    ];
    assert_eq!(names, expected);
    assert_eq!(expected_headers["access-control-allow-origin"], "*");
    assert_eq!(expected_headers["x-content-type-options"], "nosniff");
}

/// A page is subject to its own policy and to the host's.
#[test]
fn the_hosts_policy_allows_what_each_page_needs() {
    let host_policy = headers("/").remove("content-security-policy").expect("a policy");
    for page in pages(site()).into_iter().chain(["editor/index.html".to_owned()]) {
        let own = attribute(&read(site(), &page), "content");
        let own = own.iter().find(|content| content.starts_with("default-src")).expect("a policy of its own");
        for directive in own.split("; ") {
            let mut words = directive.split(' ');
            let name = words.next().expect("a name");
            let host = host_policy.split("; ").find(|part| part.split(' ').next() == Some(name));
            let host: Vec<&str> = host.unwrap_or_else(|| panic!("no {name}")).split(' ').collect();
            assert!(words.all(|word| host.contains(&word)), "{page}: {directive}; the host: {host:?}");
        }
    }
}
