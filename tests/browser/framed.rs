//! The guide in a frame of another page: it fits, sends its height and step, and nothing else.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::embed_advice;
use crate::guide::{
    Edge, SHOWN_STEPS, choice_selector, host, islands_live, normalize_spaces, path_by_options, ui_string,
};
use crate::support::page::DEADLINE;
use crate::support::{EmbeddingSite, Fault, Frame, Page, Setup};

/// A page with a frame as wide as itself that gives the frame the height it asks for, as `embed.js` does, and records its
/// messages.
pub fn embedding_site(url: &str, sandbox: Option<&str>) -> EmbeddingSite {
    let sandbox = sandbox.map(|allowed| format!("sandbox='{allowed}'")).unwrap_or_default();
    EmbeddingSite::new(&format!(
        "<p id=above>Наша школа<iframe title=guide src='{url}' {sandbox} style='display:block;border:0;width:100%;height:300px'></iframe>
         <p style='height:60rem'>Под рамкой
         <script>
           const frame = document.querySelector('iframe'), told = [];
           addEventListener('message', e => {{
             told.push({{ own: e.source === frame.contentWindow, data: e.data }});
             if (e.data.type === 'guide:height') frame.style.height = e.data.height + 'px';
           }});
         </script>"
    ))
}

/// Waits until the frame is as high as its content, and asserts that nothing is cut off sideways.
#[track_caller]
pub fn wait_until_fits(frame: &Frame, what: &str) {
    const HIGH: &str = "Math.ceil(document.documentElement.getBoundingClientRect().height) === innerHeight";
    frame.wait_until(HIGH, &format!("a frame of the right height {what}"));
    let (content_size, viewport) = (
        frame.eval("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]"),
        frame.eval("[innerWidth, innerHeight]"),
    );
    assert_eq!(content_size, viewport, "{what}: cut off");
}

#[track_caller]
pub fn wait_for_step(frame: &Frame, step: &str) {
    frame.wait_until(&format!("{SHOWN_STEPS} === {}", json!(step)), step);
}

#[track_caller]
pub fn wait_for_islands(frame: &Frame) {
    frame.wait_until(&islands_live(), "every island");
}

/// All messages of the frame so far.
#[track_caller]
pub fn messages(page: &Page) -> Vec<Value> {
    page.eval("told").as_array().cloned().unwrap_or_default()
}

/// The steps that the frame has sent, in order; asserts that all other messages are heights.
#[track_caller]
fn step_messages(page: &Page) -> Vec<String> {
    let mut steps = Vec::new();
    for message in messages(page) {
        assert_eq!(message["own"], true, "{message}");
        let data = message["data"].as_object().expect("an object");
        assert_eq!(data.len(), 2, "{message}");
        match data["type"].as_str() {
            Some("guide:height") => assert!(data["height"].as_u64().is_some_and(|px| px > 0), "{message}"),
            Some("guide:step") => steps.push(data["step"].as_str().expect("an id").to_owned()),
            _ => panic!("{message}"),
        }
    }
    steps
}

#[track_caller]
pub fn answer(frame: &Frame, edge: &Edge) {
    frame.tap(&choice_selector(edge));
    wait_for_step(frame, &edge.to);
}

/// Two whole paths that together contain questions, advice, a quotation and the hotline.
pub fn two_paths() -> [&'static [Edge]; 2] {
    [path_by_options(&["municipality", "not-helped"]), path_by_options(&["application-cancelled", "yes", "no", "call"])]
}

