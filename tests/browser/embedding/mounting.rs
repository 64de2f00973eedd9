//! Wherever the script ends up, whenever it comes and however often: each element has one frame, in its own place.

use serde_json::json;

use super::{LINK, code, element, fits, only_the_link, shift, visit};
use crate::guide::{choice, host, path_by};
use crate::legacy_embed_script::shows;
use crate::support::built_site::site;
use crate::support::{EmbeddingSite, Host, Page};

/// The script's text, as an optimiser has it that copies, joins or inlines.
fn text() -> String {
    std::fs::read_to_string(site().join("embed.js")).expect("the script")
}

/// Opens a page whose body ends with a footer, and sees one whole frame in each element of the code and none elsewhere.
#[track_caller]
fn mounts(page: &Page, embedding_site: &EmbeddingSite, row: &str) {
    page.open(&embedding_site.host.url(""));
    let elements = page.eval("document.querySelectorAll('div[data-guide]').length").as_u64().expect("a number");
    assert!(elements > 0, "{row}");
    for number in 0..elements as usize {
        page.wait_until(&format!("document.querySelectorAll('iframe').length > {number}"), &format!("a frame: {row}"));
        page.eval(&format!("document.querySelectorAll('iframe')[{number}].scrollIntoView()"));
        fits(page, number);
    }
    let where_they_are =
        "[...document.querySelectorAll('iframe')].map(e => e.parentElement.matches('div[data-guide]'))";
    assert_eq!(page.eval(where_they_are), json!(vec![true; elements as usize]), "{row}");
    assert_eq!(page.console(), [""; 0], "{row}");
}

