//! The snippet in Firefox and WebKitGTK: it mounts, fits under a theme that styles frames, and leaves a link where the
//! frame is blocked.

use super::{LINK, LINK_AND_FRAME_STATE, snippet, snippet_element};
use crate::guide::host;
use crate::support::built_site::site;
use crate::support::engine::Engine;
use crate::support::{EmbeddingSite, Firefox, Host, WebKit};

/// Waits until only the frame is shown, with the height that it asked for.
#[track_caller]
fn wait_until_fits(engine: &dyn Engine, case: &str) {
    engine.wait_until(
        &format!("(([link, height]) => !link && height > 640)({LINK_AND_FRAME_STATE})"),
        &format!("the frame: {case}"),
    );
    engine.wait_until(
        "document.querySelector('iframe').getBoundingClientRect().width === document.querySelector('[data-guide]').clientWidth",
        &format!("a frame as wide as its column: {case}"),
    );
}

#[track_caller]
fn wait_for_link_only(engine: &dyn Engine, case: &str) {
    engine.wait_until(
        &format!("JSON.stringify({LINK_AND_FRAME_STATE}) === '[true,0]'"),
        &format!("the link alone: {case}"),
    );
    assert_eq!(engine.value("document.querySelector('a').innerText"), LINK, "{case}");
}

#[track_caller]
fn assert_snippet_works(engine: &dyn Engine) {
    let guide = host();
    let script_text = std::fs::read_to_string(site().join("embed.js")).expect("the script");
    let theme = "<style>iframe { height: auto !important; max-height: 90px !important; padding: 9px !important; border: 3px solid } a { display: none !important }</style>";
    let cors_host = Host::serve_at(site(), "", &[("Access-Control-Allow-Origin", "*")]);
    for (case, body) in [
        ("as copied", snippet(&guide, "")),
        ("under a theme", format!("{theme}{}", snippet(&guide, ""))),
        (
            "moved",
            format!(
                "{}<footer><script src='{}' defer></script></footer>",
                snippet_element(&guide, ""),
                guide.url("embed.js")
            ),
        ),
        ("inlined", format!("{}<script>{script_text}</script>", snippet_element(&guide, ""))),
        (
            "a module",
            format!(
                "{0}<script type=module src='{1}'></script><script type=module src='{1}'></script>",
                snippet_element(&cors_host, ""),
                cors_host.url("embed.js")
            ),
        ),
    ] {
        let embedding_site = EmbeddingSite::new(&body);
        engine.open(&embedding_site.host.url(""));
        wait_until_fits(engine, case);
    }
    assert_eq!(engine.errors(), [""; 0]);
    let policy = format!("script-src {}; frame-src 'self'", guide.url("").trim_end_matches('/'));
    let embedding_site = EmbeddingSite::with_headers(&snippet(&guide, ""), &[("Content-Security-Policy", &policy)]);
    engine.open(&embedding_site.host.url(""));
    wait_for_link_only(engine, "frames are forbidden");
    let denying_host = Host::serve_at(site(), "", &[("X-Frame-Options", "DENY")]);
    let embedding_site = EmbeddingSite::new(&snippet(&denying_host, ""));
    engine.open(&embedding_site.host.url(""));
    wait_for_link_only(engine, "the guide's host forbids it");
    let body = snippet_element(&host(), "") + "<script src='embed.js'></script>";
    let embedding_site = EmbeddingSite::new(&body).with_file("embed.js", &script_text);
    engine.open(&embedding_site.host.url(""));
    wait_for_link_only(engine, "the guide's host is down");
}

#[test]
fn the_snippet_works_in_firefox() {
    assert_snippet_works(&Firefox::with_preferences(&[]));
}

#[test]
fn the_snippet_works_in_webkit() {
    assert_snippet_works(&WebKit::start(&[], &[]));
}
