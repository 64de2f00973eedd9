//! Tests of the harness: content of a frame is read and tapped, and a failed check says why.

use super::{failure, serve_page};
use crate::support::{EmbeddingSite, Page};

#[test]
fn a_frame_of_another_origin_is_read_and_tapped() {
    for sandbox in ["", "sandbox='allow-scripts'", "sandbox"] {
        let inner = serve_page(
            "<p style='height:40px'>inner<p><a id=link href='#there'>link</a><button id=over style='position:absolute;top:0;left:0'>over</button>",
        );
        let embedding_site = EmbeddingSite::new(&format!(
            "<p>outer<iframe title=other></iframe><iframe title=inner src='{}' {sandbox}></iframe>",
            inner.host.url("")
        ));
        let page = Page::new();
        page.open(&embedding_site.host.url(""));
        let frame = page.frame(1);
        frame.wait_until("document.getElementById('link')", "the link");
        assert_eq!(frame.text("a"), "link");
        assert!(frame.visible("a") && !frame.visible("h1"));
        frame.tap("#link");
        frame.wait_until("location.hash === '#there'", "the fragment");
        assert_eq!(page.url(), embedding_site.host.url(""), "{sandbox}");
    }
}

#[test]
fn a_failed_check_in_a_frame_says_why() {
    let inner = serve_page("<p id=below>below<p style='position:absolute;inset:0;background:red'>above");
    let embedding_site = EmbeddingSite::new(&format!("<iframe title=inner src='{}'></iframe>", inner.host.url("")));
    let page = Page::new();
    page.open(&embedding_site.host.url(""));
    page.frame(0).wait_until("document.getElementById('below')", "the paragraph");
    let url = embedding_site.host.url("");
    let failed = |check: fn(&Page)| {
        let url = url.clone();
        failure(move || {
            let page = Page::new();
            page.open(&url);
            page.frame(0).wait_until("document.getElementById('below')", "the paragraph");
            check(&page);
        })
    };
    assert!(failed(|page| drop(page.frame(0).text("h1"))).contains("nothing shown in the frame matches h1"));
    assert!(failed(|page| page.frame(0).tap("#below")).contains("covered by"));
    assert!(failed(|page| page.frame(0).tap("#gone")).contains("nothing shown matches it"));
    assert!(failed(|page| drop(page.frame(0).eval("gone.gone"))).contains("ReferenceError"));
}
