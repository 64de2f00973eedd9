//! What a visit is judged by. Each check is a function of the answers alone.

mod caching;
mod compression;
mod files;
mod headers;
mod not_found;
#[cfg(test)]
pub mod samples;
mod transport;
mod types;

use super::report::Report;
use super::visit::Visit;

/// Makes all checks, in the order in which one would mend what they find.
pub fn check(visit: &Visit, report: &mut Report) {
    transport::check(visit, report);
    files::check(visit, report);
    let before = report.findings();
    types::check(visit, report);
    headers::check(visit, report);
    not_found::check(visit, report);
    caching::check(visit, report);
    compression::check(visit, report);
    // Said once: whatever these find is mended by the settings that the site brings.
    if report.findings() > before {
        report.note(visit.host.settings());
    }
}
