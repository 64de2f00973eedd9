//! The snippet of earlier years, a script alone: the frame is inserted after the script, fits its content, and obeys only
//! its own guide.

use std::time::Duration;

use serde_json::{Value, json};

use crate::embed_advice;
use crate::guide::{choice_selector, host, path_by_options};
use crate::support::built_site::site;
use crate::support::{EmbeddingSite, Host, Page, Setup};
use crate::{embedding, framed};

/// The script's tag with these options.
fn tag(guide: &Host, options: &str) -> String {
    format!("<script src='{}' data-guide {options} async></script>", guide.url("embed.js"))
}

#[track_caller]
fn wait_until_fits(page: &Page, number: usize) {
    let frame = page.frame(number);
    frame.wait_until(
        "Math.ceil(document.documentElement.getBoundingClientRect().height) === innerHeight
            && document.documentElement.scrollWidth === innerWidth",
        "a frame that fits",
    );
}

fn height(page: &Page, number: usize) -> i64 {
    page.eval(&format!("document.querySelectorAll('iframe')[{number}].offsetHeight")).as_i64().expect("px")
}

#[test]
fn the_frame_replaces_the_script_in_place_and_adds_no_globals() {
    let (guide, page) = (host(), Page::new());
    let embedding_site = EmbeddingSite::new(&format!(
        "<script>window.before = Object.keys(window)</script><p>До</p>{}<p>После</p>",
        tag(&guide, "")
    ));
    page.open(&embedding_site.host.url(""));
    wait_until_fits(&page, 0);
    assert_eq!(page.eval("[...document.body.children].map(e => e.tagName).join()"), "SCRIPT,P,SCRIPT,DIV,P");
    let frame = page.eval("(({ title, loading, referrerPolicy, allow }) => [title, loading, referrerPolicy, allow.split(';')[0]])(document.querySelector('iframe'))");
    assert_eq!(frame, json!(["Навигатор: что делать, если…", "lazy", "no-referrer", "clipboard-write"]));
    assert_eq!(
        page.eval("Object.keys(window).filter(name => !before.includes(name) && name !== 'before' && name !== '0')"),
        json!([])
    );
    assert_eq!(page.eval("document.cookie + localStorage.length + sessionStorage.length"), "00");
    // Two whole paths without a second scrollbar, and back again.
    embedding::walk_two_paths(&page, || wait_until_fits(&page, 0));
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn several_scripts_on_a_dark_page_each_have_their_own_options() {
    let guide = host();
    for width in [280, 800] {
        let page = Setup::default().size(width, 640).dark().page();
        let body = format!(
            "<style>body {{ background: #111; color: #eee }}</style>{}<p>Между ними</p>{}{}",
            tag(&guide, "data-start=municipality data-theme=light data-width=260"),
            tag(&guide, "data-theme=dark data-height=3000"),
            tag(&guide, "data-start='no such step' data-theme=blue data-height=NaN data-width='; color: red'"),
        );
        let embedding_site = EmbeddingSite::new(&body);
        page.open(&embedding_site.host.url(""));
        page.wait_until("document.querySelectorAll('iframe').length === 3", "three frames");
        let options = [("municipality", json!("light")), ("start", json!("dark")), ("start", Value::Null)];
        for (number, (step, theme)) in options.into_iter().enumerate() {
            // A lazy frame loads when it is near the viewport, and one that is scrolled past too soon may never load.
            page.eval(&format!("document.querySelectorAll('iframe')[{number}].scrollIntoView()"));
            framed::wait_for_step(&page.frame(number), step);
            page.frame(number).wait_until("document.querySelector('html.framed')", "the script that reads its wishes");
            assert_eq!(page.frame(number).eval("document.documentElement.dataset.theme ?? null"), theme);
        }
        wait_until_fits(&page, 0);
        wait_until_fits(&page, 2);
        assert_eq!(height(&page, 1), 3000, "the least height");
        assert!(page.eval("document.querySelector('iframe').offsetWidth").as_i64() <= Some(260));
        // The answers in one frame do not change another.
        let edge = &path_by_options(&["municipality", "not-helped"])[1];
        page.frame(0).tap(&choice_selector(edge));
        framed::wait_for_step(&page.frame(0), &edge.to);
        wait_until_fits(&page, 0);
        assert_eq!(height(&page, 1), 3000);
        framed::wait_for_step(&page.frame(2), "start");
        let console = page.console();
        let invalid_options = ["theme", "height", "width", "start"];
        assert_eq!(console.len(), invalid_options.len(), "{console:?}");
        for option in invalid_options {
            assert!(console.iter().any(|line| line.contains(&format!("data-{option}="))), "{option}: {console:?}");
        }
    }
}

#[test]
fn the_script_works_injected_late_twice_in_the_head_or_as_a_module() {
    let (guide, page) = (host(), Page::new());
    let url = guide.url("embed.js");
    let injected_late = format!(
        "<p>Страница</p><script>addEventListener('load', () => setTimeout(() => {{
             for (let turn = 0; turn < 2; turn++) {{
                 const script = document.createElement('script');
                 script.src = '{url}';
                 script.dataset.guide = '';
                 document.querySelector('p').append(script);
             }}
         }}, 300))</script>"
    );
    for (body, frames, parents) in [
        (injected_late, 2, "DIV P"),
        (format!("<script type=module src='{url}' data-guide></script>"), 1, "DIV BODY"),
        (
            format!(
                "<script>const s = document.createElement('script'); s.src = '{url}'; s.dataset.guide = ''; document.head.append(s)</script><p>Тело"
            ),
            1,
            "DIV BODY",
        ),
    ] {
        let embedding_site = EmbeddingSite::with_headers(&body, &[]);
        // A module script needs CORS. The shipped configuration allows it, and this host does too.
        let guide_with_leave = Host::serve_at(site(), "", &[("Access-Control-Allow-Origin", "*")]);
        let embedding_site = if body.contains("module") {
            EmbeddingSite::new(&body.replace(&url, &guide_with_leave.url("embed.js")))
        } else {
            embedding_site
        };
        page.open(&embedding_site.host.url(""));
        page.wait_until(&format!("document.querySelectorAll('iframe').length === {frames}"), "the frames");
        page.pump_events(Duration::from_millis(300));
        assert_eq!(page.eval("document.querySelectorAll('iframe').length"), frames, "{body}");
        assert_eq!(
            page.eval(
                "(e => e.tagName + ' ' + e.parentElement.tagName)(document.querySelector('iframe').parentElement)"
            ),
            parents,
            "{body}"
        );
        wait_until_fits(&page, 0);
        assert_eq!(page.console(), [""; 0], "{body}");
    }
}

