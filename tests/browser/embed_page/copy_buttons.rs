//! The copy buttons: the content of the clipboard, and the status text.

use super::{choose_way, open};
use crate::guide::{host, normalize_spaces, ui_string};
use crate::support::{Fault, Page, Setup};

/// Records what is copied: text in `copied`, and each type in `items`.
const CLIPBOARD: &str = "self.ClipboardItem = class { constructor(blobs) { this.blobs = blobs } };
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {
        writeText(text) { self.copied = text; return Promise.resolve() },
        async write([{ blobs }]) { self.items = {}; for (const type in blobs) items[type] = await blobs[type].text() },
    } });";
const TEXT_ONLY: &str = "self.ClipboardItem = undefined;";
const WRITE_REFUSED: &str = "navigator.clipboard.write = () => Promise.reject(new Error('no'));";
const NO_CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });";

#[track_caller]
fn copy(page: &Page, way: &str, sample: &str) -> String {
    choose_way(page, way);
    if way == "builder" {
        page.wait_until(super::frame_height::MEASURED, "the height");
    }
    page.tap(&format!("{sample} .copy"));
    let copy_status = format!("document.querySelector('{sample} .said').textContent");
    page.wait_until(&copy_status, "a word about the copy");
    normalize_spaces(page.eval(&copy_status).as_str().expect("text"))
}

/// The selector of a sample, by the element in it.
fn sample(id: &str) -> String {
    format!(".sample:has(#{id})")
}

#[test]
fn a_snippet_is_copied_or_selected() {
    let guide = host();
    let page = open(Setup::default().init_script(CLIPBOARD), &guide);
    assert_eq!(copy(&page, "builder", "#frame"), ui_string("embed", "copied"));
    assert_eq!(page.eval("copied"), page.eval("document.querySelector('#frame code').textContent"));
    let page = open(Setup::default().init_script(NO_CLIPBOARD), &guide);
    assert_eq!(copy(&page, "builder", "#frame"), ui_string("embed", "not_copied"));
    assert_eq!(page.eval("getSelection().toString()"), page.eval("document.querySelector('#frame code').innerText"));
    assert_eq!(page.console(), [""; 0]);
}

/// The same text in each format.
#[test]
fn the_ready_text_is_copied_as_html_and_plain_text() {
    let guide = host();
    let page = open(Setup::default().init_script(CLIPBOARD), &guide);
    assert_eq!(copy(&page, "platform", &sample("rich-text")), ui_string("embed_texts", "copied"));
    let (html, text) = (page.eval("items['text/html']"), page.eval("items['text/plain']"));
    let (html, text) = (html.as_str().expect("HTML"), text.as_str().expect("a text"));
    // Only elements that every editor keeps.
    let names = page.eval(
        "[...new DOMParser().parseFromString(items['text/html'], 'text/html').body.querySelectorAll('*')]
            .map(e => [e.localName, ...e.getAttributeNames()].join(' '))",
    );
    let names: Vec<String> = serde_json::from_value(names).expect("names");
    assert!(names.iter().all(|name| ["p", "strong", "a href", "ul", "li"].contains(&name.as_str())), "{names:?}");
    assert_eq!(names.iter().filter(|name| *name == "a href").count(), 3);
    assert!(
        html.contains(&format!("<a href=\"{}\">", guide.url(""))) && html.contains("href=\"tel:+74932482808\""),
        "{html}"
    );
    assert!(text.contains(&guide.url("")) && text.contains("https://vk.com/mocivanovo"), "{text}");
    assert!(!text.contains('<') && !text.contains('{'), "{text}");
    for copy_status in ["+7 (4932) 48-28-08", "вторник и четверг, 13:00–16:30", "Навигатор: что делать, если…"]
    {
        assert!(html.contains(copy_status) && text.contains(copy_status), "{copy_status}");
    }
    // The other two formats.
    for (id, expected) in [("html-text", html), ("plain-text", text)] {
        page.eval("copied = ''");
        page.tap(&format!("{} .copy", sample(id)));
        page.wait_until("copied", "a copy");
        assert_eq!(page.eval("copied"), expected, "{id}");
    }
    // The shown text is the same.
    let shown_text = normalize_spaces(&page.text("#rich-text"));
    let html_text = page.eval(
        "new DOMParser().parseFromString(items['text/html'].replace(/<li>/g, ' $&'), 'text/html').body.textContent",
    );
    assert_eq!(shown_text, normalize_spaces(html_text.as_str().expect("a text")));
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn without_rich_copying_the_plain_text_is_copied() {
    let guide = host();
    for clipboard_limit in [TEXT_ONLY, WRITE_REFUSED] {
        let page = open(Setup::default().init_script(CLIPBOARD).init_script(clipboard_limit), &guide);
        assert_eq!(copy(&page, "platform", &sample("rich-text")), ui_string("embed_texts", "copied"));
        assert_eq!(page.eval("copied"), page.eval("document.querySelector('#plain-text code').textContent"));
    }
    let page = open(Setup::default().init_script(NO_CLIPBOARD), &guide);
    assert_eq!(copy(&page, "platform", &sample("rich-text")), ui_string("embed_texts", "not_copied"));
    assert_eq!(page.eval("getSelection().toString().trim()"), page.text("#rich-text"));
}

#[test]
fn pictures_can_be_downloaded() {
    let guide = host();
    let page = open(Setup::default(), &guide);
    choose_way(&page, "platform");
    let links = page.eval("[...document.querySelectorAll('#platform .picture a')].map(a => [a.getAttribute('href'), a.hasAttribute('download')].join())");
    assert_eq!(links, serde_json::json!(["../embed/picture.png,true", "../embed/square.png,true"]));
    assert_eq!(page.eval("document.querySelector('#platform img').loading"), "lazy");
    page.eval("document.querySelector('#platform img').scrollIntoView()");
    page.wait_until("document.querySelector('#platform img').naturalWidth === 1200", "the picture");
}

/// A button that could not say what has become of the copy is not shown.
#[test]
fn without_a_shared_script_there_are_no_buttons() {
    for file in ["embed/announce.js", "embed/copy_text.js"] {
        let guide = host().fault(file, Fault::NotFound);
        let page = Page::new();
        page.open(&guide.url("embed/"));
        page.wait_until("!document.querySelector('.choose').hidden", "the other scripts");
        page.settle();
        assert_eq!(page.eval("document.querySelectorAll('.copy:not([hidden])').length"), 0, "{file}");
        assert_eq!(page.eval("document.querySelector('.checker').hidden"), file == "embed/announce.js", "{file}");
        assert_eq!(page.layout_shifts(), [""; 0], "{file}");
    }
}
