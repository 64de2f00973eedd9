//! Links that leave the page from a host's frame: each reaches what it means, and guide and host stay as they were.
//!
//! Chromium and Firefox hand addresses over to a program and files to a folder, which are seen. WebKitGTK's small browser
//! knows no other programs: there it is seen that nothing breaks and that no window is left behind.

mod download;
mod email;
mod new_tab;
mod phone_call;
mod without_script;

use serde_json::json;

use crate::embed_advice::{origin, policy, sandbox};
use crate::guide::{is_shown, islands_live};
use crate::support::{Chromium, Embedder, EmbeddingSite, ExternalApps, Host, Page, Setup};

/// How a host's page frames the guide: with a policy of its own, with a sandbox, with both, or with neither.
struct Framing {
    policy: Option<String>,
    sandbox: Option<String>,
}

/// The framings that `embed/` advises, and the one without any.
#[track_caller]
fn advised(guide: &Host) -> Vec<Framing> {
    let (policy, sandbox) = (policy(guide), sandbox(guide));
    let allowed = [(None, None), (Some(&policy), None), (None, Some(&sandbox)), (Some(&policy), Some(&sandbox))];
    allowed.map(|(policy, sandbox)| Framing { policy: policy.cloned(), sandbox: sandbox.cloned() }).into()
}

/// A policy that allows the guide alone, with the advised sandbox and without.
#[track_caller]
fn strict(guide: &Host) -> Vec<Framing> {
    let policy = format!("script-src {0}; frame-src {0}", origin(guide));
    [None, Some(sandbox(guide))].map(|sandbox| Framing { policy: Some(policy.clone()), sandbox }).into()
}

impl Framing {
    /// A host's page with the guide in a frame of a phone's size.
    fn embedding_site(&self, guide: &Host, address: &str) -> EmbeddingSite {
        let sandbox = self.sandbox.as_ref().map(|allowed| format!("sandbox='{allowed}'")).unwrap_or_default();
        let frame = format!(
            "<p>Школа<iframe title=guide src='{}' width=350 height=540 frameborder=0 {sandbox}></iframe>",
            guide.url(address)
        );
        let policy = self.policy.as_ref().map(|policy| ("Content-Security-Policy", policy.as_str()));
        EmbeddingSite::with_headers(&frame, policy.as_slice())
    }
}

/// Opens a host's page and waits until the frame shows this step; `live` with every island.
#[track_caller]
fn open(browser: &dyn Embedder, embedding_site: &EmbeddingSite, step: &str, live: bool) {
    browser.open(&embedding_site.host.url(""));
    browser.wait_in_frame(&is_shown(step), step);
    if live {
        browser.wait_in_frame(&islands_live(), "every island");
    }
    browser.record_errors();
}

/// Sees that the guide goes on from this step as if nothing had happened, and that the host's page has noticed nothing.
#[track_caller]
fn goes_on(browser: &dyn Embedder, embedding_site: &EmbeddingSite, step: &str) {
    let windows = || browser.other_windows();
    browser.wait_while(|| !windows().is_empty(), || format!("windows are left behind: {:?}", windows()));
    assert_eq!(browser.eval_in_frame(&is_shown(step)), Ok(json!(true)), "the step is gone");
    browser.click_in_frame("a[href='#start']");
    browser.wait_in_frame(&is_shown("start"), "the next step");
    // WebKit's driver would wait for the page to go back, not for its frame.
    browser.eval("history.back()").unwrap_or_else(|why| panic!("{why}"));
    browser.wait_in_frame(&is_shown(step), "the step before");
    assert_eq!(browser.eval("location.href"), Ok(json!(embedding_site.host.url(""))));
    // WebKit does not tell when it has done with the link: what it has opened meanwhile is there by now.
    assert_eq!(windows(), [""; 0]);
    // Nothing outside this machine exists, and a sandbox without scripts says so: neither is a fault of the page's.
    let expected = ["https://vk.com/", "'allow-scripts' permission is not set"];
    let errors = browser.errors().into_iter().filter(|told| !expected.iter().any(|text| told.contains(text)));
    assert_eq!(errors.collect::<Vec<_>>(), [""; 0]);
}

/// Waits until the system has opened an address, and it alone.
#[track_caller]
fn wait_for_opened(browser: &dyn Embedder, apps: &ExternalApps, address: &str) {
    let mut opened = Vec::new();
    let none = || format!("nothing was opened; in the frame: {:?}", browser.eval_in_frame("document.body.innerText"));
    browser.wait_while(
        || {
            opened = apps.take_opened();
            opened.is_empty()
        },
        none,
    );
    assert_eq!(opened, [address]);
}

/// A page of a browser of this system's; the browser ends with what is returned beside.
#[track_caller]
fn chromium(apps: &ExternalApps) -> (Page, Chromium) {
    let chromium = Chromium::with_external_apps(apps).unwrap_or_else(|why| panic!("{why}"));
    let page = Page::in_profile(&chromium, &Setup::default());
    // The one that the browser has come with.
    page.close_other_windows();
    (page, chromium)
}
