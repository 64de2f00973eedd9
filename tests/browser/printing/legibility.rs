//! What ink makes of it: nothing that hangs on a colour or a ground, nothing made smaller than it was set.

use serde_json::{Value, json};

use crate::printing::content_file::Content;
use crate::printing::{GUIDES, PAGES, as_paper, print};
use crate::support::built_site::site_from;
use crate::support::{Host, Page, Setup};

/// Every page and every step of a guide, as addresses.
fn addresses(content: &Content) -> Vec<String> {
    let steps = content.steps().map(|step| format!("#{}", step.id()));
    steps.chain(PAGES.map(str::to_owned)).collect()
}

#[test]
fn pages_are_not_scaled_down_to_fit_the_paper() {
    for file in GUIDES {
        let (content, host) = (Content::of(file), Host::serve(site_from(file)));
        let page = Setup::default().desktop(1280, 800).page();
        // The start, a step of each guide's middle, its last one, the pages for printing.
        let all = addresses(&content);
        for at in [&all[0], &all[all.len() / 2], &all[all.len() - 3], &all[all.len() - 2], &all[all.len() - 1]] {
            page.open("about:blank");
            page.open(&host.url(at));
            let sizes = print(&page, &format!("sizes {file} {at}")).sizes();
            as_paper(&page, "light");
            let title = "[...document.querySelectorAll('h1')].find(e => e.checkVisibility())";
            let title = page.eval(&format!("parseFloat(getComputedStyle({title}).fontSize) * .75 * 3"));
            let title = title.as_f64().expect("a size");
            assert!(sizes.iter().any(|size| (f64::from(*size) - title).abs() <= 1.0), "{at}: {title} among {sizes:?}");
            page.call("Emulation.setEmulatedMedia", json!({ "media": "" }));
        }
    }
}

/// What a printer without colour would lose: text on a ground or too pale for white, as a list of complaints.
const PALE: &str = "[...document.querySelectorAll('body *')].filter(e => e.checkVisibility()).flatMap(e => {
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
fn pale(page: &Page) -> Vec<String> {
    let told: Value = page.eval(PALE);
    serde_json::from_value(told).expect("a list of complaints")
}

#[test]
fn printed_text_needs_no_colour_and_no_background() {
    for file in GUIDES {
        let (content, host) = (Content::of(file), Host::serve(site_from(file)));
        for scheme in ["light", "dark"] {
            let page = Setup::default().desktop(1280, 800).page();
            as_paper(&page, scheme);
            for at in addresses(&content) {
                page.open("about:blank");
                page.open(&host.url(&at));
                assert_eq!(pale(&page), [""; 0], "{file} {at} in {scheme}");
                let ground = page.eval("getComputedStyle(document.documentElement).backgroundColor");
                assert!(
                    ["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"].contains(&ground.as_str().unwrap_or_default()),
                    "{ground}"
                );
            }
        }
    }
}

#[test]
fn dos_and_donts_differ_by_icon_and_border() {
    let host = Host::serve(site_from(GUIDES[0]));
    for (at, notes) in [("#no-access", ".note"), ("print/", ".pair > div")] {
        let page = Setup::default().desktop(1280, 800).page();
        as_paper(&page, "light");
        page.open(&host.url(at));
        let told = page.eval(&format!(
            "[...document.querySelectorAll({notes:?})].filter(e => e.checkVisibility()).map(e => [
                e.className.split(' ').pop(),
                !!e.querySelector('svg').getClientRects().length,
                getComputedStyle(e).borderLeftStyle].join())"
        ));
        let told: Vec<String> = serde_json::from_value(told).expect("a list");
        assert!(told.len() >= 2, "{at}");
        for pair in told.chunks(2) {
            assert_eq!(pair, ["dont,true,solid", "do,true,double"], "{at}");
        }
    }
}
