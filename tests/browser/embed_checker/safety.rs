//! A pasted page is only parsed: nothing of it runs, loads or is stored, and no size is too large.

use serde_json::json;

use super::{SITE, SNIPPETS, findings, open_checker, paste, script_snippet};
use crate::support::built_site::site_with_url;
use crate::support::engine::Engine;
use crate::support::{Firefox, Host, Setup, WebKit};
use crate::wordpress::offered_snippets;

/// A page that tries to load, run and send in every way.
const HOSTILE: &str = "<!doctype html><base href='HOST/base/'><meta http-equiv=refresh content='0;url=HOST/refresh'>
    <link rel=stylesheet href='HOST/style.css'><link rel=preload as=image href='HOST/preload.png'><style>@import 'HOST/import.css'; body { background: url(HOST/back.png) }</style>
    <script>document.documentElement.dataset.ran = 1</script><script src='HOST/script.js'></script><script type=module>document.documentElement.dataset.ran = 1</script>
    <body style='background:url(HOST/body.png)' onload='document.documentElement.dataset.ran = 1'><img src='HOST/image.png' onerror='document.documentElement.dataset.ran = 1' srcset='HOST/2.png 2x'>
    <img src=x onerror=document.documentElement.dataset.ran=1 style=\"background:url(HOST/a.png)\"style='x'><svg onload='document.documentElement.dataset.ran = 1'><image href='HOST/svg.png'/></svg>
    <video src='HOST/video.mp4' poster='HOST/poster.png' autoplay></video><audio src='HOST/audio.mp3' autoplay></audio>
    <iframe src='HOST/frame'></iframe><iframe srcdoc='<script>parent.document.documentElement.dataset.ran = 1</script>'></iframe><object data='HOST/object'></object><embed src='HOST/embed'>
    <form action='HOST/form'><input autofocus onfocus='document.documentElement.dataset.ran = 1' type=image src='HOST/input.png'></form>
    <template><img src='HOST/template.png'></template><noscript><img src='HOST/noscript.png'></noscript>
    <details open ontoggle='document.documentElement.dataset.ran = 1'></details><a href='javascript:document.documentElement.dataset.ran=1'>a</a>";

#[test]
fn a_pasted_page_loads_runs_and_stores_nothing() {
    let (host, page) = open_checker(Setup::default());
    page.settle();
    let [script, frame] = offered_snippets(&page, SNIPPETS);
    let (requests, request_count) = (page.requests().len(), host.requested_paths().len());
    for body in [script, frame, format!("<div data-guide='{}'></div>", host.url(""))] {
        paste(&page, &(HOSTILE.replace("HOST", host.url("").trim_end_matches('/')) + &body));
        findings(&page);
    }
    page.settle();
    let new_requests: Vec<String> = page.requests().into_iter().skip(requests).map(|request| request.url).collect();
    assert_eq!((new_requests, host.requested_paths().len()), (vec![], request_count), "{:?}", host.requested_paths());
    assert_eq!(
        page.eval(
            "[document.documentElement.dataset.ran ?? null, document.cookie, localStorage.length, sessionStorage.length, location.search + location.hash]"
        ),
        json!([null, "", 0, 0, ""])
    );
    assert_eq!(page.eval("document.querySelector('.checker textarea').form"), json!(null), "a field that is sent");
    assert_eq!(page.console(), [""; 0]);
    // A reload does not bring it back.
    page.reload();
    assert_eq!(page.eval("document.querySelector('.checker textarea').value"), "");
}

#[test]
fn a_pasted_page_is_inert_in_firefox_and_webkit() {
    let engines: [Box<dyn Engine>; 2] = [Box::new(Firefox::with_preferences(&[])), Box::new(WebKit::start(&[], &[]))];
    for engine in engines {
        let engine = &*engine;
        let host = Host::serve(site_with_url("content/ivanovo.toml", SITE));
        engine.open(&host.url("embed/"));
        engine.wait_until("!document.querySelector('.checker').hidden", "the checker");
        let page = HOSTILE.replace("HOST", &host.url("pasted")) + &script_snippet("data-height='abc'");
        engine.value(&format!("document.querySelector('.checker textarea').value = {}", json!(page)));
        engine.click(".checker button");
        engine.wait_until("document.querySelector('.findings li')", "a finding");
        let findings = engine.value("[...document.querySelectorAll('.findings li')].map(e => e.dataset.finding)");
        assert_eq!(findings, json!(["whole", "wish"]));
        assert_eq!(engine.value("document.documentElement.hasAttribute('data-ran')"), false);
        // Firefox requests the icon at any time.
        let loaded: Vec<String> =
            host.requested_paths().into_iter().filter(|path| path.starts_with("pasted")).collect();
        assert_eq!((loaded, engine.errors()), (vec![], vec![]));
    }
}

/// Pages of five megabytes: long, and made to be slow.
#[test]
fn a_page_of_five_megabytes_is_checked() {
    let (_host, page) = open_checker(Setup::default());
    let [script] = offered_snippets(&page, ["script"]);
    let huge = [
        ("'<p>' + 'Текст '.repeat(9) + '</p>\\n'", "whole"),
        ("'&lt;div '", "whole"),
        ("'a.'", "whole"),
        ("'<a href=http://example.com/x>x</a>'", "whole"),
        (
            "'<div data-guide=\"https://example.ru/navigator/\" data-a'.concat(Math.random(), '=x></div>')",
            "link-missing",
        ),
    ];
    for (part, expected) in huge {
        page.eval(&format!(
            "(field => {{ const part = {part}; field.value = part.repeat(Math.ceil(5e6 / part.length)) + {}; field.dispatchEvent(new Event('input')) }})(document.querySelector('.checker textarea'))",
            json!(script)
        ));
        let findings = findings(&page);
        assert!(findings.iter().any(|name| name == expected) && findings.len() <= 20, "{part}: {findings:?}");
    }
    assert_eq!(page.console(), [""; 0]);
}
