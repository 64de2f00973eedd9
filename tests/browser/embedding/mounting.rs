//! Mounting: wherever the script is placed, whenever and however often it is loaded, each element gets one frame inside of
//! itself.

use serde_json::json;

use super::{
    LINK, open_host_page, snippet, snippet_element, total_shift, wait_for_link_only, wait_until_fits, walk_two_paths,
};
use crate::guide::host;
use crate::support::built_site::site;
use crate::support::{EmbeddingSite, Host, Page};

/// The script's text, for optimisers that copy, bundle or inline it.
fn script_text() -> String {
    std::fs::read_to_string(site().join("embed.js")).expect("the script")
}

/// Opens a page and asserts that each element of the snippet has one frame that fits, and that there are no others.
#[track_caller]
fn assert_mounted(page: &Page, embedding_site: &EmbeddingSite, case: &str) {
    page.open(&embedding_site.host.url(""));
    let elements = page.eval("document.querySelectorAll('div[data-guide]').length").as_u64().expect("a number");
    assert!(elements > 0, "{case}");
    for number in 0..elements as usize {
        page.wait_until(&format!("document.querySelectorAll('iframe').length > {number}"), &format!("a frame: {case}"));
        page.eval(&format!("document.querySelectorAll('iframe')[{number}].scrollIntoView()"));
        wait_until_fits(page, number);
    }
    let parents_are_elements =
        "[...document.querySelectorAll('iframe')].map(e => e.parentElement.matches('div[data-guide]'))";
    assert_eq!(page.eval(parents_are_elements), json!(vec![true; elements as usize]), "{case}");
    assert_eq!(page.console(), [""; 0], "{case}");
}

