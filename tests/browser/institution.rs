//! The parent's institution is shown where the address names one that the content knows, and nowhere else.

use serde_json::json;

use crate::guide::{normalize_spaces, ui_string, wait_for_islands};
use crate::support::built_site::{site, site_from};
use crate::support::{EmbeddingSite, Host, Page};

const CARD: &str = "#lost .institution";

#[track_caller]
fn host() -> Host {
    Host::serve(site_from("tests/data/small.toml"))
}

/// Opens the step «lost» with this query.
#[track_caller]
fn open(page: &Page, host: &Host, query: &str) {
    page.open("about:blank");
    page.open(&host.url(&format!("{query}#lost")));
    wait_for_islands(page);
}

#[test]
fn a_known_id_shows_the_institution_with_its_contacts() {
    let (host, page) = (host(), Page::new());
    open(&page, &host, "?institution=school-5");
    let card = normalize_spaces(&page.text(CARD));
    assert_eq!(card, format!("{} Школа № 5 +7 (4932) 00-00-05 school5@example.ru", ui_string("page", "institution")));
    let links = page.eval(&format!("[...document.querySelectorAll('{CARD} a')].map(a => [a.href, a.target])"));
    let expected =
        json!([["https://school5.example.ru/", "_blank"], ["tel:+74932000005", ""], ["mailto:school5@example.ru", ""]]);
    assert_eq!(links, expected);
    // Only steps that send parents to their institution show it.
    assert_eq!(page.eval("document.querySelectorAll('.institution').length"), 1);
    // The message then has a recipient.
    page.tap("#lost summary");
    page.wait_until("document.querySelector('#lost a.button[href^=mailto]')", "the letter");
    let letter = page.eval("document.querySelector('#lost a.button[href^=mailto]').href");
    assert!(letter.as_str().is_some_and(|href| href.starts_with("mailto:school5@example.ru?subject=")), "{letter}");
    assert_eq!(page.console(), [""; 0]);

    open(&page, &host, "?embed&institution=kindergarten-12");
    let card = normalize_spaces(&page.text(CARD));
    assert_eq!(card, format!("{} Детский сад № 12 «Ёлочка» +7 493 200-00-12", ui_string("page", "institution")));
}

#[test]
fn an_unknown_id_shows_nothing() {
    let (host, page) = (host(), Page::new());
    open(&page, &host, "");
    let text_before = page.eval("document.body.innerText");
    for query in [
        "?institution=",
        "?institution=school-6",
        "?institution=School-5",
        "?institution=school-5%20",
        "?institution=school-5&institution=kindergarten-12".replace("school-5", "x").as_str(),
        "?institution=<img src=x onerror=alert(1)>",
        "?institution=__proto__",
        "?institution=%2B79990000000",
        "?institution=constructor&phone=%2B79990000000&name=%D0%A8%D0%BA%D0%BE%D0%BB%D0%B0",
        &format!("?institution={}", "school-5".repeat(2000)),
        "?institution=%",
    ] {
        open(&page, &host, query);
        assert_eq!(page.eval("document.body.innerText"), text_before, "{query}");
        assert_eq!(page.eval("document.querySelectorAll('.institution, img').length"), 0, "{query}");
        assert_eq!(page.console(), [""; 0], "{query}");
    }
}

#[test]
fn the_embed_script_passes_the_institution_on() {
    let (guide, page) = (host(), Page::new());
    let script = guide.url("embed.js");
    let embedding_site = EmbeddingSite::new(&format!(
        "<script src='{script}' data-guide data-start=lost data-institution=school-5></script>"
    ));
    page.open(&embedding_site.host.url(""));
    let frame = page.frame(0);
    frame.wait_until(&format!("document.querySelector('{CARD}')"), "the school's card");
    assert!(frame.text(CARD).contains("00-00-05"));
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn the_shipped_guide_shows_no_institution() {
    let (host, page) = (Host::serve(site()), Page::new());
    page.open(&host.url("?institution=school-5#forgot-email"));
    crate::guide::wait_for_islands(&page);
    assert_eq!(page.eval("document.querySelectorAll('[data-institutions], [data-contact], .institution').length"), 0);
}