#[test]
fn the_copied_snippet_mounts_the_guide() {
    let (guide, page) = (host(), Page::new());
    let embedding_site = visit(
        &page,
        &format!("<script>window.before = Object.keys(window)</script><p>До</p>{}<p>После</p>", code(&guide, "")),
    );
    fits(&page, 0);
    assert_eq!(page.eval("[...document.body.children].map(e => e.tagName).join()"), "SCRIPT,P,DIV,SCRIPT,P");
    assert_eq!(
        page.eval("[...document.querySelector('[data-guide]').children].map(e => e.tagName).join()"),
        "A,IFRAME"
    );
    let frame = "(({ title, loading, referrerPolicy, allow }) => [title, loading, referrerPolicy, allow.split(';')[0]])(document.querySelector('iframe'))";
    assert_eq!(page.eval(frame), json!([LINK, "lazy", "no-referrer", "clipboard-write"]));
    let left = "Object.keys(window).filter(name => !before.includes(name) && name !== 'before' && name !== '0')";
    assert_eq!(page.eval(left), json!([]), "names are left");
    assert_eq!(page.eval("document.cookie + localStorage.length + sessionStorage.length"), "00");
    assert!(shift(&page) <= 0.05, "{:?}", page.layout_shifts());
    // Two whole paths without a second scrollbar, and back again.
    let frame = page.frame(0);
    for path in [path_by(&["municipality", "not-helped"]), path_by(&["application-cancelled", "yes", "no", "call"])] {
        for turn in path {
            frame.tap(&choice(turn));
            shows(&frame, &turn.to);
            fits(&page, 0);
        }
        for turn in path.iter().rev() {
            page.back();
            shows(&frame, &turn.from);
            fits(&page, 0);
        }
    }
    assert_eq!(page.url(), embedding_site.host.url(""));
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn the_script_mounts_wherever_an_optimiser_moves_it() {
    let guide = host();
    let (here, src) = (element(&guide, ""), guide.url("embed.js"));
    let late = |act: &str| format!("<script>addEventListener('load', () => {{ {act} }})</script>");
    let inject = |place: &str| {
        format!("const s = document.createElement('script'); s.src = '{src}'; document.{place}.append(s)")
    };
    let bundle = format!("var menu = 1\n{}\nvar gallery = 2", text());
    for (row, body, bundled) in [
        ("in the footer", format!("{here}<p>Страница</p><footer><script src='{src}' defer></script></footer>"), ""),
        ("before the element", format!("<script src='{src}'></script><p>Страница</p>{here}"), ""),
        ("within the element", here.replace("</div>", &format!("<script>{}</script></div>", text())), ""),
        ("injected", format!("{here}<script>{}</script>", inject("head")), ""),
        ("injected late", format!("{here}{}", late(&inject("body"))), ""),
        ("as a text", format!("{here}<script>{}</script>", text()), ""),
        ("a copy on the school's own host", format!("{here}<script src='bundle.js' async></script>"), &*text()),
        ("joined to others", format!("<script src='bundle.js'></script>{here}"), &*bundle),
        ("joined, at the end", format!("{here}<footer></footer><script src='bundle.js' defer></script>"), &*bundle),
    ] {
        let embedding_site =
            EmbeddingSite::new(&format!("{body}<footer>Подвал</footer>")).with_file("bundle.js", bundled);
        mounts(&Page::new(), &embedding_site, row);
    }
}

#[test]
fn a_script_that_is_loaded_repeatedly_mounts_each_element_once() {
    // A module asks for the host's leave, which the shipped settings give.
    let guide = Host::serve_at(site(), "", &[("Access-Control-Allow-Origin", "*")]);
    let (here, src) = (element(&guide, ""), guide.url("embed.js"));
    let module = format!("<script type=module src='{src}'></script>");
    let plain = format!("<script src='{src}' async></script>");
    for (row, body) in [
        ("a module twice, two elements", format!("{here}{module}<p>Между</p>{here}{module}")),
        ("twice", format!("{here}{plain}{here}{plain}")),
        ("a script, a module and a copy", format!("{here}{plain}{module}<script src='copy.js'></script>{here}{here}")),
    ] {
        let embedding_site = EmbeddingSite::new(&body).with_file("copy.js", &text());
        let page = Page::new();
        mounts(&page, &embedding_site, row);
        page.settle();
        let frames = page
            .eval("document.querySelectorAll('iframe').length === document.querySelectorAll('[data-guide]').length");
        assert_eq!(frames, true, "{row}");
    }
}

/// Pages that build themselves, and plugins that hold scripts back until somebody acts.
#[test]
fn elements_and_scripts_that_are_added_later_are_mounted() {
    let (guide, page) = (host(), Page::new());
    let (here, src) = (element(&guide, ""), guide.url("embed.js"));
    // A framework makes the element first, and names the guide when it is in the page.
    let body = format!(
        "<main></main><button>Показать</button><script>document.querySelector('button').onclick = () => {{
             const script = document.createElement('script');
             script.src = '{src}';
             document.head.append(script);
         }}</script>"
    );
    let _school = visit(&page, &body);
    page.eval(&format!("document.querySelector('main').innerHTML = {}", json!(here)));
    only_the_link(&page);
    page.tap("button");
    fits(&page, 0);
    page.eval(&format!(
        "(place => {{ document.querySelector('main').prepend(place); place.dataset.guide = {} }})(document.createElement('div'))",
        json!(guide.url(""))
    ));
    page.wait_until("document.querySelectorAll('iframe').length === 2", "a second frame");
    page.eval("document.querySelector('iframe').scrollIntoView()");
    fits(&page, 0);
    assert_eq!(page.eval("document.querySelector('a').innerHTML"), LINK, "a link of its own where there is none");
    assert_eq!(page.console(), [""; 0]);
}

/// A builder that saves the page as it stands, and a gallery that copies what it turns, keep a frame that nobody listens to.
#[test]
fn a_copy_of_a_mounted_element_is_mounted_again() {
    let (guide, page) = (host(), Page::new());
    let embedding_site = visit(&page, &code(&guide, ""));
    fits(&page, 0);
    let saved = page.eval("document.querySelector('[data-guide]').outerHTML");
    let saved = saved.as_str().expect("a text").to_owned();
    assert!(saved.contains("<iframe"), "{saved}");
    let again = EmbeddingSite::new(&format!("{saved}<script src='{}'></script>", guide.url("embed.js")));
    mounts(&page, &again, "saved");
    assert_eq!(page.eval("document.querySelectorAll('iframe').length"), 1);
    page.open(&embedding_site.host.url(""));
    fits(&page, 0);
    page.eval("void document.body.append(document.querySelector('[data-guide]').cloneNode(true))");
    page.wait_until("document.querySelectorAll('iframe').length === 2", "the copy's frame");
    page.eval("document.querySelectorAll('iframe')[1].scrollIntoView()");
    fits(&page, 1);
}
