//! Options of the snippet: an invalid one is ignored with one console message that gives an example.

use serde_json::json;

use super::{open_host_page, snippet, snippet_element, wait_until_fits};
use crate::framed;
use crate::guide::{host, ui_string};
use crate::support::{Page, Setup};

/// The lines of the console.
fn console_lines(page: &Page) -> Vec<String> {
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
    for (option, value, example) in cases {
        let page = Page::new();
        let _school = open_host_page(&page, &snippet(&guide, &format!("data-{option}='{value}'")));
        wait_until_fits(&page, 0);
        framed::wait_for_step(&page.frame(0), "start");
        let warning = format!(
            "{} data-{option}=\"{value}\". {} data-{option}=\"{example}\"",
            ui_string("embed_script", "ignored"),
            ui_string("embed_script", "instead")
        );
        page.wait_until("true", "the page");
        let console = console_lines(&page);
        assert_eq!(console.len(), 1, "{console:?}");
        assert!(console[0].contains(&warning), "{console:?}");
        assert!(page.eval("document.querySelector('iframe').offsetWidth").as_i64() > Some(300), "{option}");
    }
}

#[test]
fn an_invalid_guide_address_leaves_the_link() {
    let guide = host();
    for address in
        ["javascript:alert(1)", "", "/navigator/", "step-1", "ftp://example.ru/", "data:text/html,x", "http://"]
    {
        let page = Page::new();
        let body =
            snippet(&guide, "").replace(&format!("data-guide='{}'", guide.url("")), &format!("data-guide='{address}'"));
        let _school = open_host_page(&page, &body);
        page.settle();
        assert_eq!(page.eval("document.querySelectorAll('iframe').length"), 0, "{address}");
        assert!(page.visible("[data-guide] a"), "{address}");
        assert_eq!(page.eval("document.querySelector('[data-guide]').getAttribute('style')"), json!(null), "{address}");
        let console = console_lines(&page);
        assert_eq!(console.len(), 1, "{address}: {console:?}");
        assert!(console[0].contains(&format!("data-guide=\"{address}\"")), "{console:?}");
        assert!(console[0].contains("data-guide=\"https://"), "{console:?}");
    }
}

#[test]
fn a_second_guide_on_the_page_stays_a_link() {
    let (guide, other, page) = (host(), host(), Page::new());
    let body = format!(
        "{}{}{}",
        snippet_element(&guide, ""),
        snippet(&other, ""),
        snippet_element(&guide, "data-start=municipality")
    );
    let _school = open_host_page(&page, &body);
    wait_until_fits(&page, 0);
    page.eval("document.querySelectorAll('[data-guide]')[2].scrollIntoView()");
    wait_until_fits(&page, 1);
    framed::wait_for_step(&page.frame(1), "municipality");
    let links = "[...document.querySelectorAll('[data-guide] a')].map(a => a.getClientRects().length > 0)";
    assert_eq!(page.eval(links), json!([false, true, false]));
    let console = console_lines(&page);
    assert_eq!(console.len(), 1, "{console:?}");
    assert!(console[0].contains(&other.url("")) && console[0].contains(&guide.url("")), "{console:?}");
}

#[test]
fn each_of_several_elements_has_its_own_options() {
    let guide = host();
    let page = Setup::default().dark().page();
    let body = format!(
        "<style>body {{ background: #111; color: #eee }}</style>{}<p>Между ними</p>{}{}",
        snippet_element(&guide, "data-start=municipality data-theme=light data-width=260 data-title='Помощь'"),
        snippet_element(&guide, "data-theme=dark data-height=3000"),
        snippet(&guide, ""),
    );
    let _school = open_host_page(&page, &body);
    let options = [("municipality", json!("light")), ("start", json!("dark")), ("start", json!(null))];
    page.wait_until("document.querySelectorAll('iframe').length === 3", "three frames");
    for (number, (step, theme)) in options.into_iter().enumerate() {
        page.eval(&format!("document.querySelectorAll('iframe')[{number}].scrollIntoView()"));
        framed::wait_for_step(&page.frame(number), step);
        page.frame(number).wait_until("document.querySelector('html.framed')", "the script that reads its options");
        assert_eq!(page.frame(number).eval("document.documentElement.dataset.theme ?? null"), theme);
    }
    wait_until_fits(&page, 0);
    wait_until_fits(&page, 2);
    assert_eq!(page.eval("[...document.querySelectorAll('iframe')].map(e => e.offsetHeight)[1]"), 3000);
    assert_eq!(page.eval("document.querySelector('iframe').offsetWidth"), 260);
    assert_eq!(page.eval("document.querySelector('iframe').title"), "Помощь");
    assert_eq!(page.console(), [""; 0]);
}
