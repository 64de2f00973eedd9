//! Where script or frame is refused, or the guide's host is down: the link is there, and no blank beside it.

use super::{LINK, code, element, fits, only_the_link, visit, watched};
use crate::guide::host;
use crate::support::built_site::site;
use crate::support::{EmbeddingSite, Fault, Host, Page, Setup};

/// A page in the guide's place that says what it likes, and the script beside it.
#[track_caller]
fn impostor(says: &str) -> EmbeddingSite {
    let script = std::fs::read_to_string(site().join("embed.js")).expect("the script");
    EmbeddingSite::new(&format!("<p>Справочник</p><script>{says}</script>")).with_file("embed.js", &script)
}

/// Sees that the link leads to the guide, and that nothing else of the guide takes place.
#[track_caller]
fn leads(page: &Page, guide: &Host) {
    assert_eq!(page.eval("document.querySelector('a').href"), guide.url(""));
    let blank = page.eval("document.querySelector('[data-guide]').getBoundingClientRect().height").as_f64();
    assert!(blank < Some(100.0), "a blank of {blank:?} px");
}

#[test]
fn without_its_script_the_snippet_is_a_link() {
    let guide = host();
    let body = code(&guide, "");
    let gone = host().fault("embed.js", Fault::NotFound);
    let lost = host().fault("embed.js", Fault::Dropped);
    for (row, embedding_site, script) in [
        ("JavaScript is off", EmbeddingSite::new(&body), false),
        (
            "the policy forbids the script",
            EmbeddingSite::with_headers(&body, &[("Content-Security-Policy", "script-src 'self'")]),
            true,
        ),
        (
            "the policy forbids all",
            EmbeddingSite::with_headers(&body, &[("Content-Security-Policy", "default-src 'none'")]),
            true,
        ),
        ("a plugin holds it back", EmbeddingSite::new(&body.replace("<script", "<script type='text/delayed'")), true),
        ("an editor cut it out", EmbeddingSite::new(&element(&guide, "")), true),
        ("it is not there", EmbeddingSite::new(&body.replace(&guide.url("embed.js"), &gone.url("embed.js"))), true),
        ("its host is down", EmbeddingSite::new(&body.replace(&guide.url("embed.js"), &lost.url("embed.js"))), true),
    ] {
        let page = Setup::default().script(script).page();
        page.open(&embedding_site.host.url(""));
        assert_eq!(page.eval("document.querySelector('a').innerText"), LINK, "{row}");
        leads(&page, &guide);
        page.tap("a");
        page.wait_until("document.querySelector('#start h1')", "the guide itself");
        assert_eq!(page.url(), guide.url(""), "{row}");
    }
}

#[test]
fn where_the_frame_is_blocked_the_link_stays_without_empty_space() {
    let guide = host();
    let origin = guide.url("");
    let policy = format!("script-src {}; frame-src 'self'", origin.trim_end_matches('/'));
    let page = Page::new();
    let embedding_site = EmbeddingSite::with_headers(
        &(code(&guide, "data-height=900") + &code(&guide, "")),
        &[("Content-Security-Policy", &policy)],
    );
    page.open(&embedding_site.host.url(""));
    only_the_link(&page);
    leads(&page, &guide);
    assert_eq!(page.eval("document.querySelectorAll('iframe').length"), 0);
    let own: Vec<_> = page.console().into_iter().filter(|line| !line.contains("frame-src")).collect();
    assert_eq!(own, [""; 0], "more than what the browser itself says of the policy");

    // The guide's own host may forbid it as well: nothing says so but silence.
    let guide = Host::serve_at(site(), "", &[("X-Frame-Options", "DENY")]);
    let _school = visit(&page, &watched(&code(&guide, "")));
    only_the_link(&page);
    leads(&page, &guide);
    // Never a blank without a link.
    assert_eq!(page.eval("seen.join()"), "[true,640],[true,0]");
}

