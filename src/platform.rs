//! What the islands ask of this browser: sharing, copying, announcing, encoding; and moving the focus.

use std::rc::Rc;

use guide_views::platform::Platform;
use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::{FocusOptions, HtmlElement, Window};

use crate::js_values::{get, when_settled};

/// What this browser can do of it, by the functions of `announce.js` and `share_or_copy.js`.
pub fn platform(window: &Window, announce: Function, share_or_copy: Function) -> Platform {
    let text = |text: Option<&str>| text.map_or(JsValue::UNDEFINED, JsValue::from_str);
    Platform {
        share_or_copy: Rc::new(move |shared, title, on_copied| {
            if let Ok(promise) = share_or_copy.call2(&JsValue::NULL, &JsValue::from_str(shared), &text(title)) {
                when_settled(
                    promise,
                    Box::new(move |copied| {
                        _ = copied.and_then(|copied| copied.as_bool()).map(|copied| on_copied(copied))
                    }),
                );
            }
        }),
        can_share: get(&window.navigator(), "share").is_some(),
        announce: Rc::new(move |message| _ = announce.call1(&JsValue::NULL, &text(message))),
        encode,
    }
}

/// Encodes a text as a part of a URL.
pub fn encode(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

/// Moves the focus, and nothing else.
pub fn focus(element: &HtmlElement) {
    let still = FocusOptions::new();
    still.set_prevent_scroll(true);
    _ = element.focus_with_options(&still);
}
