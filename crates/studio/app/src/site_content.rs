//! The content of the site that the editor belongs to.

use std::collections::BTreeMap;

use guide_studio_model::{Bytes, Draft};
use js_sys::{ArrayBuffer, Uint8Array};
use serde::Deserialize;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// `content/index.json`: where the content files lie on the site.
#[derive(Deserialize)]
struct Index {
    guide: String,
    /// The path in the content folder → the path from the site's folder.
    files: BTreeMap<String, String>,
    /// The address that the tool was told besides the content.
    url: Option<String>,
}

/// Fetches the content of the site at this address. `None` where anything of it is missing.
pub async fn fetch_content(site: &str) -> Option<Draft> {
    let index = fetch_bytes(&format!("{site}content/index.json")).await?;
    let Index { guide, files, url } = serde_json::from_slice(&index).ok()?;
    let mut draft = Draft { guide, files: BTreeMap::new(), url };
    for (path, address) in files {
        draft.files.insert(path, Bytes(fetch_bytes(&format!("{site}{address}")).await?));
    }
    draft.files.contains_key(&draft.guide).then_some(draft)
}

/// Fetches a file; `None` where it can't be had.
pub async fn fetch_bytes(address: &str) -> Option<Vec<u8>> {
    let response: Response = wait(gloo_utils::window().fetch_with_str(address)).await?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let buffer: ArrayBuffer = wait(response.array_buffer().ok()?).await?.dyn_into().ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

async fn wait(promise: js_sys::Promise) -> Option<JsValue> {
    JsFuture::from(promise).await.ok()
}
