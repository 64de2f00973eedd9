//! Work in turns: a task of its own for each piece, so that none is long and the page answers in between.

use web_sys::{Element, Window};

use crate::platform::once;

/// Calls `act` with each element, in order, one a task.
pub fn run_in_tasks(window: Window, elements: Vec<Element>, act: impl FnMut(Element) + 'static) {
    turn(window, elements.into_iter(), act);
}

fn turn(window: Window, mut rest: std::vec::IntoIter<Element>, mut act: impl FnMut(Element) + 'static) {
    let Some(next) = rest.next() else { return };
    let here = window.clone();
    let act = move || {
        act(next);
        turn(window, rest, act);
    };
    defer(&here, Box::new(act));
}

/// Does it in a task of its own.
pub fn defer(window: &Window, act: Box<dyn FnOnce()>) {
    _ = window.set_timeout_with_callback(&once(Box::new(move |_| act())));
}
