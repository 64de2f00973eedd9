//! What `embed/` advises a host to allow, read from the built page as a site keeper copies it.

use crate::support::{Host, Page};

/// The policy that a host's page may have, with the guide's origin in the place of the one that the page tells.
#[track_caller]
pub fn policy(guide: &Host) -> String {
    let advised = told(guide, "policy");
    let (_, sources) = advised.split_once("script-src ").unwrap_or_else(|| panic!("no script-src in {advised}"));
    let shown = sources.split([' ', ';']).next().unwrap_or_default();
    advised.replace(shown, &origin(guide))
}

/// What a sandboxed frame is to be allowed, as the value of its attribute.
#[track_caller]
pub fn sandbox(guide: &Host) -> String {
    let advised = told(guide, "sandbox");
    advised.trim_start_matches("sandbox=").trim_matches('"').to_owned()
}

/// The origin of a host.
pub fn origin(guide: &Host) -> String {
    guide.url("").split('/').take(3).collect::<Vec<_>>().join("/")
}

#[track_caller]
fn told(guide: &Host, id: &str) -> String {
    let page = Page::new();
    page.open(&guide.url("embed/"));
    let told = page.eval(&format!("document.querySelector('#{id} code').textContent.trim()"));
    told.as_str().expect("a text").to_owned()
}
