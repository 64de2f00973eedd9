//! The guide in a frame that is allowed little, or whose host means ill: it works as far as it may, and nothing breaks.

use serde_json::Value;

use crate::fault_tolerance::STORAGE_THROWS;
use crate::framed::{answer, embedding_site, fits, told, two_paths, wait_for_islands, wait_for_step};
use crate::guide::host;
use crate::support::{Host, Page, Setup};

#[test]
fn islands_work_in_a_frame_without_an_origin() {
    // Most hosts send no such header; the shipped settings do.
    let headers: [&[(&str, &str)]; 2] = [&[], &[("Access-Control-Allow-Origin", "*")]];
    for headers in headers {
        let guide = Host::serve_at(crate::support::built_site::site(), "/guide", headers);
        let page = Page::new();
        let embedding_site = embedding_site(&guide.url(""), Some("allow-scripts"));
        page.open(&embedding_site.host.url(""));
        let frame = page.frame(0);
        wait_for_islands(&frame);
        let storage = frame.eval("(() => { try { return typeof localStorage } catch (e) { return e.name } })()");
        assert_eq!(storage, "SecurityError", "the frame has an origin");
        frame.tap("#find");
        page.type_text("не помню почту");
        frame.wait_until("document.querySelector('.find ul a[href=\"#forgot-email\"]')", "an answer");
        for turn in two_paths()[1] {
            answer(&frame, turn);
        }
        assert!(frame.visible("[data-island=trail] a[href='#application-cancelled']"), "no trail");
        fits(&frame, "without an origin");
        assert_eq!(page.console(), [""; 0]);
    }
}

#[test]
fn islands_work_in_a_frame_without_storage() {
    let guide = host();
    let page = Setup::default().init_script(STORAGE_THROWS).page();
    let embedding_site = embedding_site(&guide.url(""), None);
    page.open(&embedding_site.host.url(""));
    let frame = page.frame(0);
    wait_for_islands(&frame);
    for turn in two_paths()[0] {
        answer(&frame, turn);
    }
    fits(&frame, "with storage that throws");
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn links_work_in_a_frame_without_scripts() {
    let (guide, page) = (host(), Page::new());
    let embedding_site = embedding_site(&guide.url(""), Some(""));
    page.open(&embedding_site.host.url(""));
    let frame = page.frame(0);
    wait_for_step(&frame, "start");
    for turn in two_paths()[1] {
        answer(&frame, turn);
    }
    assert_eq!(told(&page), [Value::Null; 0], "a frame without scripts spoke");
}

#[test]
fn messages_and_resizing_by_a_hostile_host_change_nothing() {
    let (guide, page) = (host(), Page::new());
    let embedding_site = embedding_site(&guide.url(""), None);
    page.open(&embedding_site.host.url(""));
    let frame = page.frame(0);
    wait_for_islands(&frame);
    answer(&frame, &two_paths()[0][0]);
    let said = frame.text("main");
    page.eval(
        "(async () => {
            const heap = [null, NaN, 'guide:step', { type: 'guide:step', step: 'hotline' }, { type: 'guide:height', height: 1 },
                { type: 'navigate', hash: '#hotline' }, new ArrayBuffer(8), [[[]]], 'x'.repeat(1e6), { toString: 1, valueOf: 2 }];
            for (let turn = 0; turn < 60; turn++) {
                for (const message of heap) frame.contentWindow.postMessage(message, '*');
                frame.style.width = [0, 1, 200, 3000][turn % 4] + 'px';
                frame.style.height = [0, 5000, 3][turn % 3] + 'px';
                await new Promise(requestAnimationFrame);
            }
            frame.style.width = '100%';
        })()",
    );
    fits(&frame, "after the storm");
    wait_for_step(&frame, "municipality");
    assert_eq!(frame.text("main"), said);
    assert_eq!(page.console(), [""; 0]);
}
