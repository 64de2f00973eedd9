//! The page `embed/` in Firefox and WebKitGTK: the height is measured without side effects, and the previews work.

use super::frame_height::{MEASURED, assert_near};
use crate::guide::host;
use crate::support::engine::Engine;
use crate::support::{Firefox, WebKit};

#[track_caller]
fn assert_embed_page_works(engine: &dyn Engine) {
    let guide = host();
    engine.open(&guide.url("embed/"));
    engine.wait_until("!document.querySelector('.choose').hidden", "the choices");
    let before = engine.value("history.length");
    engine.click("#builder summary");
    engine.wait_until(MEASURED, "the height");
    let measured = engine.value("parseInt(document.querySelector('#frame [data-part=height]').textContent)");
    assert_eq!(engine.value("history.length"), before);
    assert_eq!(engine.value("document.activeElement.localName"), "summary");
    // The longest step, in a visible frame.
    engine.value(
        "(frame => { frame.id = 'real'; frame.style.cssText = 'width:344px;height:600px;border:0'; frame.src = '../?embed#none';
            document.body.append(frame) })(document.createElement('iframe'))",
    );
    let frame_document = "document.querySelector('#real').contentDocument";
    engine.wait_until(&format!("{frame_document}.querySelector('.framed .step:target')"), "the longest step");
    let needed = engine.value(&format!("Math.ceil({frame_document}.documentElement.getBoundingClientRect().height)"));
    assert_near(measured.as_i64().expect("px"), needed.as_i64().expect("px"), "the code");
    engine.value("document.querySelector('#real').remove()");
    engine.click("#own-site summary");
    engine.click("#script .show");
    engine.wait_until("document.querySelector('#script .preview [data-guide] iframe')", "the script at work");
    engine.wait_until("document.querySelector('#script .preview iframe').offsetHeight > 640", "its height");
    assert_eq!(engine.errors(), [""; 0]);
}

#[test]
fn the_embed_page_works_in_firefox() {
    assert_embed_page_works(&Firefox::with_preferences(&[]));
}

#[test]
fn the_embed_page_works_in_webkit() {
    assert_embed_page_works(&WebKit::start(&[], &[]));
}
