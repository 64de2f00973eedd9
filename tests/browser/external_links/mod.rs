//! External links in a frame on a host's page: each opens what it should, and guide and host stay as they are.
//!
//! Chromium and Firefox pass URLs to a program and files to a folder, which is checked. WebKitGTK's MiniBrowser opens no
//! other programs: there it is checked that nothing breaks and that no window is left behind.

mod download;
mod email;
mod new_tab;
mod phone_call;
mod without_script;

use serde_json::json;

use crate::embed_advice::{origin, policy, sandbox};
use crate::guide::{islands_live, step_is_shown};
use crate::support::{Chromium, Embedder, EmbeddingSite, ExternalApps, Host, Page, Setup};

/// How a host's page frames the guide: with a policy, with a sandbox, with both, or with neither.
struct Framing {
    policy: Option<String>,
    sandbox: Option<String>,
}

/// The framings that `embed/` advises, and the plain one.
#[track_caller]
fn advised_framings(guide: &Host) -> Vec<Framing> {
    let (policy, sandbox) = (policy(guide), sandbox(guide));
    let combinations = [(None, None), (Some(&policy), None), (None, Some(&sandbox)), (Some(&policy), Some(&sandbox))];
    combinations.map(|(policy, sandbox)| Framing { policy: policy.cloned(), sandbox: sandbox.cloned() }).into()
}

/// A policy that allows the guide alone, with the advised sandbox and without.
#[track_caller]
fn strict_framings(guide: &Host) -> Vec<Framing> {
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

/// Opens a host's page and waits until the frame shows this step, and all islands if `with_islands`.
#[track_caller]
fn open_framed(browser: &dyn Embedder, embedding_site: &EmbeddingSite, step: &str, with_islands: bool) {
    browser.open(&embedding_site.host.url(""));
    browser.wait_in_frame(&step_is_shown(step), step);
    if with_islands {
        browser.wait_in_frame(&islands_live(), "every island");
    }
    browser.record_errors();
}

/// Asserts that the guide still works from this step, and that the host's page is unchanged.
#[track_caller]
fn assert_guide_still_works(browser: &dyn Embedder, embedding_site: &EmbeddingSite, step: &str) {
    let windows = || browser.other_windows();
    browser.wait_while(|| !windows().is_empty(), || format!("windows are left behind: {:?}", windows()));
    assert_eq!(browser.eval_in_frame(&step_is_shown(step)), Ok(json!(true)), "the step is gone");
    browser.click_in_frame("a[href='#start']");
    browser.wait_in_frame(&step_is_shown("start"), "the next step");
    // WebKit's driver would wait for the page to go back, not for its frame.
    browser.eval("history.back()").unwrap_or_else(|why| panic!("{why}"));
    browser.wait_in_frame(&step_is_shown(step), "the step before");
    assert_eq!(browser.eval("location.href"), Ok(json!(embedding_site.host.url(""))));
    // WebKit does not report when it has handled the link; a window that it opened is there by now.
    assert_eq!(windows(), [""; 0]);
    // Expected: no other host can be resolved, and a sandbox without scripts reports so.
    let expected = ["https://vk.com/", "'allow-scripts' permission is not set"];
    let errors = browser.errors().into_iter().filter(|error| !expected.iter().any(|text| error.contains(text)));
    assert_eq!(errors.collect::<Vec<_>>(), [""; 0]);
}

/// Waits until this URL, and no other, was opened by an external app.
#[track_caller]
fn wait_for_opened(browser: &dyn Embedder, apps: &ExternalApps, address: &str) {
    let mut opened = Vec::new();
    let nothing_opened =
        || format!("nothing was opened; in the frame: {:?}", browser.eval_in_frame("document.body.innerText"));
    browser.wait_while(
        || {
            opened = apps.take_opened();
            opened.is_empty()
        },
        nothing_opened,
    );
    assert_eq!(opened, [address]);
}

/// A page of a browser with these external apps; the browser ends when the second value is dropped.
#[track_caller]
fn start_chromium(apps: &ExternalApps) -> (Page, Chromium) {
    let chromium = Chromium::with_external_apps(apps).unwrap_or_else(|why| panic!("{why}"));
    let page = Page::in_profile(&chromium, &Setup::default());
    // The tab that the browser starts with.
    page.close_other_windows();
    (page, chromium)
}
