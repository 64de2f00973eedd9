//! The browser's means of passing a text on and of having it read aloud; its promises and events.

use std::cell::Cell;
use std::rc::Rc;

use guide_views::platform::Platform;
use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Event, EventTarget, FocusOptions, HtmlElement, Window};

/// What this browser has of them, and the functions of `announce.js` and `share_or_copy.js`.
pub fn platform(window: &Window, announce: Function, share_or_copy: Function) -> Platform {
    let text = |text: Option<&str>| text.map_or(JsValue::UNDEFINED, JsValue::from_str);
    Platform {
        share_or_copy: Rc::new(move |passed, title, told| {
            if let Ok(promise) = share_or_copy.call2(&JsValue::NULL, &JsValue::from_str(passed), &text(title)) {
                when(
                    promise,
                    Box::new(move |copied| _ = copied.and_then(|copied| copied.as_bool()).map(|copied| told(copied))),
                );
            }
        }),
        can_share: get(&window.navigator(), "share").is_some(),
        announce: Rc::new(move |said| _ = announce.call1(&JsValue::NULL, &text(said))),
        encode,
    }
}

/// Encodes a text as a part of a URL.
pub fn encode(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

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

/// Moves the focus, and nothing else.
pub fn focus(element: &HtmlElement) {
    let still = FocusOptions::new();
    still.set_prevent_scroll(true);
    _ = element.focus_with_options(&still);
}

/// Listens for as long as the page is there.
pub fn listen(target: &EventTarget, event: &str, then: Rc<dyn Fn(Event)>) {
    let then = function(Box::new(move |event| then(event.unchecked_into())));
    _ = target.add_event_listener_with_callback(event, &then);
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
