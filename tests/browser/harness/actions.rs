//! Tests of the harness: taps, keys, the emulated device, screenshots and PDFs.

use std::panic::AssertUnwindSafe;

use super::{failure, serve_page};
use crate::support::capture::AccessibleNode;
use crate::support::{Page, Setup};

const BUTTON: &str = "<div style='height:3000px'></div><button id=b>Press</button><script>b.onclick = e => b.textContent = e.isTrusted + ' ' + (e.pointerType || '')</script>";

#[test]
fn a_tap_sends_trusted_touch_events_and_a_click_trusted_mouse_events() {
    let test_site = serve_page(BUTTON);
    for (setup, pointer) in [(Setup::default(), "true touch"), (Setup::default().desktop(1000, 700), "true mouse")] {
        let page = setup.page();
        page.open(&test_site.host.url(""));
        page.tap("#b");
        page.wait_until(&format!("b.textContent === '{pointer}'"), pointer);
    }
}

#[test]
fn a_covered_or_absent_element_cannot_be_tapped() {
    let test_site = serve_page(
        "<button id=b>Under</button><button id=gone hidden>Gone</button><div style='position:fixed;inset:0' id=lid></div>",
    );
    let page = Page::new();
    page.open(&test_site.host.url(""));
    let why = failure(AssertUnwindSafe(|| page.tap("#b")));
    assert!(why.contains("covered by <div") && why.contains("lid"), "{why}");
    let why = failure(AssertUnwindSafe(|| page.tap("#gone")));
    assert!(why.contains("nothing shown matches it"), "{why}");
}

#[test]
fn a_link_broken_over_two_lines_can_be_tapped() {
    let test_site =
        serve_page("<p style='width:150px'>A long text before <a id=a href='#x'>the link that does not fit</a>.</p>");
    let page = Page::new();
    page.open(&test_site.host.url(""));
    page.tap("#a");
    page.wait_until("location.hash === '#x'", "the fragment");
}

#[test]
fn keys_move_the_focus_activate_buttons_and_type() {
    let test_site = serve_page(
        "<input id=i><button id=b onclick=\"this.textContent = 'pressed'\">Press</button><a id=a href='#x'>Link</a>",
    );
    let page = Page::new();
    page.open(&test_site.host.url(""));
    page.key("Tab");
    page.type_text("Ёж, 2");
    assert_eq!(page.eval("i.value"), "Ёж, 2");
    page.key("Backspace");
    assert_eq!(page.eval("i.value"), "Ёж, ");
    page.key("Tab");
    page.key("Enter");
    assert_eq!(page.text("#b"), "pressed");
    page.key("Tab");
    assert_eq!(page.eval("document.activeElement.id"), "a");
    page.key("Shift+Tab");
    assert_eq!(page.eval("document.activeElement.id"), "b");
    page.key("Tab");
    page.key("Enter");
    page.wait_until("location.hash === '#x'", "the fragment");
}

#[test]
fn the_setup_emulates_screen_pointer_and_preferences() {
    let test_site = serve_page("<p>one</p>");
    let device_state = "[innerWidth, innerHeight, matchMedia('(pointer: coarse)').matches, matchMedia('(prefers-color-scheme: dark)').matches,
                matchMedia('(prefers-reduced-motion: reduce)').matches, !!navigator.connection.saveData].join()";
    let changed = Setup::default().desktop(1000, 700).dark().reduced_motion().save_data();
    for (setup, expect) in [
        (Setup::default(), "360,640,true,false,false,false"),
        (Setup::default().size(320, 500), "320,500,true,false,false,false"),
        (changed, "1000,700,false,true,true,true"),
    ] {
        let page = setup.page();
        page.open(&test_site.host.url(""));
        assert_eq!(page.eval(device_state), expect);
    }
}

#[test]
fn a_page_gives_a_screenshot_a_pdf_and_its_accessible_nodes() {
    let test_site =
        serve_page("<main><h1>Title</h1><button aria-label='Say it'>x</button><p aria-hidden=true>unsaid</p></main>");
    let page = Page::new();
    page.open(&test_site.host.url(""));
    let folder = tempfile::tempdir().unwrap();
    page.screenshot(&folder.path().join("page.png"));
    page.pdf(&folder.path().join("page.pdf"), false);
    assert!(std::fs::read(folder.path().join("page.png")).unwrap().starts_with(b"\x89PNG"));
    assert!(std::fs::read(folder.path().join("page.pdf")).unwrap().starts_with(b"%PDF"));
    let nodes = page.accessible_nodes();
    let exposed = |role: &str, name: &str| nodes.contains(&AccessibleNode { role: role.into(), name: name.into() });
    assert!(exposed("heading", "Title") && exposed("button", "Say it"), "{nodes:?}");
    assert!(!format!("{:?}", nodes).contains("unsaid"), "{nodes:?}");
}
