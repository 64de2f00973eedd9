//! The previews: each shows its own code at work, with the choices made.

use super::frame_height::MEASURED;
use super::{choose, choose_way, open};
use crate::framed::wait_for_islands;
use crate::guide::host;
use crate::legacy_embed_script::shows;
use crate::support::built_site::site_with_url;
use crate::support::{Host, Page, Setup};

/// The previews' samples, by the ways that hold them.
const SAMPLES: [&str; 5] =
    ["#script", "#wordpress .sample", "#classic .sample", "#builder .sample:not(#frame)", "#frame"];

/// The number of a preview's frame among the page's.
#[track_caller]
fn number(page: &Page, sample: &str) -> usize {
    let frame = format!("document.querySelector('{sample} .preview iframe')");
    page.wait_until(&frame, &format!("the preview of {sample}"));
    let number = page.eval(&format!("[...document.querySelectorAll('iframe')].indexOf({frame})"));
    usize::try_from(number.as_u64().expect("a number")).expect("few frames")
}

#[test]
fn each_preview_runs_its_snippet() {
    // Where the address is known the codes name it; the preview is from the page's own place all the same.
    for guide in [host(), Host::serve(site_with_url("content/ivanovo.toml", "https://example.ru/navigator/"))] {
        let page = open(Setup::default(), &guide);
        choose(&page, "start", "municipality");
        choose(&page, "theme", "dark");
        assert_eq!(page.eval("document.querySelectorAll('iframe').length"), 0, "a frame before anybody asked for it");
        for sample in SAMPLES {
            let way = page.eval(&format!("document.querySelector('{sample}').closest('.way').id"));
            let way = way.as_str().expect("a way");
            if page.eval(&format!("document.querySelector('#{way}').open")) == false {
                choose_way(&page, way);
            }
            page.tap(&format!("{sample} .show"));
            let frame = page.frame(number(&page, sample));
            shows(&frame, "municipality");
            frame.wait_until("document.documentElement.dataset.theme === 'dark'", "the theme");
            wait_for_islands(&frame);
            let inside = format!("document.querySelector('{sample} .preview [data-guide]') !== null");
            assert_eq!(page.eval(&inside), sample != "#frame", "{sample}: the code's own element");
        }
        let frame = page.eval("getComputedStyle(document.querySelector('#frame .preview iframe')).height");
        let code = page.eval("document.querySelector('#frame [data-part=height]').textContent");
        assert_eq!(frame, code);
        assert_eq!(page.console(), [""; 0]);
    }
}

#[test]
fn a_preview_follows_later_choices() {
    let guide = host();
    let page = open(Setup::default(), &guide);
    choose_way(&page, "own-site");
    page.tap("#script .show");
    // A frame that goes while it fetches its program leaves a complaint: each is waited for until it has come to life.
    for step in ["start", "child-data", "municipality"] {
        if step != "start" {
            choose(&page, "start", step);
            page.wait_until(&format!("document.querySelector('.preview iframe')?.src.endsWith('#{step}')"), step);
        }
        let frame = page.frame(number(&page, "#script"));
        shows(&frame, step);
        wait_for_islands(&frame);
    }
    assert_eq!(page.console(), [""; 0]);
}

/// What is measured while the frame's preview comes changes its height and does not begin it anew.
#[test]
fn a_later_height_resizes_the_preview_without_reloading() {
    let guide = host();
    let page = open(Setup::default(), &guide);
    choose_way(&page, "builder");
    page.wait_until(MEASURED, "the height");
    page.tap("#frame .show");
    let frame = page.frame(number(&page, "#frame"));
    shows(&frame, "start");
    page.eval("document.querySelector('#frame .preview iframe').first = true");
    for width in ["300", "640"] {
        choose(&page, "width", width);
        page.wait_until(
            &format!(
                "(frame => frame.first && frame.style.maxWidth === '{width}px'
                    && frame.style.height === document.querySelector('#frame [data-part=height]').textContent)
                    (document.querySelector('#frame .preview iframe'))"
            ),
            "the same frame in its new size",
        );
    }
    wait_for_islands(&frame);
    assert_eq!(page.console(), [""; 0]);
}
