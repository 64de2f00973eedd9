//! Wishes that make no sense are ignored, each with one line that says what to write.

use serde_json::json;

use super::{code, element, fits, visit};
use crate::guide::{host, word};
use crate::legacy_embed_script::shows;
use crate::support::{Page, Setup};

/// The lines of the console, without the place that Chromium names behind each.
fn said(page: &Page) -> Vec<String> {
    page.console()
}

#[test]
fn an_invalid_option_is_ignored_with_one_warning() {
    let guide = host();
    let cases = [
        ("height", "abc", "640"),
        ("height", "-5", "640"),
        ("height", "1e9", "640"),
        ("width", "; color: red", "480"),
        ("top", "80px", "80"),
        ("theme", "blue", "dark"),
        ("start", "no such step", "forgot-email"),
    ];
    for (wish, value, example) in cases {
        let page = Page::new();
        let _school = visit(&page, &code(&guide, &format!("data-{wish}='{value}'")));
        fits(&page, 0);
        shows(&page.frame(0), "start");
        let line = format!(
            "{} data-{wish}=\"{value}\". {} data-{wish}=\"{example}\"",
            word("embed_script", "ignored"),
            word("embed_script", "instead")
        );
        page.wait_until("true", "the page");
        let console = said(&page);
        assert_eq!(console.len(), 1, "{console:?}");
        assert!(console[0].contains(&line), "{console:?}");
        assert!(page.eval("document.querySelector('iframe').offsetWidth").as_i64() > Some(300), "{wish}");
    }
}

#[test]
fn an_invalid_guide_address_leaves_the_link() {
    let guide = host();
    for named in
        ["javascript:alert(1)", "", "/navigator/", "step-1", "ftp://example.ru/", "data:text/html,x", "http://"]
    {
        let page = Page::new();
        let body =
            code(&guide, "").replace(&format!("data-guide='{}'", guide.url("")), &format!("data-guide='{named}'"));
        let _school = visit(&page, &body);
        page.settle();
        assert_eq!(page.eval("document.querySelectorAll('iframe').length"), 0, "{named}");
        assert!(page.visible("[data-guide] a"), "{named}");
        assert_eq!(page.eval("document.querySelector('[data-guide]').getAttribute('style')"), json!(null), "{named}");
        let console = said(&page);
        assert_eq!(console.len(), 1, "{named}: {console:?}");
        assert!(console[0].contains(&format!("data-guide=\"{named}\"")), "{console:?}");
        assert!(console[0].contains("data-guide=\"https://"), "{console:?}");
    }
}

#[test]
fn a_second_guide_on_the_page_stays_a_link() {
    let (guide, other, page) = (host(), host(), Page::new());
    let body = format!("{}{}{}", element(&guide, ""), code(&other, ""), element(&guide, "data-start=municipality"));
    let _school = visit(&page, &body);
    fits(&page, 0);
    page.eval("document.querySelectorAll('[data-guide]')[2].scrollIntoView()");
    fits(&page, 1);
    shows(&page.frame(1), "municipality");
    let links = "[...document.querySelectorAll('[data-guide] a')].map(a => a.getClientRects().length > 0)";
    assert_eq!(page.eval(links), json!([false, true, false]));
    let console = said(&page);
    assert_eq!(console.len(), 1, "{console:?}");
    assert!(console[0].contains(&other.url("")) && console[0].contains(&guide.url("")), "{console:?}");
}

#[test]
fn each_of_several_elements_has_its_own_options() {
    let guide = host();
    let page = Setup::default().dark().page();
    let body = format!(
        "<style>body {{ background: #111; color: #eee }}</style>{}<p>Между ними</p>{}{}",
        element(&guide, "data-start=municipality data-theme=light data-width=260 data-title='Помощь'"),
        element(&guide, "data-theme=dark data-height=3000"),
        code(&guide, ""),
    );
    let _school = visit(&page, &body);
    let wishes = [("municipality", json!("light")), ("start", json!("dark")), ("start", json!(null))];
    page.wait_until("document.querySelectorAll('iframe').length === 3", "three frames");
    for (number, (step, theme)) in wishes.into_iter().enumerate() {
        page.eval(&format!("document.querySelectorAll('iframe')[{number}].scrollIntoView()"));
        shows(&page.frame(number), step);
        page.frame(number).wait_until("document.querySelector('html.framed')", "the script that reads its wishes");
        assert_eq!(page.frame(number).eval("document.documentElement.dataset.theme ?? null"), theme);
    }
    fits(&page, 0);
    fits(&page, 2);
    assert_eq!(page.eval("[...document.querySelectorAll('iframe')].map(e => e.offsetHeight)[1]"), 3000);
    assert_eq!(page.eval("document.querySelector('iframe').offsetWidth"), 260);
    assert_eq!(page.eval("document.querySelector('iframe').title"), "Помощь");
    assert_eq!(page.console(), [""; 0]);
}
