//! Loading: how long a slow phone on a slow network waits, for this site and for a page written by hand.

use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};

use crate::guide::word;
use crate::support::{Host, Page, Setup};
use crate::{baseline, middle_and_worst};

const SLOWER: u32 = 4;
/// Slow 4G as Lighthouse has it.
const DOWN: f64 = 1474.0;
const UP: f64 = 675.0;
const LATENCY: f64 = 562.5;
const RUNS: usize = 5;
/// The step that the tapped choice leads to.
const NEXT: &str = "teen-14";

/// The figures of one run, by name; one that never came has none.
#[derive(Default)]
struct Run {
    choice: Option<f64>,
    cold: Option<f64>,
    status: Option<f64>,
    later: Option<f64>,
    longest: Option<f64>,
}

pub fn print(site: &Path) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    baseline::write(site, folder.path());
    println!(
        "\nSlow 4G ({DOWN} kbit/s down, {UP} up, {LATENCY} ms), CPU slowed {SLOWER} times; brotli; ms, median (worst) of {RUNS}"
    );
    println!("{:28}{:>18}{:>18}{:>18}", "", "this site", "static page", "site / static");
    let here: Vec<Run> = (0..RUNS).map(|_| run(&Host::serve(site).precompressed(), true)).collect();
    let peer: Vec<Run> = (0..RUNS).map(|_| run(&Host::serve(folder.path()).precompressed(), false)).collect();
    row("first choice visible", &here, &peer, |run| run.choice);
    row("next step after a cold tap", &here, &peer, |run| run.cold);
    row("live status visible", &here, &peer, |run| run.status);
    row("a later tap", &here, &peer, |run| run.later);
    row("longest long task", &here, &peer, |run| run.longest);
    println!(
        "Until “a later tap”, times count from the address being opened. A cold tap comes right behind the frame that first shows the\nchoices. A long task is one of more than 50 ms; 0 says that there was none."
    );
}

fn row(name: &str, here: &[Run], peer: &[Run], figure: impl Fn(&Run) -> Option<f64>) {
    let times = |runs: &[Run]| middle_and_worst(runs.iter().filter_map(&figure).collect());
    let shown = |(middle, worst): (f64, f64)| {
        if middle.is_nan() { "–".to_owned() } else { format!("{middle:.0} ({worst:.0})") }
    };
    let (here, peer) = (times(here), times(peer));
    let share = here.0 / peer.0;
    let share = if share.is_finite() { format!("{share:.2}") } else { "–".to_owned() };
    println!("{name:28}{:>18}{:>18}{share:>18}", shown(here), shown(peer));
}

/// One phone that waits and one that taps at once, each with nothing in its cache.
fn run(host: &Host, islands: bool) -> Run {
    let mut run = Run::default();
    let page = slow(false);
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
    run.choice = since(&figures, "choice", begun);
    run.status = since(&figures, "status", begun);
    run.longest = figures["longest"].as_f64();
    // The tap may end the document that tells when it was.
    let tapped = page.eval("(tapped('step'), figures.tapped)").as_f64().unwrap_or_default();
    run.later = since(&arrived(&page), "step", tapped);

    let page = slow(true);
    page.start_loading(&host.url(""));
    let figures = arrived(&page);
    let first = figures["first"].as_f64().unwrap_or_default();
    run.cold = since(&figures, "step", first);
    run
}

/// What the document that shows the next step has noted.
fn arrived(page: &Page) -> Value {
    page.wait_until(&format!("figures.step && document.querySelector('h1[data-step={NEXT}]')"), "the next step");
    page.eval("figures")
}

fn slow(cold: bool) -> Page {
    let words = json!([word("status", "open"), word("status", "closed")]).to_string();
    let watch = include_str!("paint_times.js").replace("WORDS", &words);
    let page = Setup::default().init_script(&format!("window.cold = {cold};")).init_script(&watch).page();
    page.call(
        "Network.emulateNetworkConditions",
        json!({ "offline": false, "latency": LATENCY, "downloadThroughput": DOWN * 1000.0 / 8.0, "uploadThroughput": UP * 1000.0 / 8.0 }),
    );
    page.call("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER }));
    page
}
