//! The document of a previewed page: at an address of its own where the editor's service worker serves it, else a Blob. `js/boot.js` says
//! why.

use std::rc::Rc;

use gloo_file::{Blob, ObjectUrl};
use gloo_utils::window;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The type of the documents.
const HTML: &str = "text/html;charset=utf-8";

/// A document. It is there until the last copy of this value is dropped.
#[derive(Clone)]
pub struct PageDocument(Rc<Place>);

enum Place {
    /// The address that the service worker serves.
    Served(String),
    Blob(ObjectUrl),
}

impl PageDocument {
    /// The document with this source.
    pub async fn new(html: &str) -> PageDocument {
        PageDocument(Rc::new(match serve(html).await {
            Some(address) => Place::Served(address),
            None => Place::Blob(Blob::new_with_options(html, Some(HTML)).into()),
        }))
    }

    /// Its address, which no other document has.
    pub fn address(&self) -> &str {
        match &*self.0 {
            Place::Served(address) => address,
            Place::Blob(address) => address,
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Place::Served(address) = self {
            _ = call("dropPreview", address);
        }
    }
}

/// The address that the service worker gives a document; `None` where it serves none.
async fn serve(html: &str) -> Option<String> {
    let promise: Promise = call("servePreview", html)?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()?.as_string()
}

fn call(name: &str, argument: &str) -> Option<JsValue> {
    let function: Function = Reflect::get(&window(), &name.into()).ok()?.dyn_into().ok()?;
    function.call1(&JsValue::UNDEFINED, &argument.into()).ok()
}
