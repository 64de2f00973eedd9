//! The turn of the minute, and the page coming back to sight: timers sleep with their tab.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::{Event, Window};

use crate::platform::{listen, once};

const MINUTE: i32 = 60_000;

/// What is to be done at each tick; islands add theirs as they are mounted.
pub type Ticks = Rc<RefCell<Vec<Box<dyn Fn()>>>>;

/// Starts ticking: at each turn of the minute and whenever the page is looked at again.
pub fn start(window: &Window) -> Ticks {
    let ticks = Ticks::default();
    let ticking = ticks.clone();
    each_tick(window, Rc::new(move || ticking.borrow().iter().for_each(|tick| tick())));
    ticks
}

fn each_tick(window: &Window, then: Rc<dyn Fn()>) {
    let woken = then.clone();
    let wake: Rc<dyn Fn(Event)> = Rc::new(move |_| woken());
    if let Some(page) = window.document() {
        listen(&page, "visibilitychange", wake.clone());
    }
    listen(window, "pageshow", wake);
    next_minute(window.clone(), then);
}

fn next_minute(window: Window, then: Rc<dyn Fn()>) {
    let milliseconds = js_sys::Date::now() as i64;
    // A little past the turn: a timer may be early, and a minute said too soon would stay for a whole one.
    let wait = MINUTE - (milliseconds % i64::from(MINUTE)) as i32 + 20;
    let here = window.clone();
    let turned = once(Box::new(move |_| {
        then();
        next_minute(here, then);
    }));
    _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&turned, wait);
}
