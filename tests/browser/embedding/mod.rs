//! The code for schools' pages on pages as schools have them: scripts that are moved, joined and blocked, themes that style
//! every frame, columns that are narrow, hosts that are down. Something is always there, and it is never the page's ruin.

mod embedding_engines;
mod fallback_link;
mod host_layout;
mod host_themes;
mod mounting;
mod options;
mod scrolling_frame;

use crate::support::{EmbeddingSite, Host, Page};

/// The element of the code: it names the guide, has wishes, and holds the link that is there in any case.
pub fn element(guide: &Host, wishes: &str) -> String {
    let address = guide.url("");
    format!("<div data-guide='{address}' {wishes}><a href='{address}'>{LINK}</a></div>")
}

/// The whole code, as it is copied.
pub fn code(guide: &Host, wishes: &str) -> String {
    format!("{}<script src='{}' async></script>", element(guide, wishes), guide.url("embed.js"))
}

/// The link's words.
pub const LINK: &str = "Навигатор: что делать, если…";

/// What the page shows of its first guide: the link, and the frame's height in px (0 where there is none).
pub const SHOWN: &str = "[!!document.querySelector('[data-guide] a, script + div a')?.getClientRects().length,
    document.querySelector('iframe')?.getBoundingClientRect().height ?? 0]";

/// Notes in `seen` whatever the page has shown of its first guide, as `SHOWN` tells it, each state once: on a busy machine a test
/// may look too late. Stands before the code.
pub fn watched(body: &str) -> String {
    format!(
        "<script>
           window.seen = [];
           new MutationObserver(() => {{
             if (!document.querySelector('iframe')) return;
             const now = JSON.stringify({SHOWN});
             if (seen[seen.length - 1] !== now) seen.push(now);
           }}).observe(document, {{ childList: true, subtree: true, attributes: true }});
         </script>{body}"
    )
}

/// Waits until the frame of this number is as high as what is in it, with nothing cut off, and its link is gone.
#[track_caller]
pub fn fits(page: &Page, number: usize) {
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

/// Waits until there is the link and nothing of a frame's height.
#[track_caller]
pub fn only_the_link(page: &Page) {
    page.wait_until(&format!("JSON.stringify({SHOWN}) === '[true,0]'"), "the link alone");
    assert_eq!(page.eval("document.querySelector('a').innerText"), LINK);
}

/// The layout shifts of the host's page, added up as browsers do it within one burst.
pub fn shift(page: &Page) -> f64 {
    page.layout_shifts().iter().filter_map(|line| line.split(':').next()?.parse::<f64>().ok()).sum()
}

/// A page of a school, opened.
#[track_caller]
pub fn visit(page: &Page, body: &str) -> EmbeddingSite {
    let embedding_site = EmbeddingSite::new(body);
    page.open(&embedding_site.host.url(""));
    embedding_site
}
