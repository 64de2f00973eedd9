//! Tests of the harness: the static server and its faults.

use std::time::{Duration, Instant};

use super::{TestSite, document, serve_changed, serve_files};
use crate::support::built_site::site;
use crate::support::{Fault, Host, Page};

const DATA: &str = "0123456789012345678901234567890123456789012345678901234567890123456789";

/// The result of the page's own `fetch` of a file: status, type and text, or that it failed.
fn fetched(test_site: &TestSite, path: &str) -> String {
    let page = Page::new();
    page.open(&test_site.host.url(""));
    let js = format!(
        "fetch('{path}').then(async r => [r.status, r.headers.get('content-type'), await r.text()].join(' '), () => 'failed').catch(() => 'broke off')"
    );
    page.eval(&js).as_str().expect("text").to_owned()
}

fn serve_with(fault: Fault) -> TestSite {
    serve_changed(&[("index.html", &document("")), ("data.txt", DATA)], |host| host.fault("data.txt", fault))
}

#[test]
fn files_have_their_content_types_and_other_paths_get_the_404_page() {
    let test_site = serve_files(&[("index.html", &document("")), ("a.wasm", "w"), ("a.js", "j"), ("404.html", "lost")]);
    assert_eq!(fetched(&test_site, "a.wasm"), "200 application/wasm w");
    assert_eq!(fetched(&test_site, "a.js?v=1"), "200 text/javascript; charset=utf-8 j");
    assert_eq!(fetched(&test_site, "no/where"), "404 text/html; charset=utf-8 lost");
    assert_eq!(fetched(&test_site, "../../etc/hostname"), "404 text/html; charset=utf-8 lost");
    assert!(test_site.host.requested_paths().contains(&"a.wasm".to_owned()), "{:?}", test_site.host.requested_paths());
}

#[test]
fn each_fault_changes_the_answer_as_documented() {
    assert_eq!(fetched(&serve_with(Fault::NotFound), "data.txt"), "404 text/plain; charset=utf-8 not found");
    assert_eq!(
        fetched(&serve_with(Fault::Truncated), "data.txt"),
        format!("200 text/plain; charset=utf-8 {}", &DATA[..35])
    );
    assert_eq!(fetched(&serve_with(Fault::Interrupted), "data.txt"), "broke off");
    assert_eq!(fetched(&serve_with(Fault::Dropped), "data.txt"), "failed");
    assert_eq!(fetched(&serve_with(Fault::Mime("text/html")), "data.txt"), format!("200 text/html {DATA}"));
    assert_eq!(
        fetched(&serve_with(Fault::edited(|text| text.replace('0', "o"))), "data.txt"),
        format!("200 text/plain; charset=utf-8 {}", DATA.replace('0', "o"))
    );
    let garbled = fetched(&serve_with(Fault::Corrupt), "data.txt");
    assert!(garbled.starts_with("200") && !garbled.contains(DATA), "{garbled}");
}

#[test]
fn a_slow_file_delays_no_other_file_and_no_shutdown() {
    let test_site = serve_with(Fault::Slow(Duration::from_millis(600)));
    let page = Page::new();
    page.open(&test_site.host.url(""));
    let begun = Instant::now();
    assert_eq!(
        page.eval("Promise.race([fetch('data.txt').then(() => 'slow'), fetch('other').then(() => 'quick')])"),
        "quick"
    );
    assert_eq!(page.eval("fetch('data.txt').then(r => r.status)"), 200);
    assert!(begun.elapsed() >= Duration::from_millis(600), "{:?}", begun.elapsed());

    // When the faults are cleared, the delay ends.
    let test_site = serve_with(Fault::Slow(Duration::from_secs(600)));
    page.open(&test_site.host.url(""));
    page.eval("window.slow = fetch('data.txt').then(r => r.status), 0");
    page.pump_events(Duration::from_millis(100));
    test_site.host.clear_faults();
    assert_eq!(page.eval("slow"), 200);

    let test_site = serve_with(Fault::Slow(Duration::from_secs(60)));
    page.open(&test_site.host.url(""));
    page.eval("void fetch('data.txt').catch(() => {})");
    let begun = Instant::now();
    drop(test_site);
    assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
}

#[test]
fn a_stalled_file_comes_in_two_halves() {
    let first = document(&format!("<p id=first>first</p><!--{}-->", "x".repeat(4000)));
    let whole = format!("{first}<p id=second>second</p>{}", " ".repeat(first.len() - 100));
    let test_site = serve_changed(&[("index.html", &whole)], |host| {
        host.fault("index.html", Fault::Stalled(Duration::from_secs(60)))
    });
    let page = Page::new();
    page.start_loading(&test_site.host.url(""));
    page.wait_until("document.getElementById('first')", "the first half");
    assert!(!page.visible("#second"), "both halves came at once");
    test_site.host.clear_faults();
    page.wait_until("document.getElementById('second')", "the second half");
}

#[test]
fn a_site_is_served_below_a_base_path_with_headers() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("index.html"), document("<p>deep</p>")).unwrap();
    let host = Host::serve_at(folder.path(), "/some/where/", &[("X-Test", "yes")]);
    let page = Page::new();
    page.open(&host.url(""));
    assert!(page.url().ends_with("/some/where/"), "{}", page.url());
    assert_eq!(page.text("p"), "deep");
    assert_eq!(page.eval("fetch('').then(r => r.headers.get('x-test'))"), "yes");
    assert_eq!(page.eval("fetch('/').then(r => r.status)"), 404);
}

#[test]
fn a_host_can_send_the_precompressed_file() {
    let host = Host::serve(site()).precompressed();
    let page = Page::new();
    page.open(&host.url(""));
    let sent = page.eval("(({ encodedBodySize, decodedBodySize }) => encodedBodySize * 3 < decodedBodySize)(performance.getEntriesByType('navigation')[0])");
    assert_eq!(sent, true, "the first page came as it is");
    assert_eq!(page.eval("!!document.querySelector('main h1')"), true);
}
