//! The layout around the frame: accordions, sticky headers, narrow columns, dark pages.

use std::time::Duration;

use serde_json::json;

use super::{open_host_page, snippet, total_shift, wait_until_fits};
use crate::framed::{self, answer};
use crate::guide::{choice_selector, host, path_by_options};
use crate::support::{EmbeddingSite, Fault, Page, Setup};

/// An accordion gives its panel the height of its content when it opens, and computes it again when the window is resized.
#[test]
fn an_accordion_grows_with_the_frame() {
    let (guide, page) = (host(), Page::new());
    let body = format!(
        "<button>Открыть</button><div id=panel style='height:0;overflow:hidden'><div id=inner>{}</div></div>
         <script>
           const fit = () => panel.style.height = inner.offsetHeight + 'px';
           document.querySelector('button').onclick = () => {{ fit(); addEventListener('resize', fit) }};
         </script>",
        snippet(&guide, "")
    );
    let _school = open_host_page(&page, &body);
    page.tap("button");
    wait_until_fits(&page, 0);
    let panel_fits = "panel.offsetHeight === inner.offsetHeight";
    page.wait_until(panel_fits, "a panel as high as its content");
    let path = path_by_options(&["municipality", "not-helped"]);
    for edge in path {
        answer(&page.frame(0), edge);
        wait_until_fits(&page, 0);
        page.wait_until(panel_fits, &format!("the whole of {}", edge.to));
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
        snippet(&guide, "data-top=80")
    );
    let _school = open_host_page(&page, &body);
    wait_until_fits(&page, 0);
    let frame = page.frame(0);
    // The last situation is far down; its step must be at the top of the frame.
    frame.tap(&choice_selector(&path_by_options(&["teen-14", "no", "not-helped"])[0]));
    framed::wait_for_step(&frame, "teen-14");
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

/// Where the page reserves a height, nothing moves when the script loads late or when the frame sends its height.
#[test]
fn a_reserved_height_avoids_layout_shift() {
    let guide = host().fault("embed.js", Fault::Slow(Duration::from_millis(700)));
    for reserved in [1400, 640, 900] {
        let page = Setup::default().desktop(800, 900).page();
        let body = format!("<p>До</p>{}<p style='font-size:3rem'>{}</p>", snippet(&guide, ""), "После ".repeat(200));
        let body = body.replace("data-guide=", &format!("style='min-height:{reserved}px' data-guide="));
        let first = "<script>new MutationObserver(() => {
            const frame = document.querySelector('iframe');
            if (frame) window.first = window.first || frame.style.height;
        }).observe(document, { childList: true, subtree: true })</script>";
        let embedding_site = EmbeddingSite::new(&format!("{first}{body}"));
        page.open(&embedding_site.host.url(""));
        wait_until_fits(&page, 0);
        assert_eq!(page.eval("window.first"), format!("{reserved}px"));
        page.settle();
        // What is below moves at most by the error of the reserved height; from then on the frame's own height applies.
        assert_eq!(page.eval("(e => e.offsetHeight === e.querySelector('iframe').offsetHeight)(document.querySelector('[data-guide]'))"), true);
        assert!(reserved != 1400 || total_shift(&page) <= 0.05, "{reserved}: {:?}", page.layout_shifts());
        assert_eq!(page.console(), [""; 0]);
    }
}

#[test]
fn a_narrow_column_does_not_overflow() {
    let guide = host();
    for width in [143, 200] {
        let page = Setup::default().desktop(800, 640).page();
        let body = format!("<div id=column style='width:{width}px'>{}</div>", snippet(&guide, ""));
        let _school = open_host_page(&page, &body);
        wait_until_fits(&page, 0);
        assert_eq!(page.eval("document.querySelector('iframe').offsetWidth"), width);
        assert_eq!(page.eval("column.scrollWidth"), width);
        for edge in path_by_options(&["application-cancelled", "yes", "no", "call"]) {
            answer(&page.frame(0), edge);
            wait_until_fits(&page, 0);
        }
        assert_eq!(page.console(), [""; 0]);
    }
}

/// The browser passes on the page's own scheme; an emulated preference would hide that.
#[test]
fn a_frame_without_a_theme_follows_its_page() {
    let (guide, page) = (host(), Page::new());
    page.call("Emulation.setEmulatedMedia", json!({ "features": [] }));
    let (light, dark) = ("rgb(255, 255, 255)", "rgb(15, 22, 30)");
    for (scheme, options, background) in [
        ("light", "", light),
        ("dark", "", dark),
        ("normal", "", light),
        ("dark", "data-theme=light", light),
        ("light", "data-theme=dark", dark),
    ] {
        let _school = open_host_page(
            &page,
            &format!("<style>:root {{ color-scheme: {scheme} }}</style>{}", snippet(&guide, options)),
        );
        wait_until_fits(&page, 0);
        // A browser may pass the page's scheme on some time after the frame has loaded.
        let is_background =
            format!("getComputedStyle(document.documentElement).backgroundColor === {}", json!(background));
        page.frame(0).wait_until(&is_background, &format!("{background} on a page with {scheme}, {options}"));
    }
    assert_eq!(page.console(), [""; 0]);
}
