//! The previews: each runs its own snippet with the choices made.

use super::frame_height::MEASURED;
use super::{choose, choose_way, open};
use crate::framed::{self, wait_for_islands};
use crate::guide::host;
use crate::support::built_site::site_with_url;
use crate::support::{Host, Page, Setup};

/// The samples with a preview.
const SAMPLES: [&str; 5] =
    ["#script", "#wordpress .sample", "#classic .sample", "#builder .sample:not(#frame)", "#frame"];

/// The index of a preview's frame among the page's frames.
#[track_caller]
fn frame_index(page: &Page, sample: &str) -> usize {
    let frame = format!("document.querySelector('{sample} .preview iframe')");
    page.wait_until(&frame, &format!("the preview of {sample}"));
    let frame_index = page.eval(&format!("[...document.querySelectorAll('iframe')].indexOf({frame})"));
    usize::try_from(frame_index.as_u64().expect("a number")).expect("few frames")
}

#[test]
fn each_preview_runs_its_snippet() {
    // Where the address is configured the snippets name it; the preview is loaded from the page's own origin all the same.
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
            let frame = page.frame(frame_index(&page, sample));
            framed::wait_for_step(&frame, "municipality");
            frame.wait_until("document.documentElement.dataset.theme === 'dark'", "the theme");
            wait_for_islands(&frame);
            let has_element = format!("document.querySelector('{sample} .preview [data-guide]') !== null");
            assert_eq!(page.eval(&has_element), sample != "#frame", "{sample}: the code's own element");
        }
        let frame = page.eval("getComputedStyle(document.querySelector('#frame .preview iframe')).height");
        let snippet_height = page.eval("document.querySelector('#frame [data-part=height]').textContent");
        assert_eq!(frame, snippet_height);
        assert_eq!(page.console(), [""; 0]);
    }
}

#[test]
fn a_preview_follows_later_choices() {
    let guide = host();
    let page = open(Setup::default(), &guide);
    choose_way(&page, "own-site");
    page.tap("#script .show");
    // A frame that is removed while it loads its program reports an error, so each is waited for until it is live.
    for step in ["start", "child-data", "municipality"] {
        if step != "start" {
            choose(&page, "start", step);
            page.wait_until(&format!("document.querySelector('.preview iframe')?.src.endsWith('#{step}')"), step);
        }
        let frame = page.frame(frame_index(&page, "#script"));
        framed::wait_for_step(&frame, step);
        wait_for_islands(&frame);
    }
    assert_eq!(page.console(), [""; 0]);
}

/// A height that is measured later resizes the preview without reloading it.
#[test]
fn a_later_height_resizes_the_preview_without_reloading() {
    let guide = host();
    let page = open(Setup::default(), &guide);
    choose_way(&page, "builder");
    page.wait_until(MEASURED, "the height");
    page.tap("#frame .show");
    let frame = page.frame(frame_index(&page, "#frame"));
    framed::wait_for_step(&frame, "start");
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