/// A policy on trial reports and forbids nothing.
#[test]
fn a_report_only_policy_does_not_remove_the_frame() {
    let (guide, page) = (host(), Page::new());
    let heard = "<script>addEventListener('securitypolicyviolation', e => window.reported = e.disposition)</script>";
    let headers = [("Content-Security-Policy-Report-Only", "frame-src 'self'")];
    let embedding_site = EmbeddingSite::with_headers(&format!("{heard}{}", code(&guide, "")), &headers);
    page.open(&embedding_site.host.url(""));
    page.wait_until("window.reported === 'report'", "a report");
    fits(&page, 0);
}

#[test]
fn while_the_guides_host_is_down_the_link_is_shown() {
    let page = Page::new();
    let script = std::fs::read_to_string(site().join("embed.js")).expect("the script");
    let body = {
        let guide = host();
        element(&guide, "") + "<script src='embed.js'></script>"
    };
    let embedding_site = EmbeddingSite::new(&body).with_file("embed.js", &script);
    page.open(&embedding_site.host.url(""));
    only_the_link(&page);
}

#[test]
fn a_silent_frame_is_replaced_by_the_link_and_can_come_back() {
    let page = Page::new();
    // The first page speaks and then goes to one that doesn't, as an error page in its place wouldn't.
    let silent = impostor("onmessage = () => 0; if (location.search) parent.postMessage({ type: 'guide:height', height: 700 }, '*');
         addEventListener('click', () => location.search ? location.search = '' : parent.postMessage({ type: 'guide:height', height: 800 }, '*'))");
    let _school = visit(&page, &code(&silent.host, ""));
    page.wait_until("document.querySelector('iframe')?.offsetHeight === 700", "the frame");
    page.wait_until("!document.querySelector('a').getClientRects().length", "no link");
    page.frame(0).eval("void document.body.click()");
    only_the_link(&page);
    page.frame(0).eval("void document.body.click()");
    page.wait_until("document.querySelector('iframe').offsetHeight === 800", "the frame again");
    assert_eq!(page.eval("document.querySelector('a').getClientRects().length"), 0);
}

/// A frame whose program was lost on the way is a plain guide; who has begun to read it is not interrupted.
#[test]
fn a_frame_with_the_focus_is_not_removed() {
    let (guide, page) = (host().fault(".js", Fault::NotFound), Page::new());
    let script = std::fs::read_to_string(site().join("embed.js")).expect("the script");
    let plain = element(&guide, "") + "<script src='embed.js'></script>";
    let reader = "<script>
        new MutationObserver(() => {
          const frame = document.querySelector('iframe');
          if (!frame || frame === document.activeElement) return;
          frame.focus();
          frame.onload = () => (window.loaded = performance.now());
        }).observe(document, { childList: true, subtree: true });
      </script>";
    let embedding_site = EmbeddingSite::new(&format!("{reader}{plain}")).with_file("embed.js", &script);
    page.open(&embedding_site.host.url(""));
    page.frame(0).wait_until("document.querySelector('#start h1')", "the plain guide");
    page.wait_until("performance.now() - window.loaded > 7000", "the time after which a silent frame is given up");
    assert_eq!(page.eval("document.activeElement.localName"), "iframe");
    assert_eq!(page.eval("document.querySelector('iframe').offsetHeight"), 640);
    let embedding_site = EmbeddingSite::new(&plain).with_file("embed.js", &script);
    // The same without a reader.
    page.open(&embedding_site.host.url(""));
    only_the_link(&page);
}

/// A frame that comes late is shown all the same.
#[test]
fn a_slow_frame_is_shown_when_it_has_loaded() {
    let (guide, page) = (host().fault("/", Fault::Slow(std::time::Duration::from_secs(8))), Page::new());
    let _school = visit(&page, &watched(&code(&guide, "")));
    fits(&page, 0);
    assert_eq!(page.eval("seen[0]"), "[true,640]", "the link, and the place kept for the frame");
    assert_eq!(page.eval("seen.slice(1).every(state => state.startsWith('[false,'))"), true, "{}", page.eval("seen"));
    assert_eq!(page.console(), [""; 0]);
}
