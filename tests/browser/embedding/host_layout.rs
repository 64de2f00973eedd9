//! What stands around the frame: accordions, sticky headers, narrow columns, dark pages.

use std::time::Duration;

use serde_json::json;

use super::{code, fits, shift, visit};
use crate::framed::answer;
use crate::guide::{choice, host, path_by};
use crate::legacy_embed_script::shows;
use crate::support::{EmbeddingSite, Fault, Page, Setup};

/// An accordion gives its panel the height that its content has at opening, and reckons again when the window's size changes.
#[test]
fn an_accordion_grows_with_the_frame() {
    let (guide, page) = (host(), Page::new());
    let body = format!(
        "<button>Открыть</button><div id=panel style='height:0;overflow:hidden'><div id=inner>{}</div></div>
         <script>
           const fit = () => panel.style.height = inner.offsetHeight + 'px';
           document.querySelector('button').onclick = () => {{ fit(); addEventListener('resize', fit) }};
         </script>",
        code(&guide, "")
    );
    let _school = visit(&page, &body);
    page.tap("button");
    fits(&page, 0);
    let whole = "panel.offsetHeight === inner.offsetHeight";
    page.wait_until(whole, "a panel as high as its content");
    let path = path_by(&["municipality", "not-helped"]);
    for turn in path {
        answer(&page.frame(0), turn);
        fits(&page, 0);
        page.wait_until(whole, &format!("the whole of {}", turn.to));
    }
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn a_sticky_header_covers_no_heading() {
    let guide = host();
    let page = Setup::default().size(360, 640).page();
    let body = format!(
        "<header style='position:sticky;top:0;height:80px;background:#ccc;z-index:9'>Школа</header><p style='height:300px'>Выше</p>{}
         <p style='height:1500px'>Ниже",
        code(&guide, "data-top=80")
    );
    let _school = visit(&page, &body);
    fits(&page, 0);
    let frame = page.frame(0);
    // The last situation stands far down; its answer stands at the frame's top.
    frame.tap(&choice(&path_by(&["teen-14", "no", "not-helped"])[0]));
    shows(&frame, "teen-14");
    let heading =
        frame.eval("[...document.querySelectorAll('h1')].find(e => e.checkVisibility()).getBoundingClientRect().top");
    let heading = heading.as_f64().expect("px");
    page.wait_until(
        &format!(
            "(top => top >= 80 && top < 400)({heading} + document.querySelector('iframe').getBoundingClientRect().top)"
        ),
        "a heading below the header",
    );
    assert!(page.eval("scrollY").as_f64() > Some(100.0));
}

/// Where the page has reserved a height, nothing moves when the script comes late, nor when the frame has told its own.
#[test]
fn a_reserved_height_avoids_layout_shift() {
    let guide = host().fault("embed.js", Fault::Slow(Duration::from_millis(700)));
    for reserved in [1400, 640, 900] {
        let page = Setup::default().desktop(800, 900).page();
        let body = format!("<p>До</p>{}<p style='font-size:3rem'>{}</p>", code(&guide, ""), "После ".repeat(200));
        let body = body.replace("data-guide=", &format!("style='min-height:{reserved}px' data-guide="));
        let first = "<script>new MutationObserver(() => {
            const frame = document.querySelector('iframe');
            if (frame) window.first = window.first || frame.style.height;
        }).observe(document, { childList: true, subtree: true })</script>";
        let embedding_site = EmbeddingSite::new(&format!("{first}{body}"));
        page.open(&embedding_site.host.url(""));
        fits(&page, 0);
        assert_eq!(page.eval("window.first"), format!("{reserved}px"));
        page.settle();
        // What is below moves at most by what the guess was wrong; the frame's own height rules from then on.
        assert_eq!(page.eval("(e => e.offsetHeight === e.querySelector('iframe').offsetHeight)(document.querySelector('[data-guide]'))"), true);
        assert!(reserved != 1400 || shift(&page) <= 0.05, "{reserved}: {:?}", page.layout_shifts());
        assert_eq!(page.console(), [""; 0]);
    }
}

#[test]
fn a_narrow_column_does_not_overflow() {
    let guide = host();
    for width in [143, 200] {
        let page = Setup::default().desktop(800, 640).page();
        let body = format!("<div id=column style='width:{width}px'>{}</div>", code(&guide, ""));
        let _school = visit(&page, &body);
        fits(&page, 0);
        assert_eq!(page.eval("document.querySelector('iframe').offsetWidth"), width);
        assert_eq!(page.eval("column.scrollWidth"), width);
        for turn in path_by(&["application-cancelled", "yes", "no", "call"]) {
            answer(&page.frame(0), turn);
            fits(&page, 0);
        }
        assert_eq!(page.console(), [""; 0]);
    }
}

/// The browser passes the page's own colours on; a preference that a test sets would hide that.
#[test]
fn a_frame_without_a_theme_follows_its_page() {
    let (guide, page) = (host(), Page::new());
    page.call("Emulation.setEmulatedMedia", json!({ "features": [] }));
    let (light, dark) = ("rgb(255, 255, 255)", "rgb(15, 22, 30)");
    for (scheme, wishes, paper) in [
        ("light", "", light),
        ("dark", "", dark),
        ("normal", "", light),
        ("dark", "data-theme=light", light),
        ("light", "data-theme=dark", dark),
    ] {
        let _school =
            visit(&page, &format!("<style>:root {{ color-scheme: {scheme} }}</style>{}", code(&guide, wishes)));
        fits(&page, 0);
        // The browser may pass the page's scheme on a moment after the frame has come.
        let seen = format!("getComputedStyle(document.documentElement).backgroundColor === {}", json!(paper));
        page.frame(0).wait_until(&seen, &format!("{paper} on a page with {scheme}, {wishes}"));
    }
    assert_eq!(page.console(), [""; 0]);
}
