//! The search: what it adds to the page's weight, and how long it takes per keystroke.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use serde_json::{Value, json};

use crate::guide::wait_for_islands;
use crate::median_and_max;
use crate::support::{Host, Page, Setup};

/// How much slower than this machine the emulated phone is.
const CPU_SLOWDOWN: u32 = 6;
const PHRASE: &str = "здравствуйте не могу войти в навигатор забыла на какую почту регистрировала ребёнка";
const KEYSTROKES: usize = 30;
const PASTES: usize = 10;
const TRAININGS: usize = 3;
/// The maximum length of the field.
const PASTE_LENGTH: usize = 10_000;

pub fn print(site: &Path) {
    let model_size = fs::read_dir(site.join("assets"))
        .into_iter()
        .flatten()
        .filter_map(|file| Some(file.ok()?.path()))
        .find(|file| file.file_name().is_some_and(|name| name.to_string_lossy().ends_with(".bin.br")))
        .and_then(|file| Some(file.metadata().ok()?.len()));
    println!(
        "\nSearch: its model, fetched when the field is first used, is {} bytes of brotli.",
        model_size.unwrap_or(0)
    );
    println!("(Its code is a part of the .wasm and not told apart here.)");
    print_training(site);
    println!("\nSearch, CPU slowed {CPU_SLOWDOWN} times, ms                   in the document           painted*");
    println!("{:46}  median   worst     median   worst", "");

    let host = Host::serve(site);
    let page = Setup::default().init_script(include_str!("typing_latency.js")).page();
    page.open(&host.url(""));
    wait_for_islands(&page);
    page.tap("#find");
    page.type_text("почта");
    page.wait_until("document.querySelector('.find li a')", "the knowledge");
    page.call("Emulation.setCPUThrottlingRate", json!({ "rate": CPU_SLOWDOWN }));

    clear_field(&page);
    for (count, key) in PHRASE.chars().rev().take(KEYSTROKES).collect::<Vec<_>>().into_iter().rev().enumerate() {
        page.type_text(&key.to_string());
        wait_for_count(&page, count + 1);
    }
    row(&page, &format!("each of {KEYSTROKES} keys at the end of a phrase"));

    clear_field(&page);
    page.call("Input.insertText", json!({ "text": PHRASE }));
    wait_for_count(&page, 1);
    page.eval("typed = []");
    for count in 0..KEYSTROKES {
        page.type_text(if count % 5 == 4 { " " } else { "а" });
        wait_for_count(&page, count + 1);
    }
    row(&page, &format!("each of {KEYSTROKES} keys after a long one"));

    let long_text: String = PHRASE.chars().chain([' ']).cycle().take(PASTE_LENGTH).collect();
    let mut pasted = Vec::new();
    for _ in 0..PASTES {
        clear_field(&page);
        page.call("Input.insertText", json!({ "text": long_text }));
        wait_for_count(&page, 1);
        pasted.extend(page.eval("typed").as_array().cloned().unwrap_or_default());
    }
    page.eval(&format!("typed = {}", json!(pasted)));
    row(&page, &format!("a paste of {PASTE_LENGTH} characters"));
    println!(
        "* From the key itself; it waits for the screen's next frame and, with a paste, for the field's own text."
    );
}

/// How long the model takes to be trained, by the tool and by the editor.
fn print_training(site: &Path) {
    let index = fs::read(site.join("content/index.json")).expect("the site has its content");
    let index: Value = serde_json::from_slice(&index).expect("the list of its files");
    let content = site.join("content").join(index["guide"].as_str().expect("the name of the guide's file"));
    let tool = |_| {
        let begun = Instant::now();
        let mut tool = Command::new(env!("CARGO_BIN_EXE_guide"));
        let output = tool.args(["find", "почта", "--content"]).arg(&content).output().expect("the tool starts");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        begun.elapsed().as_secs_f64() * 1000.0
    };
    let (tool, _) = median_and_max((0..TRAININGS).map(tool).collect());

    let host = Host::serve(site).precompressed();
    let editor = |_| {
        let page = Setup::default().desktop(1440, 900).page();
        page.open(&host.url("editor/"));
        page.wait_until("document.querySelector('#view [role=tab]')", "the editor");
        // The search is the last tab.
        page.eval("[...document.querySelectorAll('#view [role=tab]')].pop().click()");
        let button = "document.querySelector('button[aria-describedby=search-tests-help]')";
        page.wait_until("document.querySelectorAll('#search-wanted option').length > 1", "the guide's steps");
        let answered = "document.querySelector('[aria-describedby=search-tests-help] + .answer .misses')";
        page.eval(&format!(
            "(() => {{ const begun = performance.now(); {button}.click(); \
               const look = () => {answered} ? self.trained = performance.now() - begun : requestAnimationFrame(look); look(); }})()"
        ));
        page.wait_until("self.trained", "the search to be trained");
        page.eval("self.trained").as_f64().unwrap_or(f64::NAN)
    };
    let (editor, _) = median_and_max((0..TRAININGS).map(editor).collect());
    println!(
        "Trained and asked for the first time, ms, median of {TRAININGS}: by the tool {tool:.0}, in the editor {editor:.0}."
    );
}

/// Clears the field and the recorded times.
fn clear_field(page: &Page) {
    page.eval("(field => { field.value = ''; field.focus(); typed = []; })(document.querySelector('#find'))");
}

fn wait_for_count(page: &Page, count: usize) {
    page.wait_until(&format!("typed.length >= {count}"), "the answer's frame");
}

fn row(page: &Page, what: &str) {
    let typed: Vec<Value> = page.eval("typed").as_array().cloned().unwrap_or_default();
    let times = |name: &str| median_and_max(typed.iter().filter_map(|times| times[name].as_f64()).collect());
    let ((answered, answered_max), (painted, painted_max)) = (times("answered"), times("painted"));
    println!("{what:46}{answered:8.1}{answered_max:8.1}   {painted:8.1}{painted_max:8.1}");
}
