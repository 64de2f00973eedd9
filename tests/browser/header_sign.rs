//! The sign in the header says on every step whether the hotline is open, on the first screen of the smallest phone.

use crate::framed;
use crate::guide::{host, normalize_spaces, steps, ui_string, wait_for_islands, wait_for_step};
use crate::support::{EmbeddingSite, Page, Setup};

const SIGN: &str = ".top .sign";

/// Waits until the sign has this text.
#[track_caller]
fn wait_for_sign(page: &Page, text: &str) {
    page.wait_until(
        &format!("document.querySelector('{SIGN}').innerText.replace(/\\s+/g, ' ').trim() === '{text}'"),
        text,
    );
}

/// Whether the whole sign is in the viewport, large enough for a finger, and not covered.
const FULLY_VISIBLE: &str = "(() => {
    const box = document.querySelector('.top .sign').getBoundingClientRect();
    const middle = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight && box.height >= 44
        && middle.closest('.sign') !== null && document.documentElement.scrollWidth <= innerWidth;
})()";

#[test]
fn the_sign_is_on_the_first_screen_of_every_step() {
    let host = host();
    for (width, height) in [(360, 640), (320, 480)] {
        let page = Setup::default().size(width, height).clock_at("2026-11-24T16:30:00+03:00").page();
        page.open(&host.url(""));
        wait_for_islands(&page);
        wait_for_sign(&page, "Линия закрыта до чт 13:00");
        for step in steps() {
            // From the bottom of another step, where an answer may be.
            page.eval("scrollTo(0, document.documentElement.scrollHeight)");
            page.eval(&format!("location.hash = '{step}'"));
            wait_for_step(&page, step);
            page.draw();
            assert_eq!(page.eval(FULLY_VISIBLE), true, "{step} at {width}×{height}");
        }
        assert_eq!(page.layout_shifts(), [""; 0]);
    }
}

#[test]
fn the_sign_follows_the_clock_and_links_to_the_hotline() {
    let host = host();
    let page = Setup::default().clock_at("2026-11-24T12:59:05+03:00").page();
    page.open(&host.url("#municipality"));
    wait_for_islands(&page);
    wait_for_sign(&page, "Линия закрыта до 13:00");
    page.advance_to("2026-11-24T13:00:01+03:00");
    wait_for_sign(&page, "Линия открыта до 16:30");
    page.advance_to("2026-11-24T16:30:01+03:00");
    wait_for_sign(&page, "Линия закрыта до чт 13:00");
    page.tap(SIGN);
    wait_for_step(&page, "hotline");
    assert_eq!(page.layout_shifts(), [""; 0]);
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn without_script_the_sign_shows_the_hours_in_the_same_box() {
    let host = host();
    let (live, plain_page) = (Page::new(), Setup::default().script_off().page());
    for page in [&live, &plain_page] {
        page.open(&host.url("#no-access"));
    }
    wait_for_islands(&live);
    assert_eq!(normalize_spaces(&plain_page.text(SIGN)), "вт и чт, 13:00–16:30");
    for (width, height) in [(320, 568), (360, 640), (768, 1024), (1280, 800)] {
        let sizes = [&live, &plain_page].map(|page| {
            page.resize(width, height);
            page.eval("(e => [e.offsetHeight, e.offsetTop, document.querySelector('.top').offsetHeight].join())(document.querySelector('.sign'))")
        });
        assert_eq!(sizes[0], sizes[1], "{width} px wide");
    }
    plain_page.tap(SIGN);
    wait_for_step(&plain_page, "hotline");
}

#[test]
fn the_sign_is_shown_in_a_frame() {
    let host = host();
    let embedding_site =
        EmbeddingSite::new(&format!("<iframe title=guide width=330 height=700 src='{}'></iframe>", host.url("?embed")));
    let page = Setup::default().clock_at("2026-11-24T14:20:00+03:00").page();
    page.open(&embedding_site.host.url(""));
    let frame = page.frame(0);
    framed::wait_for_step(&frame, "start");
    frame.wait_until(&format!("document.querySelector('{SIGN} b')"), "the sign");
    assert!(frame.visible(SIGN));
    assert_eq!(normalize_spaces(&frame.text(SIGN)), format!("{} до 16:30", ui_string("sign", "open")));
    // It does not overlap the link that leads out of the frame.
    let no_overlap = "(a => a.bottom <= document.querySelector('.sign').getBoundingClientRect().top)(document.querySelector('.apart').getBoundingClientRect())";
    assert_eq!(frame.eval(no_overlap), true);
}
