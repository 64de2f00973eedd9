//! The snippet on host pages as they are: scripts that are moved, bundled and blocked, themes that style every frame,
//! narrow columns, servers that are down. The guide or its link is always there, and the host's page is never broken.

mod embedding_engines;
mod fallback_link;
mod host_layout;
mod host_themes;
mod mounting;
mod options;
mod scrolling_frame;

use crate::framed;
use crate::guide::{choice_selector, path_by_options};
use crate::support::{EmbeddingSite, Host, Page};

/// The element of the snippet: it names the guide, has options, and contains the fallback link.
pub fn snippet_element(guide: &Host, options: &str) -> String {
    let address = guide.url("");
    format!("<div data-guide='{address}' {options}><a href='{address}'>{LINK}</a></div>")
}

/// The whole snippet, as it is copied.
pub fn snippet(guide: &Host, options: &str) -> String {
    format!("{}<script src='{}' async></script>", snippet_element(guide, options), guide.url("embed.js"))
}

/// The text of the link.
pub const LINK: &str = "Навигатор: что делать, если…";

/// The state of the page's first guide: whether the link is visible, and the frame's height in pixels (0 without a frame).
pub const LINK_AND_FRAME_STATE: &str =
    "[!!document.querySelector('[data-guide] a, script + div a')?.getClientRects().length,
    document.querySelector('iframe')?.getBoundingClientRect().height ?? 0]";

/// Puts a recorder before the snippet that stores each state of the page's first guide once in `seen`, as a test on a busy
/// machine may look too late.
pub fn with_state_recorder(body: &str) -> String {
    format!(
        "<script>
           window.seen = [];
           new MutationObserver(() => {{
             if (!document.querySelector('iframe')) return;
             const now = JSON.stringify({LINK_AND_FRAME_STATE});
             if (seen[seen.length - 1] !== now) seen.push(now);
           }}).observe(document, {{ childList: true, subtree: true, attributes: true }});
         </script>{body}"
    )
}

/// Waits until the frame with this index is as high as its content, with nothing cut off, and its link is hidden.
#[track_caller]
pub fn wait_until_fits(page: &Page, number: usize) {
    let frame = page.frame(number);
    frame.wait_until(
        "Math.ceil(document.documentElement.getBoundingClientRect().height) === innerHeight
            && document.documentElement.scrollWidth === innerWidth",
        "a frame that fits",
    );
    page.wait_until(
        &format!(
            "!document.querySelectorAll('iframe')[{number}].parentElement.querySelector('a').getClientRects().length"
        ),
        "a frame without its link",
    );
}

/// Waits until only the link is shown, without any space for a frame.
#[track_caller]
pub fn wait_for_link_only(page: &Page) {
    page.wait_until(&format!("JSON.stringify({LINK_AND_FRAME_STATE}) === '[true,0]'"), "the link alone");
    assert_eq!(page.eval("document.querySelector('a').innerText"), LINK);
}

/// The sum of the host page's layout shifts, as browsers compute it within one burst.
pub fn total_shift(page: &Page) -> f64 {
    page.layout_shifts().iter().filter_map(|line| line.split(':').next()?.parse::<f64>().ok()).sum()
}

/// Opens a host page with this body.
#[track_caller]
pub fn open_host_page(page: &Page, body: &str) -> EmbeddingSite {
    let embedding_site = EmbeddingSite::new(body);
    page.open(&embedding_site.host.url(""));
    embedding_site
}

/// Walks two whole paths in the page's first frame, and back again; `after_each_step` is called wherever a step is shown.
#[track_caller]
pub fn walk_two_paths(page: &Page, after_each_step: impl Fn()) {
    let frame = page.frame(0);
    for path in [
        path_by_options(&["municipality", "not-helped"]),
        path_by_options(&["application-cancelled", "yes", "no", "call"]),
    ] {
        for edge in path {
            frame.tap(&choice_selector(edge));
            framed::wait_for_step(&frame, &edge.to);
            after_each_step();
        }
        for edge in path.iter().rev() {
            page.back();
            framed::wait_for_step(&frame, &edge.from);
            after_each_step();
        }
    }
}
