//! Steps entered before the program runs are in the trail all the same.

use std::time::Duration;

use crate::guide::{
    TRAIL, answer, answered_steps, host, path_by_options, wait_for_islands, wait_for_request, wait_for_script,
    wait_for_step, wait_for_trail,
};
use crate::support::built_site::site_from;
use crate::support::{Fault, Host, Page, Setup};

const DELAY: Duration = Duration::from_secs(60);
/// A guide in which two answers of the first question lead to the same step.
const TWO_ANSWERS: &str = "tests/data/any-order.toml";

#[test]
fn the_trail_survives_a_reload_and_a_tap_before_the_program() {
    let host = host();
    let page = Page::new();
    page.open(&host.url(""));
    wait_for_islands(&page);
    // Several ways lead to the step, so the trail can come only from the history's state.
    let path = path_by_options(&["application-cancelled", "no", "not-helped"]);
    for edge in &path[..2] {
        answer(&page, edge);
    }
    wait_for_trail(&page, &answered_steps(&path[..2]));

    let slow_host = host.fault(".wasm", Fault::Slow(DELAY));
    let requests_before = slow_host.requested_paths().len();
    page.reload();
    wait_for_step(&page, "none");
    page.wait_until("performance.getEntriesByType('resource').some(e => /guide-.*\\.js/.test(e.name))", "the script");
    while !slow_host.requested_paths()[requests_before..].iter().any(|path| path.ends_with(".wasm")) {
        page.pump_events(Duration::from_millis(30));
    }
    answer(&page, &path[2]);
    slow_host.clear_faults();
    wait_for_islands(&page);
    wait_for_trail(&page, &answered_steps(path));
    // A step that was passed before the program is in the trail too, when one goes back to it.
    page.back();
    wait_for_step(&page, "none");
    wait_for_trail(&page, &answered_steps(&path[..2]));
}

/// An answer is given while the program starts, in turn at each browser call that reads, changes or observes the address.
#[test]
fn an_answer_at_any_moment_of_startup_is_in_the_trail() {
    const INTERRUPTED: &str = "(() => {
        let calls = 0;
        const interrupt = () => {
            if (calls++ !== MOMENT) return;
            document.querySelector('#application-cancelled [data-choice=no]').click();
            window.__interrupted = true;
        };
        const around = (target, name, before, after) => {
            const real = target[name];
            target[name] = function (...args) {
                if (before(args)) interrupt();
                real.apply(this, args);
                if (after) interrupt();
            };
        };
        const ofAddress = ([type]) => document.readyState === 'complete' && type === 'hashchange';
        around(EventTarget.prototype, 'addEventListener', ofAddress, false);
        around(EventTarget.prototype, 'removeEventListener', ofAddress, false);
        around(History.prototype, 'replaceState', () => false, true);
    })()";
    let path = path_by_options(&["application-cancelled", "no", "not-helped"]);
    let mut moments = 0;
    loop {
        let host = host().fault(".wasm", Fault::Slow(DELAY));
        let page = Setup::default().init_script(&INTERRUPTED.replace("MOMENT", &moments.to_string())).page();
        page.start_loading(&host.url(""));
        wait_for_request(&page, &host, ".wasm");
        wait_for_script(&page);
        answer(&page, &path[0]);
        host.clear_faults();
        wait_for_islands(&page);
        if page.eval("!!window.__interrupted") == false {
            wait_for_trail(&page, &answered_steps(&path[..1]));
            break;
        }
        wait_for_step(&page, "none");
        wait_for_trail(&page, &answered_steps(&path[..2]));
        answer(&page, &path[2]);
        wait_for_trail(&page, &answered_steps(path));
        moments += 1;
    }
    assert!(moments > 0, "nothing was interrupted");
}

#[test]
fn the_trail_names_the_given_one_of_two_answers_that_lead_to_one_step() {
    let host = Host::serve(site_from(TWO_ANSWERS));
    let assert_trail_and_message = |page: &Page, label: &str| {
        page.wait_until(&format!("{TRAIL}.join() === 'what'"), "the trail");
        let trail = page.text("#repair .trail");
        assert!(trail.starts_with(label), "{trail}");
        page.tap("#repair [data-choice=not-helped]");
        wait_for_step(page, "line");
        page.wait_until(
            &format!("document.querySelector('#line details').textContent.includes('{label}. ')"),
            "the words",
        );
        page.back();
        page.back();
        wait_for_step(page, "what");
    };
    let page = Page::new();
    page.open(&host.url(""));
    wait_for_islands(&page);
    for (answer, label) in [("torn", "Порвано"), ("broken", "Сломано"), ("torn", "Порвано")] {
        page.tap(&format!("#what [data-choice={answer}]"));
        wait_for_step(&page, "repair");
        assert_trail_and_message(&page, label);
    }
    // By keyboard, and after a tap on the other answer that was cancelled.
    page.eval("addEventListener('click', event => event.preventDefault(), { once: true })");
    page.tap("#what [data-choice=broken]");
    page.eval("document.querySelector('#what [data-choice=torn]').focus()");
    page.key("Enter");
    wait_for_step(&page, "repair");
    assert_trail_and_message(&page, "Порвано");

    // Before the program starts, too, and after a reload.
    let slow_host = host.fault(".wasm", Fault::Slow(DELAY));
    let page = Page::new();
    page.start_loading(&slow_host.url(""));
    wait_for_script(&page);
    page.tap("#what [data-choice=torn]");
    wait_for_step(&page, "repair");
    slow_host.clear_faults();
    wait_for_islands(&page);
    assert_trail_and_message(&page, "Порвано");
    page.forward();
    page.reload();
    wait_for_step(&page, "repair");
    wait_for_islands(&page);
    assert_trail_and_message(&page, "Порвано");
}
