//! The editor's own worker: it keeps the editor, the content and the programs for previews, beside the parents' worker, which it leaves
//! alone.

use std::fs;
use std::path::Path;

use guide_content::message::Message;
use guide_content::{World, load, zone_database};
use guide_core::pages::Page as SitePage;
use guide_site::{Assets, Preview, preview};
use serde_json::json;

use super::deployment::Deployment;
use super::{assert_version_online_and_offline, caches, visit, visit_and_install, wait_for_promise, wait_for_requests};
use crate::support::built_site::site;
use crate::support::engine::Engine;
use crate::support::{Fault, Firefox, Host, Page, Setup, WebKit};

fn page() -> Page {
    Setup::default().service_worker().desktop(1280, 800).page()
}

/// Waits until the editor that is open is served by its own worker.
#[track_caller]
fn wait_for_editor_worker(page: &Page) {
    let served = "navigator.serviceWorker.controller?.scriptURL.endsWith('/editor/sw.js')";
    wait_for_promise(page, &format!("Promise.resolve({served})"), "the editor's worker");
}

/// The files that the editor's worker keeps, by their paths from the site's folder.
fn kept_files(site: &Path) -> Vec<String> {
    let script = fs::read_to_string(site.join("editor/sw.js")).expect("the worker");
    let list = script.lines().find_map(|line| line.strip_prefix("const FILES = ")?.split(';').next()).expect("a list");
    let list: serde_json::Map<String, serde_json::Value> = serde_json::from_str(list).expect("JSON");
    list.into_iter().map(|(path, _)| path).collect()
}

/// The caches that the workers fill, without that of the app's previews.
fn kept_caches(page: &Page) -> Vec<String> {
    caches(page).into_iter().filter(|name| !name.starts_with("preview http")).collect()
}

#[test]
fn the_editor_works_without_a_network_and_leaves_the_guide_alone() {
    let host = Host::serve(site());
    let page = page();
    visit_and_install(&page, &host);
    visit(&page, &host.url("editor/"));
    wait_for_editor_worker(&page);
    let names = kept_caches(&page);
    let counted = |prefix: &str| names.iter().filter(|name| name.starts_with(prefix)).count();
    assert_eq!((names.len(), counted("guide http"), counted("editor http")), (2, 1, 1), "{names:?}");

    let files = kept_files(site());
    for path in ["editor/app.wasm", "editor/worker.wasm", "editor/assets.bin", "content/ivanovo.toml"] {
        assert!(files.iter().any(|file| file == path), "{path}: {files:?}");
    }
    let urls: Vec<String> = files.iter().map(|path| host.url(path)).collect();
    let all = format!(
        "Promise.all({}.map(url => fetch(url).then(answer => answer.ok && answer.arrayBuffer()).then(bytes => bytes?.byteLength, () => 0)))",
        json!(urls)
    );
    let lengths: Vec<u64> = files.iter().map(|path| fs::metadata(site().join(path)).expect("a file").len()).collect();
    let url = host.url("editor/");
    let other = Host::serve(site());
    drop(host);
    visit(&page, &url);
    page.wait_until("document.title.includes('Навигатор: что делать, если…')", "the content in the editor");
    assert_eq!(page.eval(&all), json!(lengths), "{files:?}");
    visit(&page, &url.replace("editor/", SitePage::Map.address()));
    assert!(page.eval("document.title").as_str().is_some_and(|title| title.starts_with("Вся схема")));
    assert_eq!(kept_caches(&page), names);

    // Whoever has not opened the editor has nothing of it.
    let parents = Setup::default().service_worker().page();
    visit_and_install(&parents, &other);
    assert_version_online_and_offline(&parents, other, site());
    assert!(caches(&parents).iter().all(|name| name.starts_with("guide http")), "{:?}", caches(&parents));
}