#[test]
fn the_frame_fits_its_content_on_every_step_and_width() {
    let guide = host();
    let advised = embed_advice::sandbox(&guide);
    for sandbox in [None, Some(advised.as_str())] {
        let embedding_site = embedding_site(&guide.url(""), sandbox);
        for width in [280, 360, 800] {
            let page = Setup::default().size(width, 640).page();
            page.open(&embedding_site.host.url(""));
            let frame = page.frame(0);
            wait_for_islands(&frame);
            for path in two_paths() {
                wait_until_fits(&frame, &format!("at the start, {width} px, {sandbox:?}"));
                for edge in path {
                    answer(&frame, edge);
                    wait_until_fits(&frame, &format!("on {}, {width} px, {sandbox:?}", edge.to));
                }
                for edge in path.iter().rev() {
                    page.eval("history.back()");
                    wait_for_step(&frame, &edge.from);
                }
            }
            assert_eq!(page.console(), [""; 0], "{width} px, {sandbox:?}");
        }
    }
}

#[test]
fn the_frame_shrinks_again_and_sends_no_endless_messages() {
    let (guide, page) = (host(), Setup::default().desktop(800, 600).page());
    let embedding_site = embedding_site(&guide.url(""), None);
    page.open(&embedding_site.host.url(""));
    let frame = page.frame(0);
    wait_for_islands(&frame);
    let height = || page.eval("document.querySelector('iframe').offsetHeight").as_i64().expect("px");
    wait_until_fits(&frame, "800 px");
    let wide = height();
    page.resize(320, 600);
    frame.wait_until("innerWidth <= 320", "a narrow frame");
    wait_until_fits(&frame, "320 px");
    assert!(height() > wide);
    page.resize(800, 600);
    frame.wait_until("innerWidth > 700", "a wide frame");
    wait_until_fits(&frame, "800 px again");
    assert_eq!(height(), wide);
    // A frame that reacted to its own height would send messages for ever.
    page.draw();
    let before = messages(&page).len();
    page.pump_events(Duration::from_millis(500));
    assert_eq!(messages(&page).len(), before);
    assert!(before < 20, "{before} messages");
}

#[test]
fn the_frame_sends_only_heights_and_steps() {
    let (guide, page) = (host(), Page::new());
    let embedding_site = embedding_site(&guide.url("?embed"), None);
    page.open(&embedding_site.host.url(""));
    let frame = page.frame(0);
    wait_for_islands(&frame);
    let path = two_paths()[1];
    frame.tap("#find");
    page.type_text("забыл");
    for edge in path {
        answer(&frame, edge);
    }
    frame.tap("[data-island=trail] a[href='#start']");
    wait_for_step(&frame, "start");
    let mut steps: Vec<String> =
        ["start"].into_iter().chain(path.iter().map(|edge| edge.to.as_str())).map(str::to_owned).collect();
    steps.push("start".into());
    page.wait_until(&format!("told.filter(m => m.data.type === 'guide:step').length === {}", steps.len()), "each step");
    assert_eq!(step_messages(&page), steps);
}

/// The script may run before the whole document is there, when the browser knows no target yet.
#[test]
fn the_first_step_sent_is_the_one_in_the_address() {
    let page = Page::new();
    let guide = host().fault("index.html", Fault::Stalled(Duration::from_secs(1)));
    for step in ["municipality", "no%20such%20step"] {
        let embedding_site = embedding_site(&guide.url(&format!("?embed#{step}")), None);
        page.open(&embedding_site.host.url(""));
        page.wait_until("told.some(m => m.data.type === 'guide:step')", "the first step");
        wait_for_islands(&page.frame(0));
        let expected = if step == "municipality" { step } else { "start" };
        assert_eq!(step_messages(&page), [expected], "{step}");
    }
}

#[test]
fn in_a_frame_header_and_footer_are_hidden() {
    let guide = host();
    let page = Page::new();
    let embedding_site = embedding_site(&guide.url(""), None);
    page.open(&embedding_site.host.url(""));
    let frame = page.frame(0);
    wait_for_islands(&frame);
    for hidden in [".top a[href='#start']", "footer", ".share"] {
        assert!(!frame.visible(hidden), "{hidden} is shown");
    }
    assert_eq!(normalize_spaces(&frame.text(".apart")), ui_string("page", "apart"));
    answer(&frame, &two_paths()[0][0]);
    frame.wait_until("document.querySelector('.apart').hash === '#municipality'", "the step's own address");
    let link_out = frame.eval("(a => [a.href, a.target, a.rel])(document.querySelector('.apart'))");
    assert_eq!(link_out, json!([guide.url("#municipality"), "_blank", "noopener"]));
    // The parameter in the address works without a frame as well.
    page.open(&guide.url("?embed"));
    page.wait_until("document.querySelector('html.framed')", "the frame's look");
    assert!(!page.visible("footer") && page.visible(".apart"));
    page.open(&guide.url(""));
    crate::guide::wait_for_islands(&page);
    assert!(page.visible("footer") && !page.visible(".apart"));
}

