//! The editor's worker: the session behind messages of text. `js/boot.js` loads it and passes the messages on.

use std::cell::RefCell;

use guide_studio_session::Session;
use js_sys::{Array, Function, Uint8Array};
use wasm_bindgen::prelude::*;

thread_local! {
    static SESSION: RefCell<Session> = RefCell::new(Session::new());
}

/// Takes the files that building a site needs, as `editor/assets.bin` has them. The error is a sentence for people.
#[wasm_bindgen]
pub fn set_assets(pack: &[u8]) -> Result<(), JsValue> {
    SESSION.with_borrow_mut(|session| session.set_assets(pack)).map_err(|why| JsValue::from_str(&why))
}

/// Handles a request in JSON: the response in JSON, and the bytes that come with it or `undefined`. `progress` is called with responses
/// that say how far the work is.
#[wasm_bindgen]
pub fn handle(request: &str, progress: &Function) -> Array {
    let mut tell = |json: String| {
        // A progress that can't be told does not stop the work.
        _ = progress.call1(&JsValue::UNDEFINED, &JsValue::from_str(&json));
    };
    let (response, bytes) = SESSION.with_borrow_mut(|session| session.handle_json(request, &mut tell));
    let bytes = bytes.map_or(JsValue::UNDEFINED, |bytes| Uint8Array::from(&bytes[..]).into());
    Array::of2(&JsValue::from_str(&response), &bytes)
}
