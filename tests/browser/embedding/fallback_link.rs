//! Where the script or the frame is blocked, or the guide's server is down, the link is shown and no empty space.

use super::{LINK, open_host_page, snippet, snippet_element, wait_for_link_only, wait_until_fits, with_state_recorder};
use crate::guide::host;
use crate::support::built_site::site;
use crate::support::{EmbeddingSite, Fault, Host, Page, Setup};

/// A page in the place of the guide that runs this script, with `embed.js` on the same server.
#[track_caller]
fn impostor_site(script_body: &str) -> EmbeddingSite {
    let script = std::fs::read_to_string(site().join("embed.js")).expect("the script");
    EmbeddingSite::new(&format!("<p>Справочник</p><script>{script_body}</script>")).with_file("embed.js", &script)
}

/// Asserts that the link leads to the guide, and that the guide takes no other space.
#[track_caller]
fn assert_only_link_to(page: &Page, guide: &Host) {
    assert_eq!(page.eval("document.querySelector('a').href"), guide.url(""));
    let blank = page.eval("document.querySelector('[data-guide]').getBoundingClientRect().height").as_f64();
    assert!(blank < Some(100.0), "a blank of {blank:?} px");
}

#[test]
fn without_its_script_the_snippet_is_a_link() {
    let guide = host();
    let body = snippet(&guide, "");
    let missing = host().fault("embed.js", Fault::NotFound);
    let unreachable = host().fault("embed.js", Fault::Dropped);
    for (case, embedding_site, script) in [
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
        ("an editor cut it out", EmbeddingSite::new(&snippet_element(&guide, "")), true),
        ("it is not there", EmbeddingSite::new(&body.replace(&guide.url("embed.js"), &missing.url("embed.js"))), true),
        (
            "its host is down",
            EmbeddingSite::new(&body.replace(&guide.url("embed.js"), &unreachable.url("embed.js"))),
            true,
        ),
    ] {
        let page = Setup::default().script(script).page();
        page.open(&embedding_site.host.url(""));
        assert_eq!(page.eval("document.querySelector('a').innerText"), LINK, "{case}");
        assert_only_link_to(&page, &guide);
        page.tap("a");
        page.wait_until("document.querySelector('#start h1')", "the guide itself");
        assert_eq!(page.url(), guide.url(""), "{case}");
    }
}

#[test]
fn where_the_frame_is_blocked_the_link_stays_without_empty_space() {
    let guide = host();
    let origin = guide.url("");
    let policy = format!("script-src {}; frame-src 'self'", origin.trim_end_matches('/'));
    let page = Page::new();
    let embedding_site = EmbeddingSite::with_headers(
        &(snippet(&guide, "data-height=900") + &snippet(&guide, "")),
        &[("Content-Security-Policy", &policy)],
    );
    page.open(&embedding_site.host.url(""));
    wait_for_link_only(&page);
    assert_only_link_to(&page, &guide);
    assert_eq!(page.eval("document.querySelectorAll('iframe').length"), 0);
    let other_messages: Vec<_> = page.console().into_iter().filter(|line| !line.contains("frame-src")).collect();
    assert_eq!(other_messages, [""; 0], "more than what the browser itself says of the policy");

    // The guide's server may forbid framing too; then nothing reports it and the frame stays silent.
    let guide = Host::serve_at(site(), "", &[("X-Frame-Options", "DENY")]);
    let _school = open_host_page(&page, &with_state_recorder(&snippet(&guide, "")));
    wait_for_link_only(&page);
    assert_only_link_to(&page, &guide);
    // There was never empty space without a link.
    assert_eq!(page.eval("seen.join()"), "[true,640],[true,0]");
}

/// A report-only policy reports and blocks nothing.
#[test]
fn a_report_only_policy_does_not_remove_the_frame() {
    let (guide, page) = (host(), Page::new());
    let report_recorder =
        "<script>addEventListener('securitypolicyviolation', e => window.reported = e.disposition)</script>";
    let headers = [("Content-Security-Policy-Report-Only", "frame-src 'self'")];
    let embedding_site = EmbeddingSite::with_headers(&format!("{report_recorder}{}", snippet(&guide, "")), &headers);
    page.open(&embedding_site.host.url(""));
    page.wait_until("window.reported === 'report'", "a report");
    wait_until_fits(&page, 0);
}

