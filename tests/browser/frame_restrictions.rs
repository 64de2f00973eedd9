//! The guide in a restricted frame or on a hostile host: it works as far as it is allowed to, and nothing breaks.

use serde_json::Value;

use crate::fault_tolerance::STORAGE_THROWS;
use crate::framed::{answer, embedding_site, messages, two_paths, wait_for_islands, wait_for_step, wait_until_fits};
use crate::guide::host;
use crate::support::{Host, Page, Setup};

#[test]
fn islands_work_in_a_frame_without_an_origin() {
    // Most hosts send no CORS header; the shipped configuration does.
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
        for edge in two_paths()[1] {
            answer(&frame, edge);
        }
        assert!(frame.visible("[data-island=trail] a[href='#application-cancelled']"), "no trail");
        wait_until_fits(&frame, "without an origin");
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
    for edge in two_paths()[0] {
        answer(&frame, edge);
    }
    wait_until_fits(&frame, "with storage that throws");
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn links_work_in_a_frame_without_scripts() {
    let (guide, page) = (host(), Page::new());
    let embedding_site = embedding_site(&guide.url(""), Some(""));
    page.open(&embedding_site.host.url(""));
    let frame = page.frame(0);
    wait_for_step(&frame, "start");
    for edge in two_paths()[1] {
        answer(&frame, edge);
    }
    assert_eq!(messages(&page), [Value::Null; 0], "a frame without scripts spoke");
}

#[test]
fn messages_and_resizing_by_a_hostile_host_change_nothing() {
    let (guide, page) = (host(), Page::new());
    let embedding_site = embedding_site(&guide.url(""), None);
    page.open(&embedding_site.host.url(""));
    let frame = page.frame(0);
    wait_for_islands(&frame);
    answer(&frame, &two_paths()[0][0]);
    let text_before = frame.text("main");
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
    wait_until_fits(&frame, "after the storm");
    wait_for_step(&frame, "municipality");
    assert_eq!(frame.text("main"), text_before);
    assert_eq!(page.console(), [""; 0]);
}
