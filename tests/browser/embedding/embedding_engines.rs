//! The same in Firefox and WebKitGTK: the code mounts, fits under a theme that styles frames, and leaves a link where it may not.

use super::{LINK, SHOWN, code, element};
use crate::guide::host;
use crate::support::built_site::site;
use crate::support::engine::Engine;
use crate::support::{EmbeddingSite, Firefox, Host, WebKit};

/// Waits for the frame alone, as high as it has told.
#[track_caller]
fn fits(engine: &dyn Engine, row: &str) {
    engine.wait_until(&format!("(([link, height]) => !link && height > 640)({SHOWN})"), &format!("the frame: {row}"));
    engine.wait_until(
        "document.querySelector('iframe').getBoundingClientRect().width === document.querySelector('[data-guide]').clientWidth",
        &format!("a frame as wide as its column: {row}"),
    );
}

#[track_caller]
fn only_the_link(engine: &dyn Engine, row: &str) {
    engine.wait_until(&format!("JSON.stringify({SHOWN}) === '[true,0]'"), &format!("the link alone: {row}"));
    assert_eq!(engine.value("document.querySelector('a').innerText"), LINK, "{row}");
}

#[track_caller]
fn rows(engine: &dyn Engine) {
    let guide = host();
    let text = std::fs::read_to_string(site().join("embed.js")).expect("the script");
    let theme = "<style>iframe { height: auto !important; max-height: 90px !important; padding: 9px !important; border: 3px solid } a { display: none !important }</style>";
    let module = Host::serve_at(site(), "", &[("Access-Control-Allow-Origin", "*")]);
    for (row, body) in [
        ("as copied", code(&guide, "")),
        ("under a theme", format!("{theme}{}", code(&guide, ""))),
        (
            "moved",
            format!("{}<footer><script src='{}' defer></script></footer>", element(&guide, ""), guide.url("embed.js")),
        ),
        ("inlined", format!("{}<script>{text}</script>", element(&guide, ""))),
        (
            "a module",
            format!(
                "{0}<script type=module src='{1}'></script><script type=module src='{1}'></script>",
                element(&module, ""),
                module.url("embed.js")
            ),
        ),
    ] {
        let embedding_site = EmbeddingSite::new(&body);
        engine.open(&embedding_site.host.url(""));
        fits(engine, row);
    }
    assert_eq!(engine.errors(), [""; 0]);
    let policy = format!("script-src {}; frame-src 'self'", guide.url("").trim_end_matches('/'));
    let embedding_site = EmbeddingSite::with_headers(&code(&guide, ""), &[("Content-Security-Policy", &policy)]);
    engine.open(&embedding_site.host.url(""));
    only_the_link(engine, "frames are forbidden");
    let denied = Host::serve_at(site(), "", &[("X-Frame-Options", "DENY")]);
    let embedding_site = EmbeddingSite::new(&code(&denied, ""));
    engine.open(&embedding_site.host.url(""));
    only_the_link(engine, "the guide's host forbids it");
    let body = element(&host(), "") + "<script src='embed.js'></script>";
    let embedding_site = EmbeddingSite::new(&body).with_file("embed.js", &text);
    engine.open(&embedding_site.host.url(""));
    only_the_link(engine, "the guide's host is down");
}

#[test]
fn the_snippet_works_in_firefox() {
    rows(&Firefox::with_preferences(&[]));
}

#[test]
fn the_snippet_works_in_webkit() {
    rows(&WebKit::start(&[], &[]));
}
