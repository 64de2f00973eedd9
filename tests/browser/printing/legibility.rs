//! Legibility of prints: nothing depends on colour or background, and nothing is scaled down.

use serde_json::{Value, json};

use crate::printing::content_file::ContentFile;
use crate::printing::{GUIDES, PAGES, emulate_print, print};
use crate::support::built_site::site_from;
use crate::support::{Host, Page, Setup};

/// The addresses of every page and every step of a guide.
fn addresses(content: &ContentFile) -> Vec<String> {
    let steps = content.steps().map(|step| format!("#{}", step.id()));
    steps.chain(PAGES.map(str::to_owned)).collect()
}

#[test]
fn pages_are_not_scaled_down_to_fit_the_paper() {
    for file in GUIDES {
        let (content, host) = (ContentFile::read(file), Host::serve(site_from(file)));
        let page = Setup::default().desktop(1280, 800).page();
        // The start, a step from the middle, the last one, and the pages for printing.
        let all = addresses(&content);
        for address in [&all[0], &all[all.len() / 2], &all[all.len() - 3], &all[all.len() - 2], &all[all.len() - 1]] {
            page.open("about:blank");
            page.open(&host.url(address));
            let font_sizes = print(&page, &format!("sizes {file} {address}")).font_sizes();
            emulate_print(&page, "light");
            let title = "[...document.querySelectorAll('h1')].find(e => e.checkVisibility())";
            let title = page.eval(&format!("parseFloat(getComputedStyle({title}).fontSize) * .75 * 3"));
            let title = title.as_f64().expect("a size");
            assert!(
                font_sizes.iter().any(|size| (f64::from(*size) - title).abs() <= 1.0),
                "{address}: {title} among {font_sizes:?}"
            );
            page.call("Emulation.setEmulatedMedia", json!({ "media": "" }));
        }
    }
}

/// Text on a background or too pale on white, which a monochrome printer would lose, as a list of messages.
const FIND_PALE: &str = "[...document.querySelectorAll('body *')].filter(e => e.checkVisibility()).flatMap(e => {
    const grey = colour => {
        const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number);
        const linear = v => { v /= 255; return v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; };
        return a === 0 ? 1 : .2126 * linear(r) + .7152 * linear(g) + .0722 * linear(b);
    };
    const style = getComputedStyle(e), wrong = [];
    const text = [...e.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    if (text && 1.05 / (grey(style.color) + .05) < 7) wrong.push(`${e.tagName} ${style.color}: ${e.textContent.slice(0, 40)}`);
    if (grey(style.backgroundColor) < 1) wrong.push(`${e.tagName}.${e.className} on ${style.backgroundColor}`);
    return wrong;
})";

#[track_caller]
fn pale_elements(page: &Page) -> Vec<String> {
    let elements: Value = page.eval(FIND_PALE);
    serde_json::from_value(elements).expect("a list of complaints")
}

#[test]
fn printed_text_needs_no_colour_and_no_background() {
    for file in GUIDES {
        let (content, host) = (ContentFile::read(file), Host::serve(site_from(file)));
        for scheme in ["light", "dark"] {
            let page = Setup::default().desktop(1280, 800).page();
            emulate_print(&page, scheme);
            for address in addresses(&content) {
                page.open("about:blank");
                page.open(&host.url(&address));
                assert_eq!(pale_elements(&page), [""; 0], "{file} {address} in {scheme}");
                let background = page.eval("getComputedStyle(document.documentElement).backgroundColor");
                assert!(
                    ["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"].contains(&background.as_str().unwrap_or_default()),
                    "{background}"
                );
            }
        }
    }
}

#[test]
fn dos_and_donts_differ_by_icon_and_border() {
    let host = Host::serve(site_from(GUIDES[0]));
    for (address, selector) in [("#no-access", ".note"), ("print/", ".pair > div")] {
        let page = Setup::default().desktop(1280, 800).page();
        emulate_print(&page, "light");
        page.open(&host.url(address));
        let notes_state = page.eval(&format!(
            "[...document.querySelectorAll({selector:?})].filter(e => e.checkVisibility()).map(e => [
                e.className.split(' ').pop(),
                !!e.querySelector('svg').getClientRects().length,
                getComputedStyle(e).borderLeftStyle].join())"
        ));
        let notes_state: Vec<String> = serde_json::from_value(notes_state).expect("a list");
        assert!(notes_state.len() >= 2, "{address}");
        for pair in notes_state.chunks(2) {
            assert_eq!(pair, ["dont,true,solid", "do,true,double"], "{address}");
        }
    }
}
