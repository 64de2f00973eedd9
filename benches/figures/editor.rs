//! The editor: what it weighs, how long until it is usable, how long findings and the preview take to follow a key, how long the archive takes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::json;

use crate::generated_guide::{Shape, generated_guide};
use crate::median_and_max;
use crate::support::{Host, Page, Setup};

/// Cable, as WebPageTest emulates it: kbit/s down and up, ms.
const DOWN: f64 = 5000.0;
const UP: f64 = 1000.0;
const LATENCY: f64 = 28.0;
const RUNS: usize = 3;
const KEYS: usize = 10;
/// The steps of the large guide.
const LARGE: usize = 300;

/// The times of one visit, in ms.
#[derive(Default)]
struct Run {
    form: Vec<f64>,
    preview: Vec<f64>,
    finding_of_key: Vec<f64>,
    preview_of_key: Vec<f64>,
    archive: Vec<f64>,
}

/// Prints the figures of the editor of a built site, and of that of a large guide.
pub fn print(site: &Path) {
    println!("\nEditor, bytes of brotli (of gzip)");
    for (name, files) in [
        ("app", ["app.js", "app.wasm"].as_slice()),
        ("worker", &["worker.js", "worker.wasm"]),
        ("assets", &["assets.bin"]),
    ] {
        let weight = |ending: &str| -> u64 {
            let files = files.iter().map(|file| site.join(format!("editor/{file}.{ending}")));
            files.filter_map(|file| Some(file.metadata().ok()?.len())).sum()
        };
        println!("{name:28}{:>10} ({})", weight("br"), weight("gz"));
    }
    println!(
        "\nEditor on cable ({DOWN} kbit/s down, {UP} up, {LATENCY} ms), empty cache; ms, median (worst) of {RUNS}"
    );
    let folder = tempfile::tempdir().expect("a temporary folder");
    let large = large_site(folder.path());
    println!("{:28}{:>18}{:>18}", "", "this site", format!("{LARGE} steps"));
    let runs = [(site, "forgot-email", 1), (&*large, "q0-a0", 2)].map(|(site, step, index)| {
        let host = Host::serve(site).precompressed();
        (0..RUNS).map(|_| run(&host, step, index)).collect::<Vec<Run>>()
    });
    row("form and findings", &runs, |run| &run.form);
    row("preview", &runs, |run| &run.preview);
    row("key → finding", &runs, |run| &run.finding_of_key);
    row("key → preview", &runs, |run| &run.preview_of_key);
    row("whole site as an archive", &runs, |run| &run.archive);
}

fn row(name: &str, runs: &[Vec<Run>; 2], figure: impl Fn(&Run) -> &Vec<f64>) {
    let shown = runs.each_ref().map(|runs| {
        let (median, worst) = median_and_max(runs.iter().flat_map(|run| figure(run).clone()).collect());
        format!("{median:.0} ({worst:.0})")
    });
    println!("{name:28}{:>18}{:>18}", shown[0], shown[1]);
}

/// One visit: opens the form of a step, which is the one with this index in the file, types, and has the site built.
fn run(host: &Host, step: &str, index: usize) -> Run {
    let mut run = Run::default();
    let field = format!("guide-step-{index}-title");
    let recorder = include_str!("editor_times.js").replace("FIELD", &field).replace("STEP", step);
    let page = Setup::default().desktop(1440, 900).init_script(&recorder).page();
    page.call(
        "Network.emulateNetworkConditions",
        json!({ "offline": false, "latency": LATENCY, "downloadThroughput": DOWN * 1000.0 / 8.0, "uploadThroughput": UP * 1000.0 / 8.0 }),
    );
    page.start_loading(&host.url(&format!("editor/#step/{step}")));
    page.wait_until("self.times && times.preview", "the preview");
    run.form.extend(page.eval("times.form").as_f64());
    run.preview.extend(page.eval("times.preview").as_f64());

    focus_end(&page, &field);
    for key in 0..KEYS {
        page.eval("waitForPreview()");
        page.type_text(if key % 5 == 4 { "-" } else { "ж" });
        page.wait_until("times.shown", "the preview of a key");
        run.preview_of_key.extend(page.eval("times.shown").as_f64());
    }
    // A placeholder that nothing fills is an error; the key after it takes it away.
    for _ in 0..KEYS / 2 {
        page.type_text("{ж");
        for (key, wrong) in [("}", true), ("Backspace", false)] {
            page.eval(&format!("waitForFinding({wrong})"));
            if wrong {
                page.type_text(key)
            } else {
                page.key(key)
            }
            page.wait_until("times.found", "the finding of a key");
            run.finding_of_key.extend(page.eval("times.found").as_f64());
        }
        page.key("Backspace");
        page.key("Backspace");
    }

    // The editor's own files come from the browser's cache or from the network: that of an office, not what is measured here.
    page.call(
        "Network.emulateNetworkConditions",
        json!({ "offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 }),
    );
    page.eval("location.hash = '#publish'");
    page.wait_until("document.getElementById('publish-why')", "the form for publishing");
    for (id, value) in [("publish-why", "Проба"), ("publish-date", "2026-11-26")] {
        page.eval(&format!(
            "(field => {{ field.value = {}; field.dispatchEvent(new Event('input', {{ bubbles: true }})); }})(document.getElementById('{id}'))",
            json!(value)
        ));
    }
    page.wait_until("!document.querySelector('.publish button.main').disabled", "the button");
    page.eval("times.begun = performance.now(), document.querySelector('.publish button.main').click()");
    page.wait_until("document.getElementById('publish-save')", "the archive");
    run.archive.extend(page.eval("times.archive - times.begun").as_f64());
    run
}

/// Puts the cursor behind the text of a field.
fn focus_end(page: &Page, id: &str) {
    page.eval(&format!(
        "(field => {{ field.focus(); field.setSelectionRange(field.value.length, field.value.length); }})(document.getElementById('{id}'))"
    ));
}

/// The site of a guide of [`LARGE`] steps.
fn large_site(folder: &Path) -> PathBuf {
    let (content, out) = (folder.join("content/guide.toml"), folder.join("site"));
    fs::create_dir_all(folder.join("content")).expect("a folder");
    fs::write(&content, generated_guide(Shape::Wide, LARGE)).expect("the folder takes a file");
    let built = Command::new(env!("CARGO_BIN_EXE_guide"))
        .args(["build", "--content"])
        .arg(&content)
        .arg("--out")
        .arg(&out)
        .output()
        .expect("the tool starts");
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    out
}
