//! The turn of the minute, and the page coming back to sight: timers sleep with their tab.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::Window;

const MINUTE: i32 = 60_000;

/// A signal that changes at each turn of the minute and whenever the page is looked at again.
pub fn ticks(window: &Window) -> RwSignal<u32> {
    let ticks = RwSignal::new(0u32);
    let wake = Closure::<dyn Fn()>::new(move || ticks.update(|count| *count = count.wrapping_add(1)));
    let wakes = wake.as_ref().unchecked_ref();
    if let Some(page) = window.document() {
        _ = page.add_event_listener_with_callback("visibilitychange", wakes);
    }
    _ = window.add_event_listener_with_callback("pageshow", wakes);
    wake.forget();
    next_minute(window.clone(), ticks);
    ticks
}

fn next_minute(window: Window, ticks: RwSignal<u32>) {
    let milliseconds = js_sys::Date::now() as i64;
    // A little past the turn: a timer may be early, and a minute said too soon would stay for a whole one.
    let wait = MINUTE - (milliseconds % i64::from(MINUTE)) as i32 + 20;
    let here = window.clone();
    let then = Closure::once_into_js(move || {
        ticks.update(|count| *count = count.wrapping_add(1));
        next_minute(here, ticks);
    });
    _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(then.unchecked_ref(), wait);
}
