//! Work in tasks: one for each piece, so that none is long and the page answers in between.

use gloo_timers::callback::Timeout;
use web_sys::Element;

/// Calls `work` with each element, in order, in a task of its own; all in this one if it has to be `at_once`.
pub fn run_in_tasks(
    mut rest: impl Iterator<Item = Element> + 'static,
    at_once: bool,
    mut work: impl FnMut(Element) + 'static,
) {
    while let Some(element) = rest.next() {
        if !at_once {
            return defer(Box::new(move || {
                work(element);
                run_in_tasks(rest, false, work);
            }));
        }
        work(element);
    }
}

/// Does it in a task of its own. Boxed, as a function of its own for each kind of work would weigh more.
pub fn defer(work: Box<dyn FnOnce()>) {
    Timeout::new(0, work).forget();
}