/// A preview, while there is no network: its program runs, and it keeps its step when it changes.
#[track_caller]
fn assert_previews_work(engine: &dyn Engine) {
    let host = Host::serve(site());
    engine.open(&host.url("editor/"));
    engine.wait_until("navigator.serviceWorker.controller?.scriptURL.endsWith('/editor/sw.js')", "the editor's worker");
    let html = preview_of_guide(&host.url(""));
    drop(host);

    let show = |html: &str, then: &str| {
        let put = format!(
            "void (async () => {{
                const cache = await caches.open('preview ' + new URL('./', location.href));
                const headers = {{ 'Content-Type': 'text/html; charset=utf-8' }};
                await cache.put('preview/guide', new Response({}, {{ headers }}));
                {then}
            }})()",
            json!(html)
        );
        engine.value(&put);
    };
    let frame = "const frame = document.createElement('iframe');
                 frame.id = 'tried';
                 frame.src = 'preview/guide#forgot-email';
                 document.body.append(frame);";
    let in_frame = |js: &str| format!("(() => {{ const frame = document.getElementById('tried'); return {js}; }})()");
    let trail = in_frame("frame?.contentDocument?.querySelector('[data-island=trail] a[href=\"#start\"]')");
    show(&html, frame);
    engine.wait_until(&trail, "the trail, which the program shows");
    // The page is not the parents' own in a frame: its header is whole.
    let header =
        in_frame("frame.contentWindow.getComputedStyle(frame.contentDocument.querySelector('.top a')).visibility");
    assert_eq!(engine.value(&header), "visible");

    // What is typed is seen at once, and the step stays.
    let changed = html.replace("Нельзя", "Воздержитесь");
    assert_ne!(changed, html);
    show(&changed, "document.getElementById('tried').contentWindow.location.reload();");
    engine.wait_until(&in_frame("frame.contentDocument?.body?.textContent.includes('Воздержитесь')"), "the change");
    engine.wait_until(&trail, "the trail after the change");
    assert_eq!(engine.value(&in_frame("frame.contentWindow.location.hash")), "#forgot-email");
}

/// The shipped guide as the editor of this site previews it.
fn preview_of_guide(site: &str) -> String {
    let content = concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/ivanovo.toml");
    let read = |path: &str| fs::read(path).map_err(|why| Message::same(why.to_string()));
    let loaded = load(content, &World { read: &read, zone: &zone_database::offsets });
    let wanted = Preview { page: SitePage::Guide, as_printed: false, site, search_model: None };
    preview(loaded.guide.as_ref().expect("a guide"), &wanted, &Assets::included()).expect("a page")
}

#[test]
fn previews_work_in_chromium_without_a_network() {
    assert_previews_work(&page());
}

#[test]
fn previews_work_in_firefox_without_a_network() {
    assert_previews_work(&Firefox::with_preferences(&[]));
}

#[test]
fn previews_work_in_webkit_without_a_network() {
    assert_previews_work(&WebKit::start(&[], &[]));
}

#[test]
fn the_newest_content_is_opened_and_without_a_network_the_last() {
    let deployment = Deployment::new(site());
    let host = Host::serve(deployment.folder());
    let page = page();
    page.open(&host.url("editor/"));
    wait_for_editor_worker(&page);
    let content =
        "fetch('../content/ivanovo.toml').then(answer => answer.text()).then(text => text.includes('# Новая правка'))";
    assert_eq!(page.eval(content), false);
    deployment.edit("content/ivanovo.toml", |text| format!("# Новая правка\n{text}"));
    assert_eq!(page.eval(content), true);
    drop(host);
    assert_eq!(page.eval(content), false, "of the worker's own version");
}

#[test]
fn half_an_editor_is_not_kept() {
    let host = Host::serve(site()).fault("editor/editor.css", Fault::Truncated);
    let page = page();
    page.open(&host.url("editor/"));
    // Once for the page, once for the worker.
    wait_for_requests(&page, &host, "editor/editor.css", 2);
    wait_for_promise(&page, "navigator.serviceWorker.getRegistration().then(found => !found)", "the end of the worker");
    assert_eq!(caches(&page), [] as [&str; 0]);
    host.clear_faults();
    visit(&page, &host.url("editor/"));
    wait_for_editor_worker(&page);
    assert_eq!(kept_caches(&page).len(), 1);
}
