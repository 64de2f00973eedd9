//! The baseline: what a person would write by hand, one document per step and one linked stylesheet. Its texts and its look
//! are the guide's, so that only the mechanism differs.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use toml::{Table, Value};

/// Writes the pages, each with its `.br` beside it; `site` is the built guide whose stylesheet is used.
pub fn write(site: &Path, folder: &Path) {
    let guide = fs::read_to_string(site.join("index.html")).expect("the site has a first page");
    let style = guide
        .split_once("<style")
        .and_then(|(_, rest)| rest.split_once('>'))
        .and_then(|(_, rest)| rest.split_once("</style>"));
    // In the guide one document contains all steps and shows one; here each document shows its own.
    file(
        folder,
        "style.css",
        &format!("{}\n.step{{display:block!important}}", style.expect("the first page holds its stylesheet").0),
    );
    let content: Table = include_str!("../../content/ivanovo.toml").parse().expect("the content is TOML");
    for step in content["step"].as_array().into_iter().flatten() {
        let id = text(step, "id");
        let name = if id == "start" { "index.html".to_owned() } else { format!("{id}.html") };
        file(folder, &name, &page(step, id));
    }
}

fn page(step: &Value, id: &str) -> String {
    let heading = Some(text(step, "title")).filter(|title| !title.is_empty()).unwrap_or(text(step, "question"));
    let mut page = format!(
        "<!doctype html><html lang=ru><meta charset=utf-8><meta name=viewport content='width=device-width'><title>{heading}</title>\
         <link rel=stylesheet href=style.css><main><section class=step><h1 data-step={id}>{heading}</h1>"
    );
    for key in ["lead", "dont", "do", "message"] {
        // Writing to a string cannot fail.
        _ = write!(page, "<p>{}</p>", text(step, key));
    }
    page += "<ul class=choices>";
    for option in step.get("option").and_then(Value::as_array).into_iter().flatten() {
        let (next, choice, label) = (text(option, "next"), text(option, "id"), text(option, "label"));
        _ = write!(page, "<li><a data-choice={choice} href={next}.html>{label}</a></li>");
    }
    page + "</ul></section></main></html>"
}

fn text<'v>(table: &'v Value, key: &str) -> &'v str {
    table.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn file(folder: &Path, name: &str, text: &str) {
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams::default();
    brotli::BrotliCompress(&mut text.as_bytes(), &mut compressed, &parameters).expect("memory takes what is written");
    fs::write(folder.join(name), text).expect("the folder takes a file");
    fs::write(folder.join(format!("{name}.br")), compressed).expect("the folder takes a file");
}
