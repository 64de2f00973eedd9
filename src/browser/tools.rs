//! The browser's means of passing a text on: clipboard, the system's sheet, encoding.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::Window;

use crate::view::tools::{Shared, Tools};

/// What this browser has of them.
pub fn tools(window: &Window) -> Tools {
    let navigator: JsValue = window.navigator().into();
    let clipboard = get(&navigator, "clipboard");
    let share = get(&navigator, "share").and_then(|share| share.dyn_into::<Function>().ok());
    Tools {
        copy: Rc::new(move |text, then| copy(clipboard.as_ref(), text, then)),
        share: share.map(|share| -> Rc<dyn Fn(Shared)> {
            Rc::new(move |shared| {
                // A parent who closes the sheet has changed their mind: nothing to say.
                if let Ok(promise) = share.call1(&navigator, &shared_data(&shared)) {
                    when(promise, |_| ());
                }
            })
        }),
        encode,
    }
}

/// Encodes a text as a part of a URL.
pub fn encode(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

/// A property that may not be there: pages without a secure context have no clipboard, and many browsers no sheet.
fn get(object: &JsValue, key: &str) -> Option<JsValue> {
    Reflect::get(object, &JsValue::from_str(key)).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

fn copy(clipboard: Option<&JsValue>, text: &str, then: Box<dyn FnOnce(bool)>) {
    let write = |clipboard: &JsValue| -> Option<JsValue> {
        let write: Function = get(clipboard, "writeText")?.dyn_into().ok()?;
        write.call1(clipboard, &JsValue::from_str(text)).ok()
    };
    match clipboard.and_then(write) {
        Some(promise) => when(promise, move |done| then(done.is_some())),
        None => then(false),
    }
}

/// Calls `then` when a promise has settled, with what it was kept with; `None` where it was broken.
pub fn when(promise: JsValue, then: impl FnOnce(Option<JsValue>) + 'static) {
    // By hand and by reflection: a future of its own would weigh several kilobytes.
    let Some(method) = get(&promise, "then").and_then(|method| method.dyn_into::<Function>().ok()) else {
        return then(None);
    };
    let then: Rc<Cell<Option<Answer>>> = Rc::new(Cell::new(Some(Box::new(then))));
    let (kept, broken) = (then.clone(), then);
    let kept = Closure::once_into_js(move |value: JsValue| {
        if let Some(then) = kept.take() {
            then(Some(value));
        }
    });
    let broken = Closure::once_into_js(move |_: JsValue| {
        if let Some(then) = broken.take() {
            then(None);
        }
    });
    _ = method.call2(&promise, &kept, &broken);
}

type Answer = Box<dyn FnOnce(Option<JsValue>)>;

fn shared_data(shared: &Shared) -> Object {
    let data = Object::new();
    let set = |key: &str, value: &str| _ = Reflect::set(&data, &JsValue::from_str(key), &JsValue::from_str(value));
    match shared {
        Shared::Text(text) => set("text", text),
        Shared::Link { title, url } => {
            set("title", title);
            set("url", url);
        }
    }
    data
}
