//! The server: the built files, and in each page a script that reloads it after the next build.
//!
//! `tower-livereload` won't do: its script is inline, and the pages' content security policy blocks inline scripts.

use std::path::Path;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Query, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn, map_response};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tokio::sync::watch::Receiver;
use tower_http::services::{ServeDir, ServeFile};

/// The address of the script that reloads a page after the next build.
const RELOAD_SCRIPT: &str = "/__reload.js";
/// The longest that a request for the next build waits.
const LONGEST_POLL: Duration = Duration::from_secs(20);
/// The largest page that the script is added to, in bytes; far more than any page has.
const LARGEST_PAGE: usize = 64 << 20;

/// A service worker that uninstalls itself. One registered at this port before, by a site that was served there, would go on answering
/// from its cache. Browsers fetch a worker's script again now and then: this one replaces it, clears the caches, unregisters itself and
/// reloads the pages.
const UNINSTALLING_WORKER: &str = "\
addEventListener(\"install\", () => skipWaiting());
addEventListener(\"activate\", (event) => {
  const leave = async () => {
    for (const name of await caches.keys()) await caches.delete(name);
    await registration.unregister();
    for (const page of await clients.matchAll({ type: \"window\" })) page.navigate(page.url);
  };
  event.waitUntil(leave());
});
";

/// A router that serves a folder; `version` is the number of its builds.
pub fn app(folder: &Path, version: Receiver<u32>) -> Router {
    let files = ServeDir::new(folder).not_found_service(ServeFile::new(folder.join("404.html")));
    Router::new()
        .route(RELOAD_SCRIPT, get(reload_script))
        .route("/__built", get(next_build))
        .route("/sw.js", get(async || script(UNINSTALLING_WORKER)))
        .with_state(version)
        .fallback_service(files)
        .layer(map_response(add_reload_script))
        .layer(from_fn(without_caches))
}

/// Answers each request for a worker's script, under whatever name, with [`UNINSTALLING_WORKER`], and forbids caching every answer.
async fn without_caches(request: Request, next: Next) -> Response {
    let is_worker = |headers: &HeaderMap| headers.get("service-worker").is_some_and(|kind| kind == "script");
    let mut answer = if is_worker(request.headers()) { script(UNINSTALLING_WORKER) } else { next.run(request).await };
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}

/// Adds the script to each page.
async fn add_reload_script(answer: Response) -> Response {
    let (mut head, body) = answer.into_parts();
    let page = head.headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !page || !matches!(head.status, StatusCode::OK | StatusCode::NOT_FOUND) {
        return Response::from_parts(head, body);
    }
    let Ok(bytes) = to_bytes(body, LARGEST_PAGE).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let mut page = bytes.to_vec();
    page.extend_from_slice(format!("<script type=\"module\" src=\"{RELOAD_SCRIPT}\"></script>\n").as_bytes());
    head.headers.remove(header::CONTENT_LENGTH);
    head.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    Response::from_parts(head, Body::from(page))
}

fn script(text: impl Into<Body>) -> Response {
    ([(header::CONTENT_TYPE, "text/javascript")], text.into()).into_response()
}

async fn reload_script(State(version): State<Receiver<u32>>) -> Response {
    let version = *version.borrow();
    script(format!(
        "let seen = {version};\nfor (;;) {{\n  try {{\n    const built = await (await fetch(`/__built?after=${{seen}}`)).json();\n    \
         if (built !== seen) location.reload();\n    seen = built;\n  }} catch {{ await new Promise(again => setTimeout(again, 1000)); }}\n}}\n"
    ))
}

/// Answers with the number of the newest build as soon as it differs from `after`, or when [`LONGEST_POLL`] is over.
async fn next_build(State(mut version): State<Receiver<u32>>, Query(query): Query<Vec<(String, String)>>) -> String {
    let after =
        query.iter().find(|(key, _)| key == "after").and_then(|(_, number)| number.parse().ok()).unwrap_or(0u32);
    _ = tokio::time::timeout(LONGEST_POLL, version.wait_for(|version| *version != after)).await;
    version.borrow().to_string()
}