#[test]
fn the_advised_policy_is_enough_for_a_strict_page() {
    let (guide, page) = (host(), Page::new());
    let policy = format!("default-src 'none'; {}; img-src data:", embed_advice::policy(&guide));
    let embedding_site = EmbeddingSite::with_headers(&tag(&guide, ""), &[("Content-Security-Policy", &policy)]);
    page.open(&embedding_site.host.url(""));
    wait_until_fits(&page, 0);
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn where_frames_are_forbidden_a_link_is_shown() {
    let (guide, page) = (host(), Page::new());
    let origin = guide.url("");
    let policy = format!("script-src {}; frame-src 'self'", origin.trim_end_matches('/'));
    let embedding_site =
        EmbeddingSite::with_headers(&tag(&guide, "data-start=municipality"), &[("Content-Security-Policy", &policy)]);
    page.open(&embedding_site.host.url(""));
    page.wait_until("document.querySelector('a') && !document.querySelector('iframe')", "a link and no frame");
    let link = page.eval("(a => [a.textContent, a.href, a.target])(document.querySelector('a'))");
    assert_eq!(link, json!(["Навигатор: что делать, если…", guide.url("#municipality"), "_blank"]));

    // The guide's host may forbid framing too; then nothing reports it and the frame stays silent.
    let guide = Host::serve_at(site(), "", &[("X-Frame-Options", "DENY")]);
    let embedding_site = EmbeddingSite::new(&tag(&guide, ""));
    page.open(&embedding_site.host.url(""));
    page.wait_until("document.querySelector('iframe').offsetHeight === 0", "no blank after a while");
    assert_eq!(page.eval("document.querySelector('a').href"), guide.url(""));
    assert!(page.visible("a"));
}

/// A page in the place of the guide that runs this script.
#[track_caller]
fn impostor_site(script_text: &str) -> EmbeddingSite {
    let script = std::fs::read_to_string(site().join("embed.js")).expect("the script");
    EmbeddingSite::new(&format!("<script>{script_text}</script>")).with_file("embed.js", &script)
}

#[test]
fn invalid_messages_of_a_frame_change_nothing() {
    let page = Page::new();
    let garbage_sender = impostor_site(
        "const say = message => parent.postMessage(message, '*');
         for (const height of [NaN, 1e9, -5, 0, Infinity, -Infinity, '900', '9e9px', null, undefined, [700], { valueOf: () => 700 }.toString, true, 20001, new Date(700)])
             try { say({ type: 'guide:height', height }) } catch { /* a function can't be sent */ }
         for (const message of [null, undefined, 0, 'guide:height', [], 'x'.repeat(1e6), { type: { toString: null } }, { type: 'guide:height' },
             { type: 'guide:step' }, { type: 'guide:step', step: '<img src=x onerror=alert(1)>' }, new ArrayBuffer(8), { __proto__: { type: 1 } }]) say(message);
         say({ type: 'guide:said' });",
    );
    let embedding_site = EmbeddingSite::new(&format!(
        "<script>addEventListener('message', e => {{ if (e.data?.type === 'guide:said') window.over = true }})</script><p>Школа</p>{}<p>После</p>",
        tag(&garbage_sender.host, "data-height=500")
    ));
    page.open(&embedding_site.host.url(""));
    page.wait_until("window.over", "the last word");
    assert_eq!(height(&page, 0), 500);
    assert_eq!(page.eval("[...document.body.children].map(e => e.tagName).join()"), "SCRIPT,P,SCRIPT,DIV,P");
    assert_eq!(page.eval("scrollY"), 0);
    assert_eq!(page.console(), [""; 0]);
    // The first valid height is used.
    let page = Page::new();
    let valid = impostor_site("parent.postMessage({ type: 'guide:height', height: 777.2 }, '*')");
    let embedding_site = EmbeddingSite::new(&tag(&valid.host, ""));
    page.open(&embedding_site.host.url(""));
    page.wait_until("document.querySelector('iframe').offsetHeight === 778", "the height it asked for");
}

#[test]
fn only_messages_of_its_own_frame_and_origin_are_accepted() {
    let (guide, page) = (host(), Page::new());
    let lying_site = EmbeddingSite::new(
        "<script>setInterval(() => { parent.postMessage({ type: 'guide:height', height: 4321 }, '*'); parent.frames[0]?.parent.postMessage({ type: 'guide:height', height: 4321 }, '*') }, 30)</script>",
    );
    let embedding_site = EmbeddingSite::new(&format!(
        "{}<iframe title=other src='{}'></iframe>",
        tag(&guide, ""),
        lying_site.host.url("")
    ));
    page.open(&embedding_site.host.url(""));
    wait_until_fits(&page, 0);
    page.eval("postMessage({ type: 'guide:height', height: 4321 }, '*')");
    page.pump_events(Duration::from_millis(300));
    wait_until_fits(&page, 0);
    // The same frame after it has navigated to another origin.
    let before = height(&page, 0);
    page.eval(&format!("void (document.querySelector('iframe').src = {})", json!(lying_site.host.url(""))));
    page.frame(0).wait_until(&format!("location.href === {}", json!(lying_site.host.url(""))), "the other place");
    page.pump_events(Duration::from_millis(300));
    assert_eq!(height(&page, 0), before);
}
