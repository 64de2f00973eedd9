//! What grows with a guide, and how fast: time and memory of the tool, weight of the pages, what a slow phone waits for.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::generated_guide::{Shape, generated_guide};
use crate::page_load::{network, slow_phone};
use crate::support::Host;

const SHAPES: [(&str, Shape); 3] = [("chain", Shape::Chain), ("diamond", Shape::Diamond), ("wide", Shape::Wide)];
const SIZES: [usize; 4] = [30, 100, 300, 500];
/// The answer of the first step that is tapped.
const CHOICE: &str = ".first [data-choice=o0]";
/// How often the memory of the tool is looked at.
const GLANCE: Duration = Duration::from_millis(2);

/// Prints a table for each shape: a row for each figure, a column for each size, and last the exponent of growth.
pub fn print(_: &Path) {
    println!(
        "\nGrowth with the steps of a guide: this tool as it is compiled here; {}; brotli.\nThe exponent is the slope of a line through the \
         figures and the sizes, both as logarithms: 1 is growth in proportion.",
        network()
    );
    for (name, shape) in SHAPES {
        println!("\n{name:34}{}    exponent", SIZES.map(|size| format!("{size:>10}")).concat());
        let folder = tempfile::tempdir().expect("a temporary folder");
        let columns = SIZES.map(|size| figures(shape, size, folder.path()));
        for row in 0..columns[0].len() {
            let values = columns.each_ref().map(|column| column[row].1);
            let shown = values.map(|value| format!("{value:>10.0}")).concat();
            println!("{:34}{shown}{:>12}", columns[0][row].0, exponent(&values));
        }
    }
}

/// The figures of a guide of this shape and size, each with its name.
fn figures(shape: Shape, size: usize, folder: &Path) -> Vec<(&'static str, f64)> {
    let (content, site) = (folder.join(format!("content/{size}.toml")), folder.join(size.to_string()));
    fs::create_dir_all(folder.join("content")).expect("a folder");
    fs::write(&content, generated_guide(shape, size)).expect("the folder takes a file");
    let tool = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_guide"));
        command.args(arguments).arg("--content").arg(&content);
        command
    };
    let check = measured(tool(&["check"]));
    let map = measured(tool(&["graph", "--format", "svg"]));
    let mut build = tool(&["build"]);
    build.arg("--out").arg(&site);
    let build = measured(build);
    let kilobytes = |file: &str| site.join(file).metadata().map_or(f64::NAN, |file| file.len() as f64 / 1000.0);
    let visit = Visit::of(&site);
    vec![
        ("check, ms", check.milliseconds),
        ("check, memory, MB", check.megabytes),
        ("flowchart, ms", map.milliseconds),
        ("flowchart, memory, MB", map.megabytes),
        ("build, ms", build.milliseconds),
        ("build, memory, MB", build.megabytes),
        ("guide, kB", kilobytes("index.html.br")),
        ("guide, not compressed, kB", kilobytes("index.html")),
        ("map, kB", kilobytes("map/index.html.br")),
        ("print, kB", kilobytes("print/index.html.br")),
        ("first choice visible, ms", visit.choice),
        ("live status visible, ms", visit.status),
        ("next step after a tap, ms", visit.tap),
        ("longest task, ms; 0: below 50", visit.longest),
    ]
}

/// What a run of the tool took.
struct Run {
    milliseconds: f64,
    /// The most memory that it had at any time; nothing where the system does not tell.
    megabytes: f64,
}

/// Runs a command and waits for its end.
fn measured(mut command: Command) -> Run {
    let begun = Instant::now();
    let mut process = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the tool starts");
    let mut megabytes = f64::NAN;
    let status = loop {
        if let Some(most) = most_memory(process.id()) {
            megabytes = most;
        }
        if let Some(status) = process.try_wait().expect("the tool runs") {
            break status;
        }
        std::thread::sleep(GLANCE);
    };
    let milliseconds = begun.elapsed().as_secs_f64() * 1000.0;
    assert!(status.success(), "{command:?}: {status}");
    Run { milliseconds, megabytes }
}

/// The most memory that a running process has had so far, in MB, where the system says it as Linux does.
fn most_memory(process: u32) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse::<f64>().ok().map(|kilobytes| kilobytes / 1000.0)
}

/// What a slow phone sees of a site, in ms.
struct Visit {
    choice: f64,
    status: f64,
    tap: f64,
    longest: f64,
}

impl Visit {
    fn of(site: &Path) -> Visit {
        let host = Host::serve(site).precompressed();
        let page = slow_phone(CHOICE, false);
        page.open(&host.url(""));
        page.wait_until("figures.choice && figures.status", "the first choice and the status");
        page.settle();
        let figure = |name: &str| page.eval(&format!("figures.{name}")).as_f64().unwrap_or(f64::NAN);
        let (begun, choice, status, longest) = (figure("begun"), figure("choice"), figure("status"), figure("longest"));
        let tapped = page.eval("(tapped('step'), figures.tapped)").as_f64().unwrap_or(f64::NAN);
        page.wait_until("figures.step", "the next step");
        Visit { choice: choice - begun, status: status - begun, tap: figure("step") - tapped, longest }
    }
}

/// The slope of the line that is nearest to the figures over the sizes, both as logarithms; a dash where a figure is nothing or missing.
fn exponent(values: &[f64; SIZES.len()]) -> String {
    if values.iter().any(|value| value.is_nan() || *value <= 0.0) {
        return "–".to_owned();
    }
    let points: Vec<(f64, f64)> =
        SIZES.iter().zip(values).map(|(size, value)| ((*size as f64).ln(), value.ln())).collect();
    let mean = |of: &dyn Fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / points.len() as f64;
    let (x, y) = (mean(&|point| point.0), mean(&|point| point.1));
    let (above, below) = points.iter().fold((0.0, 0.0), |(above, below), point| {
        (above + (point.0 - x) * (point.1 - y), below + (point.0 - x) * (point.0 - x))
    });
    format!("{:.2}", above / below)
}
