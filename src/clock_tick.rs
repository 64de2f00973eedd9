//! A tick at each turn of the minute, and when the page comes back to sight: timers sleep with their tab.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use web_sys::Window;

/// In milliseconds.
const MINUTE: u32 = 60_000;
/// A timer may be early, and a minute shown too soon would stay for a whole one: so many milliseconds past the turn.
const MARGIN: u32 = 20;

/// What is to be done at each tick; islands add theirs as they are mounted.
pub type Ticks = Rc<RefCell<Vec<Box<dyn Fn()>>>>;

/// Starts ticking: at each turn of the minute and whenever the page is looked at again.
pub fn start(window: &Window) -> Ticks {
    let ticks = Ticks::default();
    let on_tick: Rc<dyn Fn()> = {
        let ticks = ticks.clone();
        Rc::new(move || ticks.borrow().iter().for_each(|tick| tick()))
    };
    if let Some(page) = window.document() {
        let on_tick = on_tick.clone();
        EventListener::new(&page, "visibilitychange", move |_| on_tick()).forget();
    }
    let on_show = on_tick.clone();
    EventListener::new(window, "pageshow", move |_| on_show()).forget();
    tick_at_next_minute(on_tick);
    ticks
}

fn tick_at_next_minute(on_tick: Rc<dyn Fn()>) {
    let since_turn = (js_sys::Date::now() as i64 % i64::from(MINUTE)) as u32;
    let wait = MINUTE - since_turn + MARGIN;
    let timeout = Timeout::new(wait, move || {
        on_tick();
        tick_at_next_minute(on_tick);
    });
    timeout.forget();
}
