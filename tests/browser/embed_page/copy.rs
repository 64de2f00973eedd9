//! Copying: what is in the clipboard, and what is said of it.

use super::{choose_way, open};
use crate::guide::{host, plain, word};
use crate::support::{Fault, Page, Setup};

/// Notes what is copied, as a text in `copied` and by its types in `items`.
const CLIPBOARD: &str = "self.ClipboardItem = class { constructor(blobs) { this.blobs = blobs } };
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {
        writeText(text) { self.copied = text; return Promise.resolve() },
        async write([{ blobs }]) { self.items = {}; for (const type in blobs) items[type] = await blobs[type].text() },
    } });";
const TEXT_ONLY: &str = "self.ClipboardItem = undefined;";
const REFUSED: &str = "navigator.clipboard.write = () => Promise.reject(new Error('no'));";
const NO_CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });";

#[track_caller]
fn copy(page: &Page, way: &str, sample: &str) -> String {
    choose_way(page, way);
    if way == "builder" {
        page.wait_until(super::height::MEASURED, "the height");
    }
    page.tap(&format!("{sample} .copy"));
    let said = format!("document.querySelector('{sample} .said').textContent");
    page.wait_until(&said, "a word about the copy");
    plain(page.eval(&said).as_str().expect("text"))
}

/// A sample of the platform's way, by the element in it.
fn sample(id: &str) -> String {
    format!(".sample:has(#{id})")
}

#[test]
fn a_code_is_copied_or_selected() {
    let guide = host();
    let page = open(Setup::default().before(CLIPBOARD), &guide);
    assert_eq!(copy(&page, "builder", "#frame"), word("embed", "copied"));
    assert_eq!(page.eval("copied"), page.eval("document.querySelector('#frame code').textContent"));
    let page = open(Setup::default().before(NO_CLIPBOARD), &guide);
    assert_eq!(copy(&page, "builder", "#frame"), word("embed", "not_copied"));
    assert_eq!(page.eval("getSelection().toString()"), page.eval("document.querySelector('#frame code').innerText"));
    assert_eq!(page.console(), [""; 0]);
}

/// Five sentences, in each form the same.
#[test]
fn the_ready_text_is_for_every_editor() {
    let guide = host();
    let page = open(Setup::default().before(CLIPBOARD), &guide);
    assert_eq!(copy(&page, "platform", &sample("rich-text")), word("embed_texts", "copied"));
    let (html, text) = (page.eval("items['text/html']"), page.eval("items['text/plain']"));
    let (html, text) = (html.as_str().expect("HTML"), text.as_str().expect("a text"));
    // Only what every filter keeps.
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
    for said in ["+7 (4932) 48-28-08", "вторник и четверг, 13:00–16:30", "Навигатор: что делать, если…"]
    {
        assert!(html.contains(said) && text.contains(said), "{said}");
    }
    // The two others.
    for (id, expected) in [("html-text", html), ("plain-text", text)] {
        page.eval("copied = ''");
        page.tap(&format!("{} .copy", sample(id)));
        page.wait_until("copied", "a copy");
        assert_eq!(page.eval("copied"), expected, "{id}");
    }
    // What is seen says the same.
    let seen = plain(&page.text("#rich-text"));
    let own = page.eval(
        "new DOMParser().parseFromString(items['text/html'].replace(/<li>/g, ' $&'), 'text/html').body.textContent",
    );
    assert_eq!(seen, plain(own.as_str().expect("a text")));
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn where_no_links_can_be_copied_the_plain_text_is() {
    let guide = host();
    for lack in [TEXT_ONLY, REFUSED] {
        let page = open(Setup::default().before(CLIPBOARD).before(lack), &guide);
        assert_eq!(copy(&page, "platform", &sample("rich-text")), word("embed_texts", "copied"));
        assert_eq!(page.eval("copied"), page.eval("document.querySelector('#plain-text code').textContent"));
    }
    let page = open(Setup::default().before(NO_CLIPBOARD), &guide);
    assert_eq!(copy(&page, "platform", &sample("rich-text")), word("embed_texts", "not_copied"));
    assert_eq!(page.eval("getSelection().toString().trim()"), page.text("#rich-text"));
}

#[test]
fn pictures_are_to_be_kept() {
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
        assert_eq!(page.shifts(), [""; 0], "{file}");
    }
}
