//! Guides of hundreds of steps: walked, entered by an address, without script, printed.

use std::path::Path;
use std::sync::OnceLock;

use crate::generated_guide::{Shape, generated_guide};
use crate::guide::{
    Edge, answer, any_status_live, tool_string, trail, wait_for_islands, wait_for_step, wait_for_trail,
};
use crate::printing::print;
use crate::support::built_site::site_with_url;
use crate::support::{Host, Page, Setup};

const STEPS: usize = 300;
const SITE_URL: &str = "https://example.ru/navigator/";

/// The site of a guide of this shape.
#[track_caller]
fn host(shape: Shape) -> Host {
    static FILES: [OnceLock<String>; 2] = [OnceLock::new(), OnceLock::new()];
    let file = FILES[usize::from(shape == Shape::Chain)].get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("guides");
        std::fs::create_dir_all(&folder).expect("a folder for guides");
        let path = folder.join(format!("large-{shape:?}.toml"));
        std::fs::write(&path, generated_guide(shape, STEPS)).expect("the folder takes a file");
        path.to_string_lossy().into_owned()
    });
    Host::serve(site_with_url(file, SITE_URL))
}

fn edge(from: &str, option: &str, to: &str) -> Edge {
    Edge { from: from.to_owned(), option: option.to_owned(), to: to.to_owned() }
}

/// The first so many questions of a chain: each answer leads to the next.
fn questions(count: usize) -> Vec<String> {
    (0..count).map(|number| if number == 0 { "start".to_owned() } else { format!("q{number}") }).collect()
}

