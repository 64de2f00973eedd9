//! `guide verify`: whether a site is as it was built and is served as it should be, and how to mend what is not.
//!
//! [`visit`] asks a host and [`folder`] reads a disk; [`checks`] judge the answers and know neither; [`report`] prints what they found.

mod answer;
mod checks;
mod client;
mod file_list;
mod folder;
mod host;
mod policy;
mod report;
mod target;
mod visit;

use std::process::ExitCode;
use std::time::Duration;

use guide_content::message;

use crate::failure::Failure;
use crate::language::tell;
use report::Report;
use target::Target;

/// Checks the site at an address or in a folder and prints what is right and what is not. The code is 1 where something is wrong. No answer
/// is waited for longer than `timeout`.
pub fn verify(target: &str, timeout: Duration) -> Result<ExitCode, Failure> {
    let report = match Target::parse(target)? {
        Target::Folder(path) => {
            tell(&message!("Читаю папку {}…", "Reading the folder {}…", path.display()));
            folder::check(&path)?
        }
        Target::Address(address) => {
            tell(&message!("Спрашиваю {address}…", "Asking {address}…"));
            let visit = visit::Visit::of(&address, timeout)?;
            let mut report = Report::new(visit.summary());
            checks::check(&visit, &mut report);
            report
        }
    };
    report.print();
    Ok(if report.is_wrong() { ExitCode::from(1) } else { ExitCode::SUCCESS })
}
