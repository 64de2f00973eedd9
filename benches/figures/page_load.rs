//! Page load: how long a slow phone on a slow network waits, for this site and for a baseline page written by hand.

use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};

use crate::guide::ui_string;
use crate::support::{Host, Page, Setup};
use crate::{baseline, median_and_max};

/// How much slower than this machine the emulated phone is.
const CPU_SLOWDOWN: u32 = 4;
/// Slow 4G: kbit/s down and up, ms.
const DOWN: f64 = 1600.0;
const UP: f64 = 750.0;
const LATENCY: f64 = 150.0;
const RUNS: usize = 5;
/// The step that the tapped choice leads to.
const NEXT_STEP: &str = "teen-14";
/// The choice.
const CHOICE: &str = "a[data-choice=teen-14]";

/// The times of one run, in milliseconds; `None` where something never appeared.
#[derive(Default)]
struct Run {
    first_choice: Option<f64>,
    cold_tap: Option<f64>,
    live_status: Option<f64>,
    later_tap: Option<f64>,
    longest_task: Option<f64>,
}

pub fn print(site: &Path) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    baseline::write(site, folder.path());
    println!("\n{}; brotli; ms, median (worst) of {RUNS}", network());
    println!("{:28}{:>18}{:>18}{:>18}", "", "this site", "static page", "site / static");
    let guide_runs: Vec<Run> = (0..RUNS).map(|_| run(&Host::serve(site).precompressed(), true)).collect();
    let baseline_runs: Vec<Run> = (0..RUNS).map(|_| run(&Host::serve(folder.path()).precompressed(), false)).collect();
    row("first choice visible", &guide_runs, &baseline_runs, |run| run.first_choice);
    row("next step after a cold tap", &guide_runs, &baseline_runs, |run| run.cold_tap);
    row("live status visible", &guide_runs, &baseline_runs, |run| run.live_status);
    row("a later tap", &guide_runs, &baseline_runs, |run| run.later_tap);
    row("longest long task", &guide_runs, &baseline_runs, |run| run.longest_task);
    println!(
        "Until “a later tap”, times count from the address being opened. A cold tap comes right behind the frame that first shows the\nchoices. A long task is one of more than 50 ms; 0 says that there was none."
    );
}

fn row(name: &str, guide_runs: &[Run], baseline_runs: &[Run], figure: impl Fn(&Run) -> Option<f64>) {
    let times = |runs: &[Run]| median_and_max(runs.iter().filter_map(&figure).collect());
    let shown = |(median, max): (f64, f64)| {
        if median.is_nan() { "–".to_owned() } else { format!("{median:.0} ({max:.0})") }
    };
    let (guide_runs, baseline_runs) = (times(guide_runs), times(baseline_runs));
    let ratio = guide_runs.0 / baseline_runs.0;
    let ratio = if ratio.is_finite() { format!("{ratio:.2}") } else { "–".to_owned() };
    println!("{name:28}{:>18}{:>18}{ratio:>18}", shown(guide_runs), shown(baseline_runs));
}

/// One visit that waits and one that taps at once, each with an empty cache.
fn run(host: &Host, islands: bool) -> Run {
    let mut run = Run::default();
    let page = slow_phone(CHOICE, false);
    page.open(&host.url(""));
    page.wait_until("figures.choice", "the first choice");
    if islands {
        page.wait_until("figures.status", "the live status");
    }
    page.settle();
    page.pump_events(Duration::from_millis(500));
    let figures = page.eval("figures");
    let since = |figures: &Value, name: &str, from: f64| figures[name].as_f64().map(|at| at - from);
    let begun = figures["begun"].as_f64().unwrap_or_default();
    run.first_choice = since(&figures, "choice", begun);
    run.live_status = since(&figures, "status", begun);
    run.longest_task = figures["longest"].as_f64();
    // The tap may replace the document that records its time.
    let tapped = page.eval("(tapped('step'), figures.tapped)").as_f64().unwrap_or_default();
    run.later_tap = since(&next_step_figures(&page), "step", tapped);

    let page = slow_phone(CHOICE, true);
    page.start_loading(&host.url(""));
    let figures = next_step_figures(&page);
    let first = figures["first"].as_f64().unwrap_or_default();
    run.cold_tap = since(&figures, "step", first);
    run
}

/// The times recorded by the document that shows the next step.
fn next_step_figures(page: &Page) -> Value {
    page.wait_until(&format!("figures.step && document.querySelector('h1[data-step={NEXT_STEP}]')"), "the next step");
    page.eval("figures")
}

/// The emulated network and phone, in words.
pub fn network() -> String {
    format!("Slow 4G ({DOWN} kbit/s down, {UP} up, {LATENCY} ms), CPU slowed {CPU_SLOWDOWN} times")
}

/// A page that records when this choice of the first step is painted, and other things. `cold_tap`: it taps the choice at once.
pub fn slow_phone(choice: &str, cold_tap: bool) -> Page {
    let words = json!([ui_string("status", "open"), ui_string("status", "closed")]).to_string();
    let recorder = include_str!("paint_times.js").replace("WORDS", &words).replace("CHOICE", choice);
    let page = Setup::default().init_script(&format!("window.cold = {cold_tap};")).init_script(&recorder).page();
    page.call(
        "Network.emulateNetworkConditions",
        json!({ "offline": false, "latency": LATENCY, "downloadThroughput": DOWN * 1000.0 / 8.0, "uploadThroughput": UP * 1000.0 / 8.0 }),
    );
    page.call("Emulation.setCPUThrottlingRate", json!({ "rate": CPU_SLOWDOWN }));
    page
}
