//! Values of the page's scripts: properties, promises, functions for them to call.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::*;

/// A property that may not be there: many browsers have no sheet to share by.
pub fn get(object: &JsValue, key: &str) -> Option<JsValue> {
    Reflect::get(object, &JsValue::from_str(key)).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

/// Calls `then` when a promise has settled, with what it was kept with; `None` where it was broken.
pub fn when(promise: JsValue, then: Answer) {
    // By hand and by reflection: a future of its own would weigh several kilobytes.
    let Some(method) = get(&promise, "then").and_then(|method| method.dyn_into::<Function>().ok()) else {
        return then(None);
    };
    let then = Rc::new(Cell::new(Some(then)));
    let (kept, broken) = (then.clone(), then);
    let settled = |then: Rc<Cell<Option<Answer>>>, well: bool| {
        once(Box::new(move |value| {
            if let Some(then) = then.take() {
                then(well.then_some(value));
            }
        }))
    };
    _ = method.call2(&promise, &settled(kept, true), &settled(broken, false));
}

/// A function for the browser to call as often as it likes.
pub fn function(act: Box<dyn FnMut(JsValue)>) -> Function {
    Closure::wrap(act).into_js_value().unchecked_into()
}

/// Is called with what a promise was kept with.
pub type Answer = Box<dyn FnOnce(Option<JsValue>)>;

/// A function for the browser to call, which acts once. One kind for all that happens once: each would weigh half a
/// kilobyte.
pub fn once(act: Box<dyn FnOnce(JsValue)>) -> Function {
    Closure::once_into_js(act).unchecked_into()
}
