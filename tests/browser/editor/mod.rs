//! The editor: the centre's staff change the guide in a browser, see it, and publish it.

mod axe;
mod bad_input;
mod crash_copy;
mod engines;
mod former_site;
mod keyboard;
mod parents;
mod publishing;
mod story;
mod typing;

use std::path::Path;
use std::sync::OnceLock;

use serde_json::json;

use crate::support::built_site::site;
use crate::support::engine::Engine;
use crate::support::{Host, Page, Setup};

/// The name of the shipped guide, which the editor's title has too.
const NAME: &str = "Навигатор: что делать, если…";

/// A label of the editor, by its section and key.
#[track_caller]
fn word(section: &str, key: &str) -> &'static str {
    static WORDS: OnceLock<toml::Table> = OnceLock::new();
    let words = WORDS
        .get_or_init(|| include_str!("../../../crates/studio/app/words/ru.toml").parse().expect("the words are TOML"));
    let found = words.get(section).and_then(|section| section.get(key)?.as_str());
    found.unwrap_or_else(|| panic!("{section}.{key} is no text"))
}

/// A label of the editor with its placeholders filled.
#[track_caller]
fn filled(section: &str, key: &str, values: &[(&str, &str)]) -> String {
    let text = word(section, key).to_owned();
    values.iter().fold(text, |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

/// An office computer.
fn desktop() -> Setup {
    Setup::default().desktop(1440, 900)
}

/// The shipped guide's site.
fn host() -> Host {
    Host::serve(site())
}

/// The content of the shipped guide.
fn content() -> String {
    std::fs::read_to_string(site().join("content/ivanovo.toml")).expect("the site has its content")
}

/// Opens the editor of a site and waits until its content is there, with what the checks say of it.
#[track_caller]
fn open_editor(engine: &dyn Engine, address: &str) {
    engine.open(address);
    wait_for_content(engine);
}

/// Waits until the content is there, with what the checks say of it.
#[track_caller]
fn wait_for_content(engine: &dyn Engine) {
    engine.wait_until("document.querySelector('#contents a[href=\"#step/start\"]')", "the editor with its content");
}

/// Goes to a panel as a link to it does, and waits until it is there: its heading has the focus.
#[track_caller]
fn go_to(page: &Page, panel: &str) {
    let hash = json!(format!("#{panel}"));
    let is_elsewhere = page
        .eval(&format!("location.hash !== {hash} && (document.activeElement.blur(), location.hash = {hash}, true)"));
    if is_elsewhere == true {
        wait_for_focus(page, "panel-heading");
    }
}

/// Follows a link to a panel, and waits until it is there.
#[track_caller]
fn follow(page: &Page, link: &str) {
    page.tap(link);
    wait_for_focus(page, "panel-heading");
}

/// Taps the first shown match with exactly this text or accessible name.
#[track_caller]
fn tap_named(page: &Page, sel: &str, name: &str) {
    let mark = format!(
        "[...document.querySelectorAll({})].find(e => e.getClientRects().length > 0 && [e.innerText.trim(), e.getAttribute('aria-label')].includes({}))",
        json!(sel),
        json!(name)
    );
    page.wait_until(
        &format!("{mark}?.setAttribute('data-tapped', '') === undefined && document.querySelector('[data-tapped]')"),
        name,
    );
    page.tap("[data-tapped]");
    page.eval("document.querySelectorAll('[data-tapped]').forEach(e => e.removeAttribute('data-tapped'))");
}

/// Replaces the text of a field by another one, as a person does who selects all of it and pastes.
#[track_caller]
fn write(page: &Page, id: &str, text: &str) {
    page.wait_until(&format!("document.getElementById('{id}')"), id);
    page.tap(&format!("#{id}"));
    page.eval(&format!("document.getElementById('{id}').select()"));
    if text.is_empty() {
        page.key("Backspace");
    } else {
        page.insert_text(text);
    }
}

/// Sets the value of a field of another kind, such as a date, whose own dialog a test can't reach.
#[track_caller]
fn set_value(engine: &dyn Engine, id: &str, value: &str) {
    let set = format!(
        "(field => {{ field.value = {}; field.dispatchEvent(new Event('input', {{ bubbles: true }})); return field.value }})(document.getElementById('{id}'))",
        json!(value)
    );
    assert_eq!(engine.value(&set), value, "the value of {id}");
}

/// Waits until the page's title counts so many errors. How many warnings there are depends on the day.
#[track_caller]
fn wait_for_errors(engine: &dyn Engine, count: usize) {
    let counted = filled("top", "title_errors", &[("errors", &count.to_string())]);
    let counted = counted.split('{').next().unwrap_or_default();
    let clean = filled("top", "title", &[("name", NAME)]);
    let is_clean = format!("{} && document.title === {}", count == 0, json!(clean));
    engine.wait_until(
        &format!("document.title.startsWith({}) || {is_clean}", json!(counted)),
        &format!("{count} errors"),
    );
}

/// Finds what is said below a field in the list of all findings, and follows its link: it leads to the field.
#[track_caller]
fn follow_finding(engine: &dyn Engine, id: &str) {
    let finding = engine.value(&format!("document.getElementById('{id}-findings').textContent.trim()"));
    let is_error = |finding: &str| finding.contains(word("findings", "error").trim_end_matches(['.', ':']));
    assert!(finding.as_str().is_some_and(is_error), "{finding}");
    engine.click("header a[href='#findings']");
    let listed = format!("[...document.querySelectorAll('#form li')].find(e => e.textContent.includes({finding}))");
    let marked = format!(
        "{listed}?.querySelector('a').setAttribute('data-finding', '') === undefined && document.querySelector('[data-finding]')"
    );
    engine.wait_until(&marked, "the finding in the list");
    engine.click("[data-finding]");
    engine.wait_until(&format!("document.activeElement.id === '{id}'"), "the focus on the field");
}

/// Waits until an element has the focus.
#[track_caller]
fn wait_for_focus(page: &Page, id: &str) {
    page.wait_until(&format!("document.activeElement.id === '{id}'"), &format!("the focus on {id}"));
}

/// The document of the page that the view shows; a page on its way there does not count.
const PREVIEW: &str = "document.querySelector('#view iframe:not([inert])')?.contentDocument";

/// Waits until the previewed page says something in a part of it.
#[track_caller]
fn wait_for_preview(engine: &dyn Engine, sel: &str, text: &str) {
    engine.wait_until(
        &format!(
            "{PREVIEW}?.querySelector({})?.textContent.replace(/\\s+/g, ' ').includes({})",
            json!(sel),
            json!(text)
        ),
        &format!("«{text}» in the preview"),
    );
}

/// Whether the draft differs from what was opened or saved last in any byte: the editor asks before such work is left.
const IS_CHANGED: &str = "(leaving => { dispatchEvent(leaving); return leaving.defaultPrevented })(new Event('beforeunload', { cancelable: true }))";

/// Waits until an edit has been done, so that something is unsaved.
#[track_caller]
fn wait_until_changed(page: &Page) {
    page.wait_until(IS_CHANGED, "an edit");
}

/// Waits until nothing is unsaved: the draft is what was opened or saved last, byte for byte. The edits before must have been done.
#[track_caller]
fn wait_until_unchanged(page: &Page) {
    page.wait_until(&format!("!{IS_CHANGED}"), "the draft as it was");
}

/// Waits until the unsaved work is kept in the browser.
#[track_caller]
fn wait_until_kept(page: &Page) {
    let said = word("crash", "written");
    wait_for_foot(page, said.split('{').next().unwrap_or(said));
}

/// Waits until the line about unsaved work begins like this.
#[track_caller]
fn wait_for_foot(page: &Page, said: &str) {
    page.wait_until(&format!("document.querySelector('#editor .written').innerText.startsWith({})", json!(said)), said);
}

/// Writes a site's files into a folder.
fn write_files<'f>(folder: &Path, files: impl IntoIterator<Item = (&'f String, &'f Vec<u8>)>) {
    for (path, bytes) in files {
        let file = folder.join(path);
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        std::fs::write(file, bytes).expect("a file");
    }
}
