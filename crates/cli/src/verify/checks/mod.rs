//! What a visit is judged by. Each check is a function of the answers alone.

mod caching;
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
    types::check(visit, report);
    headers::check(visit, report);
    not_found::check(visit, report);
    caching::check(visit, report);
    // Said once, as most cures lead to it.
    if report.wrong.iter().chain(&report.better).any(|finding| finding.cure.ru.contains("(ниже)")) {
        report.note(visit.host.settings());
    }
}
