//! Values of the page's scripts: properties, promises, functions for them to call.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::*;

/// A property that may not be there: many browsers have no system dialog to share by.
pub fn get(object: &JsValue, key: &str) -> Option<JsValue> {
    Reflect::get(object, &JsValue::from_str(key)).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

/// Gets what a promise was fulfilled with; `None` where it was rejected.
pub type OnSettled = Box<dyn FnOnce(Option<JsValue>)>;

/// Calls `on_settled` when a promise has settled; at once where it is no promise.
pub fn when_settled(promise: JsValue, on_settled: OnSettled) {
    // By hand and by reflection: a future would weigh several kilobytes.
    let Some(then) = get(&promise, "then").and_then(|method| method.dyn_into::<Function>().ok()) else {
        return on_settled(None);
    };
    // Only one of the two functions is ever called.
    let on_fulfilled = Rc::new(Cell::new(Some(on_settled)));
    let on_rejected = on_fulfilled.clone();
    let callback = |on_settled: Rc<Cell<Option<OnSettled>>>, fulfilled: bool| {
        once(Box::new(move |value| {
            if let Some(on_settled) = on_settled.take() {
                on_settled(fulfilled.then_some(value));
            }
        }))
    };
    _ = then.call2(&promise, &callback(on_fulfilled, true), &callback(on_rejected, false));
}

/// A function for the browser to call as often as it likes.
pub fn function(call: Box<dyn FnMut(JsValue)>) -> Function {
    Closure::wrap(call).into_js_value().unchecked_into()
}

/// A function for the browser to call once.
fn once(call: Box<dyn FnOnce(JsValue)>) -> Function {
    Closure::once_into_js(call).unchecked_into()
}
