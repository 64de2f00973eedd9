//! The page for site keepers: codes to copy that work where they are put.

use serde_json::json;

use crate::embed_script::shows;
use crate::framed::wait_for_islands;
use crate::guide::{host, plain, word};
use crate::support::{Page, School, Setup};

/// Chooses as a hand does.
fn choose(page: &Page, name: &str, value: &str) {
    page.eval(&format!(
        "(s => {{ s.value = {}; s.dispatchEvent(new Event('change', {{ bubbles: true }})) }})(document.querySelector({}))",
        json!(value),
        json!(format!("[name={name}]"))
    ));
}

#[test]
fn it_gives_what_works() {
    let (guide, page) = (host(), Page::new());
    // A frame that goes while it fetches its program leaves a complaint: each is waited for until it has come to life.
    let previews = |step: &str| {
        page.wait_until(&format!("document.querySelector('iframe').src.endsWith('#{step}')"), step);
        let frame = page.frame(0);
        shows(&frame, step);
        wait_for_islands(&frame);
    };
    page.open(&guide.url("embed/"));
    page.wait_until("!document.querySelector('.choose').hidden", "the choices");
    choose(&page, "start", "municipality");
    choose(&page, "theme", "dark");
    assert_eq!(page.eval("document.querySelectorAll('iframe').length"), 0, "a frame before anybody asked for it");
    page.tap(".choose button");
    previews("municipality");
    choose(&page, "start", "child-data");
    previews("child-data");
    choose(&page, "start", "municipality");
    previews("municipality");
    let codes: Vec<String> =
        serde_json::from_value(page.eval("[...document.querySelectorAll('.snippet code')].map(e => e.textContent)"))
            .expect("texts");
    assert_eq!(codes.len(), 3);
    assert_eq!(
        codes[0],
        format!(
            "<script src=\"{}\" data-guide data-start=\"municipality\" data-theme=\"dark\" async></script>",
            guide.url("embed.js")
        )
    );
    for code in &codes {
        let school = School::with(code);
        let visit = Page::new();
        visit.open(&school.host.url(""));
        if code.starts_with("<a") {
            let link = visit.eval("(a => [a.href, a.textContent])(document.querySelector('a'))");
            assert_eq!(link, json!([guide.url("#municipality"), "Навигатор: что делать, если…"]));
            continue;
        }
        shows(&visit.frame(0), "municipality");
        visit.frame(0).wait_until("document.documentElement.dataset.theme === 'dark'", "the theme");
        assert_eq!(visit.eval("document.querySelector('iframe').title"), "Навигатор: что делать, если…");
    }
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn it_copies_a_code() {
    const CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText(text) { window.copied = text; return Promise.resolve(); } } });";
    const NO_CLIPBOARD: &str =
        "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });";
    let guide = host();
    let said = "document.querySelector('#frame .said').textContent";
    let page = Setup::default().before(CLIPBOARD).page();
    page.open(&guide.url("embed/"));
    page.tap("#frame button");
    page.wait_until(said, "a word about the copy");
    assert_eq!(page.eval("copied"), page.eval("document.querySelector('#frame code').textContent"));
    assert_eq!(plain(page.eval(said).as_str().expect("text")), word("embed", "copied"));
    let page = Setup::default().before(NO_CLIPBOARD).page();
    page.open(&guide.url("embed/"));
    page.tap("#frame button");
    page.wait_until(said, "a word about it");
    assert_eq!(plain(page.eval(said).as_str().expect("text")), word("embed", "not_copied"));
    assert_eq!(page.eval("getSelection().toString()"), page.eval("document.querySelector('#frame code').innerText"));
}

#[test]
fn it_has_its_codes_without_script() {
    let (guide, page) = (host(), Setup::default().script_off().page());
    page.open(&guide.url("embed/"));
    let codes = page.texts(".snippet code");
    assert_eq!(codes.len(), 3);
    for (code, begins) in codes.iter().zip(["<script src=", "<iframe src=", "<a href="]) {
        assert!(code.starts_with(begins) && code.contains(&word("embed", "address")), "{code}");
    }
    assert!(!page.visible(".choose") && !page.visible(".snippet button"));
    assert_eq!(page.eval("document.querySelector('.choose').offsetHeight"), 0, "an empty place for what never comes");
    shows(&page.frame(0), "start");
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn it_stays_calm() {
    let (guide, page) = (host(), Page::new());
    page.open(&guide.url("embed/"));
    page.wait_until("!document.querySelector('.choose').hidden", "the choices");
    page.settle();
    assert_eq!(page.shifts(), [""; 0]);
    assert_eq!(page.console(), [""; 0]);
}
