//! The tool `guide`: builds and checks the site, serves it while its content is edited, answers questions about the content.

mod args;
mod build;
mod compress;
mod content;
mod disk;
mod explain;
mod graph;
mod install;
mod new_guide;
mod output_dir;
mod paths;
mod search;
mod serve;
mod size_table;
mod status;
mod upgrade;

use std::process::ExitCode;

use clap::Parser;
use new_guide::NewGuideError;

/// Exit code where the content has errors, or files or the network fail.
const FAILED: u8 = 1;
/// Exit code where the command was used wrongly, the same as clap's.
const MISUSED: u8 = 2;

fn main() -> ExitCode {
    match run(args::Arguments::parse()) {
        Ok(code) => code,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::from(FAILED)
        }
    }
}

fn run(arguments: args::Arguments) -> Result<ExitCode, String> {
    let content = &arguments.content;
    match arguments.command {
        args::Command::New { folder, lang, empty } => match new_guide::new_guide(&folder, &lang, empty) {
            Ok(()) => {}
            Err(NewGuideError::Misused(why)) => {
                eprintln!("{why}");
                return Ok(ExitCode::from(MISUSED));
            }
            Err(NewGuideError::Failed(why)) => return Err(why),
        },
        args::Command::Build { out, url } => {
            // Before anything is built, so that nobody waits for a refusal.
            if let Err(why) = output_dir::OutputDir::open(&out) {
                eprintln!("{why}");
                return Ok(ExitCode::from(MISUSED));
            }
            build::build(content, &out, url.as_deref(), &mut content::ShownWarnings::default())?;
        }
        args::Command::Serve { port, open_to_network, sources } => {
            serve::serve(content, port, open_to_network, sources.as_deref())?
        }
        args::Command::Check => {
            content::ShownWarnings::default().show(content::open(content)?.warnings);
            println!("Ошибок нет");
        }
        args::Command::Upgrade { dry_run } => upgrade::upgrade(content, dry_run)?,
        args::Command::Status { contact, at, stdin, without_exceptions } => {
            let hours = content::open(content)?.hours(contact.as_deref())?;
            let schedule = if without_exceptions { hours.schedule.without_closed() } else { hours.schedule };
            return Ok(status::status(&schedule, &hours.time_zone, at.as_deref(), stdin));
        }
        args::Command::Find { query, stdin, explain } => search::search(content, query.as_deref(), stdin, explain)?,
        args::Command::Paths { all } => paths::paths(content, all)?,
        args::Command::Graph { format } => graph::graph(content, format)?,
    }
    Ok(ExitCode::SUCCESS)
}
