//! Steps entered before the program listens: the trail tells them all, whenever they were.

use std::time::Duration;

use crate::guide::{
    TRAIL, answer, answered, host, path_by, wait_for_islands, wait_for_step, wait_for_trail, wait_until_asked,
};
use crate::support::built_site::site_from;
use crate::support::{Fault, Host, Page, Setup};

const LATE: Duration = Duration::from_secs(60);
/// A guide in which two answers of the first question lead to the same step.
const TWO_ANSWERS: &str = "tests/data/any-order.toml";

#[test]
fn the_trail_survives_a_reload_and_a_tap_before_the_program() {
    let host = host();
    let page = Page::new();
    page.open(&host.url(""));
    wait_for_islands(&page);
    // Several ways lead to the step: without what the history keeps, none could be told.
    let path = path_by(&["application-cancelled", "no", "not-helped"]);
    for turn in &path[..2] {
        answer(&page, turn);
    }
    wait_for_trail(&page, &answered(&path[..2]));

    let late = host.fault(".wasm", Fault::Slow(LATE));
    let asked = late.requested_paths().len();
    page.reload();
    wait_for_step(&page, "none");
    page.wait_until("performance.getEntriesByType('resource').some(e => /guide-.*\\.js/.test(e.name))", "the script");
    while !late.requested_paths()[asked..].iter().any(|path| path.ends_with(".wasm")) {
        page.pump_events(Duration::from_millis(30));
    }
    answer(&page, &path[2]);
    late.clear_faults();
    wait_for_islands(&page);
    wait_for_trail(&page, &answered(path));
    // What was overtaken is told as well, when one comes back to it.
    page.back();
    wait_for_step(&page, "none");
    wait_for_trail(&page, &answered(&path[..2]));
}

/// The address changes while the program starts: at each call of the browser that notes or follows the address, in turn.
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
    let path = path_by(&["application-cancelled", "no", "not-helped"]);
    let mut moments = 0;
    loop {
        let host = host().fault(".wasm", Fault::Slow(LATE));
        let page = Setup::default().init_script(&INTERRUPTED.replace("MOMENT", &moments.to_string())).page();
        page.start_loading(&host.url(""));
        wait_until_asked(&page, &host, ".wasm");
        page.wait_until("document.readyState === 'complete'", "the whole document");
        answer(&page, &path[0]);
        host.clear_faults();
        wait_for_islands(&page);
        if page.eval("!!window.__interrupted") == false {
            wait_for_trail(&page, &answered(&path[..1]));
            break;
        }
        wait_for_step(&page, "none");
        wait_for_trail(&page, &answered(&path[..2]));
        answer(&page, &path[2]);
        wait_for_trail(&page, &answered(path));
        moments += 1;
    }
    assert!(moments > 0, "nothing was interrupted");
}

#[test]
fn the_trail_names_the_given_one_of_two_answers_that_lead_to_one_step() {
    let host = Host::serve(site_from(TWO_ANSWERS));
    let told = |page: &Page, label: &str| {
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
        told(&page, label);
    }
    // By the keyboard, and after a tap on the other that led nowhere.
    page.eval("addEventListener('click', event => event.preventDefault(), { once: true })");
    page.tap("#what [data-choice=broken]");
    page.eval("document.querySelector('#what [data-choice=torn]').focus()");
    page.key("Enter");
    wait_for_step(&page, "repair");
    told(&page, "Порвано");

    // Before the program, too, and after a reload.
    let late = host.fault(".wasm", Fault::Slow(LATE));
    let page = Page::new();
    page.start_loading(&late.url(""));
    wait_until_asked(&page, &late, ".wasm");
    page.tap("#what [data-choice=torn]");
    wait_for_step(&page, "repair");
    late.clear_faults();
    wait_for_islands(&page);
    told(&page, "Порвано");
    page.forward();
    page.reload();
    wait_for_step(&page, "repair");
    wait_for_islands(&page);
    told(&page, "Порвано");
}
