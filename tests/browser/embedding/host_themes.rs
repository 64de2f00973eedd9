//! Host themes that style every frame and all content: the frame is as wide as its column and as high as its step.

use serde_json::json;

use super::{open_host_page, snippet, wait_until_fits};
use crate::guide::host;
use crate::support::Setup;

/// Rules of themes and plugins, each found on real sites.
const THEMES: [&str; 12] = [
    "iframe { height: auto }",
    "iframe { height: auto !important; max-width: 100% !important }",
    "iframe { padding: 1rem !important; border: 9px solid !important; box-sizing: border-box }",
    "iframe { max-height: 400px !important; min-height: 9000px !important }",
    "iframe, a { display: none !important }",
    "iframe { position: absolute; top: 0; left: 0; width: 50% !important; aspect-ratio: 16 / 9; float: right; margin: 2rem }",
    ".content > * { max-width: 300px; margin: 1rem auto; padding: .5rem }",
    ".content > iframe { width: 10px !important; height: 10px !important }",
    ".content div { height: 100px !important; overflow: hidden; display: flex !important }",
    ".content { display: flex; flex-direction: column; align-items: center }",
    "* { box-sizing: border-box } .content a { position: relative; display: inline-block !important; padding: 2rem !important }",
    "iframe:not(.ready) { opacity: 0 !important; transform: scale(.5); transition: all 9s }",
];

#[test]
fn host_themes_do_not_change_the_frame() {
    let guide = host();
    for theme in THEMES {
        for width in [360, 800] {
            let page = Setup::default().size(width, 640).page();
            let body =
                format!("<style>{theme}</style><div class=content><p>До</p>{}<p>После</p></div>", snippet(&guide, ""));
            let _school = open_host_page(&page, &body);
            wait_until_fits(&page, 0);
            let styles = page.eval(
                "(({ width, height }, { display, opacity, visibility, padding, borderWidth, transform }, place) =>
                    [width === place.clientWidth - parseFloat(getComputedStyle(place).paddingLeft) * 2, height > 640, display, opacity, visibility, padding, borderWidth, transform])
                 (document.querySelector('iframe').getBoundingClientRect(), getComputedStyle(document.querySelector('iframe')), document.querySelector('[data-guide]'))",
            );
            assert_eq!(
                styles,
                json!([true, true, "block", "1", "visible", "0px", "0px", "none"]),
                "{theme}, {width} px"
            );
            assert_eq!(page.eval("document.scrollingElement.scrollWidth > innerWidth"), false, "{theme}, {width} px");
            // The frame does not cover what follows it.
            let gap_below = "document.querySelector('.content p:last-child').getBoundingClientRect().top
                - document.querySelector('iframe').getBoundingClientRect().bottom";
            assert!(page.eval(gap_below).as_f64() > Some(-1.0), "{theme}, {width} px");
            assert_eq!(page.console(), [""; 0], "{theme}, {width} px");
        }
    }
}

/// A closed accordion hides the frame with everything in it, although its rule does not mention frames.
#[test]
fn a_hidden_container_hides_the_frame() {
    let guide = host();
    let page = Setup::default().page();
    let _school =
        open_host_page(&page, &format!("<div id=fold style='visibility:hidden'>{}</div>", snippet(&guide, "")));
    page.wait_until("document.querySelector('iframe')?.offsetHeight > 640", "the frame");
    assert_eq!(page.eval("getComputedStyle(document.querySelector('iframe')).visibility"), "hidden");
}
