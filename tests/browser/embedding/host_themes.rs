//! Themes that style every frame, and everything within the content: the frame is as wide as its column and as high as its step.

use serde_json::json;

use super::{code, fits, visit};
use crate::guide::host;
use crate::support::Setup;

/// What themes and their plugins say, each seen on real sites.
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
                format!("<style>{theme}</style><div class=content><p>До</p>{}<p>После</p></div>", code(&guide, ""));
            let _school = visit(&page, &body);
            fits(&page, 0);
            let seen = page.eval(
                "(({ width, height }, { display, opacity, visibility, padding, borderWidth, transform }, place) =>
                    [width === place.clientWidth - parseFloat(getComputedStyle(place).paddingLeft) * 2, height > 640, display, opacity, visibility, padding, borderWidth, transform])
                 (document.querySelector('iframe').getBoundingClientRect(), getComputedStyle(document.querySelector('iframe')), document.querySelector('[data-guide]'))",
            );
            assert_eq!(seen, json!([true, true, "block", "1", "visible", "0px", "0px", "none"]), "{theme}, {width} px");
            assert_eq!(page.eval("document.scrollingElement.scrollWidth > innerWidth"), false, "{theme}, {width} px");
            // Nothing after the frame is covered by it.
            let below = "document.querySelector('.content p:last-child').getBoundingClientRect().top
                - document.querySelector('iframe').getBoundingClientRect().bottom";
            assert!(page.eval(below).as_f64() > Some(-1.0), "{theme}, {width} px");
            assert_eq!(page.console(), [""; 0], "{theme}, {width} px");
        }
    }
}

/// A closed accordion hides the frame with all that is in it, though the theme says nothing of frames.
#[test]
fn a_hidden_container_hides_the_frame() {
    let guide = host();
    let page = Setup::default().page();
    let _school = visit(&page, &format!("<div id=fold style='visibility:hidden'>{}</div>", code(&guide, "")));
    page.wait_until("document.querySelector('iframe')?.offsetHeight > 640", "the frame");
    assert_eq!(page.eval("getComputedStyle(document.querySelector('iframe')).visibility"), "hidden");
}