fn steps(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// The status in sight says whether the line is open.
#[track_caller]
fn wait_for_status(page: &Page) {
    wait_for_islands(page);
    assert!(page.visible(".step .status b"), "no live status at {}", page.url());
}

#[test]
fn a_wide_guide_is_walked_back_and_reloaded() {
    let host = host(Shape::Wide);
    let page = Page::new();
    page.open(&host.url(""));
    wait_for_status(&page);
    answer(&page, &edge("start", "o30", "q30"));
    wait_for_trail(&page, &steps(&["start"]));
    answer(&page, &edge("q30", "o3", "q30-a3"));
    wait_for_trail(&page, &steps(&["start", "q30"]));
    wait_for_status(&page);
    page.reload();
    wait_for_step(&page, "q30-a3");
    wait_for_trail(&page, &steps(&["start", "q30"]));
    wait_for_status(&page);
    page.back();
    wait_for_step(&page, "q30");
    wait_for_trail(&page, &steps(&["start"]));
    page.back();
    wait_for_step(&page, "start");
    wait_for_status(&page);
    assert_eq!(page.console(), [""; 0]);
    assert_eq!(page.layout_shifts(), [""; 0]);
}

/// A step's islands are mounted when it is entered: by an answer before it is shown, and none of another step.
#[test]
fn the_islands_of_a_step_are_mounted_when_it_is_entered() {
    let host = host(Shape::Wide);
    let page = Page::new();
    page.open(&host.url("#q30"));
    wait_for_islands(&page);
    // This question has no contact; the first step, which is not shown, has.
    assert_eq!(page.eval(&any_status_live()), false);
    assert!(page.visible(".sign b"), "the sign in the header is live");
    // The click is handled before the browser follows the link.
    page.eval("document.querySelector('#q30 [data-choice=o3]').click()");
    let live = "[...document.querySelectorAll('.step .status')].filter(e => e.querySelector('b')).map(e => e.closest('.step').id).join()";
    assert_eq!(page.eval(live), "q30-a3");
    wait_for_step(&page, "q30-a3");
    wait_for_islands(&page);
    assert_eq!(page.eval(live), "q30-a3");
}

#[test]
fn a_deep_step_has_its_message_and_its_call_script() {
    let host = host(Shape::Wide);
    let page = Page::new();
    page.open(&host.url("#q40-a1"));
    wait_for_step(&page, "q40-a1");
    wait_for_status(&page);
    wait_for_trail(&page, &steps(&["start", "q40"]));
    let text = "document.querySelector('#q40-a1 [data-island=message] blockquote').textContent";
    let before = page.eval(text);
    assert!(before.as_str().is_some_and(|text| text.chars().count() > 20), "{before}");
    page.tap("#q40-a1 summary");
    page.wait_until("document.querySelector('#q40-a1 [data-island=message] button')", "the button that copies");
    assert_eq!(page.eval(text), before);
    assert_eq!(page.texts("#q40-a1 .button.call"), [tool_string("message", "copy")]);
    let said = "document.querySelector('#q40-a1 [data-island=phone]').textContent";
    let answered = "document.querySelector('#q40 [data-choice=o1]').textContent";
    assert_eq!(page.eval(&format!("{said}.includes({answered})")), true, "the answers are said on the phone");
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn a_wide_guide_works_without_script() {
    let host = host(Shape::Wide);
    let page = Setup::default().script_off().page();
    page.open(&host.url("#q40-a1"));
    wait_for_step(&page, "q40-a1");
    assert_eq!(trail(&page), ["start", "q40"]);
    assert!(page.visible("#q40-a1 .hotline .button") && page.visible("#q40-a1 .ladder"));
    page.tap("#q40-a1 summary");
    assert!(page.visible("#q40-a1 blockquote"));
    page.open(&host.url(""));
    answer(&page, &edge("start", "o7", "q7"));
    answer(&page, &edge("q7", "o0", "q7-a0"));
}

#[test]
fn a_chain_is_walked_with_its_whole_trail() {
    const WALKED: usize = 12;
    let host = host(Shape::Chain);
    let page = Page::new();
    page.open(&host.url(""));
    wait_for_islands(&page);
    let walked = questions(WALKED + 1);
    for pair in walked.windows(2) {
        answer(&page, &edge(&pair[0], "o0", &pair[1]));
    }
    wait_for_trail(&page, &walked[..WALKED]);
    page.reload();
    wait_for_trail(&page, &walked[..WALKED]);
    page.back();
    wait_for_step(&page, &walked[WALKED - 1]);
    wait_for_trail(&page, &walked[..WALKED - 1]);
    assert_eq!(page.console(), [""; 0]);
}

/// In each step the document has a short trail only: the program shows the whole, and without it there is the way to the start.
#[test]
fn a_deep_step_of_a_chain_has_its_trail() {
    const DEPTH: usize = 100;
    let host = host(Shape::Chain);
    let url = host.url(&format!("#q{DEPTH}"));
    let page = Page::new();
    page.open(&url);
    wait_for_trail(&page, &questions(DEPTH));
    assert_eq!(page.layout_shifts(), [""; 0]);

    let page = Setup::default().script_off().page();
    page.open(&url);
    assert_eq!(trail(&page), ["start"]);
    page.tap("nav.trail a");
    wait_for_step(&page, "start");
    // A short one is whole.
    page.open(&host.url("#q6"));
    wait_for_step(&page, "q6");
    assert_eq!(trail(&page), questions(6));
}

#[test]
fn a_leaflet_of_a_large_guide_prints_on_one_page() {
    let host = host(Shape::Wide);
    for script in [true, false] {
        let page = Setup::default().desktop(1280, 800).script(script).page();
        page.open(&host.url("#q40-a1"));
        wait_for_step(&page, "q40-a1");
        let heading = page.text("#q40-a1 h1");
        let document = print(&page, &format!("leaflet of a large guide {script}"));
        assert_eq!(document.pages(), 1);
        document.assert_contains(&heading);
        document.assert_contains("example.ru/navigator/#q40-a1");
        document.assert_contains(&tool_string("paper", "scan"));
        document.assert_lacks("#q40-a2");
    }
}