#[test]
fn while_the_guides_host_is_down_the_link_is_shown() {
    let page = Page::new();
    let script = std::fs::read_to_string(site().join("embed.js")).expect("the script");
    let body = {
        let guide = host();
        snippet_element(&guide, "") + "<script src='embed.js'></script>"
    };
    let embedding_site = EmbeddingSite::new(&body).with_file("embed.js", &script);
    page.open(&embedding_site.host.url(""));
    wait_for_link_only(&page);
}

#[test]
fn a_silent_frame_is_replaced_by_the_link_and_can_come_back() {
    let page = Page::new();
    // The first page sends a height and then navigates to one that does not, as an error page would not.
    let silent_guide = impostor_site("onmessage = () => 0; if (location.search) parent.postMessage({ type: 'guide:height', height: 700 }, '*');
         addEventListener('click', () => location.search ? location.search = '' : parent.postMessage({ type: 'guide:height', height: 800 }, '*'))");
    let _school = open_host_page(&page, &snippet(&silent_guide.host, ""));
    page.wait_until("document.querySelector('iframe')?.offsetHeight === 700", "the frame");
    page.wait_until("!document.querySelector('a').getClientRects().length", "no link");
    page.frame(0).eval("void document.body.click()");
    wait_for_link_only(&page);
    page.frame(0).eval("void document.body.click()");
    page.wait_until("document.querySelector('iframe').offsetHeight === 800", "the frame again");
    assert_eq!(page.eval("document.querySelector('a').getClientRects().length"), 0);
}

/// A frame whose program was not loaded is a plain guide; while somebody reads it, it is not removed.
#[test]
fn a_frame_with_the_focus_is_not_removed() {
    let (guide, page) = (host().fault(".js", Fault::NotFound), Page::new());
    let script = std::fs::read_to_string(site().join("embed.js")).expect("the script");
    let plain_snippet = snippet_element(&guide, "") + "<script src='embed.js'></script>";
    let focus_frame = "<script>
        new MutationObserver(() => {
          const frame = document.querySelector('iframe');
          if (!frame || frame === document.activeElement) return;
          frame.focus();
          frame.onload = () => (window.loaded = performance.now());
        }).observe(document, { childList: true, subtree: true });
      </script>";
    let embedding_site = EmbeddingSite::new(&format!("{focus_frame}{plain_snippet}")).with_file("embed.js", &script);
    page.open(&embedding_site.host.url(""));
    page.frame(0).wait_until("document.querySelector('#start h1')", "the plain guide");
    page.wait_until("performance.now() - window.loaded > 7000", "the time after which a silent frame is given up");
    assert_eq!(page.eval("document.activeElement.localName"), "iframe");
    assert_eq!(page.eval("document.querySelector('iframe').offsetHeight"), 640);
    let embedding_site = EmbeddingSite::new(&plain_snippet).with_file("embed.js", &script);
    // The same without focus in the frame.
    page.open(&embedding_site.host.url(""));
    wait_for_link_only(&page);
}

/// A frame that loads late is shown all the same.
#[test]
fn a_slow_frame_is_shown_when_it_has_loaded() {
    let (guide, page) = (host().fault("/", Fault::Slow(std::time::Duration::from_secs(8))), Page::new());
    let _school = open_host_page(&page, &with_state_recorder(&snippet(&guide, "")));
    wait_until_fits(&page, 0);
    assert_eq!(page.eval("seen[0]"), "[true,640]", "the link, and the place kept for the frame");
    assert_eq!(page.eval("seen.slice(1).every(state => state.startsWith('[false,'))"), true, "{}", page.eval("seen"));
    assert_eq!(page.console(), [""; 0]);
}
