//! Work in tasks: one for each piece, so that none is long and the page answers in between.

use gloo_timers::callback::Timeout;
use web_sys::Element;

/// Calls `work` with each element, in order, in a task of its own.
pub fn run_in_tasks(elements: Vec<Element>, work: impl FnMut(Element) + 'static) {
    run_next(elements.into_iter(), work);
}

fn run_next(mut rest: std::vec::IntoIter<Element>, mut work: impl FnMut(Element) + 'static) {
    let Some(element) = rest.next() else { return };
    defer(Box::new(move || {
        work(element);
        run_next(rest, work);
    }));
}

/// Does it in a task of its own. Boxed, as a function of its own for each kind of work would weigh more.
pub fn defer(work: Box<dyn FnOnce()>) {
    Timeout::new(0, work).forget();
}