#[test]
fn switching_to_the_framed_layout_causes_no_layout_shift() {
    let (guide, page) = (host(), Page::new());
    // Nobody listens here, so the frame keeps its height and all shifts are its own.
    page.open(
        &EmbeddingSite::new(&format!(
            "<iframe title=guide src='{}' style='width:340px;height:560px'></iframe>",
            guide.url("")
        ))
        .host
        .url(""),
    );
    let frame = page.frame(0);
    wait_for_islands(&frame);
    frame.wait_until("document.querySelector('html.framed')", "the frame's look");
    page.draw();
    assert_eq!(page.layout_shifts(), [""; 0]);
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn the_back_button_goes_back_inside_the_frame() {
    let (guide, page) = (host(), Page::new());
    let embedding_site = embedding_site(&guide.url(""), None);
    page.open(&embedding_site.host.url(""));
    let frame = page.frame(0);
    wait_for_islands(&frame);
    let path = two_paths()[1];
    for edge in path {
        answer(&frame, edge);
    }
    for edge in path.iter().rev() {
        page.back();
        wait_for_step(&frame, &edge.from);
        wait_until_fits(&frame, "on the way back");
    }
    page.forward();
    wait_for_step(&frame, &path[0].to);
    assert_eq!(page.url(), embedding_site.host.url(""));
}

#[test]
fn external_links_open_in_a_new_tab() {
    let (guide, page) = (host(), Page::new());
    let embedding_site = embedding_site(&guide.url("#hotline"), None);
    page.open(&embedding_site.host.url(""));
    let frame = page.frame(0);
    wait_for_islands(&frame);
    frame.tap("#hotline a[href='https://vk.com/mocivanovo']");
    let outside_windows = || {
        let targets = page.call("Target.getTargets", json!({}));
        let known = |target: &&Value| {
            target["openerFrameId"].is_string() || target["url"].as_str().is_some_and(|url| url.contains("vk.com"))
        };
        targets["targetInfos"].as_array().into_iter().flatten().filter(known).count()
    };
    let deadline = Instant::now() + DEADLINE;
    while outside_windows() == 0 {
        assert!(Instant::now() < deadline, "no new window");
        page.pump_events(Duration::from_millis(30));
    }
    wait_for_step(&frame, "hotline");
    let same_tab_links = frame
        .eval("[...document.querySelectorAll('a[href^=http]')].filter(a => a.target !== '_blank').map(a => a.href)");
    assert_eq!(same_tab_links, json!([]));
}

#[test]
fn a_step_is_scrolled_to_its_top() {
    let guide = host();
    let advised = embed_advice::sandbox(&guide);
    for sandbox in [None, Some(advised.as_str())] {
        let page = Page::new();
        let embedding_site = embedding_site(&guide.url(""), sandbox);
        page.open(&embedding_site.host.url(""));
        let frame = page.frame(0);
        wait_for_islands(&frame);
        wait_until_fits(&frame, "at the start");
        // The last situation is far down; its step must be at the top of the frame.
        let edge = &path_by_options(&["teen-14", "no", "not-helped"])[0];
        answer(&frame, edge);
        let top = "document.querySelector('iframe').getBoundingClientRect().top";
        page.wait_until(&format!("Math.abs({top}) < 40 || {top} >= 0 && {top} < innerHeight / 2"), "the step's top");
    }
}
