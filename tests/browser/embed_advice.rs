//! Reads what the page `embed/` advises hosts to allow: the policy and the sandbox of the frame.

use crate::support::{Host, Page};

/// The advised policy of a host's page, with the guide's origin in place of the shown one.
#[track_caller]
pub fn policy(guide: &Host) -> String {
    let advised = code_text(guide, "policy");
    let (_, sources) = advised.split_once("script-src ").unwrap_or_else(|| panic!("no script-src in {advised}"));
    let shown = sources.split([' ', ';']).next().unwrap_or_default();
    advised.replace(shown, &origin(guide))
}

/// The advised value of the `sandbox` attribute.
#[track_caller]
pub fn sandbox(guide: &Host) -> String {
    let advised = code_text(guide, "sandbox");
    advised.trim_start_matches("sandbox=").trim_matches('"').to_owned()
}

/// The origin of a host.
pub fn origin(guide: &Host) -> String {
    guide.url("").split('/').take(3).collect::<Vec<_>>().join("/")
}

#[track_caller]
fn code_text(guide: &Host, id: &str) -> String {
    let page = Page::new();
    page.open(&guide.url("embed/"));
    let text = page.eval(&format!("document.querySelector('#{id} code').textContent.trim()"));
    text.as_str().expect("a text").to_owned()
}
