//! The host and its faults.

use std::time::{Duration, Instant};

use super::{Stage, document, faulty, files};
use crate::support::built_site::site;
use crate::support::{Fault, Host, Page};

const DATA: &str = "0123456789012345678901234567890123456789012345678901234567890123456789";

/// What a page's own `fetch` makes of a file: its status, type and text, or that it failed.
fn fetched(stage: &Stage, path: &str) -> String {
    let page = Page::new();
    page.open(&stage.host.url(""));
    let js = format!(
        "fetch('{path}').then(async r => [r.status, r.headers.get('content-type'), await r.text()].join(' '), () => 'failed').catch(() => 'broke off')"
    );
    page.eval(&js).as_str().expect("text").to_owned()
}

fn with(fault: Fault) -> Stage {
    faulty(&[("index.html", &document("")), ("data.txt", DATA)], |host| host.fault("data.txt", fault))
}

#[test]
fn files_have_their_types_and_the_rest_is_the_404_page() {
    let stage = files(&[("index.html", &document("")), ("a.wasm", "w"), ("a.js", "j"), ("404.html", "lost")]);
    assert_eq!(fetched(&stage, "a.wasm"), "200 application/wasm w");
    assert_eq!(fetched(&stage, "a.js?v=1"), "200 text/javascript; charset=utf-8 j");
    assert_eq!(fetched(&stage, "no/where"), "404 text/html; charset=utf-8 lost");
    assert_eq!(fetched(&stage, "../../etc/hostname"), "404 text/html; charset=utf-8 lost");
    assert!(stage.host.asked().contains(&"a.wasm".to_owned()), "{:?}", stage.host.asked());
}

#[test]
fn faults_do_what_they_say() {
    assert_eq!(fetched(&with(Fault::NotFound), "data.txt"), "404 text/plain; charset=utf-8 not found");
    assert_eq!(fetched(&with(Fault::Truncated), "data.txt"), format!("200 text/plain; charset=utf-8 {}", &DATA[..35]));
    assert_eq!(fetched(&with(Fault::Cut), "data.txt"), "broke off");
    assert_eq!(fetched(&with(Fault::Dropped), "data.txt"), "failed");
    assert_eq!(fetched(&with(Fault::Mime("text/html")), "data.txt"), format!("200 text/html {DATA}"));
    assert_eq!(
        fetched(&with(Fault::edited(|text| text.replace('0', "o"))), "data.txt"),
        format!("200 text/plain; charset=utf-8 {}", DATA.replace('0', "o"))
    );
    let garbled = fetched(&with(Fault::Corrupt), "data.txt");
    assert!(garbled.starts_with("200") && !garbled.contains(DATA), "{garbled}");
}

#[test]
fn a_slow_file_holds_up_only_itself_and_never_the_end() {
    let stage = with(Fault::Slow(Duration::from_millis(600)));
    let page = Page::new();
    page.open(&stage.host.url(""));
    let begun = Instant::now();
    assert_eq!(
        page.eval("Promise.race([fetch('data.txt').then(() => 'slow'), fetch('other').then(() => 'quick')])"),
        "quick"
    );
    assert_eq!(page.eval("fetch('data.txt').then(r => r.status)"), 200);
    assert!(begun.elapsed() >= Duration::from_millis(600), "{:?}", begun.elapsed());

    // Mended, it waits no longer.
    let stage = with(Fault::Slow(Duration::from_secs(600)));
    page.open(&stage.host.url(""));
    page.eval("window.slow = fetch('data.txt').then(r => r.status), 0");
    page.listen(Duration::from_millis(100));
    stage.host.mend();
    assert_eq!(page.eval("slow"), 200);

    let stage = with(Fault::Slow(Duration::from_secs(60)));
    page.open(&stage.host.url(""));
    page.eval("void fetch('data.txt').catch(() => {})");
    let begun = Instant::now();
    drop(stage);
    assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
}

#[test]
fn a_halting_file_comes_in_two_halves() {
    let first = document(&format!("<p id=first>first</p><!--{}-->", "x".repeat(4000)));
    let whole = format!("{first}<p id=second>second</p>{}", " ".repeat(first.len() - 100));
    let stage =
        faulty(&[("index.html", &whole)], |host| host.fault("index.html", Fault::Halting(Duration::from_secs(60))));
    let page = Page::new();
    page.start(&stage.host.url(""));
    page.wait_until("document.getElementById('first')", "the first half");
    assert!(!page.visible("#second"), "both halves came at once");
    stage.host.mend();
    page.wait_until("document.getElementById('second')", "the second half");
}

#[test]
fn a_site_can_be_mounted_anywhere_with_headers() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("index.html"), document("<p>deep</p>")).unwrap();
    let host = Host::mounted(folder.path(), "/some/where/", &[("X-Test", "yes")]);
    let page = Page::new();
    page.open(&host.url(""));
    assert!(page.url().ends_with("/some/where/"), "{}", page.url());
    assert_eq!(page.text("p"), "deep");
    assert_eq!(page.eval("fetch('').then(r => r.headers.get('x-test'))"), "yes");
    assert_eq!(page.eval("fetch('/').then(r => r.status)"), 404);
}

#[test]
fn a_host_may_send_what_lies_pressed_beside_a_file() {
    let host = Host::serve(site()).pressed();
    let page = Page::new();
    page.open(&host.url(""));
    let sent = page.eval("(({ encodedBodySize, decodedBodySize }) => encodedBodySize * 3 < decodedBodySize)(performance.getEntriesByType('navigation')[0])");
    assert_eq!(sent, true, "the first page came as it is");
    assert_eq!(page.eval("!!document.querySelector('main h1')"), true);
}