#[test]
fn the_copied_snippet_mounts_the_guide() {
    let (guide, page) = (host(), Page::new());
    let embedding_site = open_host_page(
        &page,
        &format!("<script>window.before = Object.keys(window)</script><p>До</p>{}<p>После</p>", snippet(&guide, "")),
    );
    wait_until_fits(&page, 0);
    assert_eq!(page.eval("[...document.body.children].map(e => e.tagName).join()"), "SCRIPT,P,DIV,SCRIPT,P");
    assert_eq!(
        page.eval("[...document.querySelector('[data-guide]').children].map(e => e.tagName).join()"),
        "A,IFRAME"
    );
    let frame = "(({ title, loading, referrerPolicy, allow }) => [title, loading, referrerPolicy, allow.split(';')[0]])(document.querySelector('iframe'))";
    assert_eq!(page.eval(frame), json!([LINK, "lazy", "no-referrer", "clipboard-write"]));
    let new_globals = "Object.keys(window).filter(name => !before.includes(name) && name !== 'before' && name !== '0')";
    assert_eq!(page.eval(new_globals), json!([]), "names are left");
    assert_eq!(page.eval("document.cookie + localStorage.length + sessionStorage.length"), "00");
    assert!(total_shift(&page) <= 0.05, "{:?}", page.layout_shifts());
    // Two whole paths without a second scrollbar, and back again.
    walk_two_paths(&page, || wait_until_fits(&page, 0));
    assert_eq!(page.url(), embedding_site.host.url(""));
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn the_script_mounts_wherever_an_optimiser_moves_it() {
    let guide = host();
    let (element_html, src) = (snippet_element(&guide, ""), guide.url("embed.js"));
    let on_load = |script: &str| format!("<script>addEventListener('load', () => {{ {script} }})</script>");
    let inject = |parent: &str| {
        format!("const s = document.createElement('script'); s.src = '{src}'; document.{parent}.append(s)")
    };
    let bundle = format!("var menu = 1\n{}\nvar gallery = 2", script_text());
    for (case, body, bundled) in [
        (
            "in the footer",
            format!("{element_html}<p>Страница</p><footer><script src='{src}' defer></script></footer>"),
            "",
        ),
        ("before the element", format!("<script src='{src}'></script><p>Страница</p>{element_html}"), ""),
        (
            "within the element",
            element_html.replace("</div>", &format!("<script>{}</script></div>", script_text())),
            "",
        ),
        ("injected", format!("{element_html}<script>{}</script>", inject("head")), ""),
        ("injected late", format!("{element_html}{}", on_load(&inject("body"))), ""),
        ("as a text", format!("{element_html}<script>{}</script>", script_text()), ""),
        (
            "a copy on the school's own host",
            format!("{element_html}<script src='bundle.js' async></script>"),
            &*script_text(),
        ),
        ("joined to others", format!("<script src='bundle.js'></script>{element_html}"), &*bundle),
        (
            "joined, at the end",
            format!("{element_html}<footer></footer><script src='bundle.js' defer></script>"),
            &*bundle,
        ),
    ] {
        let embedding_site =
            EmbeddingSite::new(&format!("{body}<footer>Подвал</footer>")).with_file("bundle.js", bundled);
        assert_mounted(&Page::new(), &embedding_site, case);
    }
}

#[test]
fn a_script_that_is_loaded_repeatedly_mounts_each_element_once() {
    // A module script needs CORS, which the shipped configuration allows.
    let guide = Host::serve_at(site(), "", &[("Access-Control-Allow-Origin", "*")]);
    let (element_html, src) = (snippet_element(&guide, ""), guide.url("embed.js"));
    let module = format!("<script type=module src='{src}'></script>");
    let plain = format!("<script src='{src}' async></script>");
    for (case, body) in [
        ("a module twice, two elements", format!("{element_html}{module}<p>Между</p>{element_html}{module}")),
        ("twice", format!("{element_html}{plain}{element_html}{plain}")),
        (
            "a script, a module and a copy",
            format!("{element_html}{plain}{module}<script src='copy.js'></script>{element_html}{element_html}"),
        ),
    ] {
        let embedding_site = EmbeddingSite::new(&body).with_file("copy.js", &script_text());
        let page = Page::new();
        assert_mounted(&page, &embedding_site, case);
        page.settle();
        let frames = page
            .eval("document.querySelectorAll('iframe').length === document.querySelectorAll('[data-guide]').length");
        assert_eq!(frames, true, "{case}");
    }
}

/// Pages that are built by scripts, and plugins that delay scripts until somebody interacts.
#[test]
fn elements_and_scripts_that_are_added_later_are_mounted() {
    let (guide, page) = (host(), Page::new());
    let (element_html, src) = (snippet_element(&guide, ""), guide.url("embed.js"));
    // A framework creates the element first, and names the guide when it is in the page.
    let body = format!(
        "<main></main><button>Показать</button><script>document.querySelector('button').onclick = () => {{
             const script = document.createElement('script');
             script.src = '{src}';
             document.head.append(script);
         }}</script>"
    );
    let _school = open_host_page(&page, &body);
    page.eval(&format!("document.querySelector('main').innerHTML = {}", json!(element_html)));
    wait_for_link_only(&page);
    page.tap("button");
    wait_until_fits(&page, 0);
    page.eval(&format!(
        "(place => {{ document.querySelector('main').prepend(place); place.dataset.guide = {} }})(document.createElement('div'))",
        json!(guide.url(""))
    ));
    page.wait_until("document.querySelectorAll('iframe').length === 2", "a second frame");
    page.eval("document.querySelector('iframe').scrollIntoView()");
    wait_until_fits(&page, 0);
    assert_eq!(page.eval("document.querySelector('a').innerHTML"), LINK, "a link of its own where there is none");
    assert_eq!(page.console(), [""; 0]);
}

/// A site builder that saves the page as it is, and a carousel that clones its items, keep a frame that no script listens
/// to.
#[test]
fn a_copy_of_a_mounted_element_is_mounted_again() {
    let (guide, page) = (host(), Page::new());
    let embedding_site = open_host_page(&page, &snippet(&guide, ""));
    wait_until_fits(&page, 0);
    let saved_html = page.eval("document.querySelector('[data-guide]').outerHTML");
    let saved_html = saved_html.as_str().expect("a text").to_owned();
    assert!(saved_html.contains("<iframe"), "{saved_html}");
    let copied_site = EmbeddingSite::new(&format!("{saved_html}<script src='{}'></script>", guide.url("embed.js")));
    assert_mounted(&page, &copied_site, "saved");
    assert_eq!(page.eval("document.querySelectorAll('iframe').length"), 1);
    page.open(&embedding_site.host.url(""));
    wait_until_fits(&page, 0);
    page.eval("void document.body.append(document.querySelector('[data-guide]').cloneNode(true))");
    page.wait_until("document.querySelectorAll('iframe').length === 2", "the copy's frame");
    page.eval("document.querySelectorAll('iframe')[1].scrollIntoView()");
    wait_until_fits(&page, 1);
}
