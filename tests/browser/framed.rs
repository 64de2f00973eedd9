//! The guide in a frame of somebody's page: it fits, tells its height and its step, and owes the host nothing else.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::embed_advice;
use crate::guide::{SHOWN_STEPS, Turn, choice, host, path_by, plain, word};
use crate::support::page::DEADLINE;
use crate::support::{EmbeddingSite, Fault, Frame, Page, Setup};

/// A page that frames an address as wide as it is itself and gives the frame the height that it asks for, as `embed.js`
/// would, and notes whatever it says.
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

/// Waits until the frame is as high as what is in it, and sees that nothing of it is cut off at a side.
#[track_caller]
pub fn fits(frame: &Frame, what: &str) {
    const HIGH: &str = "Math.ceil(document.documentElement.getBoundingClientRect().height) === innerHeight";
    frame.wait_until(HIGH, &format!("a frame of the right height {what}"));
    let (whole, inner) = (
        frame.eval("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]"),
        frame.eval("[innerWidth, innerHeight]"),
    );
    assert_eq!(whole, inner, "{what}: cut off");
}

#[track_caller]
pub fn wait_for_step(frame: &Frame, step: &str) {
    frame.wait_until(&format!("{SHOWN_STEPS} === {}", json!(step)), step);
}

#[track_caller]
pub fn wait_for_islands(frame: &Frame) {
    let closed = json!([word("status", "open"), word("status", "closed")]);
    frame.wait_until(
        &format!("{closed}.some(word => document.querySelector('[data-island=status]').textContent.includes(word))"),
        "a live status",
    );
}

/// What the frame has said so far, all of it.
#[track_caller]
pub fn told(page: &Page) -> Vec<Value> {
    page.eval("told").as_array().cloned().unwrap_or_default()
}

/// The steps that the frame has told, in order; whatever else it says is a height.
#[track_caller]
fn told_steps(page: &Page) -> Vec<String> {
    let mut steps = Vec::new();
    for message in told(page) {
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
pub fn answer(frame: &Frame, turn: &Turn) {
    frame.tap(&choice(turn));
    wait_for_step(frame, &turn.to);
}

/// Two whole paths, together through questions, advice, quotation and hotline.
pub fn two_paths() -> [&'static [Turn]; 2] {
    [path_by(&["municipality", "not-helped"]), path_by(&["application-cancelled", "yes", "no", "call"])]
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
                fits(&frame, &format!("at the start, {width} px, {sandbox:?}"));
                for turn in path {
                    answer(&frame, turn);
                    fits(&frame, &format!("on {}, {width} px, {sandbox:?}", turn.to));
                }
                for turn in path.iter().rev() {
                    page.eval("history.back()");
                    wait_for_step(&frame, &turn.from);
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
    fits(&frame, "800 px");
    let wide = height();
    page.resize(320, 600);
    frame.wait_until("innerWidth <= 320", "a narrow frame");
    fits(&frame, "320 px");
    assert!(height() > wide);
    page.resize(800, 600);
    frame.wait_until("innerWidth > 700", "a wide frame");
    fits(&frame, "800 px again");
    assert_eq!(height(), wide);
    // A frame that answered its own height would go on and on.
    page.draw();
    let before = told(&page).len();
    page.pump_events(Duration::from_millis(500));
    assert_eq!(told(&page).len(), before);
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
    for turn in path {
        answer(&frame, turn);
    }
    frame.tap("[data-island=trail] a[href='#start']");
    wait_for_step(&frame, "start");
    let mut walked: Vec<String> =
        ["start"].into_iter().chain(path.iter().map(|turn| turn.to.as_str())).map(str::to_owned).collect();
    walked.push("start".into());
    page.wait_until(
        &format!("told.filter(m => m.data.type === 'guide:step').length === {}", walked.len()),
        "each step",
    );
    assert_eq!(told_steps(&page), walked);
}

/// The script may be there before the document is, when the browser knows no target yet.
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
        assert_eq!(told_steps(&page), [expected], "{step}");
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
    for gone in [".top a[href='#start']", "footer", ".share"] {
        assert!(!frame.visible(gone), "{gone} is shown");
    }
    assert_eq!(plain(&frame.text(".apart")), word("page", "apart"));
    answer(&frame, &two_paths()[0][0]);
    frame.wait_until("document.querySelector('.apart').hash === '#municipality'", "the step's own address");
    let apart = frame.eval("(a => [a.href, a.target, a.rel])(document.querySelector('.apart'))");
    assert_eq!(apart, json!([guide.url("#municipality"), "_blank", "noopener"]));
    // What the address asks for is done without a frame as well.
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
    // Nobody listens here: the frame keeps its height, and what moves in it is its own doing.
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
    for turn in path {
        answer(&frame, turn);
    }
    for turn in path.iter().rev() {
        page.back();
        wait_for_step(&frame, &turn.from);
        fits(&frame, "on the way back");
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
    let outside = || {
        let targets = page.call("Target.getTargets", json!({}));
        let known = |target: &&Value| {
            target["openerFrameId"].is_string() || target["url"].as_str().is_some_and(|url| url.contains("vk.com"))
        };
        targets["targetInfos"].as_array().into_iter().flatten().filter(known).count()
    };
    let deadline = Instant::now() + DEADLINE;
    while outside() == 0 {
        assert!(Instant::now() < deadline, "no new window");
        page.pump_events(Duration::from_millis(30));
    }
    wait_for_step(&frame, "hotline");
    let stay = frame
        .eval("[...document.querySelectorAll('a[href^=http]')].filter(a => a.target !== '_blank').map(a => a.href)");
    assert_eq!(stay, json!([]));
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
        fits(&frame, "at the start");
        // The last situation stands far down; its answer stands at the frame's top.
        let turn = &path_by(&["teen-14", "no", "not-helped"])[0];
        answer(&frame, turn);
        let top = "document.querySelector('iframe').getBoundingClientRect().top";
        page.wait_until(&format!("Math.abs({top}) < 40 || {top} >= 0 && {top} < innerHeight / 2"), "the step's top");
    }
}
